"""The way of a report from signing to the answer: each dialog, filled in, refused and written."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tests.services.office_desk import form
from ttdn_desktop.domain.edition import EditionKind, Outcome
from ttdn_desktop.domain.report_correction import Correction
from ttdn_desktop.domain.signing import Signer, SignForm
from ttdn_desktop.gui.dialogs.answer_dialog import AnswerDialog
from ttdn_desktop.gui.dialogs.correction_dialog import CorrectionDialog
from ttdn_desktop.gui.dialogs.number_dialog import NumberDialog
from ttdn_desktop.gui.dialogs.sending_dialog import SendingDialog
from ttdn_desktop.gui.dialogs.sign_dialog import SignDialog
from ttdn_desktop.gui.dialogs.verified_dialog import VerifiedDialog
from ttdn_desktop.gui.pages.settings_page import SettingsPage
from ttdn_desktop.services import keep_signers
from ttdn_desktop.services.follow_report import Step
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from tests.screens.looked_at import Window
    from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
    from ttdn_desktop.gui.pages.report_page import ReportPage
    from ttdn_desktop.services.office import Office

D = TypeVar("D", bound="QDialog")
SIGNERS = (
    Signer(name="Nguyễn Văn An", title="Giám đốc", form=SignForm.DIRECT),
    Signer(name="Trần Thị Bích Ngọc", title="Phó Giám đốc", form=SignForm.DEPUTY),
)
WISH = (
    "Bổ sung số liệu tin, bài bằng tiếng Lào của từng quý; làm rõ kinh phí của nhiệm vụ 1.10 và "
    "nguồn vốn; nêu nguyên nhân các nhiệm vụ chưa hoàn thành."
)


def picture_course(window: Window, page: ReportPage, place: Path) -> None:
    """Go the way of an exported report, picturing what is asked and what is said on it."""
    page.bench.jobs.do(_know_signers, lambda _none: None)
    page.refresh()
    window.settle()
    sign = _opened(window, page, SignDialog)
    _take(window, "sign", sign)
    _write(window, page, sign)
    _picture_number(window, page, place)
    _picture_sending(window, page)
    _picture_answer(window, page)
    _picture_following(window, page)
    _picture_correction(window, page)
    _picture_verified(window, page, place / "Báo cáo số 05.docx")


def take_way(window: Window, page: ReportPage, name: str) -> None:
    """Picture the page, and Đường đi by itself where it stands behind a tab."""
    window.camera.take(f"report-{name}", window.shell)
    if page.left.is_folded:
        page.left.bring_up(page.course)
        window.settle()
        window.camera.take(f"report-{name}-way", window.shell)
        page.left.bring_up(page.round)


def picture_settings(window: Window) -> None:
    """Picture who may sign, one of them, and how reports are wanted, set and not yet written."""
    page = window.page("settings", SettingsPage)
    window.camera.take("settings-signers", page.signers)
    page.signers.links[1].linkActivated.emit("")
    for name in ("signer", "signer-new"):
        if (dialog := page.signers.dialog) is None:
            raise AssertionError(name)
        _take(window, name, dialog)
        dialog.reject()
        page.signers.add.click()
    _of(page.signers.dialog).reject()
    page.report.drafter.setText("HTQT")
    page.report.recipients.set_text("UBND tỉnh (báo cáo)\nLãnh đạo Sở")
    window.settle()
    window.camera.take("settings-report", page.report)
    page.report.save()
    window.settle()
    window.camera.take("settings-written", window.shell)


def _know_signers(office: Office) -> None:
    for signer in SIGNERS:
        keep_signers.save(office, signer)


def _picture_number(window: Window, page: ReportPage, place: Path) -> None:
    """Leave the number out, then give it with a day that is worth a look, and a scan."""
    number = _opened(window, page, NumberDialog)
    _take(window, "number", number)
    number.write()
    window.settle()
    _take(window, "number-missing", number)
    scan = place / "Báo cáo số 05 ngày 15 tháng 12 năm 2026, đã ký, đóng dấu.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    number.choose_scan = lambda: str(scan)
    number.choose.click()
    number.number.setText("05")
    number.day.setText("15/11/2026")
    window.settle()
    _take(window, "number-filled", number)
    _write(window, page, number)
    _take(window, "number-notices", number.more)
    number.more.accept()
    take_way(window, page, "issued")


def _picture_sending(window: Window, page: ReportPage) -> None:
    sending = _opened(window, page, SendingDialog)
    _take(window, "sending", sending)
    sending.day.setText("1/1/2020")
    sending.write()
    window.settle()
    _take(window, "sending-early", sending)
    sending.day.show_day(page.bench.today)
    _write(window, page, sending)
    take_way(window, page, "sent")


def _picture_answer(window: Window, page: ReportPage) -> None:
    answer = _opened(window, page, AnswerDialog)
    answer.number.setText("312")
    _take(window, "answer", answer)
    answer.outcome.setCurrentIndex(answer.outcome.findData(Outcome.ASKED_BACK))
    answer.number.setText("312/SVHTTDL-TT")
    answer.remark.set_text(WISH)
    window.settle()
    _take(window, "answer-asked-back", answer)
    _write(window, page, answer)
    take_way(window, page, "asked-back")


def _picture_following(window: Window, page: ReportPage) -> None:
    """Export what was asked back, and picture what a document after the first is asked."""
    made = form("Đăng tin, bài bằng tiếng Lào", "1.10")
    page.bench.jobs.do(lambda office: record(office, made), lambda _one: None)
    window.settle()
    page.export_report()
    window.settle()
    page.course.work.do(Step.FOLLOW, _of(page.course._course), "")  # noqa: SLF001 (as its link does)
    number = _dialog(page, NumberDialog)
    number.kind.setCurrentIndex(number.kind.findData(EditionKind.SUPPLEMENT))
    _take(window, "number-following", number)
    number.reject()
    take_way(window, page, "following")


def _picture_correction(window: Window, page: ReportPage) -> None:
    """Begin the letter that corrects the issued report, leave one place unfinished, and leave."""
    page.course.work.correct(_of(page.course._course))  # noqa: SLF001 (as its link does)
    letter = _dialog(page, CorrectionDialog)
    _take(window, "correction", letter)
    wrong = Correction("trang 2, dòng 5 từ trên xuống", "tháng 13/2026", "tháng 12/2026")
    letter.rows.show_texts((wrong, replace(wrong, place="Phụ lục II", printed="", right="")))
    letter.write()
    window.settle()
    _take(window, "correction-unfinished", letter)
    letter.reject()


def _picture_verified(window: Window, page: ReportPage, file: Path) -> None:
    course = _of(page.course._course)  # noqa: SLF001 (as the card knows it)
    shutil.copyfile(course.folder / course.editions[0].sha256, file)
    page.course.work.choose_file = lambda: str(file)
    page.course.work.verify()
    window.settle()
    verified = _dialog(page, VerifiedDialog)
    _take(window, "verified", verified)
    verified.reject()


def _opened(window: Window, page: ReportPage, kind: type[D]) -> D:
    """Press the button of the next step; return its dialog."""
    page.course.act.click()
    window.settle()
    return _dialog(page, kind)


def _dialog(page: ReportPage, kind: type[D]) -> D:
    dialog = page.course.work.dialog
    if not isinstance(dialog, kind):
        raise TypeError(type(dialog))
    return dialog


def _take(window: Window, name: str, dialog: QDialog) -> None:
    window.settle()
    window.camera.take(f"course-{name}", dialog)


def _write(window: Window, page: ReportPage, dialog: StepDialog) -> None:
    dialog.write()
    window.settle()
    page.refresh()
    window.settle()


V = TypeVar("V")


def _of(value: V | None) -> V:
    """Return what has to be there."""
    if value is None:
        raise AssertionError
    return value
