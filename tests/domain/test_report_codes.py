"""The short codes of a report's records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.report_desk import act
from ttdn_desktop.domain.dates import Moment
from ttdn_desktop.domain.report_codes import shown_codes

VISIT = "Đón đoàn Attapư"


def test_that_codes_of_one_year_stand_as_they_are() -> None:
    first, second = act("A1", VISIT, "1.10"), act("A2", VISIT, "1.10")
    assert shown_codes([first, second]) == {first.id: "A1", second.id: "A2"}


def test_that_equal_codes_of_two_years_bear_their_year() -> None:
    older = act("A1", VISIT, "1.10")
    newer = replace(older, id="another", start=Moment(date(2027, 3, 5)))
    year = older.start.first.year
    assert shown_codes([older, newer]) == {older.id: f"A1/{year}", "another": "A1/2027"}
