"""Kỳ báo cáo in the window: made, changed, looked at, what was missed, and yearly targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.services.office_desk import form
from ttdn_desktop.domain.round import Regime
from ttdn_desktop.domain.round_presets import CALENDAR, HALVES
from ttdn_desktop.gui.pages.overview_page import OverviewPage
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.gui.widgets.link_line import LinkLine
from ttdn_desktop.services import keep_rounds, keep_targets
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.round_form import RoundForm

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.dialogs.round_dialog import RoundDialog
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


@pytest.fixture
def page(qtbot: QtBot, filled_bench: Workbench) -> ReportPage:
    """Return the page of a year with 40 activities, which hears of changes."""
    page = shown(qtbot, ReportPage(filled_bench))
    filled_bench.jobs.changed.connect(lambda _topics: page.refresh())
    return page


def _choose(qtbot: QtBot, dialog: RoundDialog, bench: Workbench, kind: str) -> None:
    chooser = dialog.fields.kind
    chooser.setCurrentIndex(chooser.findData(kind))
    wait_until_answered(qtbot, bench.jobs)


def _days(dialog: RoundDialog) -> list[str]:
    return [field.text() for field in dialog.fields.days.values()]


def test_that_a_usual_round_fills_in_its_days_with_one_choice(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_other()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert _days(dialog) == ["15/12/2025", "14/12/2026", "14/12/2026", "", "14/12/2026"]
    assert dialog.holds.text() == "40 hoạt động có ngày bắt đầu trong kỳ."
    assert "không còn ngày làm việc" in dialog.doubts.text()

    _choose(qtbot, dialog, filled_bench, CALENDAR.key)

    assert _days(dialog)[:3] == ["01/01/2026", "31/12/2026", "30/11/2026"]
    assert dialog.fields.estimate.is_ticked()
    assert "chuyển sang kỳ sau" in dialog.doubts.text()


def test_that_a_letter_makes_a_round_that_the_page_then_shows(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_other()
    wait_until_answered(qtbot, filled_bench.jobs)
    _choose(qtbot, dialog, filled_bench, Regime.THEMATIC)
    for key, day in (("first", "1/3"), ("last", "10/10"), ("cutoff", ""), ("sending", "20/10")):
        dialog.fields.days[key].setText(day)
    dialog.fields.name.setText("quản lý phóng viên nước ngoài")
    dialog.fields.letter.number.setText("12/SVHTTDL-TT")
    dialog.fields.letter.day.setText("5/10")
    dialog.fields.letter.body.setText("Sở Văn hóa, Thể thao và Du lịch")
    row = next(n for n in range(60) if dialog.items.list.item(n).text().startswith("1.10 "))
    dialog.items.list.setCurrentRow(row)
    QTest.keyClick(dialog.items.list, Qt.Key.Key_Space)

    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    wait_until_answered(qtbot, filled_bench.jobs)

    assert "chuyên đề về quản lý phóng viên nước ngoài" in page.title.text()
    assert page.round.facts["sending"].text().startswith("20/10/2026 · quá 42 ngày")
    text = page.sheet.toPlainText()
    assert (
        "Thực hiện Công văn số 12/SVHTTDL-TT ngày 05/10/2026 "
        "của Sở Văn hóa, Thể thao và Du lịch, căn cứ Kế hoạch" in text
    )
    assert page.round.kind.currentText().startswith("Chuyên đề về quản lý phóng viên nước ngoài")


def test_that_what_is_wrong_is_told_and_nothing_is_written(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_other()
    wait_until_answered(qtbot, filled_bench.jobs)
    _choose(qtbot, dialog, filled_bench, Regime.THEMATIC)
    dialog.write()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert "chưa có tên chuyên đề" in dialog.wrong.text.text()

    dialog.fields.days["cutoff"].setText("ngày nào đó")
    dialog.write()
    wait_until_answered(qtbot, filled_bench.jobs)
    assert "chưa phải một ngày" in dialog.wrong.text.text()
    assert dialog.isVisible()
    found: list[int] = []
    filled_bench.jobs.ask(lambda office: len(keep_rounds.of_year(office, 2026)), found.append)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert found == [1]


def test_that_the_year_s_own_round_is_cut_off_early_in_its_place(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_this()
    assert dialog is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    dialog.fields.days["cutoff"].setText("30/11")
    dialog.fields.days["internal"].setText("4/12")
    QTest.keyClick(dialog.fields.days["internal"], Qt.Key.Key_Return)
    wait_until_answered(qtbot, filled_bench.jobs)

    assert page.round.facts["cutoff"].text() == "30/11/2026"
    assert page.round.facts["internal"].text() == "04/12/2026"
    assert "đến ngày 30/11/2026" in page.sheet.toPlainText()
    assert page.round.kind.currentData() == "year"


def test_that_a_round_that_is_removed_is_offered_no_more(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    theme = RoundForm(
        regime=Regime.THEMATIC, year=2026, period=HALVES[0].period(2026), name="phóng viên"
    )
    filled_bench.jobs.do(lambda office: keep_rounds.add(office, theme), lambda _made: None)
    wait_until_answered(qtbot, filled_bench.jobs)
    kind = page.round.kind
    kind.setCurrentIndex(kind.count() - 1)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert "chuyên đề về phóng viên" in page.title.text()

    dialog = page.round.links.open_this()
    assert dialog is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    assert dialog.fields.name.text() == "phóng viên"
    dialog.remove()
    wait_until_answered(qtbot, filled_bench.jobs)

    assert kind.currentData() == "year"
    assert "năm 2026" in page.title.text()


def test_that_a_usual_round_that_nobody_set_has_no_day_to_be_late_for(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    page.round.kind.setCurrentIndex(page.round.kind.findData("quarter_1"))
    wait_until_answered(qtbot, filled_bench.jobs)

    assert "quý I/2026" in page.title.text()
    assert page.round.facts["sending"].text() == "theo văn bản yêu cầu"
    assert not page.round.facts["sending"].property("tone")


def test_that_what_was_missed_is_ticked_and_then_told(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage, tmp_path: Path
) -> None:
    assert page.round.links.missed.isHidden()
    writer = filled_bench.tools.report_writer

    def miss(office: Office) -> str:
        export(office, writer(None), 2025, None, tmp_path / "x.docx")
        return record(office, form("Đón đoàn bị sót", "1.10", on="3/3/2025")).id

    filled_bench.jobs.do(miss, lambda _id: None)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert page.round.links.missed.accessibleName() == "Bổ sung kỳ trước… (0/1)"

    dialog = page.round.links.open_missed()
    assert dialog is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    row = dialog.model.row_at(0)
    assert row is not None
    assert row.title == "Đón đoàn bị sót"
    dialog.model.setData(dialog.model.index(0, 0), None, Qt.ItemDataRole.CheckStateRole)
    dialog.write()
    wait_until_answered(qtbot, filled_bench.jobs)

    assert page.round.links.missed.accessibleName() == "Bổ sung kỳ trước… (1/1)"
    again = page.round.links.open_missed()
    assert again is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    assert again.model.keys() == (row.id,)


def test_that_targets_are_typed_beside_their_indicators(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_targets()
    wait_until_answered(qtbot, filled_bench.jobs)
    dialog.fields["D1"].setText("ba")
    dialog.write()
    assert "Chưa ghi gì" in dialog.wrong.text.text()
    assert dialog.fields["D1"].property("wrong") == "true"

    dialog.fields["D1"].setText("1.200")
    QTest.keyClick(dialog.fields["D1"], Qt.Key.Key_Return)
    wait_until_answered(qtbot, filled_bench.jobs)

    found: list[dict[str, str]] = []
    filled_bench.jobs.ask(
        lambda office: {k: str(v) for k, v in keep_targets.of_year(office, 2026).items()},
        found.append,
    )
    wait_until_answered(qtbot, filled_bench.jobs)
    assert found == [{"D1": "1200"}]


def test_that_the_overview_tells_the_deadlines_of_open_rounds(
    qtbot: QtBot, filled_bench: Workbench
) -> None:
    half = RoundForm(regime=Regime.HALF_YEAR, year=2026, part=2)
    filled_bench.jobs.do(lambda office: keep_rounds.add(office, half), lambda _made: None)
    page = OverviewPage(filled_bench)
    qtbot.addWidget(page)
    page.show()
    wait_until_answered(qtbot, filled_bench.jobs)

    told = [each.accessibleName() for each in page.todo.findChildren(LinkLine)]

    assert "06 tháng cuối năm 2026: nội bộ 08/12, gửi 15/12/2026" in told


def test_that_photos_are_ticked_moved_and_captioned(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_pictures()
    assert dialog is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    assert dialog.picture.has_picture
    rows = [dialog.model.row_at(number) for number in range(2)]
    first, second = (row.evidence.id for row in rows if row is not None)
    for number in range(2):
        index = dialog.model.index(number, 0)
        dialog.model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
    dialog.caption.clear()
    QTest.keyClicks(dialog.caption, "Le don doan")
    dialog.move_row(1)
    assert dialog.table.chosen_row() == 1
    dialog.write()
    wait_until_answered(qtbot, filled_bench.jobs)

    again = page.round.links.open_pictures()
    assert again is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    assert again.model.keys() == (second, first)
    moved = again.model.row_at(1)
    assert moved is not None
    assert moved.caption == "Le don doan"


def test_that_photos_are_small_in_their_list_and_move_with_it(
    qtbot: QtBot, filled_bench: Workbench, page: ReportPage
) -> None:
    dialog = page.round.links.open_pictures()
    assert dialog is not None
    wait_until_answered(qtbot, filled_bench.jobs)
    decoration = Qt.ItemDataRole.DecorationRole
    small = [dialog.model.index(number, 0).data(decoration) for number in range(2)]
    assert [each.deviceIndependentSize().toSize() for each in small] == [
        dialog.table.iconSize()
    ] * 2
    first, second = (each.cacheKey() for each in small)
    assert first != second
    dialog.table.choose(1)
    dialog.table.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.table.chosen_row() == 0
    assert dialog.model.index(0, 0).data(decoration).cacheKey() == second
