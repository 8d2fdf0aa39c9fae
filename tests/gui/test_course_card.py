"""Đường đi của báo cáo: step by step with small dialogs, each one change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.word.resaved import resaved
from ttdn_desktop.desk import report_files
from ttdn_desktop.domain.edition import EditionKind, Outcome, Saying
from ttdn_desktop.domain.report_correction import Correction
from ttdn_desktop.gui.dialogs.answer_dialog import AnswerDialog
from ttdn_desktop.gui.dialogs.correction_dialog import CorrectionDialog
from ttdn_desktop.gui.dialogs.number_dialog import NumberDialog
from ttdn_desktop.gui.dialogs.sending_dialog import SendingDialog
from ttdn_desktop.gui.dialogs.sign_dialog import SignDialog
from ttdn_desktop.gui.dialogs.verified_dialog import VerifiedDialog
from ttdn_desktop.gui.pages.report_page import ReportPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
    from ttdn_desktop.gui.workbench import Workbench

D = TypeVar("D")


@pytest.fixture
def page(qtbot: QtBot, filled_bench: Workbench, tmp_path: Path) -> ReportPage:
    """Return the page of a year whose report goes where the test wants."""
    page = shown(qtbot, ReportPage(filled_bench))
    page.choose_target = lambda _suggested: str(tmp_path / "BC.docx")
    return page


def _click(qtbot: QtBot, page: ReportPage) -> None:
    QTest.mouseClick(page.course.act, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, page.bench.jobs)
    page.refresh()
    wait_until_answered(qtbot, page.bench.jobs)


def _dialog(page: ReportPage, kind: type[D]) -> D:
    dialog = page.course.work.dialog
    assert isinstance(dialog, kind)
    return dialog


def _write(qtbot: QtBot, page: ReportPage, dialog: StepDialog) -> None:
    dialog.write()
    wait_until_answered(qtbot, page.bench.jobs)
    page.refresh()
    wait_until_answered(qtbot, page.bench.jobs)


def _marks(page: ReportPage) -> str:
    return "".join(each.text()[0] for each in page.course.steps)


def _issue(qtbot: QtBot, page: ReportPage) -> None:
    _click(qtbot, page)
    _click(qtbot, page)
    sign = _dialog(page, SignDialog)
    sign.name.setText("Trần Thị B")
    _write(qtbot, page, sign)
    _click(qtbot, page)
    number = _dialog(page, NumberDialog)
    number.number.setText("05")
    _write(qtbot, page, number)


def test_that_a_round_begins_with_its_first_submission(qtbot: QtBot, page: ReportPage) -> None:
    assert _marks(page) == "➜○○○○"
    assert page.course.act.text() == "Xuất bản trình…"
    _click(qtbot, page)
    assert _marks(page) == "✓➜○○○"
    assert page.course.model.rowCount() == 1


def test_that_the_whole_way_is_gone_step_by_step(qtbot: QtBot, page: ReportPage) -> None:
    _issue(qtbot, page)
    assert _marks(page) == "✓✓✓➜○"
    assert page.course.steps[1].text() == "✓ Đã ký ngày 01/12/2026: Trần Thị B"
    assert page.course.steps[2].text() == "✓ Đã phát hành số 05/BC-SNgV, ngày 01/12/2026"
    _click(qtbot, page)
    sending = _dialog(page, SendingDialog)
    assert sending.recipient.text() == "Sở Văn hóa, Thể thao và Du lịch"
    _write(qtbot, page, sending)
    _click(qtbot, page)
    answer = _dialog(page, AnswerDialog)
    answer.number.setText("312")
    _write(qtbot, page, answer)
    assert _marks(page) == "✓✓✓✓✓"
    assert page.course.steps[4].text() == "✓ Đã tiếp nhận ngày 01/12/2026, số đến 312"
    assert page.course.act.isHidden()
    assert page.course.again.isVisible()


def test_that_what_is_asked_back_is_replaced(qtbot: QtBot, page: ReportPage) -> None:
    _issue(qtbot, page)
    _click(qtbot, page)
    _write(qtbot, page, _dialog(page, SendingDialog))
    _click(qtbot, page)
    answer = _dialog(page, AnswerDialog)
    assert answer.fields["their_number"].name.text() == "Số đến"
    answer.outcome.setCurrentIndex(answer.outcome.findData(Outcome.ASKED_BACK))
    assert answer.fields["their_number"].name.text() == "Số, ký hiệu văn bản đề nghị"
    assert answer.remark.accessibleName() == "Nội dung đề nghị"
    answer.remark.set_text("Bổ sung số liệu\ncủa từng quý")
    _write(qtbot, page, answer)
    assert page.course.act.text() == "Xuất bản trình…"
    assert "(Bổ sung số liệu của từng quý)" in page.course.steps[0].text()


def test_that_a_refusal_makes_the_dialog_grow_and_leaves_the_fields_their_height(
    qtbot: QtBot, page: ReportPage
) -> None:
    _click(qtbot, page)
    _click(qtbot, page)
    dialog = _dialog(page, SignDialog)
    before, field = dialog.height(), dialog.name.height()
    dialog.day.setText("")
    dialog.write()
    wait_until_answered(qtbot, page.bench.jobs)
    note = dialog.wrong
    assert note.isVisible()
    assert dialog.height() >= before + note.heightForWidth(note.width())
    assert dialog.name.height() == field


def test_that_the_number_asks_what_a_later_document_is(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    _issue(qtbot, page)
    course = page.course._course  # noqa: SLF001 (as the card knows it)
    assert course is not None
    dialog = NumberDialog(page, page.bench, course)
    kinds = [dialog.kind.itemData(number) for number in range(dialog.kind.count())]
    assert kinds == [EditionKind.REPLACEMENT, EditionKind.SUPPLEMENT, EditionKind.CORRECTION]
    dialog.choose_scan = lambda: str(tmp_path / "quét.pdf")
    dialog.choose.click()
    assert dialog.scan.text() == str(tmp_path / "quét.pdf")
    dialog.number.setText("06")
    _write(qtbot, page, dialog)
    assert "Chưa có bản trình nào mới hơn" in dialog.wrong.text.text()


def test_that_a_day_that_is_missing_is_said_in_the_dialog(qtbot: QtBot, page: ReportPage) -> None:
    _click(qtbot, page)
    _click(qtbot, page)
    sign = _dialog(page, SignDialog)
    sign.day.setText("")
    sign.write()
    assert sign.wrong.isVisible()
    assert sign.act.isEnabled()


def test_that_a_kept_file_is_opened_as_a_copy(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, opened_urls: list[QUrl]
) -> None:
    _click(qtbot, page)
    page.course.table.opened.emit(0)
    wait_until_answered(qtbot, page.bench.jobs)
    (copy,) = (url.toLocalFile() for url in opened_urls)
    assert copy.endswith("Bản trình lần 1 năm 2026.docx")
    with open(copy, "rb") as stream:  # noqa: PTH123 (a path as Qt gives it)
        assert stream.read() == (tmp_path / "BC.docx").read_bytes()


def test_that_a_chosen_file_is_verified_in_words(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    _click(qtbot, page)
    edited = tmp_path / "sửa.docx"
    changed = resaved((tmp_path / "BC.docx").read_bytes(), ("- Như trên;", "- Như kính gửi;"))
    edited.write_bytes(changed.getvalue())
    for name, sentence in ((tmp_path / "BC.docx", "Đúng bản gốc"), (edited, "Đã bị sửa")):
        page.course.work.choose_file = partial(str, name)
        page.course.work.verify()
        wait_until_answered(qtbot, page.bench.jobs)
        dialog = _dialog(page, VerifiedDialog)
        assert sentence in dialog.verdict.text()
    told = dialog.places.toPlainText()
    assert told == 'phần ký, nơi nhận: "- Như trên;" sửa thành "- Như kính gửi;"'


def test_that_the_slip_is_written_beside_a_submission(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    assert page.course.slip.isHidden()
    _click(qtbot, page)
    page.course.work.choose_target = lambda name: str(tmp_path / name)
    page.course.slip.linkActivated.emit("#")
    wait_until_answered(qtbot, page.bench.jobs)
    assert (tmp_path / "Phiếu trình lần 1 năm 2026.docx").exists()


def test_that_the_letter_of_correction_is_drafted_from_what_is_typed(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    assert page.course.correct.isHidden()
    _issue(qtbot, page)
    page.course.correct.linkActivated.emit("#")
    dialog = _dialog(page, CorrectionDialog)
    offered: list[str] = []

    def choose(name: str) -> str:
        offered.append(name)
        return str(tmp_path / name)

    dialog.choose_target = choose
    dialog.write()
    assert "chưa đủ" in dialog.wrong.text.text()
    assert offered == []
    wrong = Correction("trang 2", "BÁO CAÓ", "BÁO CÁO")
    dialog.rows.show_texts((wrong, replace(wrong, printed="")))
    _write(qtbot, page, dialog)
    assert offered == ["Công văn đính chính Báo cáo số 05-BC-SNgV.docx"]
    with (tmp_path / offered[0]).open("rb") as stream:
        texts = [each.text for each in report_files().read(stream).paragraphs]
    assert "2. Tại trang 2: nay bổ sung “BÁO CÁO”." in texts


def test_that_leaving_the_choice_of_a_place_writes_no_letter(
    qtbot: QtBot, page: ReportPage
) -> None:
    _issue(qtbot, page)
    page.course.correct.linkActivated.emit("#")
    dialog = _dialog(page, CorrectionDialog)
    dialog.choose_target = lambda _name: ""
    dialog.rows.show_texts((Correction("trang 2", "a", "b"),))
    dialog.write()
    assert dialog.isVisible()
    assert dialog.act.isEnabled()


def test_that_the_officer_chooses_what_the_next_report_says(qtbot: QtBot, page: ReportPage) -> None:
    assert page.course.says.isHidden()
    _issue(qtbot, page)
    choice = page.course.says.choice
    assert page.course.says.isVisible()
    assert choice.currentIndex() == -1
    choice.setCurrentIndex(choice.findData(Saying.SUPPLEMENT))
    choice.activated.emit(choice.currentIndex())
    wait_until_answered(qtbot, page.bench.jobs)
    page.refresh()
    wait_until_answered(qtbot, page.bench.jobs)
    course = page.course._course  # noqa: SLF001 (as the card knows it)
    assert course is not None
    assert course.saying is Saying.SUPPLEMENT
    assert choice.currentData() == Saying.SUPPLEMENT
    assert NumberDialog(page, page.bench, course).kind.currentData() == EditionKind.SUPPLEMENT
