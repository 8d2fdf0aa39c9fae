"""Which rounds there are: those recorded, and the year's by its rule where nobody changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import round_days
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.round import Round, RoundKind, adhoc_round, annual_round
from ttdn_desktop.domain.round_presets import Preset, round_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.plan_of_round import FIRST_YEAR, LAST_YEAR, require_year
from ttdn_desktop.store import rounds

if TYPE_CHECKING:
    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.engine import Store

_TABLES = ("rounds", "round_terms")


def recorded(office: Office) -> tuple[Round, ...]:
    """Return all rounds that are recorded, by their days."""
    return office.kept(_read, _TABLES)


def _read(store: Store) -> tuple[Round, ...]:
    with store.read() as connection:
        return rounds.all_rounds(connection)


def as_recorded(office: Office, asked: Round) -> Round:
    """Return a round as the officer has set it, or as it is where that never was."""
    return next((each for each in recorded(office) if each.id == asked.id), asked)


def asking_body(office: Office) -> str:
    """Return the id of the body that asks for reports: the plan's coordinating department."""
    return office.surroundings().version.plan.coordinator_id


def yearly(office: Office, year: int) -> Round:
    """Return the yearly round of a plan year; raises KnownError `year_impossible`."""
    require_year(year)
    return as_recorded(office, annual_round(year, asking_body(office)))


def round_by_id(office: Office, identity: str) -> Round:
    """Return a round by its id; raises KnownError `round_unknown`."""
    wanted = identity.strip().lower()
    asking = asking_body(office)
    usual = (annual_round(year, asking) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    for each in (*recorded(office), *usual):
        if each.id == wanted:
            return each
    raise KnownError("round_unknown", id=identity)


def asked_round(office: Office, year: int, days: Span | Round | Preset | None) -> Round:
    """Return the yearly round, or one over the days asked for, or the round that is given.

    A usual round is given by its rule.

    What the officer has set for it holds. Raises KnownError `year_impossible` or
    `period_outside_year`.
    """
    usual = yearly(office, year)
    if days is None:
        return usual
    if isinstance(days, Round):
        return as_recorded(office, days)
    if isinstance(days, Preset):
        return as_recorded(office, round_of(days, year, asking_body(office)))
    whole = annual_round(year, asking_body(office)).period
    if days.last < whole.first or days.first > whole.last.replace(day=31):
        raise KnownError(
            "period_outside_year", first=short(days.first), last=short(days.last), year=year
        )
    return as_recorded(office, adhoc_round(year, days, asking_body(office)))


def is_due(office: Office, asked: Round) -> bool:
    """Tell whether somebody has said when a round is sent: the plan of the year, or the officer."""
    usual = asked.kind is RoundKind.ANNUAL
    return usual or (asked.has_sending_day and asked in recorded(office))


def as_told(office: Office, asked: Round) -> Round:
    """Return a round with the days whose activities it tells in the place of its period."""
    return round_days.as_told(asked, recorded(office))
