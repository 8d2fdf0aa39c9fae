"""Hiệu lực của văn bản được dẫn, on the page of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import wait_until_answered
from ttdn_desktop.domain.validity import Standing
from ttdn_desktop.gui.pages.tasks_page import TasksPage
from ttdn_desktop.gui.wishes import OpenItem
from ttdn_desktop.services import show_items

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.show_items import ItemRow


def test_that_validity_is_said_by_the_keyboard_and_shown_beside_the_citation(
    qtbot: QtBot, bench: Workbench
) -> None:
    page = TasksPage(bench)
    qtbot.addWidget(page)
    page.show()
    page.appear()
    bench.jobs.changed.connect(lambda _topics: page.refresh())
    found: list[tuple[ItemRow, ...]] = []
    bench.jobs.ask(lambda office: show_items.items(office, bench.year), found.append)
    wait_until_answered(qtbot, bench.jobs)
    citing = next(row for row in found[0] if row.cited)
    page.wish(OpenItem(citing.code))
    assert "thay bằng" not in page.pane.more.text()

    dialog = page.pane.open_validity()
    assert dialog is not None
    row = dialog.rows[0]
    assert not row.replaced_by.isEnabled()
    row.standing.setCurrentIndex(row.standing.findData(Standing.REPLACED))
    QTest.keyClick(row.since, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)
    assert "Chưa có văn bản thay thế" in dialog.wrong.text.text()

    QTest.keyClicks(row.replaced_by, "12/QD-TTg")
    QTest.keyClicks(row.since, "1/3")
    QTest.keyClick(row.since, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert "(thay bằng 12/QD-TTg từ ngày 01/03/2026)" in page.pane.more.text()
