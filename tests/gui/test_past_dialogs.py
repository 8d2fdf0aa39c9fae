"""Lịch sử, lịch sử thay đổi, thùng rác: what is shown, and what can be taken back from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.services.office_desk import form
from ttdn_desktop.domain.story import FIELD_NAMES, RecordKind
from ttdn_desktop.gui.dialogs.bin_dialog import BinDialog
from ttdn_desktop.gui.dialogs.history_dialog import HistoryDialog
from ttdn_desktop.gui.dialogs.journal_dialog import AT_ONCE, JournalDialog
from ttdn_desktop.gui.pages.activities_page import ActivitiesPage
from ttdn_desktop.gui.pages.settings_page import SettingsPage
from ttdn_desktop.gui.theme import Look
from ttdn_desktop.gui.words import Words
from ttdn_desktop.services import bin as office_bin
from ttdn_desktop.services.edit_activity import form_of, put_into_bin, save
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.gui.dialogs.dialog import Dialog
    from ttdn_desktop.gui.models.row_model import RowModel
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


def _edited(office: Office) -> Activity:
    """Record an activity and give it another title."""
    activity = record(office, form("Đón đoàn"))
    return save(office, activity.id, replace(form_of(office, activity), title="Đón đoàn Lào"))


def _binned(office: Office) -> list[Activity]:
    return [put_into_bin(office, record(office, form(title)).id) for title in ("Họp", "Tập huấn")]


T = TypeVar("T")


def _do(qtbot: QtBot, bench: Workbench, work: Callable[[Office], T]) -> T:
    """Do a work on the worker; return what it gave."""
    found: list[T] = []
    bench.jobs.do(work, found.append)
    wait_until_answered(qtbot, bench.jobs)
    return found[0]


def _shown(qtbot: QtBot, bench: Workbench, dialog: Dialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    wait_until_answered(qtbot, bench.jobs)


def _cells(model: RowModel[Any]) -> list[list[str]]:
    columns = range(model.columnCount())
    rows = range(model.rowCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in rows]


def test_that_the_story_of_an_activity_begins_with_its_newest_change(
    qtbot: QtBot, bench: Workbench, qtmodeltester: ModelTester
) -> None:
    activity = _do(qtbot, bench, _edited)
    dialog = HistoryDialog(None, bench, activity.id, activity.code)
    _shown(qtbot, bench, dialog)

    assert [row[1:] for row in _cells(dialog.event_model)] == [
        ["Lê Thị Hoa", "Sửa hoạt động A1: Đón đoàn Lào"],
        ["Lê Thị Hoa", "Ghi hoạt động: Đón đoàn"],
    ]
    assert _cells(dialog.field_model) == [["Tên", "Đón đoàn", "Đón đoàn Lào"]]
    dialog.events.choose(1)
    assert ["Vai trò", "–", "chủ trì"] in _cells(dialog.field_model)
    qtmodeltester.check(dialog.event_model)
    qtmodeltester.check(dialog.field_model)


def test_that_the_dialogs_fit_a_small_screen_with_large_text(
    qtbot: QtBot, bench: Workbench
) -> None:
    bench.look = Look(percent=150)

    for dialog in (HistoryDialog(None, bench, "x", "A1"), JournalDialog(None, bench)):
        _shown(qtbot, bench, dialog)
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()


def test_that_what_was_purged_says_so_in_its_story(qtbot: QtBot, bench: Workbench) -> None:
    def purged(office: Office) -> str:
        activity = put_into_bin(office, record(office, form("Họp")).id)
        office_bin.purge(office, [activity.id])
        return activity.id

    dialog = HistoryDialog(None, bench, _do(qtbot, bench, purged), "A1")
    _shown(qtbot, bench, dialog)

    assert dialog.note.text.text() == bench.say("history.purged")
    assert _cells(dialog.field_model) == []


def test_that_a_change_that_moved_on_says_why_and_the_newest_is_taken_back(
    qtbot: QtBot, bench: Workbench, qtmodeltester: ModelTester
) -> None:
    _do(qtbot, bench, _edited)
    dialog = JournalDialog(None, bench)
    _shown(qtbot, bench, dialog)

    assert [row[3] for row in _cells(dialog.model)] == ["được", "không", "không"]
    dialog.table.choose(1)
    assert not dialog.back.isEnabled()
    assert "Sửa hoạt động A1: Đón đoàn Lào" in dialog.reason.text()

    dialog.table.choose(0)
    with qtbot.waitSignal(bench.desktop.told) as told:
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert told.args == ["Đã lấy lại: Sửa hoạt động A1: Đón đoàn Lào", "good"]
    labels = [row[2] for row in _cells(dialog.model)]
    assert labels[0] == "Hoàn tác: Sửa hoạt động A1: Đón đoàn Lào"
    assert [row[3] for row in _cells(dialog.model)] == ["được", "không", "được", "không"]
    qtmodeltester.check(dialog.model)


def test_that_older_changes_are_read_when_asked(qtbot: QtBot, bench: Workbench) -> None:
    def many(office: Office) -> None:
        for number in range(AT_ONCE + 5):
            record(office, form(f"Việc {number}"))

    _do(qtbot, bench, many)
    dialog = JournalDialog(None, bench)
    _shown(qtbot, bench, dialog)
    assert dialog.model.rowCount() == AT_ONCE

    QTest.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert dialog.model.rowCount() == AT_ONCE + 6
    assert not dialog.more.isVisible()


@pytest.fixture
def bin_dialog(qtbot: QtBot, bench: Workbench) -> BinDialog:
    """Return the bin with two activities in it, both chosen."""
    _do(qtbot, bench, _binned)
    dialog = BinDialog(None, bench)
    _shown(qtbot, bench, dialog)
    dialog.table.selectAll()
    return dialog


def test_that_the_bin_shows_what_since_when_and_by_whom(
    bin_dialog: BinDialog, qtmodeltester: ModelTester
) -> None:
    rows = _cells(bin_dialog.model)

    assert [row[:3] for row in rows] == [
        ["Hoạt động", "A2", "Tập huấn"],
        ["Hoạt động", "A1", "Họp"],
    ]
    assert {row[4] for row in rows} == {"Lê Thị Hoa"}
    qtmodeltester.check(bin_dialog.model)


def test_that_chosen_things_come_out_of_the_bin(
    qtbot: QtBot, bench: Workbench, bin_dialog: BinDialog
) -> None:
    with qtbot.waitSignal(bench.desktop.told) as told:
        QTest.mouseClick(bin_dialog.restore, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert told.args == ["Đã lấy lại 2 mục từ thùng rác", "good"]
    assert bin_dialog.model.rowCount() == 0
    assert bin_dialog.note.text.text() == bench.say("history.bin_blank")
    assert not bin_dialog.restore.isEnabled()


def test_that_nothing_is_purged_without_a_yes(
    qtbot: QtBot, bench: Workbench, bin_dialog: BinDialog
) -> None:
    asked: list[int] = []

    def refuse(count: int) -> bool:
        asked.append(count)
        return False

    bin_dialog.agrees_to_purge = refuse
    QTest.mouseClick(bin_dialog.purge, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)
    assert (asked, bin_dialog.model.rowCount()) == ([2], 2)

    bin_dialog.agrees_to_purge = lambda _count: True
    with qtbot.waitSignal(bench.desktop.told):
        QTest.mouseClick(bin_dialog.purge, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert bin_dialog.model.rowCount() == 0


def test_that_the_history_is_offered_for_what_is_recorded_only(
    qtbot: QtBot, bench: Workbench
) -> None:
    page = shown(qtbot, ActivitiesPage(bench))

    assert not page.pane.buttons["history"].isVisible()


def test_that_the_settings_lead_to_history_and_bin(qtbot: QtBot, bench: Workbench) -> None:
    page = SettingsPage(bench)
    qtbot.addWidget(page)

    assert page.past.journal.text() == "Lịch sử thay đổi…"
    assert page.past.bin.text() == "Thùng rác…"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_every_field_and_kind_has_a_name(language: str) -> None:
    words = Words(language)

    assert all(words.has(f"history.field.{name}") for name in FIELD_NAMES)
    kinds = (RecordKind.ACTIVITY, RecordKind.EVIDENCE)
    assert all(words.has(f"history.kind.{kind}") for kind in kinds)
