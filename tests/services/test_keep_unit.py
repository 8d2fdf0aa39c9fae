"""A body's own details, the list of all bodies, and "nay là" in reports of earlier rounds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU
from tests.services.test_succeed_units import TRADE, succeed, wish
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_unit, show_units
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.keep_unit import UnitForm
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_units import UnitLine

EARLIER = date(2026, 3, 1)


def line(office: Office, name: str) -> UnitLine:
    (found,) = [each for each in show_units.seen(office).lines if each.name == name]
    return found


def opening(office: Office, year: int) -> str:
    plan = office.surroundings().version.plan
    return compose(gather(office, annual_round(year, plan.coordinator_id))).body[0].text


def test_that_details_are_written_and_taken_back(office: Office) -> None:
    own = line(office, SO_NGOAI_VU)
    form = UnitForm(abbreviation="SNV.KT", place="Kon Tum", aliases=("Sở NgV", "sở ngv", " "))

    keep_unit.save(office, own.id, form)

    after = line(office, SO_NGOAI_VU)
    assert (after.abbreviation, after.place, after.aliases) == ("SNV.KT", "Kon Tum", ("sở ngv",))
    assert take_back(office) == f"Sửa thông tin đơn vị {SO_NGOAI_VU}"
    assert line(office, SO_NGOAI_VU) == own


def test_that_details_that_cannot_be_are_refused(office: Office) -> None:
    own = line(office, SO_NGOAI_VU)
    with pytest.raises(KnownError, match="abbreviation_missing"):
        keep_unit.save(office, own.id, UnitForm(abbreviation=" "))
    with pytest.raises(KnownError, match="name_taken"):
        keep_unit.save(office, own.id, UnitForm(abbreviation="X", aliases=("Sở Nội vụ",)))
    with pytest.raises(KnownError, match="unit_gone"):
        keep_unit.save(office, "nobody", UnitForm(abbreviation="X"))


def test_that_the_list_tells_names_lives_and_who_took_over(office: Office) -> None:
    succeed(office, wish("merge", f"{SO_NGOAI_VU}; {TRADE}", "Sở X", EARLIER))
    old, new = line(office, TRADE), line(office, "Sở X")
    assert (old.ended, old.until, old.now) == (True, date(2026, 2, 28), ("Sở X",))
    assert (new.ended, new.since, new.former) == (False, EARLIER, (SO_NGOAI_VU, TRADE))
    assert new.is_own
    seen = show_units.seen(office)
    assert (seen.successor, seen.follows, seen.undecided) == ("Sở X", True, 0)


def test_that_a_list_counts_what_nobody_has_chosen(office: Office) -> None:
    succeed(office, wish("split", TRADE, "Sở A; Sở B", EARLIER))
    assert show_units.seen(office).undecided > 1
    assert show_units.seen(office).successor == ""


def test_that_an_earlier_report_says_today_s_name_only_where_that_is_wanted(
    office: Office,
) -> None:
    succeed(office, wish("merge", f"{SO_NGOAI_VU}; {TRADE}", "Sở X", EARLIER))
    assert "nay là" not in opening(office, 2025)

    keep_unit.write_now_names(office, wanted=True)

    assert f"{SO_NGOAI_VU} (nay là Sở X) báo cáo" in opening(office, 2025)
    assert "Kon Tum (nay là Ủy ban nhân dân tỉnh Quảng Ngãi) về" in opening(office, 2025)
    assert "Sở X báo cáo" in opening(office, 2026)
    keep_unit.write_now_names(office, wanted=False)
    assert "nay là" not in opening(office, 2025)
