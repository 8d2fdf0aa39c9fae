"""Money by source and stage, as typed."""

from __future__ import annotations

import pytest

from ttdn_desktop.domain.funding import STATE_SOURCES, Funding, Source, Stage, parse_funding
from ttdn_desktop.errors import KnownError


@pytest.mark.parametrize(
    ("written", "funding"),
    [
        ("recurrent=18500000", Funding(Source.RECURRENT, 18_500_000)),
        ("xã hội hóa=60 triệu", Funding(Source.SOCIAL, 60_000_000)),
        ("Xã hội hoá=60 triệu", Funding(Source.SOCIAL, 60_000_000)),
        ("xa_hoi_hoa=60tr", Funding(Source.SOCIAL, 60_000_000)),
        ("chi thường xuyên=1,2 tỷ", Funding(Source.RECURRENT, 1_200_000_000)),
        ("recurrent:planned=390 triệu", Funding(Source.RECURRENT, 390_000_000, Stage.PLANNED)),
        ("viện trợ:dự toán=5.000.000", Funding(Source.AID, 5_000_000, Stage.PLANNED)),
        ("khác:thực hiện=0", Funding(Source.OTHER, 0, Stage.SPENT)),
    ],
)
def test_that_funding_is_read_in_words_or_codes(written: str, funding: Funding) -> None:
    assert parse_funding(written) == funding


@pytest.mark.parametrize("source", Source)
def test_that_every_source_is_read_by_its_code(source: Source) -> None:
    assert parse_funding(f"{source}=1").source is source


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("recurrent", "funding_unreadable"),
        ("recurrent=", "funding_unreadable"),
        ("lottery=5", "source_unknown"),
        ("=5", "source_unknown"),
        ("recurrent:later=5", "stage_unknown"),
        ("recurrent=nhiều", "number_unreadable"),
        ("recurrent=-5", "number_negative"),
        ("recurrent=0,5", "amount_not_whole"),
    ],
)
def test_that_funding_that_says_nothing_is_refused(written: str, key: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_funding(written)
    assert refusal.value.key == key


def test_that_gifts_and_aid_are_no_state_budget() -> None:
    assert set(Source) - STATE_SOURCES == {Source.SOCIAL, Source.AID, Source.OTHER}
