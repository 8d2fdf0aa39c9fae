"""The catalogue of figures: whole, paired both ways, and used."""

from __future__ import annotations

from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.services import shipped
from ttdn_desktop.services.shipped_indicators import (
    activity_guidance,
    shipped_indicators,
    shipped_splits,
)
from ttdn_desktop.services.shipped_plan import shipped_plan

CATALOGUE = {indicator.code: indicator for indicator in shipped_indicators()}


def test_that_the_catalogue_has_sixty_figures_each_with_its_own_id() -> None:
    assert len({indicator.id for indicator in CATALOGUE.values()}) == 60


def test_that_pairs_point_at_each_other() -> None:
    for indicator in CATALOGUE.values():
        if indicator.pair is not None:
            assert CATALOGUE[indicator.pair].pair == indicator.code


def test_that_every_split_is_described_and_every_description_used() -> None:
    used = {split for indicator in CATALOGUE.values() for split in indicator.splits}
    assert used == set(shipped_splits())
    assert "Lào" in shipped_splits()["nuoc"]


def test_that_each_item_of_the_plan_has_guidance_and_nothing_else_has() -> None:
    assert list(activity_guidance()) == [item.code for _kind, item in shipped_plan().items()]
    for guidance in activity_guidance().values():
        assert guidance.activity_kinds
        assert guidance.evidence


def test_that_guidance_offers_known_figures_once_and_both_of_a_pair() -> None:
    for guidance in activity_guidance().values():
        offered = guidance.indicators
        assert len(set(offered)) == len(offered)
        for code in offered:
            assert CATALOGUE[code].pair in (None, *offered)


def test_that_every_figure_is_offered_somewhere() -> None:
    offered = {code for each in activity_guidance().values() for code in each.indicators}
    assert offered == set(CATALOGUE)


def test_that_what_stands_at_a_time_is_not_added_up() -> None:
    kinds = {indicator.code: indicator.kind for indicator in CATALOGUE.values()}
    assert kinds["D1"] is IndicatorKind.FLOW
    assert kinds["D3H"] is IndicatorKind.STOCK
    assert kinds["M3"] is IndicatorKind.SNAPSHOT


def test_that_matters_of_police_ask_for_public_figures_only() -> None:
    sensitive = [code for code, indicator in CATALOGUE.items() if indicator.sensitive]
    assert sensitive == ["M5", "M5X", "K2"]


def test_that_the_short_names_are_the_same_things() -> None:
    assert shipped.plan() == shipped_plan()
    assert shipped.indicators() == shipped_indicators()
    assert shipped.guidance()["1.10"].indicators[:2] == ("D1", "D1N")
