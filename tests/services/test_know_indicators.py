"""What an officer is offered: what fits the items first, and nothing left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.services import shipped
from ttdn_desktop.services.know_indicators import offered, split_label, splits

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

CATALOGUE = [indicator.code for indicator in shipped.indicators()]


def test_that_what_fits_an_item_comes_first_and_the_rest_in_the_catalogues_order(
    office: Office,
) -> None:
    guidance = shipped.guidance()["1.10"]
    offer = offered(office, ("1.10",))
    codes = [indicator.code for indicator in offer.indicators]

    assert tuple(codes[: offer.suggested]) == guidance.indicators
    assert codes[offer.suggested :] == [one for one in CATALOGUE if one not in guidance.indicators]
    assert (offer.kinds, offer.evidence) == (guidance.activity_kinds, guidance.evidence)


def test_that_several_items_offer_each_thing_once_the_first_item_first(office: Office) -> None:
    first, second = shipped.guidance()["2.4"], shipped.guidance()["1.10"]
    offer = offered(office, ("2.4", "1.10", "2.4"))

    assert offer.kinds == tuple(dict.fromkeys(first.activity_kinds + second.activity_kinds))
    assert offer.suggested == len({*first.indicators, *second.indicators})
    assert sorted(indicator.code for indicator in offer.indicators) == sorted(CATALOGUE)


def test_that_without_items_the_catalogue_is_offered_as_it_is(office: Office) -> None:
    for codes in ((), ("9.9",)):
        offer = offered(office, codes)
        assert [indicator.code for indicator in offer.indicators] == CATALOGUE
        assert (offer.kinds, offer.suggested, offer.evidence) == ((), 0, ())


def test_that_every_split_has_a_name_and_parts() -> None:
    assert split_label("ngon_ngu") == "ngôn ngữ"
    for name in shipped.splits():
        assert split_label(name) != name
        assert splits(name)


def test_that_a_split_that_is_unknown_is_called_as_it_is_and_has_no_parts() -> None:
    assert (split_label("khac"), splits("khac")) == ("khac", ())
