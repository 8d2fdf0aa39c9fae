"""What a report says of the one that it replaces or supplements (Decree 30/2020, Điều 18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.report_desk import act, facts_of
from ttdn_desktop.domain.edition import EditionKind
from ttdn_desktop.domain.report_follows import Followed, is_said, sentence
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import Outline

FIRST = Followed(EditionKind.REPLACEMENT, "45/BC-SNgV", date(2026, 12, 14), "Sở Ngoại vụ")


def test_that_a_replacement_names_the_report_in_full() -> None:
    assert sentence(FIRST) == (
        "Báo cáo này thay thế Báo cáo số 45/BC-SNgV ngày 14 tháng 12 năm 2026 của Sở Ngoại vụ."
    )


def test_that_a_supplement_says_so_and_days_are_written_as_the_decree_writes_them() -> None:
    early = replace(FIRST, kind=EditionKind.SUPPLEMENT, dated=date(2027, 1, 5))
    assert sentence(early) == (
        "Báo cáo này bổ sung Báo cáo số 45/BC-SNgV ngày 05 tháng 01 năm 2027 của Sở Ngoại vụ."
    )


@pytest.mark.parametrize("outline", list(Outline))
def test_that_it_is_the_last_block_of_the_opening(outline: Outline) -> None:
    facts = replace(facts_of(act("A1", "Đón đoàn")), outline=outline)
    keys = [each.key for each in compose(replace(facts, follows=FIRST)).body]
    at = keys.index("opening.follows")
    assert keys[at - 1] == "opening.period"
    assert keys[at + 1].endswith(".heading")
    assert keys[:at] + keys[at + 1 :] == [each.key for each in compose(facts).body]


def test_that_a_text_says_it_only_with_the_word_and_the_number_together() -> None:
    said = sentence(FIRST)
    assert is_said(["I. MỞ ĐẦU", said], EditionKind.REPLACEMENT, "45/BC-SNgV")
    assert not is_said([said], EditionKind.SUPPLEMENT, "45/BC-SNgV")
    assert not is_said([said], EditionKind.REPLACEMENT, "52/BC-SNgV")
    apart = ["Báo cáo này thay thế.", "Báo cáo số 45/BC-SNgV"]
    assert not is_said(apart, EditionKind.REPLACEMENT, "45/BC-SNgV")
