"""Cài đặt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from ttdn_desktop.domain.officer import Mode, Officer
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.pages.settings_page import SettingsPage
from ttdn_desktop.services import keep_officer, keep_rounds

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> SettingsPage:
    """Return the page with the officer of the folder shown."""
    return shown(qtbot, SettingsPage(bench))


def _officer(qtbot: QtBot, bench: Workbench) -> Officer:
    found: list[Officer | None] = []
    bench.jobs.ask(keep_officer.current, found.append)
    wait_until_answered(qtbot, bench.jobs)
    assert found[0] is not None
    return found[0]


def test_that_the_officer_in_charge_is_shown(page: SettingsPage) -> None:
    assert page.officer.lines["name"].text() == "Lê Thị Hoa"
    assert not page.officer.is_changed


def test_that_what_is_typed_of_the_officer_is_written(
    qtbot: QtBot, bench: Workbench, page: SettingsPage
) -> None:
    card = page.officer
    card.lines["title"].setText("Chuyên viên")
    card.mode.setCurrentIndex(card.mode.findData(Mode.FULL_TIME))
    QTest.keyClicks(card.since, "1/3/2026")

    with qtbot.waitSignal(bench.desktop.told) as told:
        QTest.mouseClick(card.write, Qt.MouseButton.LeftButton)

    assert told.args is not None
    assert told.args[1] == "good"
    officer = _officer(qtbot, bench)
    assert (officer.title, officer.mode) == ("Chuyên viên", Mode.FULL_TIME)
    assert officer.since == date(2026, 3, 1)
    assert not card.is_changed


@pytest.mark.parametrize(("field", "typed"), [("name", " "), ("since", "tháng ba")])
def test_that_a_mistake_is_told_below_its_field_and_nothing_is_lost(
    qtbot: QtBot, bench: Workbench, page: SettingsPage, field: str, typed: str
) -> None:
    card = page.officer
    {**card.lines, "since": card.since}[field].setText(typed)

    card.save()
    wait_until_answered(qtbot, bench.jobs)

    assert card._fields[field].error.text()
    assert card.is_changed
    assert card.write.isEnabled()


def test_that_typed_words_are_kept_when_the_folder_changes(
    qtbot: QtBot, bench: Workbench, page: SettingsPage
) -> None:
    page.officer.lines["phone"].setText("0905 000 111")

    page.refresh()
    wait_until_answered(qtbot, bench.jobs)

    assert page.officer.lines["phone"].text() == "0905 000 111"


def test_that_leaving_asks_only_where_something_is_unwritten(page: SettingsPage) -> None:
    asked: list[str] = []

    def stay() -> bool:
        asked.append("asked")
        return False

    page.agrees_to_lose = stay

    assert page.may_leave()
    page.officer.lines["phone"].setText("0905")
    assert not page.may_leave()
    assert asked == ["asked"]


def test_that_another_look_is_kept_for_the_next_start(page: SettingsPage) -> None:
    page.looks.scheme.setCurrentIndex(page.looks.scheme.findData("dark"))
    page.looks.percent.setCurrentIndex(page.looks.percent.findData(125))

    assert preferences.chosen_look() == ("dark", 125)
    assert page.looks.note.text.text()


def test_that_sound_data_are_told_to_be_sound(
    qtbot: QtBot, bench: Workbench, page: SettingsPage
) -> None:
    page.data.run_check()
    wait_until_answered(qtbot, bench.jobs)

    assert page.data.result.text().startswith("✓ Dữ liệu tốt")
    assert page.data.check.isEnabled()


def test_that_a_missing_evidence_file_is_told(qtbot: QtBot, filled_bench: Workbench) -> None:
    page = SettingsPage(filled_bench)
    qtbot.addWidget(page)
    next(path for path in (filled_bench.folder / "vault").rglob("*") if path.is_file()).unlink()

    page.data.run_check()
    wait_until_answered(qtbot, filled_bench.jobs)

    assert page.data.result.text().startswith("!")
    assert "Thiếu tệp tài liệu" in page.data.problems.text.text()


def test_that_another_data_folder_is_asked_of_the_window(
    qtbot: QtBot, bench: Workbench, page: SettingsPage, tmp_path: Path
) -> None:
    page.data.choose_folder = lambda: str(tmp_path / "other")

    with qtbot.waitSignal(bench.desktop.folder_wanted) as wanted:
        QTest.mouseClick(page.data.other, Qt.MouseButton.LeftButton)

    assert wanted.args == [tmp_path / "other"]


def test_that_no_folder_chosen_changes_nothing(
    qtbot: QtBot, bench: Workbench, page: SettingsPage
) -> None:
    page.data.choose_folder = lambda: ""

    with qtbot.assertNotEmitted(bench.desktop.folder_wanted):
        QTest.mouseClick(page.data.other, Qt.MouseButton.LeftButton)


def test_that_the_internal_deadline_is_set_in_working_days(
    qtbot: QtBot, filled_bench: Workbench
) -> None:
    page = SettingsPage(filled_bench)
    qtbot.addWidget(page)
    page.refresh()
    wait_until_answered(qtbot, filled_bench.jobs)
    card = page.internal
    assert (card.days.value(), card.is_changed) == (5, False)
    card.days.setValue(12)
    page.refresh()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert (card.days.value(), card.is_changed) == (12, True)
    card.write.click()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert not card.is_changed
    assert not card.write.isEnabled()
    kept: list[int] = []
    filled_bench.jobs.ask(keep_rounds.internal_days, kept.append)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert kept == [12]
