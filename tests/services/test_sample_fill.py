"""Filling a folder: real rows, real files, in few changes, the same for the same wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.files.maker import SampleEvidence
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.office import Office
from ttdn_desktop.services.sample import SampleClock, SampleFilled, SampleWish, fill, officer
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.store import engine

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.activity import Activity


def _filled(
    root: Path, count: int, seed: int = 1, wanted: Start | None = None
) -> tuple[SampleFilled, tuple[Activity, ...]]:
    clock = SampleClock(2026, seed)
    usual = Start(unit="Sở Ngoại vụ", officer=officer(), confirm=(ALL,))
    start(root, clock, wanted or usual)
    with engine.open(root, clock=clock) as store:
        office = Office(store, clock)
        filled = fill(office, SampleEvidence(), SampleWish(2026, count, seed))
        assert check(office).ok
        return filled, find(office)


def test_that_a_folder_is_filled_and_whole(tmp_path: Path) -> None:
    filled, activities = _filled(tmp_path / "a", 60)

    evidence = {proof.id for activity in activities for proof in activity.evidence}
    assert filled == SampleFilled("Sở Ngoại vụ", 2026, 60, len(evidence))
    assert len(activities) == 60
    assert 30 <= filled.evidence <= 70


def test_that_the_same_wish_gives_the_same_records_and_ids(tmp_path: Path) -> None:
    one, other = _filled(tmp_path / "a", 30), _filled(tmp_path / "b", 30)
    assert one == other


def test_that_another_seed_gives_other_records(tmp_path: Path) -> None:
    assert _filled(tmp_path / "a", 10)[1] != _filled(tmp_path / "b", 10, seed=2)[1]


def test_that_nothing_asked_for_is_nothing_filled(tmp_path: Path) -> None:
    assert _filled(tmp_path / "a", 0) == (SampleFilled("Sở Ngoại vụ", 2026, 0, 0), ())


def test_that_a_commune_works_at_home(tmp_path: Path) -> None:
    commune = "Ủy ban nhân dân xã Bờ Y"
    wanted = Start(unit=commune, kind=UnitKind.COMMUNE, officer=officer(), confirm=(ALL,))
    places = {each.place for each in _filled(tmp_path / "a", 60, wanted=wanted)[1]}
    assert "xã Bờ Y" in places
    assert not places & {"phường Kon Tum", "phường Cẩm Thành", "xã Măng Đen"}


def test_that_months_are_written_as_official_prose_does(tmp_path: Path) -> None:
    titles = " ".join(each.title for each in _filled(tmp_path / "a", 200)[1])
    assert "tháng 01/2026" in titles or "tháng 02/2026" in titles
    assert " 1/2026" not in titles
    assert " 2/2026" not in titles
