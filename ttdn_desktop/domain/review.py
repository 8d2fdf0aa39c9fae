"""A task whose wording has changed while records lie under it: cần rà soát."""

from __future__ import annotations

from enum import StrEnum

from ttdn_desktop.immutable import immutable


class ReviewState(StrEnum):
    """How a review stands: open, or settled by keeping, moving or parting the records."""

    OPEN = "open"
    KEPT = "kept"
    MOVED = "moved"
    SPLIT = "split"


@immutable
class ReviewMark:
    """A task of a version to be reviewed; `earlier_id` is the version with its wording before.

    `reason` is why it was settled so; `settled_at` is UTC milliseconds, None while it is open.
    """

    version_id: str
    task_id: str
    earlier_id: str
    state: ReviewState = ReviewState.OPEN
    reason: str = ""
    settled_at: int | None = None
