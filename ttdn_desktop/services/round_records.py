"""What a round's report is made from: activities, states, and the stocks that still stand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.report_compare import same_round_before
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.known_rounds import recorded
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.watching import batches
from ttdn_desktop.store import activities, earlier_stocks, progress, round_extras, targets
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.progress import Progress
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.services.ports import Progress as Watch


@immutable
class RoundRecords:
    """`done` are the round's activities by day, those of `extras` (ids) missed in one before.

    `states` are those of the yearly round; `earlier` last read a stock before the round; `before`
    are of the same days a year earlier, where a round can be compared.
    """

    done: tuple[Activity, ...]
    extras: frozenset[str]
    states: tuple[Progress, ...]
    earlier: tuple[Activity, ...]
    before: tuple[Activity, ...]
    targets: Mapping[str, Decimal]


def read(office: Office, around: Surroundings, told: Round, watch: Watch) -> RoundRecords:
    """Read them; the period of `told` are the days whose activities it tells."""
    stocks = [each.code for each in around.catalogue.values() if each.kind is IndicatorKind.STOCK]
    yearly = annual_round(told.year, around.version.plan.coordinator_id)
    extras, elsewhere = extras_of(office, told)
    with office.store.read() as connection:
        query = ActivityQuery(first=told.period.first, last=told.period.last)
        own = [each for each in activities.ids(connection, query) if each not in elsewhere]
        wanted = [*activities.in_order(connection, extras.difference(own)), *own]
        read = activities.by_batches(connection, batches(wanted, watch))
        done = tuple(chain.from_iterable(read))
        states = progress.of_round(connection, around.unit.id, yearly.id)
        apart = progress.apart(connection, around.unit.id, _rounds_until(around, told))
        earlier = earlier_stocks.newest_before(connection, told.period.first, stocks, apart)
        aims = targets.of_year(connection, around.unit.id, told.year)
    before = _year_before(office, told, apart)
    return RoundRecords(done, extras, states, _asked(earlier, told, done), before, aims)


def _year_before(office: Office, told: Round, apart: frozenset[str]) -> tuple[Activity, ...]:
    span = same_round_before(told)
    if span is None:
        return ()
    with office.store.read() as connection:
        wanted = activities.ids(connection, ActivityQuery(first=span.first, last=span.last))
        read = activities.by_batches(connection, batches(wanted, SILENT))
        return tuple(each for each in chain.from_iterable(read) if apart.isdisjoint(each.item_ids))


def extras_of(office: Office, told: Round) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a round tells of rounds before, and what other rounds of its regime tell.

    The second are told there and not here: nothing counts in two rounds that follow each other.
    """
    with office.store.read() as connection:
        chosen = round_extras.by_round(connection)
    alike = [
        each.id
        for each in recorded(office)
        if each.id != told.id and each.terms.regime is told.terms.regime
    ]
    elsewhere = frozenset(chain.from_iterable(chosen.get(each, ()) for each in alike))
    return chosen.get(told.id, frozenset()), elsewhere


def _asked(
    earlier: tuple[Activity, ...], told: Round, done: tuple[Activity, ...]
) -> tuple[Activity, ...]:
    """Return the earlier ones that serve what the round asks for, and are not told in it."""
    own, only = {each.id for each in done}, set(told.terms.item_ids)
    return tuple(
        each
        for each in earlier
        if each.id not in own and (not only or only.intersection(each.item_ids))
    )


def _rounds_until(around: Surroundings, asked: Round) -> list[str]:
    """Return the yearly rounds of the plan so far: what any of them reports apart stays apart."""
    plan = around.version.plan
    years = range(min(plan.month.year, asked.year), asked.year + 1)
    return [annual_round(year, plan.coordinator_id).id for year in years]
