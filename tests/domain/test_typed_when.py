"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.typed_when import read_when, shown_when, typed_when
from ttdn_desktop.errors import KnownError

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("5/3", "05/03/2026"),
        ("5.3.2025", "05/03/2025"),
        ("5/3/26", "05/03/2026"),
        ("2026-03-05", "05/03/2026"),
        ("ngày 5 tháng 3", "05/03/2026"),
        ("hôm nay", "01/12/2026"),
        ("20/12", "20/12/2025"),
        ("5-7/3", "05–07/03/2026"),
        ("5-7/03", "05–07/03/2026"),
        ("5 – 7/3/2025", "05–07/03/2025"),
        ("từ 5/3 đến 7/3", "05–07/03/2026"),
        ("từ 5 đến 7/3", "05–07/03/2026"),
        ("từ ngày 5 đến ngày 7/3", "05–07/03/2026"),
        ("28/2-3/3", "28/02–03/03/2026"),
        ("28/12 - 3/1", "28/12/2025 – 03/01/2026"),
        ("28/2-3/3/2024", "28/02–03/03/2024"),
        ("tháng 3", "03/2026"),
        ("3/2025", "03/2025"),
        ("Quý II", "quý II/2026"),
        ("q2", "quý II/2026"),
        ("quý 4/2025", "quý IV/2025"),
    ],
)
def test_that_a_day_is_understood_in_the_plan_year(typed: str, understood: str) -> None:
    assert shown_when(read_when(typed, 2026, TODAY)) == understood


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("31/2", "date_impossible"),
        ("5/13", "date_impossible"),
        ("hôm kia", "date_impossible"),
        ("7-5/3", "end_before_start"),
        ("5/3 - 28/2", "end_before_start"),
    ],
)
def test_that_what_no_calendar_has_is_refused(typed: str, key: str) -> None:
    with pytest.raises(KnownError) as told:
        read_when(typed, 2026, TODAY)

    assert told.value.key == key


@pytest.mark.parametrize("typed", ["5/3", "5-7/3", "28/12 - 3/1", "28/2-3/3", "tháng 3", "quý II"])
def test_that_what_is_shown_again_means_the_same(typed: str) -> None:
    when = read_when(typed, 2026, TODAY)

    assert read_when(typed_when(when.start, when.until), 2030, TODAY) == when


def test_that_what_is_not_understood_is_told_as_it_was_typed() -> None:
    with pytest.raises(KnownError) as refused:
        read_when("tháng ba", 2026, TODAY)
    assert refused.value.facts["text"] == "tháng ba"
