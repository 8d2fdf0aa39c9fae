"""A workbench on an open folder, with a worker of its own, for the tests of the window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tests.services.office_desk import TODAY, TickingClock
from ttdn_desktop.desk import format_checker, open_desk, report_files, report_writer
from ttdn_desktop.gui.jobs import Jobs
from ttdn_desktop.gui.words import Words
from ttdn_desktop.gui.workbench import Desktop, Tools, Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.pages.page import Page
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.services.office import Office

P = TypeVar("P", bound="Page")

YEAR = 2026
PATIENCE_MS = 30_000
"""How long a loaded machine may take; nobody waits longer than the work lasts."""


@contextmanager
def opened(qtbot: QtBot, look: Look, folder: Path) -> Iterator[Workbench]:
    """Open a folder on a worker of its own; at the end no thread is left, and no bug untold."""
    bugs: list[BaseException] = []
    with working(folder) as jobs:
        jobs.crashed.connect(bugs.append)
        wait_until_answered(qtbot, jobs)
        tools = Tools(
            report_writer,
            lambda _folder: None,
            report_files=report_files,
            format_checker=format_checker,
        )
        yield Workbench(jobs, Words("vi"), look, Desktop(), tools, folder, TODAY, YEAR)
    if bugs:
        raise bugs[0]


@contextmanager
def working(folder: Path) -> Iterator[Jobs]:
    """Give a worker that opens a folder first; it is ended, whatever happens."""
    clock = TickingClock()
    jobs = Jobs(lambda root: _office(root, clock), lambda: clock)
    try:
        jobs.open(folder, lambda _none: None, _fail)
        yield jobs
    finally:
        jobs.close()


def shown(qtbot: QtBot, page: P, width: int = 1100, height: int = 640) -> P:
    """Return a page that has come up in a window of its own, and is read."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.appear()
    wait_until_answered(qtbot, page.bench.jobs)
    return page


def wait_until_answered(qtbot: QtBot, jobs: Jobs) -> None:
    """Wait until everything is answered, and what the answers have asked too."""
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=PATIENCE_MS)


def _fail(error: KnownError) -> None:
    raise error


@contextmanager
def _office(root: Path, clock: TickingClock) -> Iterator[Office]:
    with open_desk(root, writing=True, clock=clock) as desk:
        yield desk.office
