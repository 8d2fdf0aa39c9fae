"""The import on screen: a file is chosen, looked at, compared, and taken over or not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.domain.listed_plan import added, altered, listed, new_task, without
from tests.gui.desks import wait_until_answered
from ttdn_desktop.domain.grid import Grid, GridKind, Place
from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.task_list import Column, Problem, Severity
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.import_dialog import CHANGES, READING, SOURCE, ImportDialog
from ttdn_desktop.gui.preferences import keep_columns
from ttdn_desktop.services import keep_plan, take_back
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.ports import Pasted, Progress

TITLE = "Hướng dẫn xây dựng hệ thống dữ liệu quảng bá hình ảnh của tỉnh trên mạng"


class FakeReader:
    """Gives a list, whatever is read, and keeps how it was asked to read."""

    def __init__(self, given: TaskList | KnownError) -> None:
        """Take what is to be given, or raised."""
        self.given = given
        self.choices: list[ReadingChoice] = []

    def read(
        self,
        source: Path | Pasted,
        known: KnownBodies,
        choice: ReadingChoice,
        watch: Progress = SILENT,
    ) -> TaskList:
        """Give it."""
        del source, known, watch
        self.choices.append(choice)
        if isinstance(self.given, KnownError):
            raise self.given
        return self.given


def _changed() -> TaskList:
    reworded = altered(listed(shipped_plan()), "1.1", title=TITLE)
    return added(without(reworded, "3.7"), new_task("1.17", "Mở chuyên trang tiếng Lào"))


def _doubtful() -> TaskList:
    problems = (
        Problem("group_untitled", Place(GridKind.SHEET, row=3, column=1), facts={"code": "4"}),
    )
    rows = (("TT", "Nhiệm vụ"), ("1", "Nhóm"), ("", ""), ("1.1", "Việc"))
    content = replace(_changed().content, grids=(Grid(GridKind.SHEET, rows, name="Phụ lục"),))
    return replace(
        _changed(),
        problems=problems,
        content=content,
        columns={0: Column.CODE, 1: Column.TASK},
    )


@pytest.fixture
def dialog(qtbot: QtBot, bench: Workbench) -> ImportDialog:
    """Return the dialog over a desk; the tests hand in what is read."""
    made = ImportDialog(None, bench)
    qtbot.addWidget(made)
    made.show()
    return made


def _read(qtbot: QtBot, dialog: ImportDialog, given: TaskList | KnownError) -> FakeReader:
    bench, reader = dialog.work.bench, FakeReader(given)
    bench.tools = replace(bench.tools, task_reader=lambda: reader)
    dialog.source.path.setText("danh-muc.xlsx")
    qtbot.keyClick(dialog.source.path, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)
    return reader


def test_that_a_clear_file_goes_straight_to_its_changes(qtbot: QtBot, dialog: ImportDialog) -> None:
    _read(qtbot, dialog, _changed())
    rows = [dialog.changes.model.row_at(at) for at in range(dialog.changes.model.rowCount())]

    assert dialog.steps.currentIndex() == CHANGES
    assert [(row.code, set(row.kinds)) for row in rows if row] == [
        ("1.1", {ChangeKind.REWORDED}),
        ("3.7", {ChangeKind.REMOVED}),
        ("1.17", {ChangeKind.ADDED}),
    ]
    assert "1 sửa lời văn" in dialog.changes.summary.text()


def test_that_what_is_doubtful_is_shown_first(qtbot: QtBot, dialog: ImportDialog) -> None:
    _read(qtbot, dialog, _doubtful())

    assert dialog.steps.currentIndex() == READING
    assert dialog.reading.model.rowCount() == 1
    assert "1 chỗ cần xem" in dialog.reading.summary.text()
    qtbot.mouseClick(dialog.forth, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, dialog.work.bench.jobs)
    assert dialog.steps.currentIndex() == CHANGES


def test_that_the_plan_is_updated_by_the_keyboard_alone_and_taken_back_by_one_undo(
    qtbot: QtBot, dialog: ImportDialog, bench: Workbench
) -> None:
    _read(qtbot, dialog, _changed())
    qtbot.keyClick(dialog.forth, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)
    assert dialog.result() == ImportDialog.DialogCode.Accepted

    titles: list[str] = []
    bench.jobs.ask(lambda office: keep_plan.in_force(office).tasks[0].title, titles.append)
    bench.jobs.do(take_back.take_back, lambda _label: None)
    bench.jobs.ask(lambda office: keep_plan.in_force(office).tasks[0].title, titles.append)
    wait_until_answered(qtbot, bench.jobs)
    assert titles == [TITLE, shipped_plan().tasks[0].title]


def test_that_a_change_left_out_is_not_adopted(
    qtbot: QtBot, dialog: ImportDialog, bench: Workbench
) -> None:
    _read(qtbot, dialog, _changed())
    qtbot.keyClick(dialog.changes.table, Qt.Key.Key_Space)
    row = dialog.changes.model.row_at(0)
    assert row is not None
    assert dialog.changes.model.state(row) is Qt.CheckState.Unchecked
    dialog.work.adopt()
    wait_until_answered(qtbot, bench.jobs)

    seen: list[tuple[str, int]] = []
    bench.jobs.ask(
        lambda office: (
            keep_plan.in_force(office).tasks[0].title,
            len(keep_plan.in_force(office).tasks),
        ),
        seen.append,
    )
    wait_until_answered(qtbot, bench.jobs)
    assert seen == [(shipped_plan().tasks[0].title, 29)]


def test_that_what_is_taken_of_nothing_cannot_be_adopted(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    _read(qtbot, dialog, _changed())
    for at in range(3):
        dialog.changes.table.choose(at)
        qtbot.keyClick(dialog.changes.table, Qt.Key.Key_Space)

    assert not dialog.forth.isEnabled()


def test_that_a_list_without_a_difference_says_so(qtbot: QtBot, dialog: ImportDialog) -> None:
    _read(qtbot, dialog, listed(shipped_plan()))

    assert "không khác" in dialog.changes.summary.text()
    assert not dialog.forth.isEnabled()


def test_that_errors_are_to_be_mended_first(qtbot: QtBot, dialog: ImportDialog) -> None:
    doubtful = _doubtful()
    wrong = replace(doubtful.problems[0], severity=Severity.ERROR)
    _read(qtbot, dialog, replace(doubtful, problems=(wrong,)))
    qtbot.mouseClick(dialog.forth, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, dialog.work.bench.jobs)

    assert not dialog.forth.isEnabled()
    assert "Còn 1 chỗ phải sửa" in dialog.changes.note.text.text()


def test_that_a_column_can_be_named_by_hand(qtbot: QtBot, dialog: ImportDialog) -> None:
    reader = _read(qtbot, dialog, _doubtful())
    dialog.reading.column.setCurrentIndex(0)
    dialog.reading.holds.setCurrentIndex(dialog.reading.holds.findData(Column.TASK))
    dialog.reading.holds.activated.emit(dialog.reading.holds.currentIndex())
    wait_until_answered(qtbot, dialog.work.bench.jobs)

    assert reader.choices[-1].columns == {0: Column.TASK, 1: Column.IGNORED}


def test_that_a_file_that_cannot_be_read_is_told_and_another_can_be_chosen(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    _read(qtbot, dialog, KnownError("plan_list_empty", file="danh-muc.xlsx"))

    assert dialog.steps.currentIndex() == SOURCE
    assert "danh-muc.xlsx" in dialog.refusal.text.text()
    _read(qtbot, dialog, _changed())
    assert dialog.steps.currentIndex() == CHANGES
    assert not dialog.refusal.isVisible()


def test_that_the_words_that_go_and_come_are_marked(qtbot: QtBot, dialog: ImportDialog) -> None:
    _read(qtbot, dialog, _changed())
    html = dialog.changes.view.text.toHtml()

    assert "line-through" in html
    assert "underline" in html


def test_that_unchanged_tasks_are_shown_on_demand(qtbot: QtBot, dialog: ImportDialog) -> None:
    _read(qtbot, dialog, _changed())
    QAbstractItemModelTester(dialog.changes.model)
    dialog.changes.all.setChecked(True)

    assert dialog.changes.model.rowCount() == 30


def test_that_columns_named_by_hand_are_remembered_for_files_of_that_shape(
    qtbot: QtBot, dialog: ImportDialog, bench: Workbench
) -> None:
    doubtful = replace(_doubtful(), shape="hai cột")
    _read(qtbot, dialog, doubtful)
    dialog.work.with_columns({0: Column.TASK, 1: Column.LEAD})
    wait_until_answered(qtbot, bench.jobs)
    dialog.work.compare()
    wait_until_answered(qtbot, bench.jobs)

    dialog.reject()  # a modal dialog takes the keys of any other

    choices = []
    for shape in ("hai cột", "ba cột"):
        later = ImportDialog(None, bench)
        qtbot.addWidget(later)
        later.show()
        reader = _read(qtbot, later, replace(doubtful, shape=shape))
        choices.append([each.columns for each in reader.choices])
        later.reject()

    assert choices == [[None, {0: Column.TASK, 1: Column.LEAD}], [None]]


def test_that_remembered_columns_are_shown_before_anything_is_compared(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    clear = replace(_doubtful(), shape="hai cột", problems=())
    keep_columns("hai cột", {0: Column.TASK, 1: "lạ"})
    _read(qtbot, dialog, clear)

    assert dialog.steps.currentIndex() == READING
    assert "như lần trước" in dialog.reading.summary.text()
    assert dialog.work.choice.columns == {0: Column.TASK}
