"""The annex of the plan as offices lay it out in Word, and the cells it must come back as."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import docx
from docx.shared import Mm

from tests.files.word_files import cell, listed, lists, paragraph, row, run, span, table, word_file
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

HEADER = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện")
AS_ISSUED = (
    "TT",
    "Nhiệm vụ, giải pháp",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Thời gian thực hiện",
)
"""The header of the plan itself."""
WIDTHS = (700, 6000, 3000, 3500, 1500)
BOLD, RAISED = "<w:b/>", '<w:vertAlign w:val="superscript"/>'
TITLE = "Phụ lục"
BEFORE = 4
"""Footnotes of the plan's text, which stand before those of the annex."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the annex: a group (no units, no period) or a task, with its footnote, if any."""

    code: str
    title: str
    lead: str = ""
    support: str = ""
    period: str = ""
    note: str = ""
    mark: str = ""

    @property
    def group(self) -> bool:
        """Tell a group from a task."""
        return "." not in self.code

    def cells(self) -> tuple[str, ...]:
        """Return the five cells, the footnote's mark behind the title."""
        mark = f"{NOTE_OPEN}{self.mark}{NOTE_CLOSE}" if self.mark else ""
        return (self.code, self.title + mark, self.lead, self.support, self.period)


def entries() -> list[Entry]:
    """Return the 3 groups and 29 tasks in order, footnotes marked from 5 on."""
    plan: dict[str, Any] = json.loads(resource("plans", "kontum-2024.json").read_text("utf-8"))
    found: list[Entry] = []
    for group in plan["groups"]:
        found.append(Entry(group["code"], group["title"]))
        for task in plan["tasks"]:
            if task["group"] == group["code"]:
                units = (task["lead_text"], task["support_text"], task["period_text"])
                found.append(Entry(task["code"], task["title"], *units, "".join(task["notes"])))
    return _marked(found)


def _marked(found: Sequence[Entry]) -> list[Entry]:
    marks = iter(range(BEFORE + 1, BEFORE + 1 + len(found)))
    return [replace(entry, mark=str(next(marks))) if entry.note else entry for entry in found]


def expected() -> tuple[tuple[str, ...], ...]:
    """Return the annex's cells, header first."""
    return (HEADER, *(entry.cells() for entry in entries()))


def bare() -> list[list[str]]:
    """Return the same under the plan's own header, without the marks of footnotes."""
    rows = [
        [entry.code, entry.title, entry.lead, entry.support, entry.period] for entry in entries()
    ]
    return [list(AS_ISSUED), *([nfc(cell) for cell in row] for row in rows)]


def notes() -> dict[str, str]:
    """Return the annex's footnotes by their marks."""
    return {entry.mark: entry.note for entry in entries() if entry.note}


def typed(path: Path) -> Path:
    """Write it with python-docx: codes typed, marks raised by hand, their texts below."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    grid = document.add_table(rows=0, cols=len(HEADER))
    for cells, entry in ((HEADER, None), *((entry.cells(), entry) for entry in entries())):
        for text, place in zip(cells, grid.add_row().cells, strict=True):
            place.width = Mm(30)
            words, _, mark = text.partition(NOTE_OPEN)
            place.paragraphs[0].add_run(words).bold = entry is None or entry.group
            if mark:
                place.paragraphs[0].add_run(mark.rstrip(NOTE_CLOSE)).font.superscript = True
    for mark, note in notes().items():
        document.add_paragraph(f"{mark} {note}")
    document.save(str(path))
    return path


def numbered(path: Path, *, strict: bool = False) -> Path:
    """Write it with Word's own numbers and footnotes, four of them before the annex."""
    numbering = lists(("decimal", "%1"), ("decimal", "%1.%2"))
    rows = [
        _row(entry, paragraph("", look=listed(1, 0 if entry.group else 1))) for entry in entries()
    ]
    before = "".join(paragraph("Căn cứ", _note(number)) for number in range(1, BEFORE + 1))
    return _written(path, before + paragraph(TITLE) + _table(rows), numbering, strict=strict)


