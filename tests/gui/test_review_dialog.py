"""Cần rà soát on screen: reworded tasks settled one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog

from tests.domain.listed_plan import altered, listed
from tests.gui.desks import wait_until_answered
from tests.services.office_desk import form
from ttdn_desktop.gui.dialogs.review_dialog import ReviewDialog
from ttdn_desktop.gui.widgets.review_ways import Way
from ttdn_desktop.services import edit_activity, find_activities, review_tasks
from ttdn_desktop.services.import_plan import adopt, preview
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
"""The offscreen screen lends its keyboard to no popup; the field sees the keys all the same."""

PLAN = shipped_plan()
CODES = {task.id: task.code for task in PLAN.tasks}
TITLES = {task.code: task.title for task in PLAN.tasks}


def reword(office: Office) -> None:
    """Record three activities and reword the two tasks that they are under."""
    for title, code in (("Đón đoàn", "1.10"), ("Họp báo", "1.10"), ("Tập huấn", "3.3")):
        record(office, form(title, code))
    given = altered(listed(PLAN), "1.10", title=f"{TITLES['1.10']} và với Nhật Bản")
    adopt(office, preview(office, altered(given, "3.3", title=f"{TITLES['3.3']} hằng quý")))


@pytest.fixture
def dialog(qtbot: QtBot, bench: Workbench) -> ReviewDialog:
    """Return the dialog with two tasks to review."""
    bench.jobs.do(reword, lambda _none: None)
    made = ReviewDialog(None, bench)
    qtbot.addWidget(made)
    made.show()
    wait_until_answered(qtbot, bench.jobs)
    return made


def _settle(qtbot: QtBot, dialog: ReviewDialog, bench: Workbench, reason: str) -> None:
    ways = dialog.pane.ways
    ways.reason.setText(reason)
    QTest.keyClick(ways.reason, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)


def _items(qtbot: QtBot, bench: Workbench) -> dict[str, list[str]]:
    def read(office: Office) -> dict[str, list[str]]:
        found = (edit_activity.load(office, each.id) for each in find_activities.find(office))
        return {each.title: [CODES[item] for item in each.item_ids] for each in found}

    got: list[dict[str, list[str]]] = []
    bench.jobs.ask(read, got.append)
    wait_until_answered(qtbot, bench.jobs)
    return got[0]


def test_that_enter_pressed_twice_decides_once(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    reason = dialog.pane.ways.reason
    reason.setText("chỉ sửa cách viết")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert dialog.model.rowCount() == 1
    assert dialog.refusal.text.text() == ""


def test_that_both_wordings_and_the_activities_are_shown(dialog: ReviewDialog) -> None:
    QAbstractItemModelTester(dialog.pane.model)
    html = dialog.pane.text.toHtml()

    assert [dialog.model.index(row, 0).data() for row in range(2)] == ["1.10", "3.3"]
    assert "và với Nhật Bản" in html
    assert "underline" in html
    assert dialog.pane.model.rowCount() == 2
    assert "2 nhiệm vụ đã sửa lời văn" in dialog.about.text()


def test_that_each_decision_goes_on_to_the_next_and_the_last_one_closes(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    told: list[str] = []
    bench.desktop.told.connect(lambda sentence, _tone: told.append(sentence))
    _settle(qtbot, dialog, bench, "Chỉ sửa cách viết")
    assert dialog.model.rowCount() == 1
    assert dialog.pane.heading.text().startswith("Nhiệm vụ 3.3")

    _settle(qtbot, dialog, bench, "Nội dung như cũ")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert told[0] == "✓ Đã rà soát nhiệm vụ 1.10. Ctrl+Z để hoàn tác"
    assert told[-1].startswith("✓ Đã rà soát xong")


def test_that_nothing_is_settled_without_a_reason(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    _settle(qtbot, dialog, bench, " ")

    assert dialog.pane.ways.why.wrong.text() == "Nhập lý do của quyết định này."
    assert dialog.model.rowCount() == 2


def test_that_the_ticked_activities_are_moved_by_the_keyboard_alone(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    pane = dialog.pane
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert pane.ways.way is Way.SPLIT
    QTest.keyClicks(pane.ways.target, "2.4")
    _settle(qtbot, dialog, bench, "Thuộc nhiệm vụ 2.4")

    assert _items(qtbot, bench) == {"Đón đoàn": ["1.10"], "Họp báo": ["2.4"], "Tập huấn": ["3.3"]}


def test_that_all_are_moved_to_the_task_that_is_chosen(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    ways = dialog.pane.ways
    ways.buttons[Way.MOVE].click()
    QTest.keyClicks(ways.target, "2.4")
    QTest.keyClick(ways.target.list_view(), Qt.Key.Key_Return)
    assert ways.target.text().startswith("2.4  ")
    _settle(qtbot, dialog, bench, "Đổi nhiệm vụ")

    assert _items(qtbot, bench)["Đón đoàn"] == ["2.4"]


def test_that_what_lacks_for_moving_is_told_below_the_field(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    ways = dialog.pane.ways
    ways.buttons[Way.MOVE].click()
    _settle(qtbot, dialog, bench, "Đổi nhiệm vụ")
    assert ways.to.wrong.text() == "Chọn nhiệm vụ nhận các hoạt động."

    ways.buttons[Way.SPLIT].click()
    QTest.keyClicks(ways.target, "2.4")
    dialog.settle()
    assert "Đánh dấu ít nhất một hoạt động" in ways.to.wrong.text()
    assert dialog.model.rowCount() == 2


def test_that_a_task_settled_meanwhile_is_told_and_the_list_read_anew(
    qtbot: QtBot, dialog: ReviewDialog, bench: Workbench
) -> None:
    task_id = next(task.id for task in PLAN.tasks if task.code == "1.10")
    bench.jobs.do(lambda office: review_tasks.keep(office, task_id, "x"), lambda _none: None)
    _settle(qtbot, dialog, bench, "Nội dung như cũ")

    assert "không còn cần rà soát" in dialog.refusal.text.text()
    assert dialog.model.rowCount() == 1
