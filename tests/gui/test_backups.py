"""Backups in the window: by hand, by themselves, before it is left, and the way back."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.services.office_desk import TickingClock, form
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.gui.dialogs.leaving_dialog import LeavingDialog
from ttdn_desktop.gui.dialogs.restore_dialog import RestoreDialog
from ttdn_desktop.gui.shell import Shell
from ttdn_desktop.gui.start import begin
from ttdn_desktop.gui.widgets.backup_card import BackupCard
from ttdn_desktop.gui.words import Words
from ttdn_desktop.gui.workbench import Tools
from ttdn_desktop.services import back_up, browse_activities
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

    Answered = Callable[[Jobs], None]


@pytest.fixture
def folder(started: Path, tmp_path: Path) -> Path:
    """Return a folder with nothing recorded and no backup."""
    return shutil.copytree(started, tmp_path / "data")


@contextmanager
def _office(folder: Path) -> Iterator[Office]:
    with open_desk(folder, writing=True, clock=TickingClock()) as desk:
        yield desk.office


@pytest.fixture
def window(qtbot: QtBot, dressed: Look, folder: Path) -> Iterator[Shell]:
    """Return a window on the folder that backs up before it is left."""
    shell = Shell(Words("vi"), dressed)
    with qtbot.waitSignal(shell.painted):
        shell.show()
    tools = Tools(report_writer, lambda _folder: None, backs_up=True)
    session = begin(shell, folder, _office, TickingClock, tools)
    sys.excepthook = sys.__excepthook__
    with qtbot.waitSignal(session.ready):
        """The first page has its rows."""
    yield shell
    shell.guard = lambda: True
    shell.close()
    shell.deleteLater()


def _backups(folder: Path) -> int:
    return len(list((folder / "backups").rglob("*.json")))


def test_that_a_window_is_left_only_after_what_changed_is_backed_up(
    qtbot: QtBot, window: Shell, folder: Path
) -> None:
    assert not window.close()

    qtbot.waitUntil(window.isHidden)
    assert _backups(folder) > 0
    with open_desk(folder, writing=False, clock=TickingClock()) as desk:
        assert not back_up.has_changed(desk.office)


def test_that_a_window_that_could_not_back_up_asks_and_stays(
    qtbot: QtBot, window: Shell, folder: Path
) -> None:
    (folder / "backups").write_text("a file where the backups should be")
    window.close()

    def asks() -> LeavingDialog | None:
        found = window.findChildren(LeavingDialog)
        return next((each for each in found if each.isVisible() and each.asks), None)

    qtbot.waitUntil(lambda: asks() is not None)
    assert window.isVisible()
    dialog = asks()
    assert dialog is not None
    dialog.left_anyway.emit()
    qtbot.waitUntil(window.isHidden)


def test_that_a_backup_by_hand_is_told_on_the_card(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    card = BackupCard(bench)
    qtbot.addWidget(card)
    card.refresh()
    answered(bench.jobs)
    assert card.latest.text() == bench.say("backup.never")

    card.back_up_now()
    answered(bench.jobs)

    assert card.latest.text().startswith("Sao lưu gần nhất: 01/12/2026")
    assert card.changed.text() == bench.say("backup.current")
    assert card.second.text() == bench.say("backup.no_second")


def test_that_a_second_place_gets_a_backup_at_once(
    qtbot: QtBot, bench: Workbench, answered: Answered, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    card = BackupCard(bench)
    qtbot.addWidget(card)
    card.choose_folder = lambda _title: str(stick)

    card.choose_second()
    answered(bench.jobs)

    assert str(stick) in card.second.text()
    assert any(stick.rglob("*.json"))


def test_that_a_backup_takes_the_place_of_the_present_data_which_are_kept(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    bench.jobs.do_long("", back_up.back_up, lambda _made: None)
    bench.jobs.do(lambda office: record(office, form("Hoạt động sau")), lambda _made: None)
    answered(bench.jobs)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = RestoreDialog(parent, bench)
    answered(bench.jobs)
    dialog.table.choose(0)
    answered(bench.jobs)
    assert "-1 hoạt động" in dialog.difference.text()
    dialog.agrees = lambda _when: True
    counted: list[int] = []

    with qtbot.waitSignal(bench.desktop.swap_wanted) as wanted:
        dialog.use_instead()
    copy = wanted.args[0]
    with open_desk(copy, writing=False, clock=TickingClock()) as desk:
        counted.append(browse_activities.count(desk.office, Browse()))

    assert counted == [0]
    assert copy.parent == bench.folder.parent
