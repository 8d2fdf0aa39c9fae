"""The first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.pages.overview_page import OverviewPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


def test_that_a_filled_year_is_shown(qtbot: QtBot, filled_bench: Workbench) -> None:
    page = OverviewPage(filled_bench)
    qtbot.addWidget(page)

    with qtbot.waitSignal(page.filled):
        page.show()
        page.appear()

    assert page.items.model().rowCount() > 0


def test_that_an_empty_year_is_shown(qtbot: QtBot, bench: Workbench) -> None:
    page = OverviewPage(bench)
    qtbot.addWidget(page)

    with qtbot.waitSignal(page.filled):
        page.show()
        page.appear()
