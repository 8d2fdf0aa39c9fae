"""Taking back, checking, knowing: one plain call each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import know_indicators, know_units
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import next_undo, take_back

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.services.office import Office


def _in_vault(office: Office, proof: Evidence) -> Path:
    (place,) = office.store.folder.vault.rglob(proof.sha256)
    return place


def test_that_changes_are_taken_back_one_by_one_the_last_first(office: Office) -> None:
    record(office, form("Họp"))
    record(office, form("Đón đoàn"))
    assert [take_back(office), take_back(office)] == [
        "Ghi hoạt động: Đón đoàn",
        "Ghi hoạt động: Họp",
    ]
    assert find(office) == ()
    with pytest.raises(KnownError, match="nothing_to_undo"):
        take_back(office)


def test_that_what_would_be_taken_back_next_is_told_and_not_done(office: Office) -> None:
    assert next_undo(office) is None
    record(office, form("Họp"))
    record(office, form("Đón đoàn"))
    assert next_undo(office) == next_undo(office) == "Ghi hoạt động: Đón đoàn"
    take_back(office)
    assert next_undo(office) == "Ghi hoạt động: Họp"
    take_back(office)
    assert next_undo(office) is None


def test_that_taking_back_leaves_a_sound_folder(office: Office) -> None:
    record(office, form("Họp", readings=("D1=1",), files=(paper("ảnh.png", b"png"),)))
    take_back(office)
    health = check(office)
    assert health.ok
    assert health.journal.entries == 3


def test_that_a_missing_or_altered_file_is_found_and_nothing_is_changed(office: Office) -> None:
    files = (paper("một.png", b"1"), paper("hai.png", b"2"))
    gone, changed = record(office, form("Họp", files=files)).evidence
    _in_vault(office, gone).unlink()
    _in_vault(office, changed).write_bytes(b"3")
    health = check(office)
    assert not health.ok
    assert health.evidence.missing == (gone.sha256,)
    assert health.evidence.altered == (changed.sha256,)
    assert check(office) == health


def test_that_the_bodies_of_today_follow_what_was_confirmed(office: Office) -> None:
    names = {unit.names[-1].name for unit in know_units.in_force(office)}
    assert {"Sở Ngoại vụ", "Sở Nông nghiệp và Môi trường"} <= names
    assert names.isdisjoint({"Sở Thông tin và Truyền thông", "Ban Dân tộc"})


def test_that_each_figure_is_known_by_its_kind(office: Office) -> None:
    kinds = know_indicators.kinds(office)
    assert (kinds["D1"], kinds["D3H"], kinds["M3"]) == (
        IndicatorKind.FLOW,
        IndicatorKind.STOCK,
        IndicatorKind.SNAPSHOT,
    )
