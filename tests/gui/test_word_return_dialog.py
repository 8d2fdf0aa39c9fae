"""Nhận lại từ Word: what differs is shown, and what is ticked comes into the draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.gui.desks import wait_until_answered
from tests.gui.report_desk import submit
from tests.word import edited as word
from tests.word.edited import edited
from ttdn_desktop.desk import word_reader
from ttdn_desktop.gui.dialogs.word_return_dialog import WordReturnDialog
from ttdn_desktop.gui.models.check_model import CHECK
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.services import take_word_back
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

_NEW = "Sở tiếp tục phối hợp với các cơ quan báo chí của tỉnh bạn."


def _edit(document: WordDocument) -> None:
    word.reword(document, "như sau", "cụ thể như sau")
    word.add_after(document, "cụ thể như sau", _NEW)


@pytest.fixture
def file(qtbot: QtBot, filled_bench: Workbench, tmp_path: Path) -> Path:
    """Return a bản trình edited in Word: a paragraph reworded, and one added behind it."""
    target = tmp_path / "Báo cáo đã sửa.docx"
    filled_bench.tools = replace(filled_bench.tools, word_reader=word_reader)
    submit(qtbot, filled_bench, target)
    target.write_bytes(edited(target.read_bytes(), _edit))
    return target


@pytest.fixture
def dialog(qtbot: QtBot, filled_bench: Workbench, file: Path) -> WordReturnDialog:
    """Return the dialog with the file looked at."""
    asked: list[Round] = []
    filled_bench.jobs.ask(lambda office: asked_round(office, 2026, None), asked.append)
    wait_until_answered(qtbot, filled_bench.jobs)
    made = WordReturnDialog(None, filled_bench, asked[0])
    QAbstractItemModelTester(made.model, made)
    made.show()
    made.choose_file = lambda: str(file)
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, filled_bench.jobs)
    return made


def _kinds(dialog: WordReturnDialog) -> list[str]:
    rows = (dialog.model.row_at(number) for number in range(dialog.model.rowCount()))
    return [row.kind for row in rows if row]


def _opening(qtbot: QtBot, bench: Workbench, file: Path) -> str:
    """Return how the draft begins."""
    seen: list[str] = []

    def read(office: Office) -> str:
        asked = asked_round(office, 2026, None)
        document = take_word_back.preview(office, word_reader(), file, asked).draft.document
        return "\n".join(each.text for each in document.body if each.key.startswith("opening"))

    bench.jobs.ask(read, seen.append)
    wait_until_answered(qtbot, bench.jobs)
    return seen[0]


def test_that_the_differences_are_shown_word_by_word(dialog: WordReturnDialog) -> None:
    assert _kinds(dialog) == ["changed", "added"]
    assert dialog.summary.text() == "1 đoạn sửa lời văn; 1 đoạn viết thêm."
    assert "cụ thể" in dialog.view.toPlainText()
    assert "underline" in dialog.view.toHtml()
    dialog.table.choose(1)
    assert "Thêm vào sau đoạn" in dialog.view.toPlainText()
    assert dialog.note.isHidden()


def test_that_what_is_ticked_is_taken_and_can_be_undone(
    qtbot: QtBot, filled_bench: Workbench, dialog: WordReturnDialog, file: Path
) -> None:
    before = _opening(qtbot, filled_bench, file)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, filled_bench.jobs)
    after = _opening(qtbot, filled_bench, file)
    assert "cụ thể như sau" in after
    assert _NEW in after
    filled_bench.jobs.do(take_back, lambda _label: None)
    assert _opening(qtbot, filled_bench, file) == before


def test_that_what_is_not_ticked_is_left_out(
    qtbot: QtBot, filled_bench: Workbench, dialog: WordReturnDialog, file: Path
) -> None:
    dialog.model.setData(dialog.model.index(1, 0), Qt.CheckState.Unchecked.value, CHECK)
    dialog.take()
    wait_until_answered(qtbot, filled_bench.jobs)
    after = _opening(qtbot, filled_bench, file)
    assert "cụ thể như sau" in after
    assert _NEW not in after


def test_that_with_nothing_ticked_there_is_nothing_to_take(dialog: WordReturnDialog) -> None:
    for number in range(dialog.model.rowCount()):
        index = dialog.model.index(number, 0)
        dialog.model.setData(index, Qt.CheckState.Unchecked.value, CHECK)
    assert not dialog.ok.isEnabled()


def test_that_a_file_that_cannot_be_read_is_told_and_another_can_be_chosen(
    qtbot: QtBot, filled_bench: Workbench, dialog: WordReturnDialog, file: Path
) -> None:
    broken = file.with_name("hỏng.docx")
    broken.write_bytes(b"PK")
    dialog.path.setText(str(broken))
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert "hỏng.docx" in dialog.refusal.text.text()
    dialog.look_at(file)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert dialog.refusal.isHidden()
    assert _kinds(dialog) == ["changed", "added"]


def test_that_a_file_without_a_difference_is_said(
    qtbot: QtBot, filled_bench: Workbench, dialog: WordReturnDialog, tmp_path: Path
) -> None:
    same = tmp_path / "như cũ.docx"
    submit(qtbot, filled_bench, same)
    dialog.look_at(same)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert dialog.summary.text().startswith("Tệp như cũ.docx không khác dự thảo")
    assert not dialog.ok.isEnabled()


def test_that_the_page_opens_the_dialog(qtbot: QtBot, filled_bench: Workbench) -> None:
    page = ReportPage(filled_bench)
    qtbot.addWidget(page)
    page.show()
    assert page.open_return() is None
    page.appear()
    wait_until_answered(qtbot, filled_bench.jobs)
    QTest.mouseClick(page.take_back, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    opened = page.findChild(WordReturnDialog)
    assert opened is not None
    opened.reject()
