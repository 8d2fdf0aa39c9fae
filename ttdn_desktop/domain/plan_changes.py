"""What a list of tasks would change in the plan in force, task by task."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.pairing import Wording, paired
from ttdn_desktop.domain.same_task import (
    blank,
    is_alike,
    is_numbered,
    named,
    same_bodies,
    same_notes,
    same_period,
    same_words,
)
from ttdn_desktop.domain.word_diff import word_diff
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.plan import PlanVersion, Task, TaskGroup
    from ttdn_desktop.domain.task_list import ReadGroup, ReadTask, TaskList
    from ttdn_desktop.domain.word_diff import Segment


class ChangeKind(StrEnum):
    """What is otherwise in the list than in the plan."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    REGROUPED = "regrouped"
    LEAD = "lead"
    SUPPORT = "support"
    PERIOD = "period"
    PRODUCT = "product"
    NOTES = "notes"


@immutable
class TaskRow:
    """One task of the plan, of the list, or of both, and what differs.

    `key` names the row in decisions: the task's id, or "new:" and its place in the list. `kept`
    is what the plan says and the list leaves blank: it stays, for a blank is no instruction.
    """

    key: str
    old: Task | None
    new: ReadTask | None
    kinds: frozenset[ChangeKind] = frozenset()
    kept: frozenset[ChangeKind] = frozenset()

    @property
    def code(self) -> str:
        """The code in the plan; of a task that comes, the one in the list."""
        return self.old.code if self.old else self.new.code if self.new else ""

    def wording(self) -> tuple[Segment, ...]:
        """Return both titles in one row, word by word."""
        return word_diff(self.old.title if self.old else "", self.new.title if self.new else "")


@immutable
class GroupRow:
    """One group of the plan, of the list, or of both; `kinds` are those of a task's wording."""

    key: str
    old: TaskGroup | None
    new: ReadGroup | None
    kinds: frozenset[ChangeKind] = frozenset()


@dataclass(frozen=True)
class PlanChanges:
    """The difference: tasks in the list's order, those that go where they stood before."""

    rows: tuple[TaskRow, ...]
    groups: tuple[GroupRow, ...]

    def of(self, kind: ChangeKind) -> tuple[TaskRow, ...]:
        """Return the rows with a kind of change."""
        return tuple(row for row in self.rows if kind in row.kinds)

    @property
    def unchanged(self) -> int:
        """How many tasks stay as they are."""
        return sum(not row.kinds for row in self.rows)

    @property
    def kept(self) -> tuple[TaskRow, ...]:
        """The rows in which something stays because the list leaves it blank."""
        return tuple(row for row in self.rows if row.kept)

    @property
    def any(self) -> bool:
        """Whether anything differs at all."""
        return any(row.kinds for row in self.rows) or any(row.kinds for row in self.groups)


def compare(version: PlanVersion, listed: TaskList) -> PlanChanges:
    """Return what a list would change in a version of the plan; writes nothing, decides nothing."""
    groups = tuple(_group_rows(version.groups, listed.groups))
    partner = paired(
        [Wording(task.code, task.title) for task in version.tasks],
        [Wording(task.code, task.title) for task in listed.tasks],
    )
    comparing = _Comparing(groups)
    by_new = {place: old for old, place in partner.items()}
    rows = []
    for place, new in enumerate(listed.tasks):
        if place in by_new:
            rows.append(comparing.row(version.tasks[by_new[place]], new))
        else:
            rows.append(TaskRow(f"new:{place}", None, new, frozenset({ChangeKind.ADDED})))
    return PlanChanges(tuple(_with_removed(version.tasks, rows)), groups)


def _with_removed(tasks: Sequence[Task], rows: list[TaskRow]) -> Iterator[TaskRow]:
    """Put the tasks that go behind the one that they stood behind."""
    staying = {row.old.id for row in rows if row.old}
    behind: dict[str, list[TaskRow]] = {}
    last = ""
    for task in tasks:
        if task.id in staying:
            last = task.id
        else:
            gone = TaskRow(task.id, task, None, frozenset({ChangeKind.REMOVED}))
            behind.setdefault(last, []).append(gone)
    yield from behind.get("", ())
    for row in rows:
        yield row
        yield from behind.get(row.old.id, ()) if row.old else ()


