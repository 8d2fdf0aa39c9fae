"""Backing up by interval, on leaving, before what is risky; and in a second place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import TickingClock, form, paper
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up as desk
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.store import kept_backups

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

HOUR_MS = 60 * 60 * 1000


def _later(office: Office, milliseconds: int) -> None:
    """Let time go by, or the clock be set back."""
    assert isinstance(office.clock, TickingClock)
    office.clock._now += milliseconds  # noqa: SLF001 (the tests' own clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a USB stick."""
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def _pull(stick: Path) -> Path:
    return stick.rename(stick.with_name("pulled"))


@dataclass(slots=True)
class _Watch:
    stop_at: int = 1000
    steps: list[tuple[int, int]] = field(default_factory=list)

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        if done >= self.stop_at:
            raise Cancelled


def test_that_a_folder_without_backups_is_due(office: Office) -> None:
    assert desk.latest(office) is None
    assert desk.due(office)
    assert desk.has_changed(office)


def test_that_a_backup_is_due_after_the_interval_and_a_change(office: Office) -> None:
    desk.back_up(office)
    _later(office, 5 * HOUR_MS)
    assert not desk.due(office)
    assert not desk.has_changed(office)

    record(office, form("Họp"))
    assert desk.due(office)
    assert desk.has_changed(office)
    desk.back_up(office)
    record(office, form("Họp tiếp"))

    assert not desk.due(office)
    assert desk.has_changed(office)
    _later(office, desk.HOURS * HOUR_MS)
    assert desk.due(office)


def test_that_a_clock_set_back_makes_a_backup_due(office: Office) -> None:
    desk.back_up(office)
    record(office, form("Họp"))

    _later(office, -400 * 24 * HOUR_MS)

    assert desk.due(office)
    made = desk.back_up(office).manifest
    newest = desk.latest(office)
    assert newest is not None
    assert newest.manifest == made


def test_that_a_damaged_latest_backup_is_made_anew(office: Office) -> None:
    made = desk.back_up(office).manifest
    desk.own(office).database_of(made.name).unlink()

    assert desk.due(office)
    assert desk.back_up(office).manifest.name != made.name


def test_that_without_a_change_only_one_by_hand_is_made(office: Office) -> None:
    first = desk.back_up(office).manifest

    assert desk.back_up(office, reason=Reason.EXIT).manifest == first
    assert desk.back_up(office, reason=Reason.HAND).manifest.number == first.number + 1


def test_that_the_interval_can_be_set_and_is_an_hour_at_least(office: Office) -> None:
    desk.set_hours(office, 1)

    assert desk.hours(office) == 1
    with pytest.raises(KnownError, match="backup_hours_impossible"):
        desk.set_hours(office, 0)
    assert desk.hours(office) == 1


def test_that_its_progress_only_grows_to_its_end(office: Office, stick: Path) -> None:
    desk.choose_second(office, stick)
    record(office, form("Họp", files=(paper("a.png", b"1"), paper("b.png", b"2"))))
    watch = _Watch()

    desk.back_up(office, watch)

    assert watch.steps == sorted(watch.steps)
    assert watch.steps[-1] == (100, 100)


def test_that_it_can_be_stopped_and_leaves_the_one_before(office: Office) -> None:
    first = desk.back_up(office).manifest
    record(office, form("Họp"))

    with pytest.raises(Cancelled):
        desk.back_up(office, _Watch(stop_at=30))

    newest = desk.latest(office)
    assert newest is not None
    assert newest.manifest == first
    assert desk.own(office).names() == (first.name,)


def test_that_a_restore_point_says_what_comes_next(office: Office) -> None:
    desk.back_up(office)

    point = desk.before_risky(office, "Nhập kế hoạch mới")

    assert (point.label, point.reason, point.is_point) == ("Nhập kế hoạch mới", "before", True)
    newest = desk.latest(office)
    assert newest is not None
    assert newest.name != point.name


def test_that_the_second_place_gets_each_backup_in_a_folder_of_this_desk(
    office: Office, stick: Path
) -> None:
    desk.choose_second(office, stick)
    record(office, form("Họp", files=(paper("a.png", b"1"),)))

    second = desk.back_up(office).second

    assert second is not None
    assert second.problem == ""
    assert second == desk.second_place(office)
    (folder,) = stick.iterdir()
    assert folder.name.startswith("TTDN-SNgV-")
    place = desk.second_repository(office)
    assert place is not None
    assert [each.good for each in kept_backups.verify(place, lambda _done, _total: None)] == [True]


def test_that_a_pulled_stick_is_told_with_when_it_was_last_there(
    office: Office, stick: Path
) -> None:
    desk.choose_second(office, stick)
    last = desk.back_up(office).second
    assert last is not None
    pulled = _pull(stick)
    record(office, form("Họp"))
    _later(office, 72 * HOUR_MS)

    second = desk.back_up(office).second

    assert second is not None
    assert (second.problem, second.last_at) == (desk.ABSENT, last.last_at)
    assert not stick.exists()
    assert not desk.second_due(office)
    pulled.rename(stick)
    assert desk.second_due(office)
    desk.back_up(office, reason=Reason.EXIT)
    assert not desk.second_due(office)


def test_that_another_stick_in_the_same_place_is_not_written_on(
    office: Office, stick: Path
) -> None:
    desk.choose_second(office, stick)
    _pull(stick)
    stick.mkdir()

    second = desk.back_up(office).second

    assert second is not None
    assert second.problem == desk.ABSENT
    assert list(stick.iterdir()) == []


def test_that_a_second_place_that_fails_is_told_and_the_first_backup_stands(
    office: Office, stick: Path
) -> None:
    desk.choose_second(office, stick)
    place = desk.second_repository(office)
    assert place is not None
    place.databases.rmdir()
    place.databases.write_text("no folder")

    made = desk.back_up(office)

    assert made.second is not None
    assert made.second.problem == "backup_unwritable"
    assert desk.second_place(office) == made.second
    newest = desk.latest(office)
    assert newest is not None
    assert newest.manifest == made.manifest


def test_that_a_second_place_can_be_given_up(office: Office, stick: Path) -> None:
    desk.choose_second(office, stick)

    desk.choose_second(office, None)

    assert desk.second_place(office) is None
    assert desk.back_up(office).second is None


def test_that_no_place_is_chosen_that_is_gone_or_lies_in_the_data(
    office: Office, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="backup_place_absent"):
        desk.choose_second(office, tmp_path / "gone")
    with pytest.raises(KnownError, match="backup_place_inside"):
        desk.choose_second(office, office.store.folder.root / "vault")

    assert desk.second_place(office) is None
