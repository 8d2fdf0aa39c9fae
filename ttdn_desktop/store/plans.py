"""Plans and their versions: the one in force is the one adopted last."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.plan import Assignee, Direction, Duty, Plan, PlanVersion, Task, TaskGroup
from ttdn_desktop.store import plan_adoptions
from ttdn_desktop.store.days import to_day
from ttdn_desktop.store.plan_json import cited_from, deadline_from
from ttdn_desktop.store.plan_rows import parts, plan_row
from ttdn_desktop.store.reading import cells, greatest, one, read, values
from ttdn_desktop.store.tables import (
    directions,
    duties,
    duty_units,
    plan_items,
    plan_versions,
    plans,
    task_groups,
    task_units,
    tasks,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.plan_adoptions import PlanSource
    from ttdn_desktop.store.reading import Found

NONE = "[]"
TASK_COLUMNS = tuple(
    tasks.c[name]
    for name in (
        "id",
        "code",
        "title",
        "group_code",
        "lead_text",
        "support_text",
        "period_text",
        "first_year",
        "last_year",
        "product",
        "notes",
        "cited",
    )
)
"""What a task is made from, in this order."""

_named = task_units.c
_NAMED = (_named.task_id, _named.role, _named.written, _named.unit_id, _named.class_id)


def adopt(tx: Tx, version: PlanVersion, source: PlanSource | None = None) -> None:
    """Put a version in force; one that was in force before is taken up again as it is.

    `source` is the file that it came in. The bodies and classes it names must be known. A plan
    already known keeps the number and date the officer gave it.
    """
    _put_in_force(tx, version)
    if source is not None:
        plan_adoptions.add(tx, version.id, source)


def _put_in_force(tx: Tx, version: PlanVersion) -> None:
    adoption = {"adoption": _next_adoption(tx.connection), "adopted_at": tx.at}
    _put_plan(tx, version.plan)
    if _known(tx.connection, plan_versions, version.id):
        plan_adoptions.remember_earlier(tx, version.id)
        tx.update(plan_versions, version.id, adoption)
        return
    tx.insert(plan_versions, {"id": version.id, "plan_id": version.plan.id, **adoption})
    _register_items(tx, version)
    for table, rows in parts(version):
        tx.insert_many(table, rows)


def _put_plan(tx: Tx, plan: Plan) -> None:
    found = one(tx.connection, plans, id=plan.id)
    if found is None:
        tx.insert(plans, plan_row(plan))
    elif found.number is None and plan.number is not None:
        tx.update(plans, plan.id, {"number": plan.number, "issued_on": plan.issued_on})


def set_number(tx: Tx, plan_id: str, number: str, issued_on: date) -> None:
    """Give a plan the number and day that are blank in its copy."""
    tx.update(plans, plan_id, {"number": number, "issued_on": issued_on})


def adopted_at(connection: Connection, version_id: str) -> int | None:
    """Return when a version was put in force last, in UTC milliseconds; None for an unknown one."""
    return next(values(connection, plan_versions.c.adopted_at, id=version_id), None)


def in_force(connection: Connection) -> PlanVersion | None:
    """Return the version adopted last; None before the first."""
    adopted = read(connection, plan_versions, "adoption")
    return by_id(connection, adopted[-1].id) if adopted else None


def by_id(connection: Connection, version_id: str) -> PlanVersion | None:
    """Return one version with all its content, or None."""
    version = one(connection, plan_versions, id=version_id)
    plan = version and one(connection, plans, id=version.plan_id)
    if plan is None:
        return None
    return PlanVersion(
        id=version_id,
        plan=_plan(plan),
        directions=_directions(connection, version_id),
        duties=_duties(connection, version_id),
        groups=_groups(connection, version_id),
        tasks=_tasks(connection, version_id),
    )


def _next_adoption(connection: Connection) -> int:
    return (greatest(connection, plan_versions.c.adoption) or 0) + 1


def _known(connection: Connection, table: Table, identity: str) -> bool:
    return one(connection, table, id=identity) is not None


def _register_items(tx: Tx, version: PlanVersion) -> None:
    known = set(values(tx.connection, plan_items.c.id))
    new = ({"id": item.id, "kind": kind} for kind, item in version.items() if item.id not in known)
    tx.insert_many(plan_items, new)


def _plan(row: Found) -> Plan:
    return Plan(
        id=row.id,
        title=row.title,
        issuer_id=row.issuer_id,
        coordinator_id=row.coordinator_id,
        number=row.number,
        number_suffix=row.number_suffix,
        issued_on=to_day(row.issued_on),
        month=date.fromisoformat(row.month),
        replaces=row.replaces,
        replaces_reference=row.replaces_reference,
        subject=row.subject,
        legal_basis=tuple(row.legal_basis),
        recipients=tuple(row.recipients),
        replaces_note=row.replaces_note,
        purpose=row.purpose,
        funding=row.funding,
        unit_deadline=deadline_from(row.unit_deadline),
        coordinator_deadline=deadline_from(row.coordinator_deadline),
    )


def _rows(connection: Connection, table: Table, version_id: str) -> Sequence[Found]:
    return read(connection, table, "ordinal", version_id=version_id)


def _directions(connection: Connection, version_id: str) -> tuple[Direction, ...]:
    found = _rows(connection, directions, version_id)
    return tuple(
        Direction(row.id, row.code, row.title, row.body, tuple(row.notes), cited_from(row.cited))
        for row in found
    )


def _groups(connection: Connection, version_id: str) -> tuple[TaskGroup, ...]:
    found = _rows(connection, task_groups, version_id)
    return tuple(TaskGroup(row.id, row.code, row.title, row.direction_code) for row in found)


def _duties(connection: Connection, version_id: str) -> tuple[Duty, ...]:
    named: defaultdict[str, list[Assignee]] = defaultdict(list)
    for row in _rows(connection, duty_units, version_id):
        named[row.duty_id].append(_assignee(row))
    found = _rows(connection, duties, version_id)
    return tuple(
        Duty(row.id, row.code, row.title, row.body, tuple(named[row.id]), tuple(row.notes))
        for row in found
    )


def _tasks(connection: Connection, version_id: str) -> tuple[Task, ...]:
    named: defaultdict[tuple[str, str], list[Assignee]] = defaultdict(list)
    for task_id, role, *names in cells(connection, _NAMED, "ordinal", version_id=version_id):
        named[task_id, role].append(Assignee(*names))
    found = cells(connection, TASK_COLUMNS, "ordinal", version_id=version_id)
    return tuple(task_from(values, named) for values in found)


def _assignee(row: Found) -> Assignee:
    return Assignee(row.written, row.unit_id, row.class_id)


def task_from(values: Sequence[Any], named: Mapping[tuple[str, str], Sequence[Assignee]]) -> Task:
    """Return a task out of its `TASK_COLUMNS` and of whom its cells name, by task and role.

    Values are as the driver gives them, lists as JSON text.
    """
    identity, code, title, group, *texts, first_year, last_year, product, notes, cited = values
    lead_text, support_text, period_text = texts
    return Task(
        id=identity,
        code=code,
        title=title,
        group_code=group,
        lead=tuple(named.get((identity, "lead"), ())),
        support=tuple(named.get((identity, "support"), ())),
        lead_text=lead_text,
        support_text=support_text,
        period_text=period_text,
        first_year=first_year,
        last_year=last_year,
        product=product,
        notes=() if notes == NONE else tuple(json.loads(notes)),
        cited=() if cited == NONE else cited_from(json.loads(cited)),
    )
