"""A workbench on a real data folder: one worker, a ticking clock, no home but a borrowed one.

A warning of Qt fails a test (`qt_log_level_fail`), and so does what a slot or the worker raises.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from tests.gui.class_guard import guarded
from tests.gui.desks import YEAR, opened, wait_until_answered, working
from tests.gui.watchdog import Watchdog, limit
from tests.services.office_desk import SO_NGOAI_VU, TickingClock
from ttdn_desktop import paths
from ttdn_desktop.desk import evidence_maker, open_desk
from ttdn_desktop.gui.jobs import Jobs
from ttdn_desktop.gui.theme import Look, dress
from ttdn_desktop.services.sample import SampleClock, SampleWish, fill, officer
from ttdn_desktop.services.start_folder import ALL, Start, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench

ACTIVITIES, SEED = 40, 1

Answered = Callable[[Jobs], None]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of this test alone: no window's place, no remembered folder is shared."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setattr(paths, "usual_data_folder", lambda: home / "SoTTDN")
    return home


@pytest.fixture(autouse=True)
def excepthook(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the hook back that a started window has taken: the next test's slots are watched too."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture(autouse=True, scope="session")
def class_guard() -> Iterator[None]:
    """Let no worker import a module of widgets."""
    with guarded():
        yield


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Look:
    """Return the look at 100 %, with the whole program in it."""
    look = Look()
    dress(qapp, look)
    return look


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of Sở Ngoại vụ with all reorganisations confirmed; never written to."""
    folder = tmp_path_factory.mktemp("started") / "data"
    start(folder, TickingClock(), Start(unit=SO_NGOAI_VU, officer="Lê Thị Hoa", confirm=(ALL,)))
    return folder


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample folder of 40 activities in 2026; never written to."""
    folder, clock = tmp_path_factory.mktemp("filled") / "data", SampleClock(YEAR, SEED)
    start(folder, clock, Start(unit=SO_NGOAI_VU, officer=officer(), confirm=(ALL,)))
    with open_desk(folder, writing=True, clock=clock) as desk:
        fill(desk.office, evidence_maker(), SampleWish(YEAR, ACTIVITIES, SEED))
    return folder


@pytest.fixture
def answered(qtbot: QtBot) -> Answered:
    """Return what waits until the worker has answered everything, and what the answers asked."""
    return lambda jobs: wait_until_answered(qtbot, jobs)


@pytest.fixture
def bench(qtbot: QtBot, dressed: Look, started: Path, tmp_path: Path) -> Iterator[Workbench]:
    """Return the workbench of a folder in which nothing is recorded yet."""
    with opened(qtbot, dressed, shutil.copytree(started, tmp_path / "data")) as bench:
        yield bench


@pytest.fixture
def filled_bench(qtbot: QtBot, dressed: Look, filled: Path, tmp_path: Path) -> Iterator[Workbench]:
    """Return the workbench of a folder with 40 activities."""
    with opened(qtbot, dressed, shutil.copytree(filled, tmp_path / "data")) as bench:
        yield bench


@pytest.fixture
def jobs(qapp: QApplication, started: Path, tmp_path: Path) -> Iterator[Jobs]:
    """Return a worker on an open folder, whose bugs are nobody's but the test's."""
    del qapp
    with working(shutil.copytree(started, tmp_path / "own")) as jobs:
        yield jobs


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Return what the system was asked to open; it opens nothing."""
    urls: list[QUrl] = []

    def note(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return urls


@pytest.fixture
def watchdog(qapp: QApplication) -> Iterator[Watchdog]:
    """Watch the window's thread from here to the end: no work over 100 ms on it."""
    del qapp
    dog = Watchdog()
    dog.watch()
    yield dog
    dog.rest()
    assert dog.longest <= limit(), f"{dog.longest_by_wall:.3f} s by the wall"
