"""What a unit × task × round stands at."""

from __future__ import annotations

from enum import StrEnum

from ttdn_desktop.immutable import immutable


class TaskState(StrEnum):
    """States an officer may set where no activity says it (`state --set`)."""

    NONE = "none"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SEPARATE = "separate"


@immutable
class Progress:
    """The state of one plan item in one round, with the reason the officer gave."""

    id: str
    unit_id: str
    item_id: str
    round_id: str
    state: TaskState
    reason: str = ""
