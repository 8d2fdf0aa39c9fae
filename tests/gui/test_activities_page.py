"""The page "Hoạt động": the list, the form, and what is kept of what is typed."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.gui.activity_desk import ActivityDesk
from ttdn_desktop.gui.activity_form_text import PartText, ReadingText
from ttdn_desktop.gui.wishes import ListActivities, NewActivity, OpenActivity
from ttdn_desktop.services import browse_activities, edit_activity
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.activity_desk import Answered
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.record_activity import ActivityForm


def _form(activity_id: str, office: Office) -> ActivityForm:
    return edit_activity.form_of(office, edit_activity.load(office, activity_id))


@pytest.fixture
def desk(qtbot: QtBot, bench: Workbench, answered: Answered) -> ActivityDesk:
    return ActivityDesk(qtbot, bench, answered)


@pytest.fixture
def year_desk(qtbot: QtBot, filled_bench: Workbench, answered: Answered) -> ActivityDesk:
    return ActivityDesk(qtbot, filled_bench, answered)


def test_that_an_empty_period_says_what_to_do(desk: ActivityDesk) -> None:
    assert desk.page.subtitle.text() == "0 hoạt động trong kỳ 2026 · đang xem 0"
    assert "Kỳ 2026 chưa có hoạt động nào" in desk.page.list._empty.text.text()  # noqa: SLF001 (what is painted has no name)


def test_that_recording_selects_the_row_and_says_so(desk: ActivityDesk) -> None:
    desk.type_all()

    desk.record()

    assert desk.told[-1] == ("✓ Đã ghi A1 08:00", "good")
    assert desk.titles() == ["Tiếp đoàn Attapư"]
    assert desk.page.list.table.chosen_row() == 0
    assert desk.page.pane.heading.text() == "Hoạt động A1"
    assert not desk.page.work.is_edited


def test_that_what_lacks_is_told_below_its_fields(
    desk: ActivityDesk,
) -> None:
    desk.record()

    wrong = {name: field.wrong.text() for name, field in desk.page.pane.editor.by_name.items()}
    assert wrong["title"] == "Nhập tên hoạt động."
    assert wrong["when"] == "Nhập ngày, tháng hoặc quý."
    assert wrong["items"] == "Chọn ít nhất một nhiệm vụ."
    assert desk.told[-1] == ("Chưa ghi: còn 3 chỗ cần sửa", "warn")
    assert desk.titles() == []


def test_that_a_wrong_day_is_told_after_a_pause_and_no_more_once_mended(
    qtbot: QtBot, desk: ActivityDesk
) -> None:
    field = desk.page.pane.editor.by_name["when"]

    desk.page.pane.editor.fields.when.setText("31/2")

    assert not field.wrong.text()
    qtbot.waitUntil(lambda: bool(field.wrong.text()))
    desk.page.pane.editor.fields.when.setText("28/2")
    assert not field.wrong.text()
    assert field.note.text() == "= 28/02/2026"


def test_that_sums_that_contradict_are_told_at_once(desk: ActivityDesk) -> None:
    figures = desk.page.pane.editor.fields.figures

    row = figures.rows.add_row(ReadingText("D1", "", "3", "", (PartText("nuoc", "Lào", "4"),)))
    row.edited.emit()

    assert row.wrong.text() == "Các phân tổ của Đoàn vào cộng lại 4, lớn hơn tổng số 3."


def test_that_every_sample_activity_is_shown_as_it_is_recorded(year_desk: ActivityDesk) -> None:
    rows = year_desk.ask(lambda office: browse_activities.page(office, Browse(), 0, 100))
    for row in rows:
        year_desk.wish(OpenActivity(row.id))

        assert not year_desk.page.work.is_edited
        read = year_desk.page.pane.editor.read()
        form = year_desk.ask(partial(_form, row.id))
        assert read.form is not None
        assert set(read.form.readings) == set(form.readings)
        assert read.form.fundings == form.fundings
        assert (read.form.start, read.form.until) == (form.start, form.until)


def test_that_filters_survive_opening_a_record(year_desk: ActivityDesk) -> None:
    year_desk.wish(ListActivities(without_evidence=True))
    shown = year_desk.page.list.model.rowCount()

    year_desk.open_first()
    year_desk.wish(NewActivity())

    assert 0 < shown < 40
    assert year_desk.page.list.model.rowCount() == shown
    assert year_desk.page.list.filter_row.toggles["without_evidence"].isChecked()


def test_that_words_narrow_the_list_as_they_are_typed(year_desk: ActivityDesk) -> None:
    row = year_desk.page.list.model.row_at(0)
    assert row is not None

    year_desk.page.list.filter_row.search.setText(row.title)
    year_desk.wait()

    assert 1 <= year_desk.page.list.model.rowCount() < 40


def test_that_end_goes_to_the_last_row_and_other_words_begin_at_the_top(
    year_desk: ActivityDesk, qtbot: QtBot
) -> None:
    page = year_desk.page
    page.resize(1100, 400)
    page.list.table.choose(0)
    qtbot.keyClick(page.list.table, Qt.Key.Key_End)
    year_desk.wait()
    assert page.list.table.chosen_row() == 39
    page.list.filter_row.search.setText("quán triệt")  # what the last row does not say
    year_desk.wait()
    assert page.list.table.chosen_row() == -1
    assert page.list.table.verticalScrollBar().value() == 0


def test_that_the_row_of_what_was_copied_can_be_opened_again(year_desk: ActivityDesk) -> None:
    opened = year_desk.open_first()
    year_desk.page.work.duplicate()
    year_desk.wait()
    assert year_desk.page.work.at.activity_id is None
    assert year_desk.page.list.table.chosen_row() == -1

    year_desk.page.list.table.choose(0)
    year_desk.wait()
    assert year_desk.page.work.at.activity_id == opened


def test_that_a_day_of_another_report_is_told(desk: ActivityDesk) -> None:
    editor = desk.page.pane.editor
    editor.fields.when.setText("5/3")
    assert editor.by_name["when"].note.text() == "= 05/03/2026"
    editor.fields.when.setText("20/12/2026")
    assert editor.by_name["when"].note.text() == "= 20/12/2026 (kỳ báo cáo năm 2027)"


def test_that_a_click_on_a_head_sorts_and_another_turns_the_order(
    year_desk: ActivityDesk, qtbot: QtBot
) -> None:
    titles = [_clicked(year_desk, qtbot, 1) for _time in range(2)]
    assert titles[0][0] < titles[0][1]
    assert titles[1] == titles[0][::-1]


def test_that_the_first_click_on_the_day_turns_its_order(
    year_desk: ActivityDesk, qtbot: QtBot
) -> None:
    newest = year_desk.page.list.model.row_at(0)
    _clicked(year_desk, qtbot, 0)
    assert year_desk.page.list.model.row_at(39) == newest


def _clicked(desk: ActivityDesk, qtbot: QtBot, section: int) -> tuple[str, str]:
    """Click a head, and return the first title and the last."""
    header = desk.page.list.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.wait()
    first, last = (desk.page.list.model.row_at(row) for row in (0, 39))
    assert first is not None
    assert last is not None
    return first.title, last.title


def test_that_a_dropped_file_is_recorded_with_the_activity(desk: ActivityDesk) -> None:
    desk.type_all()
    files = [IncomingFile("Biên bản.pdf", lambda: BytesIO(b"%PDF"))]

    desk.page.pane.editor.fields.evidence.drop.files_dropped.emit(files)
    desk.wait()
    desk.record()

    row = desk.page.list.model.row_at(0)
    assert [tile.proof.name for tile in desk.page.pane.editor.fields.evidence.tiles] == [
        "Biên bản.pdf"
    ]
    assert row is not None
    assert row.evidence == 1


def test_that_a_file_for_a_form_left_meanwhile_stays_unfiled(desk: ActivityDesk) -> None:
    desk.type_all()
    files = [IncomingFile("Biên bản.pdf", lambda: BytesIO(b"%PDF"))]

    desk.page.pane.editor.fields.evidence.drop.files_dropped.emit(files)
    desk.wish(NewActivity())

    assert desk.page.pane.editor.fields.evidence.ids() == ()
    assert "warn" in [tone for _sentence, tone in desk.told]


def test_that_an_activity_goes_to_the_bin_unasked_and_comes_back(
    year_desk: ActivityDesk,
) -> None:
    activity_id = year_desk.open_first()

    year_desk.page.pane.buttons["bin"].click()
    year_desk.wait()

    assert year_desk.page.list.model.rowCount() == 39
    assert year_desk.page.work.at.activity_id is None
    year_desk.ask(take_back)
    year_desk.wait()
    assert year_desk.page.list.model.rowCount() == 40
    year_desk.wish(OpenActivity(activity_id))
    assert year_desk.page.work.at.activity_id == activity_id


def test_that_a_copy_waits_for_its_own_day_and_result(year_desk: ActivityDesk) -> None:
    year_desk.open_first()
    before = year_desk.page.pane.editor.text()

    year_desk.page.pane.buttons["duplicate"].click()
    year_desk.wait()

    text = year_desk.page.pane.editor.text()
    assert (text.title, text.items, text.when, text.result, text.readings) == (
        before.title,
        before.items,
        "",
        "",
        (),
    )
