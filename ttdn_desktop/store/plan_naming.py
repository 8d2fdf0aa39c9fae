"""Whom the cells of a stored plan version name, where that was found out later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.store.tables import task_units

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, version: PlanVersion) -> None:
    """Write the bodies of a version's names that were recognised as nothing before.

    Names are no wording: the version stays the one it is.
    """
    cell = task_units.c
    unknown = select(cell.task_id, cell.role, cell.ordinal, cell.written).where(
        cell.version_id == version.id, cell.unit_id.is_(None), cell.class_id.is_(None)
    )
    known = {
        (task.id, role, each.written): each.unit_id
        for task in version.tasks
        for role, named in (("lead", task.lead), ("support", task.support))
        for each in named
        if each.unit_id is not None
    }
    for task_id, role, ordinal, written in tx.connection.execute(unknown).all():
        if identity := known.get((task_id, role, written)):
            tx.update(task_units, (version.id, task_id, role, ordinal), {"unit_id": identity})
