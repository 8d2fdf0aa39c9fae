"""Kiểm tra thể thức."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.gui.format_desk import MARGIN, ORDER, SIZE, checked, faulty_file, rules, show_tab
from tests.gui.report_desk import export_to, submit
from tests.word.check.file import sound
from tests.word.check.planting import sized, worded
from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.gui.pages.format_page import FormatPage
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.gui.widgets.finding_list import ALL, TABS
from ttdn_desktop.gui.wishes import CheckFile

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> FormatPage:
    """Return the page with no file yet."""
    return shown(qtbot, FormatPage(bench))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a file with three faults."""
    return faulty_file(tmp_path / "bao-cao.docx")


def test_that_a_sound_file_is_told_to_be_without_errors(
    qtbot: QtBot, page: FormatPage, tmp_path: Path
) -> None:
    checked(qtbot, page, sound().store(tmp_path / "x.docx"))

    assert page.bar.name.text() == "x.docx"
    assert page.bar.count.text() == "Không có lỗi thể thức"
    assert page.bar.count.property("tone") == "good"
    assert page.list.none.isVisible()
    assert not page.bar.repair.isEnabled()


def test_that_findings_stand_as_in_the_document(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    checked(qtbot, page, faulty)

    assert rules(page) == [MARGIN, SIZE, ORDER]
    assert page.bar.count.text() == "3 lỗi"
    assert page.bar.count.property("tone") == "bad"


def test_that_the_chosen_finding_is_read_with_its_place_in_the_decree(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    checked(qtbot, page, faulty)

    page.list.table.choose(1)

    text = page.card.reading.toPlainText()
    assert "Cỡ chữ của lời văn" in text
    assert "cỡ chữ 10" in text
    assert "cỡ chữ từ 13 đến 14" in text
    assert "điểm e khoản 6 mục II Phần I, Phụ lục I Nghị định số 30/2020/NĐ-CP" in text


def test_that_a_tab_shows_what_weighs_so_much(
    qtbot: QtBot, page: FormatPage, tmp_path: Path
) -> None:
    file = sound()
    sized("Sở Ngoại vụ báo cáo", "20")(file)
    worded("Trên đây", "Trên đây là báo cáo của Sở Ngoại vụ.")(file)
    checked(qtbot, page, file.store(tmp_path / "x.docx"))

    show_tab(page, Severity.WARNING)

    assert rules(page) == ["end_mark"]
    assert page.bar.count.text() == "1 lỗi, 1 lưu ý"
    assert page.list.tabs.tabText(TABS.index(ALL)) == "Tất cả (2)"


def test_that_what_is_no_word_file_is_refused_and_what_was_shown_stays(
    qtbot: QtBot, page: FormatPage, faulty: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.docx").write_bytes(b"%PDF-1.7")
    checked(qtbot, page, faulty)

    checked(qtbot, page, tmp_path / "x.docx")

    assert page.note.isVisible()
    assert "x.docx" in page.note.text.text()
    assert page.bar.name.text() == faulty.name
    assert rules(page) == [MARGIN, SIZE, ORDER]


def test_that_the_button_checks_the_file_that_is_chosen(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    page.choose_file = lambda: str(faulty)

    QTest.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, page.bench.jobs)

    assert page.bar.name.text() == faulty.name


def test_that_a_file_dropped_on_the_page_ischecked(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(faulty))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copy, mime, button, keys)
    page.dragEnterEvent(entering)

    page.dropEvent(QDropEvent(QPointF(50, 50), copy, mime, button, keys))
    wait_until_answered(qtbot, page.bench.jobs)

    assert entering.isAccepted()
    assert page.bar.name.text() == faulty.name


def test_that_a_text_dropped_on_the_page_is_not_taken(page: FormatPage) -> None:
    mime = QMimeData()
    mime.setText("Báo cáo")
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, button, keys)
    entering.ignore()

    page.dragEnterEvent(entering)

    assert not entering.isAccepted()


def test_that_reading_the_page_anew_checks_the_file_as_it_is_now(
    qtbot: QtBot, page: FormatPage, faulty: Path, tmp_path: Path
) -> None:
    checked(qtbot, page, faulty)
    shutil.copyfile(sound().store(tmp_path / "sound.docx"), faulty)

    page.refresh()
    wait_until_answered(qtbot, page.bench.jobs)

    assert rules(page) == []


def test_that_the_newest_report_is_checked_as_a_copy(
    qtbot: QtBot, bench: Workbench, page: FormatPage, tmp_path: Path
) -> None:
    target = tmp_path / "x.docx"
    submit(qtbot, bench, target)

    QTest.mouseClick(page.newest, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert page.bar.name.text() == "BC-SNgV-TTDN-2026.docx"
    assert page.bar.count.text().startswith("Không có lỗi thể thức")
    assert page.bar.name.toolTip() != str(target)


def test_that_a_year_without_a_report_is_told_so(qtbot: QtBot, page: FormatPage) -> None:
    QTest.mouseClick(page.newest, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, page.bench.jobs)

    assert "Năm 2026 chưa xuất bản trình nào" in page.note.text.text()


def test_that_the_file_is_opened(
    qtbot: QtBot, page: FormatPage, faulty: Path, opened_urls: list[QUrl]
) -> None:
    checked(qtbot, page, faulty)

    QTest.mouseClick(page.bar.open_file, Qt.MouseButton.LeftButton)

    assert [url.toLocalFile() for url in opened_urls] == [str(faulty)]


def test_that_a_file_that_is_gone_is_told_when_it_is_opened(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    checked(qtbot, page, faulty)
    faulty.unlink()

    QTest.mouseClick(page.bar.open_file, Qt.MouseButton.LeftButton)

    assert page.note.isVisible()


def test_that_an_exported_report_leads_to_its_check(
    qtbot: QtBot, bench: Workbench, page: FormatPage, tmp_path: Path
) -> None:
    report = shown(qtbot, ReportPage(bench))
    export_to(qtbot, report, tmp_path / "x.docx")

    with qtbot.waitSignal(bench.desktop.page_wanted) as wanted:
        QTest.mouseClick(report.note.check, Qt.MouseButton.LeftButton)
    page.wish(wanted.args[1])
    wait_until_answered(qtbot, bench.jobs)

    assert wanted.args == ["format", CheckFile(tmp_path / "x.docx")]
    assert page.bar.count.text().startswith("Không có lỗi thể thức")


def test_that_a_check_that_is_stopped_shows_nothing(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    page.check(faulty)
    assert page._task is not None  # noqa: SLF001 (what the status line is given)
    page._task.cancel()  # noqa: SLF001 (as its button does)
    wait_until_answered(qtbot, page.bench.jobs)

    assert page.bar.name.text() == ""
    assert not page.note.isVisible()
