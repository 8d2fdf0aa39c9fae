"""The whole plan as a list: what it is, its directions, its tasks by group, its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.plan import Direction, Duty, PlanVersion, Task
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.words import Words


@immutable
class PlanLine:
    """An item of the plan, a heading over items, or the plan itself (`is_plan`)."""

    code: str
    title: str
    item: Task | Direction | Duty | None = None
    is_plan: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether the line only heads others."""
        return self.item is None and not self.is_plan


class PlanModel(RowModel[PlanLine]):
    """Headings are bold on a band and cannot be chosen."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows."""
        line = self.row_at(index.row()) if index.isValid() else None
        if line is not None and line.is_heading and role == Qt.ItemDataRole.BackgroundRole:
            return self._look.color("band")
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be chosen, headings not."""
        line = self.row_at(index.row())
        if line is not None and line.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def plan_lines(version: PlanVersion, words: Words) -> Iterator[PlanLine]:
    """Yield the lines of a plan in its order."""
    yield PlanLine("", words.say("plan.whole"), is_plan=True)
    yield PlanLine("II", words.say("plan.directions"))
    yield from (PlanLine(each.code, each.title, each) for each in version.directions)
    for group in version.groups:
        yield PlanLine(group.code, group.title)
        tasks = (task for task in version.tasks if task.group_code == group.code)
        yield from (PlanLine(task.code, task.title, task) for task in tasks)
    yield PlanLine("IV", words.say("plan.duties"))
    yield from (PlanLine(each.code, each.title, each) for each in version.duties)
