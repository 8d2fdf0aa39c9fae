"""An activity: what a unit did for the plan, and what it says of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.dates import Moment
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.funding import Funding
    from ttdn_desktop.domain.indicator import Reading


class Part(StrEnum):
    """The unit's part: chủ trì, phối hợp, tham gia, tham mưu."""

    LEAD = "lead"
    SUPPORT = "support"
    JOIN = "join"
    ADVISE = "advise"


class Cause(StrEnum):
    """Why something was hard: khách quan or chủ quan."""

    OBJECTIVE = "objective"
    SUBJECTIVE = "subjective"


@immutable
class Obstacle:
    """Khó khăn, vướng mắc."""

    text: str
    cause: Cause | None = None


@immutable
class Proposal:
    """Đề xuất, kiến nghị; `addressee` is the body asked, as written."""

    text: str
    addressee: str = ""
    answered: bool = False


@immutable
class Activity:
    """One activity with all that belongs to it.

    `item_ids` are the tasks, directions and duties it serves, in the officer's order.
    `until` is the last day where the officer gave one. `code` is the short code of annexes (A12).
    """

    id: str
    unit_id: str
    code: str
    title: str
    start: Moment
    item_ids: tuple[str, ...]
    part: Part
    until: date | None = None
    kind: str = ""
    place: str = ""
    content: str = ""
    result: str = ""
    partners: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    highlight: bool = False
    good_practice: bool = False
    obstacles: tuple[Obstacle, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    readings: tuple[Reading, ...] = ()
    fundings: tuple[Funding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
