"""Which backups are kept: all of a day, then days, weeks, months; the last good one always."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.backup import DAY_MS, POINTS, Made, kept
from ttdn_desktop.domain.instants import day_of

NOW = int(datetime(2026, 12, 1, 8, tzinfo=UTC).timestamp() * 1000)
HOUR_MS = 60 * 60 * 1000


def _made(ages_ms: list[int]) -> list[Made]:
    """Return backups of the given ages, numbered from the oldest."""
    return [Made(number, NOW - age) for number, age in enumerate(sorted(ages_ms, reverse=True), 1)]


def _ages_kept(made: list[Made], now: int = NOW) -> list[int]:
    numbers = kept(made, now)
    return sorted((now - each.at) // DAY_MS for each in made if each.number in numbers)


def test_that_all_of_the_last_day_are_kept() -> None:
    made = _made([hour * HOUR_MS for hour in range(24)])

    assert kept(made, NOW) == {each.number for each in made}


def test_that_of_each_of_14_days_the_last_is_kept() -> None:
    made = _made([day * DAY_MS + hour * HOUR_MS for day in range(2, 14) for hour in (1, 2, 3)])

    numbers = kept(made, NOW)

    assert len(numbers) == 12
    by_day = {day_of(each.at): each.number for each in made}
    assert numbers == set(by_day.values())


def test_that_after_days_come_weeks_and_then_months() -> None:
    ages = _ages_kept(_made([day * DAY_MS for day in range(2 * 365)]))

    assert ages[:15] == list(range(15))
    weeks = [age for age in ages if 15 < age <= 56]
    months = [age for age in ages if age > 56]
    assert 5 <= len(weeks) <= 8
    assert 20 <= len(months) <= 24
    assert max(months) > 600


def test_that_what_is_older_than_two_years_goes() -> None:
    made = _made([0, 30 * DAY_MS, *(day * DAY_MS for day in range(60, 900, 20))])

    assert max(_ages_kept(made)) <= 24 * 31


def test_that_the_last_good_one_stays_whatever_its_age() -> None:
    old = Made(1, 0)
    damaged = [Made(number, NOW - number, good=False) for number in range(2, 9)]

    assert 1 in kept([old, *damaged], NOW)


def test_that_a_damaged_one_takes_no_place_of_a_good_one() -> None:
    good, damaged = Made(1, NOW - 5 * DAY_MS - HOUR_MS), Made(2, NOW - 5 * DAY_MS, good=False)
    newest = Made(3, NOW)

    assert {1, 3} <= kept([good, damaged, newest], NOW)


def test_that_the_last_twenty_restore_points_are_kept_beside_the_backups() -> None:
    points = [Made(number, NOW, point=True) for number in range(1, 31)]
    backup = Made(31, NOW)

    assert kept([*points, backup], NOW) == {*range(11, 31), 31}
    assert POINTS == 20


def test_that_a_clock_in_the_wrong_year_makes_no_backup_old() -> None:
    made = _made([day * DAY_MS for day in range(10)])
    later = NOW + 70 * 365 * DAY_MS
    jumped = [*made, Made(11, later), Made(12, later + HOUR_MS)]

    assert {each.number for each in made if NOW - each.at < 8 * DAY_MS} - kept(jumped, later) == {
        each.number for each in made if NOW - each.at < 8 * DAY_MS
    } - kept(made, NOW + 31 * DAY_MS)
    assert len(kept([*jumped, Made(13, NOW + HOUR_MS)], NOW + HOUR_MS)) > 5


def test_that_a_clock_set_back_lets_nothing_go_that_was_kept() -> None:
    made = _made([day * DAY_MS for day in range(10)])

    assert kept([*made, Made(11, NOW - 400 * DAY_MS)], NOW - 400 * DAY_MS) >= kept(made, NOW)


@given(st.lists(st.integers(0, 3 * 365 * 24), min_size=1, max_size=60))
def test_that_what_is_kept_is_kept_again_and_the_newest_is_there(hours: list[int]) -> None:
    made = _made([hour * HOUR_MS for hour in hours])

    numbers = kept(made, NOW)

    assert max(each.number for each in made) in numbers
    assert kept([each for each in made if each.number in numbers], NOW) <= numbers
