"""The rounds of a year: listed, made, changed and removed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period, round_days
from ttdn_desktop.domain.round_presets import INTERNAL_DAYS
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.known_rounds import as_recorded, recorded, round_by_id, yearly
from ttdn_desktop.services.round_form import RoundForm, understood
from ttdn_desktop.store import round_extras, round_standing, rounds, settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

INTERNAL_SETTING = "internal_days"
"""How many working days before the sending day the unit's own parts are due."""

MOST_INTERNAL_DAYS = 60


class Stage(StrEnum):
    """How far the report of a round has come."""

    OPEN = "open"
    SUBMITTED = "submitted"
    ISSUED = "issued"


@immutable
class RoundLine:
    """A round as it is listed; `recorded` is False of what nobody has touched.

    `internal_day` is as set, else by the rule; `items` are the codes of what is asked for, none
    for all of the plan.
    """

    round: Round
    recorded: bool
    stage: Stage
    submissions: int
    editions: int
    internal_day: date
    items: tuple[str, ...]


def of_year(office: Office, year: int) -> tuple[RoundLine, ...]:
    """Return the year's own round, then those made in it, by their days.

    Raises KnownError `year_impossible`.
    """
    usual = yearly(office, year)
    made = [each for each in recorded(office) if each.year == year and each.id != usual.id]
    return _lines(office, (usual, *made))


def line(office: Office, asked: Round) -> RoundLine:
    """Return one round as it is listed."""
    return _lines(office, (as_recorded(office, asked),))[0]


def _lines(office: Office, listed: Iterable[Round]) -> tuple[RoundLine, ...]:
    known, codes = {each.id for each in recorded(office)}, office.surroundings().codes
    days = internal_days(office)
    with office.store.read() as connection:
        standing = round_standing.by_round(connection)
    return tuple(
        RoundLine(
            each,
            each.id in known,
            _stage(stands := standing.get(each.id, round_standing.NOTHING)),
            stands.submissions,
            stands.editions,
            round_days.internal_day(each, days),
            tuple(codes[item] for item in each.terms.item_ids if item in codes),
        )
        for each in listed
    )


def _stage(stands: round_standing.RoundStanding) -> Stage:
    if stands.editions:
        return Stage.ISSUED
    return Stage.SUBMITTED if stands.submissions else Stage.OPEN


def add(office: Office, form: RoundForm) -> Round:
    """Record a round; raises KnownError `round_known`, or as `understood` does.

    A round that was recorded in passing, by an export or a state, takes what is said of it now.
    """
    made = understood(office, form)
    known = next((each for each in recorded(office) if each.id == made.id), None)
    if known is not None and not _in_passing(office, known):
        raise KnownError("round_known", name=report_period.named(known))
    _write(office, made, f"Thêm kỳ báo cáo {report_period.named(made)}")
    return made


def _in_passing(office: Office, known: Round) -> bool:
    """Tell whether nobody has set anything of a round that is recorded."""
    with office.store.read() as connection:
        return not rounds.is_set(connection, known.id)


def change(office: Office, round_id: str, form: RoundForm) -> Round:
    """Write a round anew.

    Other days or another name make it another round: of one that states, bản trình or editions
    are recorded of, KnownError `round_in_use`; of one that is there, `round_known`. Raises also
    `round_unknown`, or as `understood` does.
    """
    before, made = round_by_id(office, round_id), understood(office, form)
    label = f"Sửa kỳ báo cáo {report_period.named(made)}"
    if made.id == before.id:
        _write(office, made, label)
        return made
    if any(each.id == made.id for each in recorded(office)):
        raise KnownError("round_known", name=report_period.named(made))
    _require_unused(office, before)
    _write(office, made, label, instead_of=before)
    return made


def remove(office: Office, round_id: str) -> Round:
    """Delete a round; raises KnownError `round_unknown`, `round_usual` or `round_in_use`."""
    gone = round_by_id(office, round_id)
    if not any(each.id == gone.id for each in recorded(office)):
        raise KnownError("round_usual", name=report_period.named(gone))
    _require_unused(office, gone)
    label = f"Xóa kỳ báo cáo {report_period.named(gone)}"
    with office.store.change(office.actor(), label) as tx:
        rounds.remove(tx, gone.id)
    return gone


def _require_unused(office: Office, known: Round) -> None:
    with office.store.read() as connection:
        if rounds.is_used(connection, known.id):
            raise KnownError("round_in_use", name=report_period.named(known))


def _write(office: Office, made: Round, label: str, instead_of: Round | None = None) -> None:
    with office.store.change(office.actor(), label) as tx:
        extras = round_extras.by_round(tx.connection)
        rounds.put(tx, made)
        if instead_of is None:
            return
        if rounds.by_id(tx.connection, instead_of.id) is not None:
            rounds.remove(tx, instead_of.id)
        round_extras.put(tx, made.id, extras.get(instead_of.id, frozenset()))


def form_of(office: Office, asked: Round) -> RoundForm:
    """Return a round as a form, to be changed and written anew."""
    terms, codes = asked.terms, office.surroundings().codes
    return RoundForm(
        regime=terms.regime,
        year=asked.year,
        period=asked.period,
        cutoff=asked.cutoff,
        sending_day=asked.sending_day if asked.has_sending_day else None,
        internal_day=terms.internal_day,
        name=terms.name,
        letter=terms.letter,
        addressee=terms.addressee,
        items=tuple(codes[item] for item in terms.item_ids if item in codes),
        estimate=terms.estimate,
    )


def internal_days(office: Office) -> int:
    """Return how many working days before the sending day the unit's own parts are due."""
    with office.store.read() as connection:
        return int(settings.get(connection, INTERNAL_SETTING, default=INTERNAL_DAYS))


def write_internal_days(office: Office, days: int) -> None:
    """Set how many working days before the sending day the unit's own parts are due.

    Raises KnownError `internal_days_impossible`.
    """
    if not 0 <= days <= MOST_INTERNAL_DAYS:
        raise KnownError("internal_days_impossible", days=days, most=MOST_INTERNAL_DAYS)
    label = f"Hạn nội bộ trước hạn gửi {days} ngày làm việc"
    with office.store.change(office.actor(), label) as tx:
        settings.put(tx, INTERNAL_SETTING, value=days)
