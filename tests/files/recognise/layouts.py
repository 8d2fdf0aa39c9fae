"""The annex in the layouts of many offices, as grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.files.recognise.lists import HEADER, annex, sheet, table
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Grid, GridKind, Merge
from ttdn_desktop.files.recognise.codes import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.files.recognise.lists import Task

Row = tuple[str, ...]
ROMAN = {"1": "I", "2": "II", "3": "III"}


def _rows(
    group: Callable[[str, str], Row], task: Callable[[str, int, Task], Row], *head: Row
) -> list[Row]:
    rows = list(head)
    for code, (title, tasks) in annex().items():
        rows.append(group(code, title))
        rows += [task(code, number, each) for number, each in enumerate(tasks, 1)]
    return rows


def _cells(task: Task) -> tuple[str, str, str]:
    return task.lead, task.support, task.period


def original() -> Grid:
    """Return the annex as it is printed, with its footnotes."""
    notes: dict[str, str] = {}

    def row(_group: str, _number: int, task: Task) -> Row:
        title = task.title
        for text in task.notes:
            mark = str(len(notes) + 5)
            notes[mark] = text
            title += f"{NOTE_OPEN}{mark}{NOTE_CLOSE}"
        return (task.code, title, *_cells(task))

    rows = _rows(lambda code, title: (code, title, "", "", ""), row, HEADER)
    return table(rows, notes=notes)


def broken_lines() -> Grid:
    """Break every cell into lines of three words, as a narrow column of a PDF does."""
    grid = original()
    rows = [tuple(_narrow(text) for text in row) for row in grid.rows]
    return Grid(GridKind.PAGE, tuple(rows), notes=grid.notes, pages=tuple([1] * len(rows)))


def _narrow(text: str) -> str:
    words = text.split(" ")
    return "\n".join(" ".join(words[start : start + 3]) for start in range(0, len(words), 3))


def roman() -> Grid:
    """Count groups I, II, III and tasks 1, 2, 3; put columns in another order and wording."""
    rows = _rows(
        lambda code, title: (ROMAN[code], title.upper(), "", "", ""),
        lambda _code, number, task: (str(number), task.title, task.period, task.lead, task.support),
        ("PHỤ LỤC", "", "", "", ""),
        ("PHÂN CÔNG NHIỆM VỤ NĂM 2024", "", "", "", ""),
        ("", "", "", "", ""),
        ("STT", "NỘI DUNG CÔNG VIỆC", "THỜI HẠN", "CƠ QUAN CHỦ TRÌ", "CƠ QUAN PHỐI HỢP"),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
    )
    return sheet(rows)


def roman_dotted() -> Grid:
    """Merge groups I, II, III across; number tasks I.1, I.2; end in a blank row and a total."""
    rows = _rows(
        lambda code, title: (f"{ROMAN[code]}. {title}", "", "", "", ""),
        lambda code, number, task: (f"{ROMAN[code]}.{number}", task.title, *_cells(task)),
        HEADER,
    )
    merges = tuple(
        Merge(row, 0, 1, 5) for row, cells in enumerate(rows) if row and not any(cells[1:])
    )
    end = [("", "", "", "", ""), ("", "Tổng cộng: 29 nhiệm vụ", "", "", "")]
    return sheet([*rows, *end], merges=merges)


def running() -> Grid:
    """Count tasks 1 to 29 through all groups, whose titles stand alone, bold."""
    count = iter(range(1, 30))
    rows = _rows(
        lambda _code, title: ("", title, "", "", ""),
        lambda _code, _number, task: (str(next(count)), task.title, *_cells(task)),
        HEADER,
    )
    bold = frozenset((row, 1) for row, cells in enumerate(rows) if row and not cells[0])
    return sheet(rows, bold=bold)


def two_row_header() -> Grid:
    """Put one heading over lead and support, the period in two columns, funding beside it."""
    head = (
        ("TT", "Nhiệm vụ", "Đơn vị thực hiện", "", "Thời gian", "", "Kinh phí"),
        ("", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", ""),
    )
    rows = _rows(
        lambda code, title: (code, title, "", "", "", "", ""),
        lambda _code, _number, task: (
            *(task.code, task.title, task.lead, task.support),
            *task.period.replace(" ", "").split("-"),
            "1.000",
        ),
        *head,
    )
    merges = (
        *(Merge(0, 2, 1, 2), Merge(0, 4, 1, 2)),
        *(Merge(0, column, 2, 1) for column in (0, 1, 6)),
    )
    return sheet(rows, merges=merges)


def both_in_one() -> Grid:
    """Put lead and support in one cell, each on its line; let codes name the programme."""
    rows = _rows(
        lambda code, title: (f"KH20_N0{code}", title, "", ""),
        lambda code, number, task: (
            *(f"KH20_N0{code}.{number}", task.title),
            f"Chủ trì: {task.lead}" + (f"\nPhối hợp: {task.support}" if task.support else ""),
            task.period,
        ),
        ("Mã nhiệm vụ", "Tên nhiệm vụ", "Phân công thực hiện", "Lộ trình"),
    )
    return sheet(rows)


def codes_in_the_text() -> Grid:
    """Begin the texts with the codes, for they have no column; name groups "Nhóm 1: …"."""
    rows = _rows(
        lambda code, title: (f"Nhóm {code}: {title}", "", "", ""),
        lambda _code, _number, task: (f"{task.code}. {task.title}", *_cells(task)),
        ("Nội dung thực hiện", "Đầu mối", "Phối hợp", "Giai đoạn"),
    )
    return table(rows)


def letters() -> Grid:
    """Count groups A, B, C and tasks a), b), c)."""
    rows = _rows(
        lambda code, title: ("ABC"[int(code) - 1], title, "", "", ""),
        lambda _code, number, task: (f"{LETTERS[number - 1]})", task.title, *_cells(task)),
        HEADER,
    )
    return sheet(rows)


def uncoded() -> Grid:
    """Give no codes at all; merge group titles across."""
    rows = _rows(
        lambda _code, title: (title, "", "", ""),
        lambda _code, _number, task: (task.title, *_cells(task)),
        HEADER[1:],
    )
    merges = tuple(
        Merge(row, 0, 1, 4) for row, cells in enumerate(rows) if row and not any(cells[1:])
    )
    return sheet(rows, merges=merges)


def header_on_each_page() -> Grid:
    """Repeat the header, and the numbering under it, after every seven rows."""
    head = (HEADER, ("1", "2", "3", "4", "5"))
    rows: list[Row] = []
    for place, row in enumerate(original().rows[1:]):
        rows += [*(head if place % 7 == 0 else ()), row]
    return sheet(rows, notes=original().notes)


def spoilt_by_excel() -> Grid:
    """Keep codes as numbers: 1.10 is 1.1."""
    grid = original()
    rows = [(row[0].removesuffix("0"), *row[1:]) for row in grid.rows]
    numeric = frozenset((row, 0) for row in range(1, len(rows)))
    return sheet(rows, notes=grid.notes, numeric=numeric)


def notes_under_the_table() -> Grid:
    """Mark footnotes with raised digits, and put their texts in rows under the table."""
    grid = original()
    raised = str.maketrans("567", "⁵⁶⁷")
    rows = [
        tuple(
            text.replace(f"{NOTE_OPEN}{mark}{NOTE_CLOSE}", mark.translate(raised))
            for text in row
            for mark in (
                next((m for m in grid.notes if f"{NOTE_OPEN}{m}{NOTE_CLOSE}" in text), ""),
            )
        )
        for row in grid.rows
    ]
    foot = [("", "", "", "", ""), ("Ghi chú:", "", "", "", "")]
    foot += [(f"{mark} {text}", "", "", "", "") for mark, text in grid.notes.items()]
    sign = [("Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN", ""), ("- Như trên;", "", "", "", "")]
    return sheet([*rows, *foot, *sign])


def merged_periods() -> Grid:
    """Merge the period of a whole group into one cell, that of the group's row."""
    rows = _rows(
        lambda code, title: (code, title, "", "", "2024 - 2030"),
        lambda _code, _number, task: (task.code, task.title, task.lead, task.support, ""),
        HEADER,
    )
    starts = [row for row, cells in enumerate(rows) if cells[4] == "2024 - 2030"]
    ends = [*starts[1:], len(rows)]
    merges = tuple(Merge(start, 4, end - start, 1) for start, end in zip(starts, ends, strict=True))
    return sheet(rows, merges=merges)


def year_marks() -> Grid:
    """Make years columns, marked where a task runs."""
    years = tuple(map(str, range(2024, 2031)))
    rows = _rows(
        lambda code, title: (code, title, "", "", *[""] * 7),
        lambda _code, _number, task: (
            *(task.code, task.title, task.lead, task.support),
            *("x" if int(year) <= int(task.period[-4:]) else "" for year in years),
        ),
        ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Lộ trình thực hiện", *[""] * 6),
        ("", "", "", "", *years),
    )
    return sheet(rows, merges=(Merge(0, 4, 1, 7),))


CLEAN: tuple[Callable[[], Grid], ...] = (
    *(original, broken_lines, roman, roman_dotted, running, two_row_header, both_in_one),
    *(codes_in_the_text, letters, uncoded, header_on_each_page, spoilt_by_excel),
    *(notes_under_the_table, merged_periods, year_marks),
)
"""Layouts in which nothing is doubtful."""
