"""The officer in charge: corrected, or followed by another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.officer import Mode
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.keep_officer import OfficerForm, alternate, current, save
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def _names(office: Office) -> list[tuple[str, date | None, date | None]]:
    return [(each.name, each.since, each.until) for each in office.surroundings().officers]


def test_that_the_present_officer_is_corrected_in_place(office: Office) -> None:
    form = OfficerForm(
        name=" Lê Thị  Hoa ",
        title="Chuyên viên",
        phone="0260 3",
        email="hoa@example.vn",
        decision="Quyết định số 12/QĐ-SNgV",
        mode=Mode.FULL_TIME,
        since=date(2025, 1, 1),
    )
    before = current(office)
    saved = save(office, form)
    assert before is not None
    assert saved == current(office)
    assert (saved.id, saved.name) == (before.id, "Lê Thị Hoa")
    assert (saved.title, saved.mode, saved.since) == (
        "Chuyên viên",
        Mode.FULL_TIME,
        date(2025, 1, 1),
    )
    assert take_back(office) == "Ghi cán bộ phụ trách"
    assert current(office) == before


def test_that_a_later_first_day_and_another_name_is_a_successor(office: Office) -> None:
    save(office, OfficerForm(name="Lê Thị Hoa", since=date(2024, 1, 1)))
    save(office, OfficerForm(name="Trần Nam", since=date(2026, 3, 1)))
    assert set(_names(office)) == {
        ("Lê Thị Hoa", date(2024, 1, 1), date(2026, 2, 28)),
        ("Trần Nam", date(2026, 3, 1), None),
    }
    assert office.actor() == "Trần Nam"
    take_back(office)
    assert office.actor() == "Lê Thị Hoa"


def test_that_another_name_without_a_later_day_is_a_correction(office: Office) -> None:
    save(office, OfficerForm(name="Lê Thị Hoà"))
    assert [name for name, *_days in _names(office)] == ["Lê Thị Hoà"]


def test_that_the_one_who_stands_in_leaves_the_officer_in_charge(office: Office) -> None:
    assert alternate(office) is None
    first = save(office, OfficerForm(name="Trần Nam", alternate=True))
    second = save(office, OfficerForm(name="Trần Nam", phone="1", alternate=True))
    assert first.id == second.id
    assert alternate(office) == second
    assert office.actor() == "Lê Thị Hoa"


def test_that_a_blank_name_changes_nothing(office: Office) -> None:
    with pytest.raises(KnownError, match="officer_unnamed"):
        save(office, OfficerForm(name="  "))
    assert office.actor() == "Lê Thị Hoa"
