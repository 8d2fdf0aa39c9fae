"""The report's text to be read, and what its sentences were made from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.document import Role
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.preview_report import preview
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def test_that_each_sentence_finds_the_activities_it_rests_on(office: Office) -> None:
    made = record(office, form("Tiếp đoàn công tác tỉnh Attapư", "1.10"))

    seen = preview(office, 2026)

    rests = {
        each for block in seen.document.body for one in block.sentences for each in one.records
    }
    assert made.id in rests
    assert seen.sources[made.id].title == "Tiếp đoàn công tác tỉnh Attapư"


def test_that_a_gap_names_the_item_that_would_fill_it(office: Office) -> None:
    record(office, form("Tiếp đoàn công tác", "1.10"))

    seen = preview(office, 2026)

    assert seen.gaps["ii.1.gap"] == "II.1"
    assert seen.gaps["ii.1.5.gap"] == "1.5"
    assert "ii.1.10.gap" not in seen.gaps
    keys = {block.key for block in seen.document.body if block.role is Role.GAP}
    assert set(seen.gaps) <= keys


def test_that_any_days_of_the_year_can_be_looked_at(office: Office) -> None:
    record(office, form("Tiếp đoàn trong kỳ", "1.10", on="5/3/2026"))
    record(office, form("Tiếp đoàn sau kỳ", "1.10", on="5/8/2026"))

    seen = preview(office, 2026, Span(date(2026, 1, 1), date(2026, 6, 30)))

    assert [source.title for source in seen.sources.values()] == ["Tiếp đoàn trong kỳ"]


def test_that_days_of_another_year_are_refused(office: Office) -> None:
    with pytest.raises(KnownError) as refusal:
        preview(office, 2026, Span(date(2020, 1, 1), date(2020, 6, 30)))

    assert refusal.value.key == "period_outside_year"


def test_that_the_days_left_are_told(office: Office) -> None:
    seen = preview(office, 2026)

    assert seen.days_left == 13
    assert seen.late_matters