def split(path: Path) -> Path:
    """Write it as three tables, each with the header, as where pages end."""
    found = [_row(entry, entry.code) for entry in entries()]
    tables = (_table(found[:11]), _table(found[11:22]), _table(found[22:]))
    return _written(path, _before() + paragraph("").join(tables))


def merged(path: Path) -> Path:
    """Write it with groups across all columns, the code before the title."""
    rows = [
        row(cell(paragraph(run(f"{entry.code}. {entry.title}", BOLD)), look=span(5, sum(WIDTHS))))
        if entry.group
        else _row(entry, entry.code)
        for entry in entries()
    ]
    return _written(path, _before() + _table(rows))


def displaced(path: Path) -> Path:
    """Write it with groups in one wide cell that forgot to say how many columns it spans."""
    rows = [
        row(cell(entry.code, look=span(1, 690)), cell(entry.title, look=span(1, 14_010)))
        if entry.group
        else _row(entry, entry.code)
        for entry in entries()
    ]
    return _written(path, _before() + _table(rows))


def two_headers(path: Path) -> Path:
    """Write it with a header over two rows, and a row of the columns' numbers."""
    first, covered = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    upper = row(
        *(_wide(text, width, first) for text, width in zip(HEADER[:2], WIDTHS, strict=False)),
        cell("Cơ quan thực hiện", look=span(2, 6500)),
        _wide(HEADER[4], WIDTHS[4], first),
    )
    lower = row(
        _wide("", WIDTHS[0], covered), _wide("", WIDTHS[1], covered),
        _wide("Chủ trì", WIDTHS[2]), _wide("Phối hợp", WIDTHS[3]), _wide("", WIDTHS[4], covered),
    )  # fmt: skip
    counted = row(*(_wide(f"({place})", width) for place, width in enumerate(WIDTHS, 1)))
    rows = [upper, lower, counted, *(_row(entry, entry.code) for entry in entries())]
    return _written(path, _before() + table(*rows, widths=WIDTHS))


def tracked(path: Path) -> Path:
    """Write it with changes not yet accepted: words, a paragraph's mark, a row, a footnote."""
    gone = "<w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>"
    rows = []
    for entry in entries():
        head, _, tail = entry.title.rpartition(" ")
        title = (
            paragraph(run(head), gone, look="<w:rPr><w:del/></w:rPr>"),
            paragraph(f"<w:ins>{run(' ' + tail)}</w:ins>", *_marks(entry)),
        )
        others = (entry.lead, entry.support, entry.period)
        rows.append(row(entry.code, cell(*title), *others))
        deleted = paragraph(f"<w:del>{run('cũ')}{_note(99)}</w:del>")
        rows.append(row("x", cell(deleted), "", "", "", look="<w:del/>"))
    return _written(path, _before() + _table(rows))


def _row(entry: Entry, code: str) -> str:
    look = BOLD if entry.group else ""
    title = paragraph(run(entry.title, look), *_marks(entry))
    texts = (code, title, entry.lead, entry.support, entry.period)
    return row(*(_wide(text, width) for text, width in zip(texts, WIDTHS, strict=True)))


def _wide(text: str, width: int, look: str = "") -> str:
    return cell(text, look=span(1, width) + look)


def _table(rows: Iterable[str]) -> str:
    header = row(*(_wide(text, width) for text, width in zip(HEADER, WIDTHS, strict=True)))
    return table(header, *rows, widths=WIDTHS)


def _marks(entry: Entry) -> list[str]:
    return [_note(int(entry.mark))] if entry.mark else []


def _note(number: int) -> str:
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="{number + 1}"/></w:r>'


def _before() -> str:
    return "".join(paragraph("Căn cứ", _note(number)) for number in range(1, BEFORE + 1))


def _written(path: Path, body: str, numbering: str = "", *, strict: bool = False) -> Path:
    texts = {**{str(number): "Căn cứ." for number in range(1, BEFORE + 1)}, **notes()}
    footnotes = "".join(
        f'<w:footnote w:id="{int(mark) + 1}">'
        f"{paragraph('<w:r><w:footnoteRef/></w:r>', ' ' + text)}</w:footnote>"
        for mark, text in texts.items()
    )
    parts = {"footnotes": footnotes, "numbering": numbering, "styles": ""}
    return word_file(path, body, parts, strict=strict)
