"""The few activities that last read a stock before a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import activity, record
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.domain.indicator import Reading
from ttdn_desktop.store import activities
from ttdn_desktop.store.earlier_stocks import newest_before

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.store.engine import Store

DAY = date(2025, 12, 15)


def _read(
    number: int, begun: Moment, *, part: Part = Part.LEAD, estimate: bool = False
) -> Activity:
    reading = Reading("D1", Decimal(number), estimate=estimate)
    return activity(number, start=begun, part=part, readings=(reading,))


def _found(store: Store, *withheld: str, codes: tuple[str, ...] = ("D1",)) -> list[str]:
    with store.read() as connection:
        found = newest_before(connection, DAY, codes, frozenset(withheld))
        return [each.id for each in found]


@pytest.fixture
def years(store: Store) -> Store:
    """Return a folder that read a figure in three years, its own and shared."""
    record(
        store,
        _read(1, Moment(date(2024, 5, 1))),
        _read(2, Moment(date(2025, 5, 1), Precision.MONTH)),
        _read(3, Moment(date(2025, 5, 20))),
        _read(4, Moment(date(2024, 3, 1)), part=Part.JOIN),
        _read(5, Moment(DAY)),
        _read(6, Moment(date(2025, 9, 1)), estimate=True),
    )
    return store


def test_that_own_and_shared_readings_count_apart_and_a_month_stands_for_its_end(
    years: Store,
) -> None:
    assert _found(years) == ["activity-2", "activity-4"]


def test_that_of_other_figures_there_is_none(years: Store) -> None:
    assert _found(years, codes=("D2",)) == []
    assert _found(years, codes=()) == []


def test_that_what_serves_a_withheld_item_is_not_among_them(years: Store) -> None:
    assert _found(years, "task-1") == []
    assert _found(years, "task-2") == ["activity-2", "activity-4"]


def test_that_a_binned_one_gives_way_to_the_one_before(years: Store) -> None:
    with years.change("Lan", "bỏ") as tx:
        activities.bin_one(tx, "activity-2")
    assert _found(years) == ["activity-3", "activity-4"]
