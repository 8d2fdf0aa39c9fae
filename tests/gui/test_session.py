"""A whole window on a folder: opened, refused, closed while it works."""

from __future__ import annotations

import shutil
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.services.office_desk import TickingClock, form
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.crash_dialog import CrashDialog
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.pages.closed_page import ClosedPage
from ttdn_desktop.gui.shell import Shell
from ttdn_desktop.gui.start import begin
from ttdn_desktop.gui.words import Words
from ttdn_desktop.gui.workbench import Tools
from ttdn_desktop.services import browse_activities
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.session import Session
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.services.office import Office

    Begin = Callable[[Path], Session]


@contextmanager
def _office(folder: Path) -> Iterator[Office]:
    if folder.name == "locked":
        raise KnownError("folder_in_use", holder="máy kế bên")
    with open_desk(folder, writing=True, clock=TickingClock()) as desk:
        yield desk.office


@pytest.fixture
def window(qtbot: QtBot, dressed: Look) -> Iterator[Shell]:
    """Return a shown window with nothing opened yet; it is closed at the end."""
    shell = Shell(Words("vi"), dressed)
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.painted):
        shell.show()
    yield shell
    shell.close()


@pytest.fixture
def begun(window: Shell, remembered: list[Path]) -> Begin:
    """Return what opens a folder in the window; what slots raise fails the test all the same."""
    tools = Tools(report_writer, remembered.append)

    def begun(folder: Path) -> Session:
        watching = sys.excepthook
        session = begin(window, folder, _office, TickingClock, tools)
        session.setProperty("hook", sys.excepthook)
        sys.excepthook = watching
        return session

    return begun


@pytest.fixture
def remembered() -> list[Path]:
    """Return the folders that the window has remembered for its next start."""
    return []


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """Return a folder with 40 activities."""
    return shutil.copytree(filled, tmp_path / "data")


def test_that_an_opened_folder_shows_whose_it_is_and_its_first_page(
    qtbot: QtBot, window: Shell, begun: Begin, folder: Path, remembered: list[Path]
) -> None:
    with qtbot.waitSignal(begun(folder).ready):
        """The first page has its rows."""

    present = window.frame.pages.present()
    assert present is not None
    assert present.key == "overview"
    assert window.frame.bar.unit.text() == "Sở Ngoại vụ"
    assert window.frame.bar.year.text().startswith("Năm 2026")
    assert not remembered, "a folder named by the command line is for this once"
    assert window.actions_by_key["new"].isEnabled()


def test_that_a_folder_that_does_not_open_says_why_and_waits(
    qtbot: QtBot, window: Shell, begun: Begin, tmp_path: Path, remembered: list[Path]
) -> None:
    with qtbot.waitSignal(begun(tmp_path / "locked").ready):
        """There is nothing to wait for."""

    assert isinstance(window.frame.pages.currentWidget(), ClosedPage)
    assert not remembered


def test_that_after_a_refusal_another_folder_opens(
    qtbot: QtBot,
    window: Shell,
    begun: Begin,
    folder: Path,
    tmp_path: Path,
    remembered: list[Path],
) -> None:
    session = begun(tmp_path / "locked")
    with qtbot.waitSignal(session.ready):
        """It is refused first."""
    closed = window.frame.pages.currentWidget()
    assert isinstance(closed, ClosedPage)
    with qtbot.waitSignal(session.ready):
        closed.folder_wanted.emit(folder)
    qtbot.waitUntil(lambda: not isValid(closed))

    assert window.frame.pages.present() is not None
    assert not window.frame.navigation.isHidden()
    assert remembered == [folder], "what the officer has chosen is opened from now on"


def test_that_a_window_closed_at_once_still_ends_its_worker(
    window: Shell, begun: Begin, folder: Path
) -> None:
    begun(folder)
    window.close()

    assert not [thread for thread in threading.enumerate() if thread.name == "desk"]


def test_that_what_was_to_be_written_when_the_window_closed_is_written(
    qtbot: QtBot, window: Shell, begun: Begin, folder: Path
) -> None:
    session = begun(folder)
    with qtbot.waitSignal(session.ready):
        """The pages are there."""
    jobs = session._jobs  # noqa: SLF001 (as a page has them)
    jobs.do(lambda office: record(office, form("Gặp mặt báo chí", "1.10")), lambda _done: None)
    window.close()

    with open_desk(folder, writing=False, clock=TickingClock()) as desk:
        assert browse_activities.count(desk.office, Browse()) == 41


def test_that_taking_back_is_told_in_the_status_line(
    qtbot: QtBot, window: Shell, begun: Begin, folder: Path
) -> None:
    with qtbot.waitSignal(begun(folder).ready):
        """The pages are there."""
    window.actions_by_key["undo"].trigger()

    qtbot.waitUntil(lambda: "Đã hoàn tác" in window.frame.status.saved.text())


def test_that_a_slot_that_raises_is_told_as_a_bug_once_and_the_program_goes_on(
    qtbot: QtBot, window: Shell, begun: Begin, folder: Path
) -> None:
    session = begun(folder)
    with qtbot.waitSignal(session.ready):
        """Its hook is in place."""
    told = _dialogs_told_of(qtbot, session, ZeroDivisionError(), ZeroDivisionError())

    assert told == [CrashDialog]
    assert window.isVisible()


def test_that_a_refusal_raised_by_a_slot_is_told_in_plain_words(
    qtbot: QtBot, window: Shell, begun: Begin, folder: Path
) -> None:
    session = begun(folder)
    with qtbot.waitSignal(session.ready):
        """Its hook is in place."""
    told = _dialogs_told_of(qtbot, session, KnownError("folder_closed"))

    assert told == [Dialog]
    assert window.isVisible()


def _dialogs_told_of(qtbot: QtBot, session: Session, *faults: BaseException) -> list[type[QWidget]]:
    """Raise the faults as slots do; return the dialogs that come up, each closed at once."""
    told: list[type[QWidget]] = []

    def close_dialog() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, Dialog):
            told.append(type(shown))
            shown.accept()

    closer = QTimer(interval=10)
    closer.timeout.connect(close_dialog)
    closer.start()
    for fault in faults:
        session.property("hook")(type(fault), fault, None)
    qtbot.waitUntil(lambda: bool(told))
    closer.stop()
    return told
