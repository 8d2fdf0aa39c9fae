"""What the frame of the window says at all times: whose desk, which year, counts, next undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.involvement import involvements, must_answer
from ttdn_desktop.domain.succession import apply_confirmed
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import browse_activities, show_overview, take_back
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.plan_of_round import around_year
from ttdn_desktop.services.show_items import round_of
from ttdn_desktop.services.unfiled import unfiled

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office, Surroundings


@immutable
class DeskFacts:
    """`unit` is the name of the round's day; `must_answer` counts as the page of items does.

    `undo` is the label of what would be taken back, None where there is nothing.
    """

    unit: str
    today: date
    year: int
    must_answer: int
    activities: int
    unfiled: int
    undo: str | None


def present(office: Office) -> tuple[date, int]:
    """Return today, and the plan year that is now reported on.

    Raises KnownError `folder_unfinished` where the first start was never ended.
    """
    office.surroundings()
    return office.clock.today(), show_overview.current_year(office)


def facts(office: Office, year: int | None = None) -> DeskFacts:
    """Return what the frame says of a plan year, by default of the one now reported on."""
    around = around_year(office, year or show_overview.current_year(office))
    asked = round_of(around, year or show_overview.current_year(office))
    period = asked.period
    return DeskFacts(
        _name(around, asked.sending_day),
        office.clock.today(),
        asked.year,
        _to_answer(around, asked),
        browse_activities.count(office, Browse(first=period.first, last=period.last)),
        unfiled(office),
        take_back.next_undo(office),
    )


def _name(around: Surroundings, day: date) -> str:
    unit = apply_confirmed([around.unit_on(day)], around.organisation.successions)[0]
    return unit.name_on(day).name


def _to_answer(around: Surroundings, asked: Round) -> int:
    roles = involvements(
        around.unit_on(asked.sending_day),
        around.version,
        around.organisation,
        asked.sending_day,
        asked.year,
    )
    return sum(map(must_answer, roles.values()))
