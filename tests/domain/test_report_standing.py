"""A stock read in an earlier round is told with its day, and counts among the round's figures."""

from __future__ import annotations

import pytest

from tests.domain.report_desk import act, block, everything, facts_of, keys
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.report_annexes import annexes
from ttdn_desktop.domain.report_text import compose

BEFORE = "01/05/2025"


@pytest.mark.parametrize(
    ("items", "key"),
    [
        (("1.10",), "ii.3.standing"),
        (("II.2",), "ii.2.standing"),
        (("II.1", "2.3"), "ii.4.standing"),
        (("gone", "3.4"), "ii.5.standing"),
    ],
)
def test_that_it_is_told_under_the_direction_it_was_read_for(
    items: tuple[str, ...], key: str
) -> None:
    before = act("A1", "Rà soát thỏa thuận", *items, on=BEFORE, readings=("D3H=7",))
    told = block(compose(facts_of(earlier=(before,))), key)
    assert told.text == (
        "Số liệu tại thời điểm, ghi nhận gần nhất trước kỳ báo cáo: 07 thỏa thuận quốc tế đang có "
        "hiệu lực tính đến ngày 01/05/2025."
    )
    assert told.sentences[0].records == ("A1",)


def test_that_it_is_not_told_twice_where_it_is_read_anew() -> None:
    before = act("A1", "Rà soát", on=BEFORE, readings=("D3H=7",))
    now = act("A2", "Rà soát thỏa thuận", readings=("D3H=8",))
    report = compose(facts_of(now, earlier=(before,)))
    assert "ii.3.standing" not in keys(report)
    assert "07 thỏa thuận" not in everything(report)


@pytest.mark.parametrize(("part", "own", "shared"), [(Part.LEAD, "7", ""), (Part.SUPPORT, "", "7")])
def test_that_annex_two_gives_it_with_its_day(part: Part, own: str, shared: str) -> None:
    before = act("A1", "Rà soát", "IV.3", on=BEFORE, part=part, readings=("D3H=7",))
    facts = facts_of(earlier=(before,))
    figures = annexes(facts)[1]
    (row,) = [row for row in figures.table.rows if row.key == "annex.figures.D3H"]
    assert row.cells[3:] == (own, shared, "Tại ngày 01/05/2025")
    assert "14/12/2026" in figures.notes[-1].text
    assert not any(key.endswith("standing") for key in keys(compose(facts)))


def test_that_the_activity_itself_is_told_nowhere() -> None:
    before = act("A1", "Rà soát thỏa thuận", on=BEFORE, readings=("D3H=7",))
    facts = facts_of(earlier=(before,))
    assert "Rà soát thỏa thuận" not in everything(compose(facts))
    assert facts.activities == ()
    assert [item.code for item in facts.gaps()] == [item.code for item in facts_of().gaps()]


def test_that_own_and_shared_stocks_of_two_days_bear_both() -> None:
    own = act("A1", "Rà soát", on=BEFORE, readings=("D3H=7",))
    shared = act("A2", "Phối hợp rà soát", part=Part.SUPPORT, readings=("D3H=2",))
    (row,) = [
        row
        for row in annexes(facts_of(shared, earlier=(own,)))[1].table.rows
        if row.key == "annex.figures.D3H"
    ]
    assert row.cells[3:] == (
        "7", "2", "Tại ngày 01/05/2025; số phối hợp, tham gia tại ngày 05/03/2026"
    )  # fmt: skip
