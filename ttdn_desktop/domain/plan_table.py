"""The annex of a plan as a table: what `plan write` gives out, and an import reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.plain_table import PlainTable, TableColumn, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.domain.plan import Plan, PlanVersion, Task

_COLUMNS = (
    TableColumn("TT", 14),
    TableColumn("Nhiệm vụ, giải pháp", 100),
    TableColumn("Đơn vị chủ trì", 50),
    TableColumn("Đơn vị phối hợp", 58),
    TableColumn("Thời gian thực hiện", 25),
)
_PRODUCT = TableColumn("Sản phẩm, kết quả", 40)


def plan_table(version: PlanVersion) -> PlainTable:
    """Return the tasks by group, their footnotes numbered from 1 below the table.

    A column for products stands there only where a task has one.
    """
    with_product = any(task.product for task in version.tasks)
    marks = _marks(version.tasks)
    return PlainTable(
        name="Danh mục nhiệm vụ",
        above=("Phụ lục", "Danh mục nhiệm vụ, giải pháp", _belonging_to(version.plan)),
        columns=(*_COLUMNS, _PRODUCT) if with_product else _COLUMNS,
        rows=tuple(_rows(version, marks, with_product=with_product)),
        below=tuple(f"{mark} {note}" for task in version.tasks for mark, note in marks[task.id]),
    )


def _belonging_to(plan: Plan) -> str:
    number = plan.number or f"      {plan.number_suffix}"
    day = f"{plan.issued_on:%d}" if plan.issued_on else "    "
    when = plan.issued_on or plan.month
    return f"(Kèm theo Kế hoạch số {number} ngày {day} tháng {when.month} năm {when.year})"


def _marks(tasks: Iterable[Task]) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return the footnotes of each task (by its id), numbered through the whole table."""
    marks: dict[str, tuple[tuple[int, str], ...]] = {}
    used = 0
    for task in tasks:
        marks[task.id] = tuple(enumerate(task.notes, used + 1))
        used += len(task.notes)
    return marks


def _rows(
    version: PlanVersion, marks: dict[str, tuple[tuple[int, str], ...]], *, with_product: bool
) -> Iterator[TableRow]:
    for group in version.groups:
        blank = ("",) * (4 if with_product else 3)
        yield TableRow((group.code, group.title, *blank), strong=True)
        for task in version.tasks:
            if task.group_code == group.code:
                pointed = "".join(
                    f"{NOTE_OPEN}{mark}{NOTE_CLOSE}" for mark, _note in marks[task.id]
                )
                cells = (task.code, task.title + pointed, task.lead_text, task.support_text)
                product = (task.product,) if with_product else ()
                yield TableRow((*cells, task.period_text, *product))
