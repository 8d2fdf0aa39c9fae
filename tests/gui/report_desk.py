"""The report of a year going out, from its page and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import wait_until_answered
from ttdn_desktop.desk import report_writer
from ttdn_desktop.services.export_report import export

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.pages.report_page import ReportPage
    from ttdn_desktop.gui.workbench import Workbench


def export_to(qtbot: QtBot, page: ReportPage, target: Path) -> None:
    """Press the page's button and choose a file; wait until it is written or refused."""
    page.choose_target = lambda _suggested: str(target)
    QTest.mouseClick(page.export, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, page.bench.jobs)


def submit(qtbot: QtBot, bench: Workbench, target: Path) -> None:
    """Export the report of the workbench's year into a file: its next bản trình."""
    year = bench.year
    bench.jobs.do(
        lambda office: export(office, report_writer(), year, None, target), lambda _made: None
    )
    wait_until_answered(qtbot, bench.jobs)
