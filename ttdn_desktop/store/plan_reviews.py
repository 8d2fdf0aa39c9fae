"""Which reworded tasks are to be reviewed, and how the reviews were settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from ttdn_desktop.domain.review import ReviewMark, ReviewState
from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.plans import TASK_COLUMNS, task_from
from ttdn_desktop.store.tables import activities, activity_items, plan_reviews, tasks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection, Row

    from ttdn_desktop.domain.plan import Task
    from ttdn_desktop.store.changes import Tx

_WORDED = select(*TASK_COLUMNS).where(
    tasks.c.version_id == bindparam("version"), tasks.c.id == bindparam("task")
)


def open_marks(connection: Connection, version_id: str) -> tuple[ReviewMark, ...]:
    """Return what is still to be reviewed of a version, in plan order."""
    wanted = (
        select(plan_reviews)
        .join(tasks)
        .where(plan_reviews.c.version_id == version_id, plan_reviews.c.state == ReviewState.OPEN)
        .order_by(tasks.c.ordinal)
    )
    return tuple(map(_mark, connection.execute(wanted)))


def earlier_tasks(connection: Connection, marks: Iterable[ReviewMark]) -> dict[str, Task]:
    """Return each marked task as it was worded before, by its id."""
    found = (
        run_prepared(connection, _WORDED, version=mark.earlier_id, task=mark.task_id).fetchone()
        for mark in marks
    )
    return {values[0]: task_from(values, {}) for values in found}


def put(tx: Tx, mark: ReviewMark) -> None:
    """Write a mark, in the place of one that is there."""
    key = (mark.version_id, mark.task_id)
    own = select(plan_reviews.c.task_id).where(
        plan_reviews.c.version_id == mark.version_id, plan_reviews.c.task_id == mark.task_id
    )
    if tx.connection.scalar(own) is None:
        tx.insert(plan_reviews, _row(mark))
    else:
        tx.update(plan_reviews, key, _row(mark))


def counts(connection: Connection, item_ids: Collection[str]) -> dict[str, int]:
    """Return how many activities lie under each of some items; the bin is left out."""
    item = activity_items.c.item_id
    wanted = (
        select(item, func.count())
        .join(activities)
        .where(activities.c.binned_at.is_(None), item.in_(LISTED))
        .group_by(item)
    )
    found = connection.execute(wanted, {"ids": json_text(sorted(item_ids))})
    return {row[0]: row[1] for row in found}


def recorded(connection: Connection, item_id: str) -> tuple[str, ...]:
    """Return the ids of the activities under an item, the earliest first; the bin is left out."""
    wanted = (
        select(activities.c.id)
        .join(activity_items)
        .where(activities.c.binned_at.is_(None), activity_items.c.item_id == item_id)
        .order_by(activities.c.start, activities.c.id)
    )
    return tuple(connection.scalars(wanted))


def _mark(row: Row[Any]) -> ReviewMark:
    return ReviewMark(
        row.version_id,
        row.task_id,
        row.earlier_id,
        ReviewState(row.state),
        row.reason,
        row.settled_at,
    )


def _row(mark: ReviewMark) -> dict[str, Any]:
    return {
        "version_id": mark.version_id,
        "task_id": mark.task_id,
        "earlier_id": mark.earlier_id,
        "state": mark.state,
        "reason": mark.reason,
        "settled_at": mark.settled_at,
    }
