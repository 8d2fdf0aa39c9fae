"""Many activities brought in on screen: a file or a paste is looked at, then recorded or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog

from tests.gui.activity_desk import ActivityDesk
from tests.gui.desks import wait_until_answered
from tests.services.sheets import content, sheet
from ttdn_desktop.desk import file_reader, table_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.activity_import import table_in
from ttdn_desktop.gui.dialogs.activity_import_dialog import PREVIEW, SOURCE, ActivityImportDialog
from ttdn_desktop.services import browse_activities, take_back
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.import_activities import RowState
from ttdn_desktop.services.ports import SILENT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.activity_desk import Answered
    from ttdn_desktop.domain.grid import FileContent
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Pasted, Progress

HEAD = ("TT", "Tên hoạt động", "Nhiệm vụ", "Thời gian", "Vai trò")
VISIT = ("1", "Đón đoàn tỉnh Attapư", "1.10", "5-7/3", "")
WRONG = ("2", "Họp báo", "9.9", "31/02", "")
_CTRL = Qt.KeyboardModifier.ControlModifier
COURSE = ("3", "Tập huấn nghiệp vụ", "3.3; II.1", "quý II", "tham gia")


def _read(qtbot: QtBot, dialog: ActivityImportDialog, given: FileContent | KnownError) -> None:
    def read(
        source: Path | Pasted, sheet: str | None = None, watch: Progress = SILENT
    ) -> FileContent:
        del source, sheet, watch
        if isinstance(given, KnownError):
            raise given
        return given

    bench = dialog.work.bench
    bench.tools = replace(bench.tools, file_reader=lambda: read)
    dialog.source.path.setText("so-hoat-dong.xlsx")
    qtbot.keyClick(dialog.source.path, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)


def _titles(qtbot: QtBot, bench: Workbench) -> list[str]:
    def read(office: Office) -> list[str]:
        return [row.title for row in browse_activities.page(office, Browse(), 0, 100)]

    found: list[list[str]] = []
    bench.jobs.ask(read, found.append)
    wait_until_answered(qtbot, bench.jobs)
    return found[0]


@pytest.fixture
def dialog(qtbot: QtBot, bench: Workbench) -> ActivityImportDialog:
    """Return the dialog over a desk that reads what is pasted and writes tables."""
    bench.tools = replace(bench.tools, file_reader=file_reader, table_writer=table_writer)
    made = ActivityImportDialog(None, bench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_each_row_is_shown_with_what_becomes_of_it(
    qtbot: QtBot, dialog: ActivityImportDialog
) -> None:
    _read(qtbot, dialog, content(sheet(HEAD, VISIT, WRONG, COURSE)))
    model = dialog.preview.rows
    QAbstractItemModelTester(model)
    shown = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]

    assert dialog.steps.currentIndex() == PREVIEW
    assert shown == [
        ["2", "sẽ ghi", "Đón đoàn tỉnh Attapư", "1.10", "05–07/03/2026", "Chủ trì"],
        ["3", "lỗi", "Họp báo", "9.9", "31/02", ""],
        ["4", "sẽ ghi", "Tập huấn nghiệp vụ", "3.3, II.1", "quý II/2026", "Tham gia"],
    ]
    assert dialog.record.text() == "Ghi 2 hoạt động"


def test_that_the_first_mistake_is_in_view_and_told_in_whole(
    qtbot: QtBot, dialog: ActivityImportDialog
) -> None:
    _read(qtbot, dialog, content(sheet(HEAD, VISIT, WRONG)))
    preview = dialog.preview

    assert preview.wrong.rowCount() == 2
    assert (preview.table.chosen_row(), preview.problems.chosen_row()) == (1, 0)
    assert "9.9" in preview.sentence.text()
    preview.problems.choose(1)
    assert preview.table.chosen_row() == 1
    preview.table.choose(0)
    assert preview.problems.chosen_row() == 1


def test_that_rows_are_recorded_by_the_keyboard_alone_and_taken_back_by_one_undo(
    qtbot: QtBot, dialog: ActivityImportDialog, bench: Workbench
) -> None:
    told: list[tuple[str, str]] = []
    bench.desktop.told.connect(lambda sentence, tone: told.append((sentence, tone)))
    _read(qtbot, dialog, content(sheet(HEAD, VISIT, WRONG, COURSE)))
    qtbot.keyClick(dialog.record, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert told == [("✓ Đã ghi 2 hoạt động. Ctrl+Z để hoàn tác", "good")]
    assert sorted(_titles(qtbot, bench)) == ["Tập huấn nghiệp vụ", "Đón đoàn tỉnh Attapư"]
    bench.jobs.do(take_back.take_back, lambda _label: None)
    assert _titles(qtbot, bench) == []


def test_that_nothing_can_be_recorded_where_no_row_is_ready(
    qtbot: QtBot, dialog: ActivityImportDialog
) -> None:
    _read(qtbot, dialog, content(sheet(HEAD, WRONG)))

    assert not dialog.record.isEnabled()
    dialog.back.click()
    assert dialog.steps.currentIndex() == SOURCE
    assert not dialog.record.isVisible()


def test_that_a_file_that_cannot_be_read_is_told_and_another_can_be_chosen(
    qtbot: QtBot, dialog: ActivityImportDialog
) -> None:
    _read(qtbot, dialog, content(sheet(("Họ tên",), ("Hoa",))))
    assert dialog.steps.currentIndex() == SOURCE
    assert "so-hoat-dong.xlsx" in dialog.refusal.text.text()

    _read(qtbot, dialog, content(sheet(HEAD, VISIT)))
    assert dialog.steps.currentIndex() == PREVIEW
    assert not dialog.refusal.isVisible()


def test_that_the_template_is_written_and_told_where(
    qtbot: QtBot, dialog: ActivityImportDialog, tmp_path: Path
) -> None:
    dialog.template.choose_target = lambda name: (str(tmp_path / "Mẫu"), name)
    dialog.write_template.click()
    wait_until_answered(qtbot, dialog.work.bench.jobs)

    assert (tmp_path / "Mẫu.xlsx").stat().st_size
    assert dialog.note.isVisible()
    assert str(tmp_path) in dialog.note.text.text()


@pytest.fixture
def desk(qtbot: QtBot, bench: Workbench, answered: Answered) -> ActivityDesk:
    """Return the page, its dialog being looked at while it is open."""
    bench.tools = replace(bench.tools, file_reader=file_reader)
    return ActivityDesk(qtbot, bench, answered)


def _paste(desk: ActivityDesk, *rows: tuple[str, ...]) -> ActivityImportDialog:
    opened: list[ActivityImportDialog] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ActivityImportDialog)
        dialog.show()
        desk.wait()
        dialog.hide()
        opened.append(dialog)

    desk.page.bringing.run = look
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in rows))
    QGuiApplication.clipboard().setMimeData(mime)
    desk.page.bringing.paste()
    return opened[0]


def test_that_rows_pasted_on_the_list_are_shown_at_once(desk: ActivityDesk) -> None:
    dialog = _paste(desk, HEAD, VISIT, WRONG)

    assert dialog.steps.currentIndex() == PREVIEW
    assert dialog.work.shown is not None
    assert [row.state for row in dialog.work.shown.seen] == [RowState.READY, RowState.WRONG]


def test_that_rows_pasted_without_their_headings_are_not_guessed_at(desk: ActivityDesk) -> None:
    dialog = _paste(desk, VISIT, COURSE)

    assert dialog.steps.currentIndex() == SOURCE
    assert "phải là tên các cột" in dialog.refusal.text.text()


def test_that_the_key_for_pasting_belongs_to_the_list(qtbot: QtBot, desk: ActivityDesk) -> None:
    QGuiApplication.clipboard().setText("một chữ")
    desk.page.activateWindow()
    desk.page.list.filter_row.search.setFocus()
    qtbot.keyClick(desk.page.list.filter_row.search, Qt.Key.Key_V, _CTRL)
    assert desk.page.list.filter_row.search.text() == "một chữ"
    assert desk.told == []

    desk.page.list.filter_row.clear.setFocus()
    qtbot.keyClick(desk.page.list.filter_row.clear, Qt.Key.Key_V, _CTRL)
    assert "Chưa có bảng nào để dán" in desk.told[-1][0]


def test_that_only_what_may_be_a_table_is_taken_for_one() -> None:
    mime = QMimeData()
    assert table_in(mime) is None
    mime.setText("hai dòng\nkhông có cột")
    assert table_in(mime) is None
    mime.setHtml("<TABLE><tr><td>một ô</td></tr></TABLE>")
    assert table_in(mime) is not None


def test_that_a_reading_nobody_waits_for_any_more_is_stopped(
    qtbot: QtBot, dialog: ActivityImportDialog
) -> None:
    seen: list[object] = []
    may_go_on, given = Event(), content(sheet(HEAD, VISIT))

    def read(
        source: Path | Pasted, sheet: str | None = None, watch: Progress = SILENT
    ) -> FileContent:
        del source, sheet, watch
        may_go_on.wait()
        return given

    bench = dialog.work.bench
    bench.tools = replace(bench.tools, file_reader=lambda: read)
    dialog.work.seen.connect(seen.append)
    dialog.work.look_at(Path("so-hoat-dong.xlsx"))
    dialog.reject()
    may_go_on.set()
    wait_until_answered(qtbot, bench.jobs)

    assert seen == []
    assert dialog.steps.isEnabled()
