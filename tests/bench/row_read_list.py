"""A list of 50,000 rows read and understood, beside the libraries that only give its cells.

Ours is the whole way: the reading process started, the file parsed in it, what it tells checked
and put together, the header found, codes, bodies and periods understood. Where the limit is below
one, ours has to be quicker than the floor.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import openpyxl
import python_calamine as calamine

from tests.bench.measure import Pair, Row
from ttdn_desktop.domain.task_list import ReadingChoice
from ttdn_desktop.files.task_reader import TaskReader
from ttdn_desktop.services.read_task_list import read_task_list
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.shipped_units import shipped_units

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from ttdn_desktop.domain.task_list import TaskList

_SIZE = 50_000
_TASKS_A_GROUP = 24
_SUPPORTS = 500
_MOST_MB = 300
_HEADINGS = (
    "TT",
    "Nhiệm vụ, giải pháp",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian",
    "Sản phẩm",
)
_PERIODS = (
    *("2024 - 2030", "Năm 2025", "Hằng năm", "Thường xuyên", "Quý IV/2025"),
    *("Trước 30/6/2026", "Giai đoạn 2026 - 2030", "Tháng 9/2025"),
)
_PRODUCTS = ("Kế hoạch", "Báo cáo", "Tin, bài, ảnh", "Hội nghị", "Văn bản chỉ đạo", "")


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        Row("list read", _beside_calamine, size=_SIZE, limit=4, most_mb=_MOST_MB),
        Row("list read beside openpyxl", _beside_openpyxl, size=_SIZE, limit=0.5, most_mb=_MOST_MB),
    ]


def _beside_calamine(folder: Path, size: int) -> Pair:
    path = _file(folder, size)

    def floor() -> None:
        calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

    return Pair(lambda: _ours(path, size), floor)


def _beside_openpyxl(folder: Path, size: int) -> Pair:
    path = _file(folder, size)

    def floor() -> None:
        book = openpyxl.load_workbook(path, read_only=True)
        list(book.worksheets[0].iter_rows(values_only=True))
        book.close()

    return Pair(lambda: _ours(path, size), floor)


def _ours(path: Path, size: int) -> TaskList:
    """Read the file; what is not understood whole is no measure."""
    found = read_task_list(TaskReader(), path, ReadingChoice())
    if len(found.groups) + len(found.tasks) != size or not all(t.lead for t in found.tasks):
        raise AssertionError(len(found.groups), len(found.tasks), found.problems[:3])
    return found


def _file(folder: Path, size: int) -> Path:
    """Save a list of so many groups and tasks, set as annexes of plans are."""
    path = folder / "danh-muc.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet: Worksheet = book.create_sheet("Danh mục")
    sheet.append(["PHỤ LỤC"])
    sheet.append(["Danh mục nhiệm vụ triển khai Kế hoạch"])
    sheet.append(_HEADINGS)
    for cells in _listed(size):
        sheet.append(cells)
    book.save(path)
    return path


def _listed(size: int) -> Iterator[tuple[str, ...]]:
    """Yield rows, the same each time: every task has a wording of its own, as in a real list.

    Who leads, who supports and when comes again and again, as it does there; the supporting
    bodies are 500 lists of one to five.
    """
    dice = Random(1)  # noqa: S311  # words, not secrets
    plan = shipped_plan()
    leads = [unit.names[-1].name for unit in shipped_units()]
    supports = ["; ".join(dice.sample(leads, dice.randint(1, 5))) for _ in range(_SUPPORTS)]
    for number in range(size):
        group, task = divmod(number, _TASKS_A_GROUP + 1)
        if not task:
            title = plan.groups[group % len(plan.groups)].title
            yield str(group + 1), f"{title} (nhóm {group + 1})", "", "", "", ""
            continue
        yield (
            f"{group + 1}.{task}",
            f"{plan.tasks[number % len(plan.tasks)].title} (phần {number})",
            dice.choice(leads),
            dice.choice(supports),
            dice.choice(_PERIODS),
            dice.choice(_PRODUCTS),
        )
