"""Cần rà soát: tasks reworded under their records, settled by keeping, moving or parting them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.review import ReviewMark, ReviewState
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.word_diff import word_diff
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import activities, activity_edits, activity_lines, plan_reviews

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.browsing import ActivityRow
    from ttdn_desktop.domain.plan import Task
    from ttdn_desktop.domain.word_diff import Segment
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.changes import Tx


@immutable
class Review:
    """One task to be reviewed: its wording before and now, word by word, and its activities."""

    task_id: str
    old_code: str
    code: str
    old: str
    new: str
    wording: tuple[Segment, ...]
    activities: tuple[ActivityRow, ...]


def to_review(office: Office) -> tuple[Review, ...]:
    """Return the tasks of the plan in force that are to be reviewed, in its order."""
    around = office.surroundings()
    tasks = {task.id: task for task in around.version.tasks}
    with office.store.read() as connection:
        marks = plan_reviews.open_marks(connection, around.version.id)
        then = plan_reviews.earlier_tasks(connection, marks)
        return tuple(
            _review(
                tasks[mark.task_id],
                then[mark.task_id],
                activity_lines.rows(
                    connection,
                    plan_reviews.recorded(connection, mark.task_id),
                    around.codes,
                    around.catalogue,
                ),
            )
            for mark in marks
        )


def count(office: Office) -> int:
    """Return how many tasks of the plan in force are to be reviewed."""
    version_id = office.surroundings().version.id
    with office.store.read() as connection:
        return len(plan_reviews.open_marks(connection, version_id))


def keep(office: Office, task_id: str, reason: str) -> None:
    """Leave all activities where they are: the new wording asks for the same.

    Raises KnownError `reason_missing`, or `review_gone` where nothing is to be reviewed.
    """
    mark, why = _open(office, task_id), _reason(reason)
    label = f"Rà soát nhiệm vụ {_code(office, task_id)}: giữ nguyên hoạt động – {why}"
    with office.store.change(office.actor(), label) as tx:
        _settle(tx, mark, ReviewState.KEPT, why)


def move(office: Office, task_id: str, to_task: str, reason: str) -> int:
    """Move all activities of a task to be reviewed to another task; return how many.

    Raises KnownError as `split` does.
    """
    with office.store.read() as connection:
        recorded = plan_reviews.recorded(connection, task_id)
    return split(office, task_id, recorded, to_task, reason)


def split(
    office: Office, task_id: str, activity_ids: Sequence[str], to_task: str, reason: str
) -> int:
    """Move some activities of a task to be reviewed to another task; the rest stays.

    Raises KnownError `reason_missing`, `review_gone`, `item_unknown` for a task that the plan has
    not, or `activity_gone` for what is not recorded under the task; nothing is changed then.
    """
    mark, why = _open(office, task_id), _reason(reason)
    target = _code(office, to_task)
    label = (
        f"Rà soát nhiệm vụ {_code(office, task_id)}: chuyển {len(activity_ids)} hoạt động "
        f"sang nhiệm vụ {target} – {why}"
    )
    with office.store.change(office.actor(), label) as tx:
        there = plan_reviews.recorded(tx.connection, task_id)
        if not activity_ids or to_task == task_id or not set(activity_ids) <= set(there):
            raise KnownError("activity_gone")
        for activity_id in activity_ids:
            _move(tx, activity_id, task_id, to_task)
        whole = len(set(activity_ids)) == len(there)
        _settle(tx, mark, ReviewState.MOVED if whole else ReviewState.SPLIT, why)
    return len(set(activity_ids))


def _move(tx: Tx, activity_id: str, task_id: str, to_task: str) -> None:
    year = activities.year_of(tx.connection, activity_id)
    if year is None:
        raise KnownError("activity_gone")
    activity = activities.by_ids(tx.connection, (activity_id,))[0]
    items = (to_task if item == task_id else item for item in activity.item_ids)
    moved = replace(activity, item_ids=tuple(dict.fromkeys(items)))
    activity_edits.replace(tx, moved, year=year)


def _settle(tx: Tx, mark: ReviewMark, state: ReviewState, reason: str) -> None:
    plan_reviews.put(tx, replace(mark, state=state, reason=reason, settled_at=tx.at))


def _open(office: Office, task_id: str) -> ReviewMark:
    version_id = office.surroundings().version.id
    with office.store.read() as connection:
        marks = plan_reviews.open_marks(connection, version_id)
    for mark in marks:
        if mark.task_id == task_id:
            return mark
    raise KnownError("review_gone")


def _reason(reason: str) -> str:
    if not (why := tidy(reason)):
        raise KnownError("reason_missing")
    return why


def _code(office: Office, task_id: str) -> str:
    codes = {task.id: task.code for task in office.surroundings().version.tasks}
    if task_id not in codes:
        raise KnownError("item_unknown", code=task_id)
    return codes[task_id]


def _review(task: Task, then: Task, rows: tuple[ActivityRow, ...]) -> Review:
    return Review(
        task.id,
        then.code,
        task.code,
        then.title,
        task.title,
        word_diff(then.title, task.title),
        rows,
    )
