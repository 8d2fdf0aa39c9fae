"""Which version of which plan a round is about: the past keeps the plan it was done under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ttdn_desktop.domain.round import Round


@immutable
class Adoption:
    """A version put in force on a day (+07:00), at an instant (UTC milliseconds).

    `issued_on` is the day of its plan, the first of the month where the day is blank.
    """

    version_id: str
    plan_id: str
    issued_on: date
    adopted_on: date
    adopted_at: int


def version_in(adoptions: Sequence[Adoption], asked: Round) -> str:
    """Return the id of the version that a round is reported by; there must be an adoption.

    It is of the plan issued last by the end of the round's days. Of its versions it is the one
    in force on the sending day: what is corrected later changes no report that was due before.
    Before the first plan and the first version, those hold: the folder knows none earlier.
    """
    ordered = sorted(adoptions, key=lambda each: each.adopted_at)
    issued = [each for each in ordered if each.issued_on <= asked.period.last]
    first = min(ordered, key=lambda each: (each.issued_on, each.adopted_at))
    plan = max(issued, key=lambda each: (each.issued_on, each.adopted_at), default=first).plan_id
    own = [each for each in ordered if each.plan_id == plan]
    in_time = [each for each in own if each.adopted_on <= asked.sending_day]
    return (in_time[-1] if in_time else own[0]).version_id
