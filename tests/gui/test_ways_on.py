"""A folder that does not open for writing: a copy on this computer, or reading only."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.gui.desks import PATIENCE_MS
from tests.services.office_desk import TickingClock, form
from ttdn_desktop import paths
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.pages.closed_page import ClosedPage
from ttdn_desktop.gui.shell import Shell
from ttdn_desktop.gui.start import begin
from ttdn_desktop.gui.words import Words
from ttdn_desktop.gui.workbench import Tools
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.session import Session
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.services.office import Office

    Begin = Callable[[Path], Session]

WORDS = Words("vi")
REFUSED = {"usb": "removable_folder", "cloud": "cloud_folder", "full": "folder_read_only"}


@contextmanager
def _writes(folder: Path) -> Iterator[Office]:
    if (key := REFUSED.get(folder.parent.name)) is not None:
        raise KnownError(key, folder=str(folder), place=str(folder), name="USB-TTDN")
    with open_desk(folder, writing=True, clock=TickingClock()) as desk:
        yield desk.office


@contextmanager
def _reads(folder: Path) -> Iterator[Office]:
    with open_desk(folder, writing=False, clock=TickingClock()) as desk:
        yield desk.office


@pytest.fixture
def window(qtbot: QtBot, dressed: Look) -> Iterator[Shell]:
    """Return a shown window with nothing opened yet; it is closed at the end."""
    shell = Shell(WORDS, dressed)
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.painted):
        shell.show()
    yield shell
    shell.close()


@pytest.fixture
def remembered() -> list[Path]:
    """Return the folders that the window has remembered for its next start."""
    return []


@pytest.fixture
def begun(window: Shell, remembered: list[Path]) -> Begin:
    """Return what opens a folder in the window."""

    def begun(folder: Path) -> Session:
        watching = sys.excepthook
        tools = Tools(report_writer, remembered.append, reads=_reads)
        session = begin(window, folder, _writes, TickingClock, tools)
        sys.excepthook = watching
        return session

    return begun


def _closed(qtbot: QtBot, window: Shell, way: str) -> QPushButton:
    """Wait until the page that says why offers a way on; return its button."""
    text = WORDS.say(f"closed.{way}")

    def offered() -> list[QPushButton]:
        page = window.frame.pages.currentWidget()
        buttons = page.findChildren(QPushButton) if isinstance(page, ClosedPage) else []
        return [each for each in buttons if each.text() == text]

    qtbot.waitUntil(lambda: bool(offered()), timeout=PATIENCE_MS)
    return offered()[0]


@pytest.mark.parametrize("place", ["usb", "cloud"])
def test_that_data_on_a_stick_or_in_a_cloud_are_worked_on_as_a_copy(
    qtbot: QtBot,
    window: Shell,
    begun: Begin,
    filled: Path,
    tmp_path: Path,
    place: str,
    remembered: list[Path],
) -> None:
    session = begun(shutil.copytree(filled, tmp_path / place / "data"))
    copy = _closed(qtbot, window, "copy")
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        copy.click()

    assert window.frame.pages.present() is not None
    assert remembered == [paths.usual_data_folder()]


def test_that_a_copy_made_earlier_is_opened_again_and_none_is_made_anew(
    qtbot: QtBot, window: Shell, begun: Begin, filled: Path, tmp_path: Path, remembered: list[Path]
) -> None:
    earlier = shutil.copytree(filled, paths.usual_data_folder())
    session = begun(shutil.copytree(filled, tmp_path / "usb" / "data"))
    copied = _closed(qtbot, window, "copied")
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        copied.click()

    assert remembered == [earlier]
    assert not earlier.with_name("SoTTDN-2").exists()


def test_that_where_nothing_can_be_written_the_data_are_read_and_each_change_says_why(
    qtbot: QtBot, window: Shell, begun: Begin, filled: Path, tmp_path: Path
) -> None:
    session = begun(shutil.copytree(filled, tmp_path / "full" / "data"))
    read = _closed(qtbot, window, "read")
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        read.click()
    told: list[KnownError] = []
    jobs = session._jobs  # noqa: SLF001 (as a page has them)
    jobs.do(
        lambda office: record(office, form("Đón đoàn", "1.10")),
        lambda _done: None,
        refused=told.append,
    )
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=PATIENCE_MS)

    assert [each.key for each in told] == ["opened_for_reading"]
    assert window.frame.status.place.text() == WORDS.say("shell.reading")
    assert window.frame.status.undo.isHidden()


@pytest.mark.parametrize("there", [False, True])
def test_that_a_remembered_folder_that_is_gone_is_never_started_anew(
    qtbot: QtBot, window: Shell, begun: Begin, tmp_path: Path, *, there: bool
) -> None:
    folder = tmp_path / "o-dia" / "desk"
    paths.remember_data_folder(folder)
    if there:
        folder.mkdir(parents=True)
    session = begun(folder)
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        """It says why."""

    assert isinstance(window.frame.pages.currentWidget(), ClosedPage)
    assert there == folder.exists()


def test_that_an_older_program_says_that_a_folder_is_newer(
    qtbot: QtBot, window: Shell, begun: Begin, filled: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(filled, tmp_path / "data")
    with closing(sqlite3.connect(folder / "ttdn.sqlite")) as raw:
        raw.execute("PRAGMA user_version = 9999")
    with qtbot.waitSignal(begun(folder).ready, timeout=PATIENCE_MS):
        """It says why."""

    closed = window.frame.pages.currentWidget()
    assert isinstance(closed, ClosedPage)
    assert any(
        "phiên bản chương trình mới hơn" in each.text() for each in closed.findChildren(QLabel)
    )
