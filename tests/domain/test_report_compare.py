"""A round beside the one a year earlier and beside the year's target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import act, facts_of, keys, text
from ttdn_desktop.domain.activity import Activity, Part, Proposal
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.report_annexes import annexes
from ttdn_desktop.domain.report_compare import MERGER_NOTE, same_round_before
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import adhoc_round, annual_round

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ReportFacts


def _visit(code: str, number: int, on: str, **details: object) -> Activity:
    visit = act(code, "Đón đoàn", on=on, readings=(f"D1={number}",), result="x")
    return replace(visit, **details)  # type: ignore[arg-type]  # whatever a test changes of it


def _facts(year: int, now: int, before: int) -> ReportFacts:
    facts = facts_of(_visit("A1", now, f"5/3/{year}"), asked=annual_round(year, "c"))
    return replace(facts, before=(_visit("B1", before, f"5/3/{year - 1}"),))


@pytest.mark.parametrize(
    ("year", "now", "before", "told"),
    [
        (2025, 9, 7, "số đoàn vào tăng 02 đoàn so với năm 2024 (09/07)."),
        (2027, 9, 6, "số đoàn vào tăng 03 đoàn so với năm 2026 (09/06), tăng 50%."),
        (2027, 6, 9, "số đoàn vào giảm 03 đoàn so với năm 2026 (06/09), giảm 33,3%."),
        (2027, 9, 9, "số đoàn vào không thay đổi so với năm 2026 (09/09)."),
    ],
)
def test_that_main_figures_are_compared_with_the_year_before(
    year: int, now: int, before: int, told: str
) -> None:
    assert text(compose(_facts(year, now, before)), "iii.1.coverage").endswith(told)


def test_that_the_first_three_main_figures_are_told_and_the_year_named_once() -> None:
    many = ("D1=9", "D2=3", "D3=2", "T2=7")
    facts = facts_of(act("A1", "Họp", on="5/3/2025", readings=many), asked=annual_round(2025, "c"))
    facts = replace(facts, before=(act("B1", "Họp", on="5/3/2024", readings=many),))
    told = text(compose(facts), "iii.1.coverage")
    assert told.count("không thay đổi") == 3
    assert told.count("so với năm 2024") == 1


def test_that_what_was_only_shared_is_not_compared() -> None:
    facts = facts_of(_visit("A1", 9, "5/3/2027"), asked=annual_round(2027, "c"))
    shared = replace(facts, before=(_visit("B1", 7, "5/3/2026", part=Part.SUPPORT),))
    assert "so với" not in text(compose(shared), "iii.1.coverage")


@pytest.mark.parametrize(
    ("year", "change", "noted"),
    [(2025, "+2", True), (2026, "+2", True), (2027, "+2 (+28,6%)", False)],
)
def test_that_no_share_is_given_across_the_merger(year: int, change: str, noted: bool) -> None:  # noqa: FBT001 (a case)
    figures = annexes(_facts(year, 9, 7))[1]
    (row,) = [row for row in figures.table.rows if row.key == "annex.figures.D1"]
    assert row.cells[3:7] == ("9", "", "7", change)
    assert any(note.text == MERGER_NOTE for note in figures.notes) is noted


def test_that_a_figure_of_the_year_before_alone_has_its_row() -> None:
    facts = replace(facts_of(act("A1", "Họp")), before=(_visit("B1", 7, "5/3/2025"),))
    (row,) = [row for row in annexes(facts)[1].table.rows if row.key == "annex.figures.D1"]
    assert row.cells[3:] == ("", "", "7", "", "")


def test_that_rows_are_as_wide_as_their_table() -> None:
    facts = _facts(2027, 9, 7)
    parted = act("A2", "Đón", on="5/3/2027", readings=("D1=2", "D1=2:nuoc=Lào"),
                 fundings=("recurrent=5 triệu",))  # fmt: skip
    for given in (facts, facts_of(parted), replace(facts_of(parted), before=facts.before)):
        table = annexes(given)[1].table
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_that_a_target_is_told_as_a_share_of_the_year_s_plan() -> None:
    facts = facts_of(_visit("A1", 10, "5/3/2026"))
    aimed = replace(facts, targets={"D1": Decimal(12)})
    assert text(compose(aimed), "iii.1.coverage").endswith(
        "Số đoàn vào đạt 83,3% kế hoạch năm (10/12)."
    )
    (row,) = [row for row in annexes(aimed)[1].table.rows if row.key == "annex.figures.D1"]
    assert row.cells[-1] == "Đạt 83,3% kế hoạch năm (10/12)"
    assert "kế hoạch năm" not in text(compose(facts), "iii.1.coverage")


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        (date(2025, 12, 15), date(2026, 12, 14), Span(date(2024, 12, 15), date(2025, 12, 14))),
        (date(2025, 12, 15), date(2026, 11, 30), Span(date(2024, 12, 15), date(2025, 11, 30))),
        (date(2025, 12, 15), date(2026, 6, 14), Span(date(2024, 12, 15), date(2025, 6, 14))),
        (date(2026, 4, 1), date(2026, 6, 30), Span(date(2025, 4, 1), date(2025, 6, 30))),
        (date(2027, 12, 1), date(2028, 2, 29), Span(date(2026, 12, 1), date(2027, 2, 28))),
        (date(2026, 4, 3), date(2026, 6, 30), None),
        (date(2026, 4, 1), date(2026, 4, 30), None),
    ],
)
def test_that_only_parts_of_a_year_have_one_before(
    first: date, last: date, before: Span | None
) -> None:
    assert same_round_before(adhoc_round(last.year, Span(first, last), "c")) == before


def test_that_what_was_asked_in_vain_is_asked_again() -> None:
    asked = (Proposal("Tổ chức tập huấn", "Sở Nội vụ"), Proposal("Cấp kinh phí", "", answered=True))
    facts = replace(facts_of(act("A1", "Họp")), before=(act("B1", "Họp", proposals=asked),))
    document = compose(facts)
    assert text(document, "v.again.B1.1") == ("Tiếp tục kiến nghị Sở Nội vụ tổ chức tập huấn.")
    assert not any("Cấp kinh phí" in each.text for each in document.body)
    assert "v.gap" not in keys(document)
