"""The sheet shows what is printed beside words: marks, the chart's figures, captions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.word.sample_report import CHART, PICTURE, REPORT, WITH_DRAWINGS
from ttdn_desktop.gui.widgets.paper_html import Line, lines_of
from ttdn_desktop.gui.widgets.report_sheet import ReportSheet
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look


@pytest.fixture
def sheet(qtbot: QtBot, dressed: Look) -> ReportSheet:
    """Return an empty sheet."""
    sheet = ReportSheet(Words("vi"), dressed)
    qtbot.addWidget(sheet)
    sheet.resize(600, 800)
    return sheet


def test_that_marks_of_the_head_are_shown(sheet: ReportSheet) -> None:
    head = replace(REPORT.head, star="*", mark="DỰ THẢO", urgency="HỎA TỐC")
    sheet.show_document(replace(REPORT, head=head))
    lines = sheet.toPlainText().splitlines()
    assert all(each in lines for each in ("DỰ THẢO", "HỎA TỐC"))
    assert "\u2028*" in sheet.toPlainText() or "*" in lines


def test_that_authority_signer_and_drafter_are_shown(sheet: ReportSheet) -> None:
    closing = replace(
        REPORT.closing,
        authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        signer="Nguyễn Văn A",
        recipients=("Như trên", "Lưu: VT"),
        drafter="PL.(300)",
    )
    sheet.show_document(replace(REPORT, closing=closing))
    text = sheet.toPlainText()
    for each in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A", "- Lưu: VT. PL.(300)."):
        assert each in text


def test_that_a_chart_is_shown_by_its_figures_and_a_picture_by_its_caption(
    sheet: ReportSheet,
) -> None:
    sheet.show_document(WITH_DRAWINGS)
    text = sheet.toPlainText()
    assert CHART.title in text
    assert all(each in text for each in CHART.categories)
    for series in CHART.series:
        assert series.name in text
        assert all(f" {value:g}".replace(".", ",") in text for value in series.values if value)
    assert "▒ 0" not in text
    assert text.count(PICTURE.caption) == 3


def test_that_a_caption_tells_its_records_and_is_not_written_over(sheet: ReportSheet) -> None:
    known = replace(PICTURE, records=("e1",))
    *others, last = WITH_DRAWINGS.annexes
    document = replace(WITH_DRAWINGS, annexes=(*others, replace(last, pictures=(known,))))
    sheet.show_document(document)
    chosen: list[Line] = []
    wanted: list[str] = []
    sheet.chosen.connect(chosen.append)
    sheet.edit_wanted.connect(wanted.append)
    lines = lines_of(document)
    number = next(n for n, line in enumerate(lines) if line.block == known.key)
    sheet.choose(number)
    QTest.keyClick(sheet, Qt.Key.Key_F2)
    assert [line.sentence.records for line in chosen] == [("e1",)]
    assert wanted == []
