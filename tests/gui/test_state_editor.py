"""What an item stands at is of the year that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.desks import YEAR, shown, wait_until_answered
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.gui.pages.tasks_page import TasksPage
from ttdn_desktop.gui.widgets.state_editor import CHOICES, StateEditor
from ttdn_desktop.services import show_items

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.show_items import ItemRow


def test_that_another_year_takes_nothing_typed_for_this_one(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, TasksPage(bench))
    editor = page.pane.state
    _say(editor, TaskState.NONE, "không có đoàn nào")

    bench.year = YEAR - 1
    bench.desktop.year_changed.emit(YEAR - 1)
    wait_until_answered(qtbot, bench.jobs)

    assert editor.heading.text() == f"Tình trạng năm {YEAR - 1}"
    assert not editor.reason.text()
    assert not editor.save.isEnabled()


def test_that_a_state_is_written_for_the_year_it_was_shown_in(
    qtbot: QtBot, bench: Workbench
) -> None:
    rows: list[tuple[ItemRow, ...]] = []
    bench.jobs.ask(lambda office: show_items.items(office, YEAR), rows.append)
    wait_until_answered(qtbot, bench.jobs)
    editor = StateEditor(bench)
    qtbot.addWidget(editor)
    editor.show_item(rows[0][0])
    _say(editor, TaskState.NONE, "không có đoàn nào")

    bench.year = YEAR - 1
    editor.save.click()
    bench.jobs.ask(lambda office: show_items.items(office, YEAR), rows.append)
    wait_until_answered(qtbot, bench.jobs)

    assert rows[1][0].stated is TaskState.NONE


def _say(editor: StateEditor, state: TaskState, reason: str) -> None:
    editor.choice.setCurrentIndex(CHOICES.index(state))
    editor.reason.setText(reason)
