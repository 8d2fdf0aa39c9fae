"""The plan that ships with the program, word for word, with its names recognised."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.evidence import DocumentReference
from ttdn_desktop.domain.plan import Deadline, Direction, Duty, Plan, PlanVersion, Task, TaskGroup
from ttdn_desktop.domain.plan_identity import (
    direction_id,
    duty_id,
    group_id,
    plan_id,
    task_id,
    version_id,
)
from ttdn_desktop.domain.unit_names import recognised
from ttdn_desktop.domain.units import unit_id
from ttdn_desktop.paths import resource
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ttdn_desktop.domain.plan import Assignee

    Recognise = Callable[[Iterable[str]], tuple[Assignee, ...]]

_FILE = "kontum-2024.json"


def shipped_plan() -> PlanVersion:
    """Return the plan of UBND tỉnh Kon Tum of July 2024; its number and day are blank."""
    content = json.loads(resource("plans", _FILE).read_text("utf-8"))
    plan = _plan(content)
    recognise = _recognise()
    version = PlanVersion(
        id="",
        plan=plan,
        directions=tuple(_direction(plan.id, row) for row in content["directions"]),
        duties=tuple(_duty(plan.id, row, recognise) for row in content["duties"]),
        groups=tuple(_group(plan.id, row) for row in content["groups"]),
        tasks=tuple(_task(plan.id, row, recognise) for row in content["tasks"]),
    )
    return replace(version, id=version_id(version))


def _recognise() -> Recognise:
    units, classes = shipped_units(), shipped_classes()
    once = cache(lambda name: recognised(name, units, classes))  # most names come many times
    return lambda names: tuple(map(once, names))


def _plan(row: dict[str, Any]) -> Plan:
    month = date.fromisoformat(f"{row['month']}-01")
    return Plan(
        id=plan_id(row["issuer"], month, row["title"]),
        title=row["title"],
        issuer_id=unit_id(row["issuer"]),
        coordinator_id=unit_id(row["coordinator"]),
        number=row["number"],
        number_suffix=row["number_suffix"],
        issued_on=None,
        month=month,
        replaces=row["replaces"],
        replaces_reference=row["replaces_reference"],
        subject=row["subject"],
        legal_basis=tuple(row["legal_basis"]),
        recipients=tuple(row["recipients"]),
        replaces_note=row["replaces_note"],
        purpose=row["purpose"],
        funding=row["funding"],
        unit_deadline=Deadline(**row["unit_deadline"]),
        coordinator_deadline=Deadline(**row["coordinator_deadline"]),
    )


def _direction(plan: str, row: dict[str, Any]) -> Direction:
    return Direction(
        id=direction_id(plan, row["code"]),
        code=row["code"],
        title=row["title"],
        body=row["body"],
        notes=tuple(row["notes"]),
        cited=_cited(row["cited"]),
    )


def _duty(plan: str, row: dict[str, Any], recognise: Recognise) -> Duty:
    return Duty(
        id=duty_id(plan, row["code"]),
        code=row["code"],
        title=row["title"],
        body=row["body"],
        bodies=recognise(row["bodies"]),
        notes=tuple(row["notes"]),
    )


def _group(plan: str, row: dict[str, Any]) -> TaskGroup:
    return TaskGroup(group_id(plan, row["code"]), row["code"], row["title"], row["direction"])


def _task(plan: str, row: dict[str, Any], recognise: Recognise) -> Task:
    return Task(
        id=task_id(plan, row["code"], row["title"]),
        code=row["code"],
        title=row["title"],
        group_code=row["group"],
        lead=recognise(row["lead"]),
        support=recognise(row["support"]),
        lead_text=row["lead_text"],
        support_text=row["support_text"],
        period_text=row["period_text"],
        first_year=row["from"],
        last_year=row["to"],
        notes=tuple(row["notes"]),
        cited=_cited(row["cited"]),
    )


def _cited(rows: list[dict[str, Any]]) -> tuple[DocumentReference, ...]:
    return tuple(_document(row) for row in rows)


def _document(row: dict[str, Any]) -> DocumentReference:
    return DocumentReference(
        written=row["written"],
        type_name=row["type_name"],
        number=row["number"],
        issued_on=date.fromisoformat(row["date"]) if row["date"] else None,
        issuer=row["issuer"],
    )
