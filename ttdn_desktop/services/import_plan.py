"""The latest list of tasks: what it would change, decided row by row, and adopted as one change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan_changes import compare
from ttdn_desktop.domain.plan_merge import merged
from ttdn_desktop.domain.plan_succeeding import plan_of
from ttdn_desktop.domain.review import ReviewMark
from ttdn_desktop.domain.task_list import Severity
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.wording import comparable
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import unknown_bodies
from ttdn_desktop.services.listed_names import in_list, in_version, key_of, unknown_names
from ttdn_desktop.services.resting import collector_resting
from ttdn_desktop.store import plan_naming, plan_reviews, plans
from ttdn_desktop.store.plan_adoptions import PlanSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ttdn_desktop.domain.plan import Plan, PlanVersion, Task
    from ttdn_desktop.domain.plan_changes import PlanChanges
    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.domain.task_list import TaskList
    from ttdn_desktop.services.listed_names import UnknownUnit
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.changes import Tx

LABEL = "Cập nhật kế hoạch từ tệp"
PASTED = "bảng đã dán"
"""What a list is called that was pasted."""


@dataclass(frozen=True)
class ImportPreview:
    """What a list would change. `version` is what would be adopted, as it stands here.

    `now` is the version in force that it was compared with. `records` counts the activities of
    each task of the plan (by id) whose row changes. `decisions` are what was decided so far of
    the changes, `bodies` (by name) of the names that nobody knows, which are all in `asked`;
    `organisation` are the bodies there are before that.
    """

    listed: TaskList
    now: PlanVersion
    version: PlanVersion
    changes: PlanChanges
    plan: Plan
    organisation: Organisation
    asked: tuple[UnknownUnit, ...] = ()
    records: Mapping[str, int] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=dict)
    bodies: unknown_bodies.Decisions = field(default_factory=dict)

    @property
    def unknown_units(self) -> tuple[UnknownUnit, ...]:
        """The names that stay as they are written: nobody has decided what they are."""
        decided_on = set(map(key_of, self.bodies))
        return tuple(each for each in self.asked if key_of(each.name) not in decided_on)

    @property
    def differs(self) -> bool:
        """Whether the plan would be another."""
        return self.version.id != self.now.id

    @property
    def writes(self) -> bool:
        """Whether adopting it would change anything: the plan, or what is known of bodies."""
        return self.differs or bool(self.bodies)

    @property
    def replaces(self) -> bool:
        """Whether the list is of another plan, which replaces the one in force."""
        return self.version.plan.id != self.now.plan.id

    @property
    def errors(self) -> int:
        """How many problems must be mended before it can be adopted."""
        return sum(each.severity is Severity.ERROR for each in self.listed.problems)


@immutable
class Adopted:
    """Whether a version was put in force, its id, and how many tasks are to be reviewed."""

    applied: bool
    version_id: str
    to_review: int = 0


@collector_resting()
def preview(office: Office, listed: TaskList) -> ImportPreview:
    """Return what a list would change in the plan in force; writes nothing."""
    around = office.surroundings()
    now = around.version
    issuer = around.organisation.unit(now.plan.issuer_id)
    plan = plan_of(listed, now.plan, issuer.name_on(listed.issued_on or now.plan.month).name)
    changes = compare(now, listed)
    touched = {row.key for row in changes.rows if row.kinds and row.old}
    with office.store.read() as connection:
        records = plan_reviews.counts(connection, touched)
    return ImportPreview(
        listed=listed,
        now=now,
        version=merged(now, changes, plan, {}),
        changes=changes,
        plan=plan,
        organisation=around.organisation,
        asked=tuple(unknown_names(listed, around.organisation.units)),
        records=records,
    )


def decided(
    seen: ImportPreview,
    decisions: Decisions,
    *,
    bodies: unknown_bodies.Decisions | None = None,
) -> ImportPreview:
    """Return a preview with all that was decided; its version is what would be adopted.

    `bodies` says what names are that nobody knows, by default what was decided of them before.
    The changes are compared anew by it: another name of the body in the plan is no change. Raises
    KnownError `name_not_asked`, or as `unknown_bodies.recognised_with` does.
    """
    named = seen.bodies if bodies is None else dict(bodies)
    _require_asked(seen, named)
    ids = unknown_bodies.recognised_with(named, seen.organisation).ids
    changes = seen.changes
    if bodies is not None:
        changes = compare(seen.now, in_list(seen.listed, ids))
    version = in_version(merged(seen.now, changes, seen.plan, decisions), ids)
    return replace(seen, version=version, changes=changes, decisions=dict(decisions), bodies=named)


def adopt(
    office: Office,
    seen: ImportPreview,
    *,
    before: Callable[[Office, str], object] = lambda _office, _label: None,
) -> Adopted:
    """Put the version of a preview in force, as one change; what changes nothing is not written.

    What was decided of unknown names is written in the same change. `before` is called with the
    label first: the restore point. Records stay with their tasks; a reworded task that has some
    is marked for review. Raises KnownError `plan_list_empty`, `plan_list_errors`, `plan_moved_on`
    where another version has come in force since the preview, or as `decided` does where the
    bodies are others since; nothing is changed then.
    """
    around = office.surroundings()
    _require_sound(seen)
    _require_in_force(around.version, seen)
    _require_same_bodies(around.organisation, seen)
    if not seen.writes:
        return Adopted(applied=False, version_id=seen.now.id)
    label = f"{LABEL} {name_of(seen.listed)}"
    before(office, label)
    with collector_resting(), office.store.change(office.actor(), label) as tx:
        unknown_bodies.apply(tx, seen.bodies, around.organisation)
        if seen.differs:
            plans.adopt(tx, seen.version, _source(seen.listed))
        plan_naming.put(tx, seen.version)
        marks = tuple(_marks(tx, seen))
        for mark in marks:
            plan_reviews.put(tx, mark)
    return Adopted(applied=True, version_id=seen.version.id, to_review=len(marks))


def _require_sound(seen: ImportPreview) -> None:
    name = name_of(seen.listed)
    if not seen.listed.tasks:
        raise KnownError("plan_list_empty", file=name)
    if seen.errors:
        raise KnownError("plan_list_errors", file=name, count=seen.errors)


def _require_in_force(version: PlanVersion, seen: ImportPreview) -> None:
    if version.id != seen.now.id:
        raise KnownError("plan_moved_on", file=name_of(seen.listed))


def _require_asked(seen: ImportPreview, named: unknown_bodies.Decisions) -> None:
    asked = {key_of(each.name) for each in seen.asked}
    for name in named:
        if key_of(name) not in asked:
            names = "; ".join(each.name for each in seen.asked) or "–"
            raise KnownError("name_not_asked", name=tidy(name), names=names)


def _require_same_bodies(organisation: Organisation, seen: ImportPreview) -> None:
    """Refuse where what was decided of names is not any more what was shown."""
    now, then = (
        unknown_bodies.recognised_with(seen.bodies, each).ids
        for each in (organisation, seen.organisation)
    )
    if now != then:
        raise KnownError("plan_moved_on", file=name_of(seen.listed))


def _source(listed: TaskList) -> PlanSource:
    content = listed.content
    number = listed.number or None
    return PlanSource(name_of(listed), content.sha256, content.kind, number, listed.issued_on)


def name_of(listed: TaskList) -> str:
    """Return a file's name on one line, bytes of it that are no text as "?"; a paste has none."""
    return tidy(listed.content.name.encode(errors="replace").decode()) or PASTED


def _marks(tx: Tx, seen: ImportPreview) -> Iterator[ReviewMark]:
    """Yield what is to be reviewed: tasks with records whose wording is not what it was.

    What was to be reviewed already stays so, beside the wording of before, until that is back.
    """
    was = {mark.task_id: mark for mark in plan_reviews.open_marks(tx.connection, seen.now.id)}
    then = {task.id: task for task in seen.now.tasks}
    reworded = {task.id for task in seen.version.tasks if _is_reworded(task, then.get(task.id))}
    recorded = plan_reviews.counts(tx.connection, reworded - was.keys())
    earlier = plan_reviews.earlier_tasks(tx.connection, was.values())
    for task in seen.version.tasks:
        if task.id in was and _is_reworded(task, earlier[task.id]):
            yield ReviewMark(seen.version.id, task.id, was[task.id].earlier_id)
        elif recorded.get(task.id):
            yield ReviewMark(seen.version.id, task.id, seen.now.id)


def _is_reworded(task: Task, then: Task | None) -> bool:
    if then is None or then.title == task.title:
        return False
    return comparable(then.title) != comparable(task.title)
