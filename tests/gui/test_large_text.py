"""The report's page at 150 % text on a small screen: nothing on it is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.desks import shown, wait_until_answered
from tests.gui.report_desk import export_to
from tests.screens.findings import findings
from tests.services.office_desk import form
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.gui.theme import Look, dress
from ttdn_desktop.gui.widgets.course_lines import ORDER
from ttdn_desktop.gui.widgets.offers_card import Matter
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Step

SIZE = 1072, 584
"""What the window's frame leaves a page on a screen of 1366 × 768."""
KEY, OWN = "ii.4.result", "Quan hệ hai bên tiếp tục được củng cố."


@pytest.fixture
def page(
    qtbot: QtBot, qapp: QApplication, dressed: Look, filled_bench: Workbench, tmp_path: Path
) -> Iterator[ReportPage]:
    """Return the page with something to decide and a line that tells of the export."""
    filled_bench.look = Look(percent=150)
    dress(qapp, filled_bench.look)
    page = shown(qtbot, ReportPage(filled_bench), *SIZE)
    page.work.open(KEY)
    page.editor.field.setPlainText(OWN)
    page.work.write()
    filled_bench.jobs.do(
        lambda office: record(office, form("Phát ngôn", "II.4")), lambda _one: None
    )
    wait_until_answered(qtbot, filled_bench.jobs)
    export_to(qtbot, page, tmp_path / "BC.docx")
    yield page
    dress(qapp, dressed)


def _faults(page: ReportPage) -> list[str]:
    """Return what is cut off, or over something else, once all is laid out."""
    for _laid_out in range(2):
        QApplication.processEvents()
        page.grab()
    return list(findings(page))


def test_that_what_is_to_be_decided_stands_whole_beside_the_told_export(page: ReportPage) -> None:
    lost = Matter(KEY, text=OWN * 9)
    page.offers.matters = (lost, lost)
    page.offers._show()  # noqa: SLF001 (as a preview with lost passages does)

    assert page.note.isVisible()
    assert page.offers.isVisible()
    assert page.offers.count.text() == "1/2"
    assert _faults(page) == []


def test_that_the_editor_takes_the_place_of_the_told_export(page: ReportPage) -> None:
    page.work.open(KEY)

    assert page.editor.isVisible()
    assert _faults(page) == []


@pytest.mark.parametrize("step", ORDER)
def test_that_the_button_of_each_step_is_read_whole(page: ReportPage, step: Step) -> None:
    page.left.bring_up(page.course)
    page.course.act.setText(page.bench.say(f"course.act.{step}"))

    assert _faults(page) == []
