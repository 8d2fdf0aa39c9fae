"""The sheet: the tree as it is read on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.word.sample_report import REPORT
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.report_apply import apply_edits
from ttdn_desktop.domain.report_edit import Edit
from ttdn_desktop.gui.widgets.paper_html import Line, Paper, lines_of
from ttdn_desktop.gui.widgets.report_sheet import ReportSheet
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look


def test_that_every_sentence_is_on_the_sheet(qtbot: QtBot, dressed: Look) -> None:
    document = REPORT
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)

    sheet.show_document(document)

    text = sheet.toPlainText()
    for line in lines_of(document):
        for part in line.sentence.text.split("\n"):
            assert part in text


def test_that_annexes_are_counted_and_not_drawn() -> None:
    document = REPORT

    html = Paper(Words("vi"), 14, 13).html(document)

    for annex in document.annexes:
        assert annex.label in html
        entries = [cell for row in annex.table.rows for cell in row.cells if len(cell) > 30]
        assert all(cell not in html for cell in entries)


def test_that_what_is_recorded_cannot_become_markup(qtbot: QtBot, dressed: Look) -> None:
    spoilt = "<b>Tiếp đoàn</b> & <img src='x'>"
    block = Block("ii.1.10.result", Role.BODY, (Sentence(spoilt, ("a",)),))
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)

    sheet.show_document(replace(REPORT, body=(block,)))

    assert spoilt in sheet.toPlainText()


def test_that_the_keys_go_from_sentence_to_sentence(qtbot: QtBot, dressed: Look) -> None:
    first, second = Sentence("Sở đã tiếp 02 đoàn.", ("a",)), Sentence("Có 19 lượt khách.", ("b",))
    silent = Sentence("Kế hoạch được thực hiện.")
    block = Block("ii.1.10.result", Role.BODY, (first, silent, second))
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)
    sheet.show_document(replace(REPORT, body=(block,)))
    chosen: list[Line] = []
    sheet.chosen.connect(chosen.append)

    sheet.choose_block("ii.1.10.result")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(sheet, key)

    assert [line.sentence for line in chosen] == [first, silent, second, silent]


def test_that_a_text_shown_again_stands_there_once_with_its_sentence_marked(
    qtbot: QtBot, dressed: Look
) -> None:
    long = tuple(
        Block(f"ii.1.{n}.result", Role.BODY, (Sentence(f"Sở đã tiếp đoàn thứ {n}. " * 9, ("a",)),))
        for n in range(60)
    )
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)
    sheet.resize(420, 400)
    sheet.show()
    sheet.show_document(replace(REPORT, body=long))
    sheet.choose_block("ii.1.7.result")
    before, marked = sheet.toPlainText(), _marked(sheet)

    sheet.show_document(replace(REPORT, body=long))

    assert sheet.toPlainText() == before
    assert _marked(sheet) == marked
    assert marked.strip() == long[7].text.strip()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_that_a_block_is_written_over_by_keys_and_by_two_clicks(
    qtbot: QtBot, dressed: Look, key: Qt.Key
) -> None:
    block = Block("ii.1.10.result", Role.BODY, (Sentence("Sở đã tiếp 02 đoàn.", ("a",)),))
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)
    sheet.resize(420, 400)
    sheet.show()
    sheet.show_document(replace(REPORT, body=(block,)))
    wanted: list[str] = []
    sheet.edit_wanted.connect(wanted.append)

    sheet.choose_block("ii.1.10.result")
    QTest.keyClick(sheet, key)
    (selection,) = sheet.extraSelections()
    place = sheet.cursorRect(selection.cursor).center()  # type: ignore[attr-defined]  # Qt's stubs
    QTest.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert wanted == ["ii.1.10.result"] * 2


def test_that_what_was_taken_out_leaves_a_place_that_can_be_chosen(
    qtbot: QtBot, dressed: Look
) -> None:
    block = Block("ii.1.10.result", Role.BODY, (Sentence("Sở đã tiếp 02 đoàn.", ("a",)),))
    document = replace(REPORT, body=(block, replace(block, key="iii.1.none")))
    edit = Edit("ii.1.10.result", block.sentences, "")
    edited = apply_edits(document, {edit.block: edit})
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)

    sheet.show_document(edited.document, edited)
    sheet.choose_block("ii.1.10.result")

    assert "Đã bỏ một đoạn" in _marked(sheet)
    assert lines_of(edited.document, edited)[-2].block == "iii.1.none"


def _marked(sheet: ReportSheet) -> str:
    (selection,) = sheet.extraSelections()
    return str(selection.cursor.selectedText())  # type: ignore[attr-defined]  # Qt's stubs
