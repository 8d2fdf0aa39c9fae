"""Tasks that a version of the plan does not have, and that records lie under all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.plans import TASK_COLUMNS, task_from
from ttdn_desktop.store.reading import values
from ttdn_desktop.store.search_index import ROWS_A_DAY, first_number
from ttdn_desktop.store.tables import plan_versions, search_items, tasks

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.plan import Task

_OWN = select(tasks.c.id).where(tasks.c.version_id == bindparam("version"))

_WORDED = (
    select(*TASK_COLUMNS)
    .join(plan_versions)
    .where(tasks.c.id.in_(LISTED))
    .order_by(plan_versions.c.adoption, tasks.c.ordinal)
)


def outside(connection: Connection, version_id: str) -> tuple[Task, ...]:
    """Return the tasks of all other versions that a version does not have, as worded last."""
    own = values(connection, tasks.c.id, version_id=version_id)
    return _latest(connection, set(values(connection, tasks.c.id)).difference(own))


def served(connection: Connection, version_id: str, period: Span) -> tuple[Task, ...]:
    """Return those that activities serve that start in some days; the bin is left out."""
    number = search_items.c.row_id
    first, last = first_number(period.first), first_number(period.last) + ROWS_A_DAY - 1
    wanted = (
        select(search_items.c.item_id)
        .where(number.between(first, last), search_items.c.item_id.not_in(_OWN))
        .distinct()
    )
    return _latest(connection, connection.scalars(wanted, {"version": version_id}).all())


def _latest(connection: Connection, ids: Collection[str]) -> tuple[Task, ...]:
    if not ids:
        return ()
    found = run_prepared(connection, _WORDED, ids=json_text(sorted(ids)))
    latest = {values[0]: task_from(values, {}) for values in found}
    return tuple(replace(task, bygone=True) for task in latest.values())