def _group_rows(old: Sequence[TaskGroup], new: Sequence[ReadGroup]) -> Iterator[GroupRow]:
    """Compare the groups; a list without any says nothing of them."""
    if not new:
        yield from (GroupRow(group.id, group, None) for group in old)
        return
    partner = paired(
        [Wording(group.code, group.title) for group in old],
        [Wording(group.code, group.title) for group in new],
    )
    by_new = _with_codes(old, new, {place: was for was, place in partner.items()})
    for place, group in enumerate(new):
        if place not in by_new:
            yield GroupRow(f"new group:{place}", None, group, frozenset({ChangeKind.ADDED}))
            continue
        was = old[by_new[place]]
        kinds = {
            ChangeKind.REWORDED: not same_words(was.title, group.title),
            ChangeKind.RENUMBERED: bool(group.code) and group.code != was.code,
        }
        yield GroupRow(
            was.id, was, group, frozenset(kind for kind, is_so in kinds.items() if is_so)
        )
    for place, group_gone in enumerate(old):
        if place not in by_new.values():
            yield GroupRow(group_gone.id, group_gone, None, frozenset({ChangeKind.REMOVED}))


def _with_codes(
    old: Sequence[TaskGroup], new: Sequence[ReadGroup], by_new: dict[int, int]
) -> dict[int, int]:
    """Pair the rest by code alone: a group with another title still holds the same tasks."""
    codes = {each.code: place for place, each in enumerate(old) if place not in by_new.values()}
    found = dict(by_new)
    for place, group in enumerate(new):
        if place not in found and group.code in codes:
            found[place] = codes.pop(group.code)
    return found


def _those(kinds: Mapping[ChangeKind, bool]) -> frozenset[ChangeKind]:
    return frozenset(kind for kind, is_so in kinds.items() if is_so)


class _Comparing:
    """Two wordings of one task side by side, with the groups of both lists known."""

    def __init__(self, groups: Sequence[GroupRow]) -> None:
        self._group_then = {
            row.new.code: row.old.code if row.old else "" for row in groups if row.new
        }

    def row(self, old: Task, new: ReadTask) -> TaskRow:
        if is_alike(old, new) and not self._regrouped(old, new):
            return TaskRow(old.id, old, new)
        kinds = {
            ChangeKind.REWORDED: not same_words(old.title, new.title),
            ChangeKind.RENUMBERED: is_numbered(new) and old.code != new.code,
            ChangeKind.REGROUPED: self._regrouped(old, new),
            ChangeKind.PRODUCT: not blank(new.product) and not same_words(old.product, new.product),
            ChangeKind.NOTES: bool(new.notes) and not same_notes(old.notes, new.notes),
            ChangeKind.PERIOD: not blank(new.period_text) and not same_period(old, new),
            ChangeKind.LEAD: named(new.lead, new.lead_text)
            and not same_bodies(old.lead, old.lead_text, new.lead, new.lead_text),
            ChangeKind.SUPPORT: named(new.support, new.support_text)
            and not same_bodies(old.support, old.support_text, new.support, new.support_text),
        }
        return TaskRow(old.id, old, new, _those(kinds), frozenset(_kept_of(old, new)))

    def _regrouped(self, old: Task, new: ReadTask) -> bool:
        return new.group_code in self._group_then and (
            self._group_then[new.group_code] != old.group_code
        )


def _kept_of(old: Task, new: ReadTask) -> Iterator[ChangeKind]:
    if named(old.lead, old.lead_text) and not named(new.lead, new.lead_text):
        yield ChangeKind.LEAD
    if named(old.support, old.support_text) and not named(new.support, new.support_text):
        yield ChangeKind.SUPPORT
    if not blank(old.period_text) and blank(new.period_text):
        yield ChangeKind.PERIOD
    if not blank(old.product) and blank(new.product):
        yield ChangeKind.PRODUCT
    if old.notes and not new.notes:
        yield ChangeKind.NOTES
