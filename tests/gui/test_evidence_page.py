"""The list of the page "Tài liệu"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.desks import YEAR, shown, wait_until_answered
from tests.gui.evidence_desk import add, listed
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.gui.pages.evidence_page import EvidencePage
from ttdn_desktop.gui.wishes import ListEvidence

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


def test_that_all_evidence_is_listed_and_the_first_looked_at(
    filled_bench: Workbench, qtbot: QtBot
) -> None:
    page = shown(qtbot, EvidencePage(filled_bench))

    rows = listed(qtbot, filled_bench, Shelf())
    assert page.list.table.model().rowCount() == len(rows) > 0
    assert page.preview.proof is not None
    assert page.preview.proof.id == rows[0].id


def test_that_the_model_keeps_the_rules_of_qt(
    filled_bench: Workbench,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
) -> None:
    model = shown(qtbot, EvidencePage(filled_bench)).list.table.model()

    qtmodeltester.check(model)


def test_that_an_empty_shelf_says_what_to_do(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(bench))

    assert page.list.empty.isVisible()
    assert "Kéo thả tệp" in page.list.empty.text.text()
    assert page.preview.proof is None


def test_that_words_filter_as_they_are_typed(filled_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(filled_bench))

    page.list.filters.words.setText("khôngcótừnày")
    qtbot.waitUntil(page.list.empty.isVisible)
    page.list.show_all()
    qtbot.waitUntil(page.list.table.isVisible)


def test_that_what_is_unfiled_can_be_wished_for(filled_bench: Workbench, qtbot: QtBot) -> None:
    added = add(qtbot, filled_bench, "Mới.pdf")
    page = shown(qtbot, EvidencePage(filled_bench))

    page.wish(ListEvidence(unfiled=True))
    wait_until_answered(qtbot, filled_bench.jobs)

    assert page.list.filters.unfiled.isChecked()
    assert page.list.table.model().rowCount() == 1
    assert page.preview.proof is not None
    assert page.preview.proof.id == added


def test_that_a_piece_can_be_wished_for_wherever_it_lies(
    filled_bench: Workbench, qtbot: QtBot
) -> None:
    last = listed(qtbot, filled_bench, Shelf())[-1]
    page = shown(qtbot, EvidencePage(filled_bench))
    page.list.filters.words.setText("zzz")

    page.wish(ListEvidence(evidence_id=last.id))
    wait_until_answered(qtbot, filled_bench.jobs)

    assert page.list.filters.shelf() == Shelf()
    assert page.preview.proof is not None
    assert page.preview.proof.id == last.id


@pytest.mark.parametrize("width", [700, 864, 1138])
def test_that_the_page_is_no_wider_than_its_place(
    filled_bench: Workbench, qtbot: QtBot, width: int
) -> None:
    page = shown(qtbot, EvidencePage(filled_bench))

    assert page.minimumSizeHint().width() <= width


def test_that_the_year_follows_the_window(filled_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(filled_bench))

    filled_bench.year = YEAR + 1
    filled_bench.desktop.year_changed.emit(YEAR + 1)
    wait_until_answered(qtbot, filled_bench.jobs)
    page.list.filters.year.setCurrentIndex(1)
    wait_until_answered(qtbot, filled_bench.jobs)

    assert page.list.filters.year.currentText() == f"Năm {YEAR + 1}"
    assert page.list.filters.shelf().year == YEAR + 1
