"""Yearly targets: one an indicator and year, given to the report of that year."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_targets
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.known_rounds import yearly
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def test_that_a_target_is_kept_by_year(office: Office) -> None:
    keep_targets.put(office, 2026, {"D1N": Decimal("100.5"), "D1": Decimal(9)})
    assert list(keep_targets.of_year(office, 2026).items()) == [
        ("D1", Decimal(9)),
        ("D1N", Decimal("100.5")),
    ]
    assert keep_targets.of_year(office, 2027) == {}


def test_that_a_target_is_put_in_the_place_of_the_one_before(office: Office) -> None:
    keep_targets.put(office, 2026, {"D1": Decimal(9)})
    assert keep_targets.put(office, 2026, {"D1": Decimal(0)}) == {"D1": Decimal(0)}
    assert keep_targets.put(office, 2026, {"D1": None, "D2": None}) == {}


def test_that_the_report_of_the_year_knows_them(office: Office) -> None:
    keep_targets.put(office, 2026, {"D1": Decimal(9)})
    assert gather(office, yearly(office, 2026)).targets == {"D1": Decimal(9)}
    assert gather(office, yearly(office, 2027)).targets == {}


def test_that_setting_is_one_change_taken_back(office: Office) -> None:
    keep_targets.put(office, 2026, {"D1": Decimal(9), "D2": Decimal(3)})
    assert take_back(office) == "Kế hoạch năm 2026: D1, D2"
    assert keep_targets.of_year(office, 2026) == {}


def test_that_an_unknown_indicator_and_year_are_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="indicator_unknown"):
        keep_targets.put(office, 2026, {"D1": Decimal(9), "ZZ": Decimal(1)})
    with pytest.raises(KnownError, match="year_impossible"):
        keep_targets.put(office, 1990, {"D1": Decimal(9)})
    assert keep_targets.of_year(office, 2026) == {}
