"""Money counts by its source, planned and spent apart."""

from __future__ import annotations

from datetime import date

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.counting import money, state_budget
from ttdn_desktop.domain.dates import Moment
from ttdn_desktop.domain.funding import Funding, Source, Stage


def _activity(name: str, *fundings: Funding, items: tuple[str, ...] = ("1.10",)) -> Activity:
    start = Moment(date(2026, 3, 5))
    return Activity(name, "unit", name, name, start, items, Part.LEAD, fundings=fundings)


def test_that_money_is_added_by_source_and_stage_in_the_plan_s_order() -> None:
    planned = Funding(Source.RECURRENT, 390, Stage.PLANNED)
    found = money(
        [
            _activity("a", Funding(Source.SOCIAL, 60), planned),
            _activity("b", Funding(Source.RECURRENT, 100), items=("1.5", "1.6")),
            _activity("c", Funding(Source.RECURRENT, 50)),
        ]
    )
    assert [(each.source, each.planned, each.spent) for each in found] == [
        (Source.RECURRENT, 390, 150),
        (Source.SOCIAL, 0, 60),
    ]
    assert found[0].records == ("a", "b", "c")


def test_that_gifts_never_enter_the_share_of_the_estimate() -> None:
    spent = _activity(
        "a",
        Funding(Source.RECURRENT, 390, Stage.PLANNED),
        Funding(Source.RECURRENT, 350),
        Funding(Source.PROGRAMME, 10),
        Funding(Source.SOCIAL, 60),
        Funding(Source.AID, 5),
    )
    assert state_budget(money([spent])) == (390, 360)


def test_that_without_money_there_is_none() -> None:
    assert money([_activity("a")]) == ()
    assert state_budget(()) == (0, 0)
