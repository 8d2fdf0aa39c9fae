"""The plan version that a list makes of the one in force, as far as each change is taken."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan import Task, TaskGroup
from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.plan_identity import group_id, task_id, version_id
from ttdn_desktop.domain.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.plan import Plan, PlanVersion
    from ttdn_desktop.domain.plan_changes import GroupRow, PlanChanges, TaskRow
    from ttdn_desktop.domain.task_list import ReadTask


class Decision(StrEnum):
    """Whether a change is taken over, or what the plan says now is kept."""

    TAKE = "take"
    KEEP = "keep"


UNPLACED = "Nhiệm vụ khác"
"""The group of tasks that neither the list nor their codes put into one."""

_FIELDS = {
    ChangeKind.REWORDED: ("title",),
    ChangeKind.RENUMBERED: ("code",),
    ChangeKind.LEAD: ("lead", "lead_text"),
    ChangeKind.SUPPORT: ("support", "support_text"),
    ChangeKind.PERIOD: ("period_text", "first_year", "last_year"),
    ChangeKind.PRODUCT: ("product",),
    ChangeKind.NOTES: ("notes",),
}
"""The fields of a task that a kind of change writes."""

Decisions = dict[tuple[str, ChangeKind], Decision]
"""By a row's key and the kind of change; what is not named is taken."""


def merged(
    version: PlanVersion, changes: PlanChanges, plan: Plan, decisions: Decisions
) -> PlanVersion:
    """Return the version that would be adopted; nothing taken gives the version as it is.

    Directions and duties are taken over: a list of tasks says nothing of them. A task keeps its
    id whatever is changed of it; one that comes gets an id of its own.
    """
    taken = _Taken(decisions)
    groups = _Groups(version, changes, plan, taken)
    tasks = _Tasks(version, plan, groups, taken)
    rows = tuple(tasks.all(changes.rows))
    used = {task.group_code for task in rows}
    made = replace(version, plan=plan, groups=groups.used(used), tasks=rows)
    return replace(made, id=version_id(made))


class _Taken:
    """What was decided of each change."""

    def __init__(self, decisions: Decisions) -> None:
        self._kept = {key for key, decision in decisions.items() if decision is Decision.KEEP}

    def of(self, row: TaskRow | GroupRow, kind: ChangeKind) -> bool:
        """Tell whether a row has a change that is taken."""
        return kind in row.kinds and (row.key, kind) not in self._kept


class _Groups:
    """The groups to be, by their codes in the plan and in the list."""

    def __init__(
        self, version: PlanVersion, changes: PlanChanges, plan: Plan, taken: _Taken
    ) -> None:
        self._plan, self._taken = plan, taken
        self._ids = {group.id for group in version.groups}
        self._directions = {group.code: group.direction_code for group in version.groups}
        self._made: list[TaskGroup] = []
        self._listed: set[str] = set()
        self.by_old: dict[str, str] = {}
        self.by_new: dict[str, str] = {}
        for row in changes.groups:
            self._add(row)

    def of_new(self, task: ReadTask) -> str:
        """Return the code of the group that a task of the list stands in.

        Without one it is the group that its code begins with, else a group of its own kind.
        """
        if task.group_code in self.by_new:
            return self.by_new[task.group_code]
        codes = [group.code for group in self._made]
        for code in (task.group_code, task.code.partition(".")[0]):
            if code and code in codes:
                return code
        return self._unplaced(codes)

    def _unplaced(self, codes: list[str]) -> str:
        known = next((group for group in self._made if group.title == UNPLACED), None)
        if known is None:
            known = self._new(_next_number(codes), UNPLACED)
            self._made.append(known)
        return known.code

    def used(self, codes: set[str]) -> tuple[TaskGroup, ...]:
        """Return those of the list, and those that tasks still stand in."""
        return tuple(each for each in self._made if each.id in self._listed or each.code in codes)

    def _add(self, row: GroupRow) -> None:
        group = self._stays(row) if row.old else self._comes(row)
        if group is None:
            return
        self._made.append(group)
        if not self._taken.of(row, ChangeKind.REMOVED):
            self._listed.add(group.id)
        if row.old:
            self.by_old[row.old.code] = group.code
        if row.new:
            self.by_new[row.new.code] = group.code

    def _stays(self, row: GroupRow) -> TaskGroup | None:
        group = row.old
        if group and row.new and self._taken.of(row, ChangeKind.REWORDED):
            group = replace(group, title=row.new.title)
        if group and row.new and self._taken.of(row, ChangeKind.RENUMBERED):
            group = replace(group, code=row.new.code)
        return group

    def _comes(self, row: GroupRow) -> TaskGroup | None:
        if row.new is None or not self._taken.of(row, ChangeKind.ADDED):
            return None
        return self._new(row.new.code, row.new.title)

    def _new(self, code: str, title: str) -> TaskGroup:
        """Return a group that comes; it stands under the direction of the one it follows upon."""
        identity = _free(group_id(self._plan.id, code), title, self._ids)
        last = next(reversed(self._directions.values()), "")
        return TaskGroup(identity, code, title, self._directions.get(code, last))


