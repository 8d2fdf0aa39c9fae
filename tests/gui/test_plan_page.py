"""Kế hoạch và đơn vị."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.gui.test_review_dialog import reword
from ttdn_desktop.desk import table_writer
from ttdn_desktop.gui.dialogs.import_dialog import ImportDialog
from ttdn_desktop.gui.dialogs.review_dialog import ReviewDialog
from ttdn_desktop.gui.pages.plan_page import PlanPage
from ttdn_desktop.gui.wishes import ShowPlan
from ttdn_desktop.services import confirm_successions

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.confirm_successions import PlanFacts


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> PlanPage:
    """Return the page with plan and bodies shown."""
    return shown(qtbot, PlanPage(bench))


def _plan(qtbot: QtBot, bench: Workbench) -> PlanFacts:
    found: list[PlanFacts] = []
    bench.jobs.ask(confirm_successions.plan_facts, found.append)
    wait_until_answered(qtbot, bench.jobs)
    return found[0]


def _confirmed(page: PlanPage) -> int:
    rows = (page.proposals.model.row_at(n) for n in range(page.proposals.model.rowCount()))
    return sum(row.confirmed for row in rows if row)


@pytest.mark.parametrize("typed", ["2512", "2512/KH-UBND"])
def test_that_the_number_and_day_of_the_plan_are_written_as_typed(
    qtbot: QtBot, bench: Workbench, page: PlanPage, typed: str
) -> None:
    row = page.plan.number
    QTest.keyClicks(row.number, typed)
    QTest.keyClicks(row.day, "15/7")

    QTest.keyClick(row.day, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert _plan(qtbot, bench).number == typed
    assert _plan(qtbot, bench).issued_on == date(2024, 7, 15)
    assert "2512/KH-UBND ngày 15/07/2024" in page.subtitle.text()


@pytest.mark.parametrize(
    ("number", "day"), [("KH-UBND", "15/7/2024"), ("2512", ""), ("2512", "tháng 7")]
)
def test_that_a_mistake_in_number_or_day_is_told_and_nothing_is_written(
    qtbot: QtBot, bench: Workbench, page: PlanPage, number: str, day: str
) -> None:
    row = page.plan.number
    row.number.setText(number)
    row.day.setText(day)

    row.save()

    assert row.error.text()
    assert (row.number.text(), row.day.text()) == (number, day)
    assert _plan(qtbot, bench).number is None


def test_that_the_words_of_what_is_chosen_are_read(page: PlanPage) -> None:
    lines = [page.plan.model.row_at(n) for n in range(page.plan.model.rowCount())]
    number = next(n for n, line in enumerate(lines) if line and line.code == "1.10")

    page.plan.list.choose(number)

    line = lines[number]
    assert line is not None
    assert line.title in page.plan.reading.toPlainText().replace("\n", " ")
    assert "Chủ trì" in page.plan.reading.toPlainText()


def test_that_the_plan_itself_is_read_first(page: PlanPage) -> None:
    text = page.plan.reading.toPlainText()

    assert "Nghị quyết số 47/NQ-CP" in text
    assert "3083/KH-UBND" in text
    assert "trước ngày 15 tháng 12" in text
    assert "Văn phòng Chính phủ (b/c)" in text


def test_that_a_reorganisation_can_be_taken_back_and_confirmed_again(
    qtbot: QtBot, bench: Workbench, page: PlanPage
) -> None:
    page.wish(ShowPlan("proposals"))
    pane = page.proposals
    every = pane.model.rowCount()
    assert _confirmed(page) == every
    pane.table.choose(0)

    QTest.mouseClick(pane.act, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert _confirmed(page) == every - 1
    assert "báo cáo dùng tên cũ" in pane.note.text.text()
    assert page.tabs.tabText(1) == "Sắp xếp tổ chức (1 chưa xác nhận)"

    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert _confirmed(page) == every
    assert pane.note.isHidden()


def test_that_space_ticks_the_chosen_reorganisation(
    qtbot: QtBot, bench: Workbench, page: PlanPage
) -> None:
    page.wish(ShowPlan("proposals"))
    before = _confirmed(page)
    page.proposals.table.choose(1)

    QTest.keyClick(page.proposals.table, Qt.Key.Key_Space)
    wait_until_answered(qtbot, bench.jobs)

    assert _confirmed(page) == before - 1


def test_that_all_open_reorganisations_are_confirmed_at_once(
    qtbot: QtBot, bench: Workbench, page: PlanPage
) -> None:
    page.wish(ShowPlan("proposals"))
    every = page.proposals.model.rowCount()
    for number in (0, 1):
        page.proposals.table.choose(number)
        QTest.mouseClick(page.proposals.act, Qt.MouseButton.LeftButton)
        wait_until_answered(qtbot, bench.jobs)
    assert _confirmed(page) == every - 2

    QTest.mouseClick(page.proposals.all, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)

    assert _confirmed(page) == every


def test_that_a_unit_is_found_by_its_former_name_without_accents(page: PlanPage) -> None:
    page.units.search.setText("thong tin va truyen thong")

    found = [page.units.model.row_at(n) for n in range(page.units.model.rowCount())]
    assert "Sở Văn hóa, Thể thao và Du lịch" in {row.name for row in found if row}


def test_that_no_unit_found_says_what_to_do(page: PlanPage) -> None:
    page.units.search.setText("zzz")

    assert "Xóa bớt chữ" in page.units.count.text()


def test_that_tasks_to_review_are_told_until_they_are_settled(
    qtbot: QtBot, bench: Workbench, page: PlanPage
) -> None:
    assert not page.reviews.isVisible()
    bench.jobs.do(reword, lambda _none: None)
    wait_until_answered(qtbot, bench.jobs)
    assert page.reviews.isVisible()
    assert "2 nhiệm vụ" in page.reviews.text.text()

    opened: list[QDialog] = []
    page.run = opened.append
    page.reviews.open.click()
    wait_until_answered(qtbot, bench.jobs)
    assert [type(each) for each in opened] == [ReviewDialog]


def test_that_an_import_that_leaves_tasks_to_review_goes_on_to_them(
    bench: Workbench, page: PlanPage
) -> None:
    opened: list[type[QDialog]] = []

    def run(dialog: QDialog) -> None:
        opened.append(type(dialog))
        if isinstance(dialog, ImportDialog):
            dialog.to_review = len(opened) - 1

    page.run = run
    page.bring.click()
    assert opened == [ImportDialog]
    page.bring.click()
    assert opened == [ImportDialog, ImportDialog, ReviewDialog]
    del bench


def test_that_the_list_is_written_to_a_file_and_told_where(
    qtbot: QtBot, bench: Workbench, page: PlanPage, tmp_path: Path
) -> None:
    bench.tools = replace(bench.tools, table_writer=table_writer)
    target = tmp_path / "Danh mục.xlsx"
    page.file.choose_target = lambda _suggested: (str(target), "")
    page.write.click()
    wait_until_answered(qtbot, bench.jobs)

    assert target.exists()
    assert page.written.isVisible()
    assert str(tmp_path) in page.written.text.text()
