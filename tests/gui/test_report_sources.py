"""Câu này dựa trên: what a sentence, and what a row of an annex, was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.gui.wishes import ListEvidence, OpenActivity
from ttdn_desktop.services.preview_report import Proof, Source

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, filled_bench: Workbench) -> ReportPage:
    """Return the page of a year with 40 activities."""
    return shown(qtbot, ReportPage(filled_bench), 1180, 680)


def test_that_a_sentence_shows_the_activities_it_rests_on(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    lines = page.sheet._lines  # noqa: SLF001 (what is on the sheet)
    number, line = next((n, each) for n, each in enumerate(lines) if each.tells)
    page.sheet.choose(number)

    sources = page.sources
    rows = [sources.model.row_at(number) for number in range(sources.model.rowCount())]
    told = [each for each in rows if isinstance(each, Source)]
    assert len(told) == len(set(line.sentence.records))
    assert [each for each in rows if isinstance(each, Proof)] == [
        proof for each in told for proof in each.proofs
    ]
    sources.table.choose(0)
    first = told[0]
    with qtbot.waitSignal(filled_bench.desktop.page_wanted) as wanted:
        QTest.keyClick(sources.table, Qt.Key.Key_Return)
    assert wanted.args == ["activities", OpenActivity(first.id)]


def test_that_a_row_of_an_annex_leads_to_its_records(qtbot: QtBot, page: ReportPage) -> None:
    page.views.tabs.setCurrentIndex(3)
    page.views.tables[2].choose(0)

    sources = page.sources
    first = sources.model.row_at(0)
    assert isinstance(first, Proof)
    with qtbot.waitSignal(page.bench.desktop.page_wanted) as wanted:
        sources.table.opened.emit(0)
    assert wanted.args == ["evidence", ListEvidence(evidence_id=first.id)]


def test_that_a_figure_of_annex_ii_leads_to_its_activities(page: ReportPage) -> None:
    page.views.tabs.setCurrentIndex(2)
    model, table = page.views.models[1], page.views.tables[1]
    number = next(n for n in range(model.rowCount()) if (row := model.row_at(n)) and row.records)

    table.choose(number)

    assert page.sources.model.rowCount() > 0
