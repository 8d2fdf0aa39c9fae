"""What an officer says of a round, understood: days by the rule where none are given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain import round_presets
from ttdn_desktop.domain.dates import Span, short
from ttdn_desktop.domain.round import PERIODIC, Regime, Round, Terms, annual_round, round_over
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.known_rounds import asking_body
from ttdn_desktop.services.plan_of_round import around_round, require_year

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundForm:
    """A round as it is typed; None or "" leaves a thing to the rule.

    `part` is which half, quarter or month of the year it is, from 1, where no `period` says it;
    `items` are codes of the plan, none for all of it.
    """

    regime: Regime
    year: int
    part: int = 1
    period: Span | None = None
    cutoff: date | None = None
    sending_day: date | None = None
    internal_day: date | None = None
    name: str = ""
    letter: str = ""
    addressee: str = ""
    items: tuple[str, ...] = ()
    estimate: bool = False


def understood(office: Office, form: RoundForm) -> Round:
    """Return the round that a form means; writes nothing.

    Raises KnownError `year_impossible`, `round_days_missing`, `round_name_missing`,
    `end_before_start`, `period_outside_year`, `cutoff_outside`, `sending_before_cutoff` or
    `item_unknown`.
    """
    require_year(form.year)
    if form.regime is Regime.THEMATIC and not tidy(form.name):
        raise KnownError("round_name_missing")
    asking, period = asking_body(office), _period(form)
    _require_of_year(period, form.year, asking)
    terms = Terms(
        regime=form.regime,
        name="" if form.regime in PERIODIC else tidy(form.name),
        letter=tidy(form.letter),
        internal_day=form.internal_day,
        addressee=tidy(form.addressee),
        estimate=form.estimate,
    )
    made = _with_days(round_over(terms, form.year, period, asking), form)
    return _with_items(office, made, form)


def _period(form: RoundForm) -> Span:
    if form.period is None:
        usual = round_presets.preset(form.regime, form.part)
        if usual is None:
            raise KnownError("round_days_missing")
        return usual.period(form.year)
    if form.period.last < form.period.first:
        first, last = short(form.period.first), short(form.period.last)
        raise KnownError("end_before_start", start=first, end=last)
    return form.period


def _require_of_year(period: Span, year: int, asking: str) -> None:
    whole = annual_round(year, asking).period
    if period.last < whole.first or period.first > date(year, 12, 31):
        first, last = short(period.first), short(period.last)
        raise KnownError("period_outside_year", first=first, last=last, year=year)


def _with_days(made: Round, form: RoundForm) -> Round:
    cutoff, days = form.cutoff or made.period.last, made.period
    if cutoff not in days:
        first, last = short(days.first), short(days.last)
        raise KnownError("cutoff_outside", day=short(cutoff), first=first, last=last)
    sending = form.sending_day or _usual_sending(made, cutoff)
    if sending < cutoff:
        raise KnownError("sending_before_cutoff", day=short(sending), cutoff=short(cutoff))
    return replace(made, cutoff=cutoff, sending_day=sending)


def _usual_sending(made: Round, cutoff: date) -> date:
    """Return the plan's day for the year (IV.1), else the first that leaves a working day."""
    if made.terms.regime is Regime.ANNUAL and cutoff <= made.sending_day:
        return made.sending_day
    return round_presets.sending_day(cutoff)


def _with_items(office: Office, made: Round, form: RoundForm) -> Round:
    version = around_round(office, made).version
    wanted = {version.item_id(code) for code in form.items}
    ids = tuple(item.id for _kind, item in version.items() if item.id in wanted)
    return replace(made, terms=replace(made.terms, item_ids=ids))
