"""Báo cáo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.gui.report_desk import export_to
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.gui.wishes import ListActivities, OpenItem, ShowPlan

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.widgets.paper_html import Line
    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> ReportPage:
    """Return the page of a year without activities."""
    return shown(qtbot, ReportPage(bench))


@pytest.fixture
def filled_page(qtbot: QtBot, filled_bench: Workbench) -> ReportPage:
    """Return the page of a year with 40 activities."""
    return shown(qtbot, ReportPage(filled_bench))


def _choose(page: ReportPage, wanted: str) -> Line:
    lines = page.sheet._lines  # noqa: SLF001 (what is on the sheet)
    number = next(
        n for n, line in enumerate(lines) if (line.block == wanted or not wanted) and line.tells
    )
    page.sheet.choose(number)
    return lines[number]


def test_that_the_round_is_told_with_the_days_left(page: ReportPage) -> None:
    facts = page.round.facts

    assert facts["period"].text() == "15/12/2025 – 14/12/2026"
    assert facts["sending"].text() == "14/12/2026 · còn 13 ngày"
    assert facts["unit"].text() == "Sở Ngoại vụ"
    assert facts["recipient"].text() == "Sở Văn hóa, Thể thao và Du lịch"
    assert page.round.counts["activities"].accessibleName() == "0 hoạt động"


def test_that_the_text_is_read_as_it_would_be_printed(filled_page: ReportPage) -> None:
    text = filled_page.sheet.toPlainText()

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "II. KẾT QUẢ THỰC HIỆN" in text
    assert "Phụ lục I" in text


def test_that_a_gap_leads_to_the_item_that_would_fill_it(
    qtbot: QtBot, bench: Workbench, page: ReportPage
) -> None:
    _choose(page, "ii.1.5.gap")

    with qtbot.waitSignal(bench.desktop.page_wanted) as wanted:
        QTest.mouseClick(page.sources.to_item, Qt.MouseButton.LeftButton)

    assert wanted.args == ["tasks", OpenItem("1.5")]


def test_that_each_notice_opens_what_it_speaks_of(
    qtbot: QtBot, filled_bench: Workbench, filled_page: ReportPage
) -> None:
    opened: dict[str, object] = {}
    for link in filled_page.notices.links:
        with qtbot.waitSignal(filled_bench.desktop.page_wanted) as wanted:
            link.linkActivated.emit("#")
        assert wanted.args is not None
        opened[link.accessibleName()] = tuple(wanted.args)

    assert opened["Kế hoạch còn trống số, ngày ban hành"] == ("plan", ShowPlan())
    lacking = next(key for key in opened if "chưa có tài liệu kiểm chứng" in key)
    assert opened[lacking] == ("activities", ListActivities(without_evidence=True))


def test_that_gaps_open_the_first_item_left_blank(
    qtbot: QtBot, bench: Workbench, page: ReportPage
) -> None:
    gaps = next(each for each in page.notices.links if "mục chưa nhập" in each.accessibleName())

    with qtbot.waitSignal(bench.desktop.page_wanted) as wanted:
        gaps.linkActivated.emit("#")

    assert wanted.args == ["tasks", OpenItem("II.1")]


def test_that_typed_days_make_a_round_of_their_own(
    qtbot: QtBot, filled_bench: Workbench, filled_page: ReportPage
) -> None:
    card = filled_page.round
    card.kind.setCurrentIndex(card.kind.findData("days"))
    QTest.keyClicks(card.first, "1/1")
    QTest.keyClicks(card.last, "30/6")

    QTest.keyClick(card.last, Qt.Key.Key_Return)
    wait_until_answered(qtbot, filled_bench.jobs)

    assert card.facts["period"].text() == "01/01/2026 – 30/06/2026"
    assert "06 tháng đầu năm 2026" in filled_page.title.text()


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("1/13", "30/6", "chưa phải một ngày"),
        ("1/6", "1/1", "trước ngày đầu"),
        ("1/1", "", "thiếu một đầu"),
        ("1/1/2020", "1/6/2020", "không thuộc năm"),
    ],
)
def test_that_days_that_make_no_round_are_told_beside_them(
    qtbot: QtBot, bench: Workbench, page: ReportPage, first: str, last: str, told: str
) -> None:
    card = page.round
    card.kind.setCurrentIndex(card.kind.findData("days"))
    card.first.setText(first)
    card.last.setText(last)

    QTest.keyClick(card.last, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert told in card.error.text()


def test_that_the_report_is_written_where_it_was_asked_for(
    qtbot: QtBot, filled_page: ReportPage, tmp_path: Path, opened_urls: list[QUrl]
) -> None:
    target = tmp_path / "out" / "BC"
    target.parent.mkdir()

    export_to(qtbot, filled_page, target)

    written = target.with_name("BC.docx")
    assert written.is_file()
    assert "Đã xuất: BC.docx" in filled_page.note.text.text()
    assert filled_page.course.model.rowCount() == 1
    assert filled_page.export.isEnabled()
    QTest.mouseClick(filled_page.note.open_file, Qt.MouseButton.LeftButton)
    QTest.mouseClick(filled_page.note.open_folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened_urls] == [written, written.parent]


def test_that_the_next_export_begins_in_the_folder_of_the_last(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    export_to(qtbot, page, tmp_path / "BC.docx")
    suggested: list[str] = []

    def choose(name: str) -> str:
        suggested.append(name)
        return ""

    page.choose_target = choose
    page.export_report()
    wait_until_answered(qtbot, page.bench.jobs)

    assert suggested == [str(tmp_path / "BC-SNgV-TTDN-2026.docx")]
    assert preferences.last_folder("report") == str(tmp_path)


def test_that_the_same_content_is_no_new_submission(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    export_to(qtbot, page, tmp_path / "a.docx")
    export_to(qtbot, page, tmp_path / "b.docx")

    assert page.course.model.rowCount() == 1
    assert "như bản trình trước" in page.note.text.text()


def test_that_a_place_that_cannot_be_written_is_told_in_plain_words(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    export_to(qtbot, page, tmp_path / "nowhere" / "BC.docx")

    assert "đóng tệp đang mở trong Word" in page.note.text.text()
    assert page.note.open_file.isHidden()
    assert page.course.model.rowCount() == 0
    assert page.export.isEnabled()


def test_that_an_export_that_was_stopped_leaves_nothing(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, target = page.bench.jobs, tmp_path / "BC.docx"
    start = jobs.do_long

    def stopped(*given: object, **more: object) -> object:
        task = start(*given, **more)  # type: ignore[arg-type]  # passed on as they come
        task.cancel()
        return task

    monkeypatch.setattr(jobs, "do_long", stopped)

    export_to(qtbot, page, target)

    assert not target.exists()
    assert page.export.isEnabled()
    assert page.note.isHidden()


def test_that_a_change_elsewhere_is_read_anew(qtbot: QtBot, page: ReportPage) -> None:
    from tests.services.office_desk import form  # noqa: PLC0415 (only here)
    from ttdn_desktop.services.record_activity import record  # noqa: PLC0415 (only here)

    jobs = page.bench.jobs
    jobs.do(lambda office: record(office, form("Tiếp đoàn Attapư", "1.10")), lambda _made: None)
    wait_until_answered(qtbot, jobs)

    assert page.round.counts["activities"].accessibleName() == "1 hoạt động"
    assert "tiếp đoàn Attapư" in page.sheet.toPlainText()


def test_that_a_round_of_other_days_names_no_deadline_of_the_year(
    qtbot: QtBot, page: ReportPage
) -> None:
    page.round.kind.setCurrentIndex(1)
    wait_until_answered(qtbot, page.bench.jobs)

    assert page.round.facts["sending"].text() == "theo văn bản yêu cầu"
    assert "14/12" not in page.subtitle.text()


def test_that_a_file_is_not_replaced_unasked_where_its_ending_was_left_out(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    present = tmp_path / "báo cáo.docx"
    present.write_bytes(b"mine")
    asked: list[Path] = []

    def refuse(target: Path) -> bool:
        asked.append(target)
        return False

    page.may_replace = refuse
    export_to(qtbot, page, tmp_path / "báo cáo")

    assert asked == [present]
    assert present.read_bytes() == b"mine"
