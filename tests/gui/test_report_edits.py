"""The officer writes over the report in its page."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.gui.report_desk import export_to
from tests.services.office_desk import form
from ttdn_desktop.domain.report_edit import OfferKind
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.gui.wishes import ShowOffers
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench

KEY = "ii.1.10.result"
OWN = "Quan hệ hai bên tiếp tục được củng cố."


@pytest.fixture
def page(qtbot: QtBot, filled_bench: Workbench) -> ReportPage:
    """Return the page of a year with 40 activities."""
    return shown(qtbot, ReportPage(filled_bench), 1180, 680)


def _open(page: ReportPage, key: str = KEY) -> None:
    page.sheet.choose_block(key)
    QTest.keyClick(page.sheet, Qt.Key.Key_F2)


def _write(qtbot: QtBot, page: ReportPage, text: str) -> None:
    page.editor.field.setPlainText(text)
    QTest.keyClick(page.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_until_answered(qtbot, page.bench.jobs)


def _add(qtbot: QtBot, page: ReportPage, title: str) -> None:
    page.bench.jobs.do(lambda office: record(office, form(title, "1.10")), lambda _made: None)
    wait_until_answered(qtbot, page.bench.jobs)


def test_that_a_block_is_written_over_and_both_stand_after_a_new_activity(
    qtbot: QtBot, page: ReportPage
) -> None:
    _open(page)
    before = page.editor.text()
    _write(qtbot, page, f"{before} {OWN}")
    assert page.editor.isHidden()
    assert OWN in page.sheet.toPlainText()

    _add(qtbot, page, "Ký Bản ghi nhớ với tỉnh Champasak")

    text = page.sheet.toPlainText()
    assert OWN in text
    assert "Ký Bản ghi nhớ với tỉnh Champasak".lower() in text.lower()


def test_that_the_next_submission_holds_what_was_written_and_what_was_recorded_since(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    target = tmp_path / "BC.docx"
    export_to(qtbot, page, target)
    _open(page)
    _write(qtbot, page, f"{page.editor.text()} {OWN}")
    _add(qtbot, page, "Ký Bản ghi nhớ với tỉnh Champasak")

    page.may_replace = lambda _target: True
    export_to(qtbot, page, target)

    with zipfile.ZipFile(target) as package:
        printed = package.read("word/document.xml").decode()
    assert OWN in printed
    assert "ký Bản ghi nhớ với tỉnh Champasak" in printed
    assert page.course.model.rowCount() == 2


def test_that_a_new_sentence_is_shown_and_kept_out(qtbot: QtBot, page: ReportPage) -> None:
    _open(page, "ii.4.result")
    _write(qtbot, page, OWN)
    assert page.offers.isHidden()
    page.bench.jobs.do(lambda office: record(office, form("Phát ngôn", "II.4")), lambda _one: None)
    wait_until_answered(qtbot, page.bench.jobs)
    assert page.offers.isVisible()
    told = [each.accessibleName() for each in page.notices.links]
    assert any("có số liệu mới" in each for each in told)
    kinds = {each.offer.kind for each in page.offers.matters if each.offer}
    assert OfferKind.NEW in kinds or OfferKind.CHANGED in kinds

    while page.offers.isVisible():
        QTest.mouseClick(page.offers.keep, Qt.MouseButton.LeftButton)
        wait_until_answered(qtbot, page.bench.jobs)

    assert "phát ngôn tại" not in page.sheet.toPlainText()
    assert OWN in page.sheet.toPlainText()


def test_that_the_new_sentence_is_taken(qtbot: QtBot, page: ReportPage) -> None:
    _open(page, "ii.4.result")
    _write(qtbot, page, OWN)
    page.bench.jobs.do(lambda office: record(office, form("Phát ngôn", "II.4")), lambda _one: None)
    wait_until_answered(qtbot, page.bench.jobs)
    page.wish(ShowOffers())

    while page.offers.isVisible():
        QTest.mouseClick(page.offers.accept, Qt.MouseButton.LeftButton)
        wait_until_answered(qtbot, page.bench.jobs)

    assert "phát ngôn" in page.sheet.toPlainText()


def test_that_what_is_typed_is_kept_and_taken_up_again(qtbot: QtBot, page: ReportPage) -> None:
    _open(page)
    page.editor.field.setPlainText(OWN)
    page.work.keep()
    wait_until_answered(qtbot, page.bench.jobs)
    assert "Đã lưu nháp" in page.editor.state.text()

    again = shown(qtbot, ReportPage(page.bench), 1180, 680)
    QTest.mouseClick(again.offers.accept, Qt.MouseButton.LeftButton)

    assert again.editor.text() == OWN
    assert OWN not in again.sheet.toPlainText()


def test_that_what_is_typed_in_one_block_waits_while_another_is_taken_up(
    page: ReportPage,
) -> None:
    _open(page)
    page.editor.field.setPlainText(OWN)

    _open(page, "ii.4.result")
    assert page.editor.text() != OWN
    _open(page)

    assert page.editor.text() == OWN


def test_that_leaving_asks_before_it_drops_what_is_typed(qtbot: QtBot, page: ReportPage) -> None:
    asked: list[bool] = []

    def stay() -> bool:
        asked.append(True)
        return False

    _open(page)
    page.work.may_leave = stay
    page.editor.field.setPlainText(OWN)
    QTest.keyClick(page.editor.field, Qt.Key.Key_Escape)
    assert asked
    assert page.editor.isVisible()

    page.work.may_leave = lambda: True
    QTest.keyClick(page.editor.field, Qt.Key.Key_Escape)
    wait_until_answered(qtbot, page.bench.jobs)

    assert page.editor.isHidden()
    assert OWN not in page.sheet.toPlainText()
    _open(page)
    assert page.editor.text() != OWN


def test_that_the_generated_text_comes_back(qtbot: QtBot, page: ReportPage) -> None:
    before = page.sheet.toPlainText()
    _open(page)
    _write(qtbot, page, OWN)
    assert page.sheet.toPlainText() != before

    _open(page)
    QTest.mouseClick(page.editor.revert, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, page.bench.jobs)

    assert page.sheet.toPlainText() == before


def test_that_writing_is_undone_with_the_journal(qtbot: QtBot, page: ReportPage) -> None:
    before = page.sheet.toPlainText()
    _open(page)
    _write(qtbot, page, "")
    assert "Đã bỏ một đoạn" in page.sheet.toPlainText()

    page.bench.jobs.do(take_back, lambda _label: None)
    wait_until_answered(qtbot, page.bench.jobs)

    assert page.sheet.toPlainText() == before


def test_that_recipients_are_written_line_by_line(qtbot: QtBot, page: ReportPage) -> None:
    _open(page, "closing.recipients")
    assert "\n" in page.editor.text()

    _write(qtbot, page, "Như trên\nBáo Quảng Ngãi\nLưu: VT")

    assert "- Báo Quảng Ngãi;" in page.sheet.toPlainText()


def test_that_what_was_written_over_bears_a_bar_in_the_margin(
    qtbot: QtBot, page: ReportPage
) -> None:
    assert page.sheet._written_over() == []  # noqa: SLF001 (what is drawn)
    _open(page)
    _write(qtbot, page, OWN)

    ((key, _top, height),) = page.sheet._written_over()  # noqa: SLF001 (what is drawn)

    assert key == KEY
    assert height > 0
