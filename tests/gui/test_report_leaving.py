"""Báo cáo, left while its text is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.desks import wait_until_answered
from ttdn_desktop.gui.pages.report_page import ReportPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


def test_that_a_page_left_while_its_text_is_read_is_read_when_it_is_seen_again(
    qtbot: QtBot, filled_bench: Workbench
) -> None:
    page = ReportPage(filled_bench)
    qtbot.addWidget(page)
    page.show()
    page.appear()
    page.hide()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert not page.title.text()

    page.show()
    page.appear()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert page.title.text() == "Báo cáo năm 2026"
