"""A plan version's parts as rows: directions, duties, groups, tasks and whom each cell names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.store.plan_json import cited_json, deadline_json
from ttdn_desktop.store.tables import directions, duties, duty_units, task_groups, task_units, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Table

    from ttdn_desktop.domain.plan import Assignee, Plan, PlanVersion

    Rows = Iterator[dict[str, Any]]


def plan_row(plan: Plan) -> dict[str, Any]:
    """Return a plan's own row."""
    return {
        "id": plan.id,
        "title": plan.title,
        "issuer_id": plan.issuer_id,
        "coordinator_id": plan.coordinator_id,
        "number": plan.number,
        "number_suffix": plan.number_suffix,
        "issued_on": plan.issued_on,
        "month": plan.month,
        "replaces": plan.replaces,
        "replaces_reference": plan.replaces_reference,
        "subject": plan.subject,
        "legal_basis": plan.legal_basis,
        "recipients": plan.recipients,
        "replaces_note": plan.replaces_note,
        "purpose": plan.purpose,
        "funding": plan.funding,
        "unit_deadline": deadline_json(plan.unit_deadline),
        "coordinator_deadline": deadline_json(plan.coordinator_deadline),
    }


def parts(version: PlanVersion) -> tuple[tuple[Table, Rows], ...]:
    """Return all rows of a version's content, table by table, in an order that can be inserted."""
    return (
        (directions, _directions(version)),
        (duties, _duties(version)),
        (task_groups, _groups(version)),
        (tasks, _tasks(version)),
        (duty_units, _duty_units(version)),
        (task_units, _task_units(version)),
    )


def _directions(version: PlanVersion) -> Rows:
    for ordinal, one in enumerate(version.directions):
        yield {
            "version_id": version.id,
            "id": one.id,
            "ordinal": ordinal,
            "code": one.code,
            "title": one.title,
            "body": one.body,
            "notes": one.notes,
            "cited": cited_json(one.cited),
        }


def _duties(version: PlanVersion) -> Rows:
    for ordinal, one in enumerate(version.duties):
        yield {
            "version_id": version.id,
            "id": one.id,
            "ordinal": ordinal,
            "code": one.code,
            "title": one.title,
            "body": one.body,
            "notes": one.notes,
        }


def _groups(version: PlanVersion) -> Rows:
    for ordinal, one in enumerate(version.groups):
        yield {
            "version_id": version.id,
            "id": one.id,
            "ordinal": ordinal,
            "code": one.code,
            "title": one.title,
            "direction_code": one.direction_code,
        }


def _tasks(version: PlanVersion) -> Rows:
    for ordinal, one in enumerate(version.tasks):
        yield {
            "version_id": version.id,
            "id": one.id,
            "ordinal": ordinal,
            "code": one.code,
            "title": one.title,
            "group_code": one.group_code,
            "lead_text": one.lead_text,
            "support_text": one.support_text,
            "period_text": one.period_text,
            "first_year": one.first_year,
            "last_year": one.last_year,
            "product": one.product,
            "notes": one.notes,
            "cited": cited_json(one.cited),
        }


def _duty_units(version: PlanVersion) -> Rows:
    for duty in version.duties:
        whose = {"version_id": version.id, "duty_id": duty.id}
        yield from _assignees(duty.bodies, whose)


def _task_units(version: PlanVersion) -> Rows:
    for task in version.tasks:
        whose = {"version_id": version.id, "task_id": task.id}
        yield from _assignees(task.lead, {**whose, "role": "lead"})
        yield from _assignees(task.support, {**whose, "role": "support"})


def _assignees(named: Sequence[Assignee], whose: dict[str, str]) -> Rows:
    for ordinal, one in enumerate(named):
        yield {
            **whose,
            "ordinal": ordinal,
            "written": one.written,
            "unit_id": one.unit_id,
            "class_id": one.class_id,
        }