class _Tasks:
    """The tasks to be."""

    def __init__(self, version: PlanVersion, plan: Plan, groups: _Groups, taken: _Taken) -> None:
        self._plan, self._groups, self._taken = plan, groups, taken
        self._ids = {task.id for task in version.tasks}
        self._codes = [task.code for task in version.tasks]

    def all(self, rows: tuple[TaskRow, ...]) -> Iterator[Task]:
        for row in rows:
            if row.old is None:
                if row.new and self._taken.of(row, ChangeKind.ADDED):
                    yield self._comes(row.new)
            elif row.new is None:
                if not self._taken.of(row, ChangeKind.REMOVED):
                    yield self._in_group(row.old)
            else:
                yield self._stays(row, row.old, row.new)

    def _in_group(self, task: Task) -> Task:
        code = self._groups.by_old.get(task.group_code, task.group_code)
        return task if code == task.group_code else replace(task, group_code=code)

    def _stays(self, row: TaskRow, old: Task, new: ReadTask) -> Task:
        task = self._in_group(old)
        values: dict[str, object] = {}
        for kind in row.kinds:
            if self._taken.of(row, kind):
                values |= self._values(kind, old, new)
        return replace(task, **values) if values else task  # type: ignore[arg-type]  # (by field)

    def _values(self, kind: ChangeKind, old: Task, new: ReadTask) -> dict[str, object]:
        """Return the fields that a change writes, as the list has them."""
        if kind is ChangeKind.REGROUPED:
            return {"group_code": self._groups.of_new(new)}
        values = {name: getattr(new, name) for name in _FIELDS[kind]}
        if kind is ChangeKind.REWORDED:
            values["cited"] = _still_cited(old, new)
        return values

    def _ordinals(self, group: str) -> list[str]:
        begun = f"{group}."
        return [code.removeprefix(begun) for code in self._codes if code.startswith(begun)]

    def _comes(self, new: ReadTask) -> Task:
        group = self._groups.of_new(new)
        code = new.code or f"{group}.{_next_number(self._ordinals(group))}"
        self._codes.append(code)
        return Task(
            id=_free(task_id(self._plan.id, code, new.title), new.title, self._ids),
            code=code,
            title=new.title,
            group_code=group,
            lead=new.lead,
            support=new.support,
            lead_text=new.lead_text,
            support_text=new.support_text,
            period_text=new.period_text,
            first_year=new.first_year,
            last_year=new.last_year,
            product=new.product,
            notes=new.notes,
        )


def _next_number(written: list[str]) -> str:
    """Return the number after the highest of some codes; what is no number does not count."""
    return str(1 + max((int(code) for code in written if code.isdecimal()), default=0))


def _free(identity: str, words: str, taken: set[str]) -> str:
    """Return an id that nothing else in the version bears: a lineage may have begun alike."""
    while identity in taken:
        identity = task_id(identity, "", words)
    taken.add(identity)
    return identity


def _still_cited(old: Task, new: ReadTask) -> tuple[object, ...]:
    """Return the documents of the old wording that the new one still names."""
    said = nfc("\n".join((new.title, *(new.notes or old.notes)))).replace(" ", "")
    return tuple(each for each in old.cited if each.number and each.number in said)
