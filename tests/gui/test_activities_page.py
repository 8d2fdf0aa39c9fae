"""The page "Hoạt động": the list, the form, and what is kept of what is typed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.gui.activity_desk import ActivityDesk
from ttdn_desktop.gui.activity_form_text import ActivityFormText, PartText, ReadingText, to_json
from ttdn_desktop.gui.pages import activities_page
from ttdn_desktop.gui.wishes import ListActivities, NewActivity, OpenActivity
from ttdn_desktop.services import browse_activities, edit_activity, keep_draft
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.activity_desk import Answered
    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def desk(qtbot: QtBot, bench: Workbench, answered: Answered) -> ActivityDesk:
    return ActivityDesk(qtbot, bench, answered)


@pytest.fixture
def year_desk(qtbot: QtBot, filled_bench: Workbench, answered: Answered) -> ActivityDesk:
    return ActivityDesk(qtbot, filled_bench, answered)


def test_that_an_empty_period_says_what_to_do(desk: ActivityDesk) -> None:
    assert desk.page.subtitle.text() == "0 hoạt động trong kỳ 2026 · đang xem 0"
    assert "Kỳ 2026 chưa có hoạt động nào" in desk.page.list._empty.text.text()  # noqa: SLF001


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


def test_that_a_draft_is_kept_a_second_after_the_last_key_and_goes_when_recorded(
    qtbot: QtBot, desk: ActivityDesk
) -> None:
    desk.type_all("Tiếp đoàn")
    qtbot.waitUntil(lambda: bool(desk.told))
    desk.wait()

    assert desk.told == [("Đã lưu nháp 08:00", "plain")]
    assert desk.drafts() == {"activity:new": "Tiếp đoàn"}
    desk.record()
    assert desk.drafts() == {}


def test_that_leaving_the_page_keeps_what_was_typed(desk: ActivityDesk) -> None:
    desk.type_all("Tiếp đoàn")

    assert desk.page.may_leave()
    assert desk.drafts() == {"activity:new": "Tiếp đoàn"}


def test_that_what_is_typed_back_leaves_no_draft(desk: ActivityDesk) -> None:
    desk.page.pane.editor.fields.title.set_text("T")
    desk.page.may_leave()

    desk.page.pane.editor.fields.title.set_text("")
    desk.page.may_leave()

    assert desk.drafts() == {}


def test_that_two_new_activities_have_drafts_of_their_own(desk: ActivityDesk) -> None:
    desk.type_all("Thứ nhất")
    desk.wish(NewActivity(("1.5",)))
    assert desk.page.pane.editor.text() == ActivityFormText(items=("1.5",))

    desk.page.pane.editor.fields.title.set_text("Thứ hai")
    desk.page.may_leave()

    assert desk.drafts() == {"activity:new": "Thứ nhất", "activity:new:2": "Thứ hai"}
    assert desk.page.drafts.isVisible()
    assert "1 bản nháp chưa ghi: Thứ nhất" in desk.page.drafts.toolTip()


def test_that_a_draft_lost_in_a_crash_is_open_again_when_the_page_appears(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    typed = ActivityFormText(title="Tiếp đoàn", when="5/")
    bench.jobs.do(
        lambda office: keep_draft.save(office, "activity:new", to_json(typed)), lambda _none: None
    )

    desk = ActivityDesk(qtbot, bench, answered)

    assert desk.page.pane.editor.text() == typed
    assert desk.page.pane.note.text.text() == "Đã mở lại bản nháp lúc 01/12/2026 08:00, chưa ghi."


def test_that_an_activity_opens_as_its_draft_has_it_until_that_is_discarded(
    year_desk: ActivityDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activities_page, "agrees", lambda *_args, **_named: True)
    activity_id = year_desk.open_first()
    recorded = year_desk.page.pane.editor.text()
    year_desk.page.pane.editor.fields.place.setText("Cửa khẩu Bờ Y")
    year_desk.wish(NewActivity())

    year_desk.wish(OpenActivity(activity_id))

    assert year_desk.page.pane.editor.text().place == "Cửa khẩu Bờ Y"
    assert year_desk.page.pane.note.text.text() == "Bản nháp lúc 01/12/2026 08:00, chưa ghi."
    year_desk.page.pane.buttons["discard"].click()
    year_desk.wait()
    assert year_desk.page.pane.editor.text() == recorded
    assert year_desk.drafts() == {}


def test_that_every_sample_activity_is_shown_as_it_is_recorded(year_desk: ActivityDesk) -> None:
    rows = year_desk.ask(lambda office: browse_activities.page(office, Browse(), 0, 100))
    for row in rows:
        year_desk.wish(OpenActivity(row.id))

        assert not year_desk.page.work.is_edited
        read = year_desk.page.pane.editor.read()
        activity: Activity = year_desk.ask(
            lambda office, wanted=row.id: edit_activity.load(office, wanted)
        )
        form = year_desk.ask(lambda office, known=activity: edit_activity.form_of(office, known))
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


def test_that_the_header_sorts_by_title(year_desk: ActivityDesk) -> None:
    year_desk.page.list.table.sort_wanted.emit("title", False)  # noqa: FBT003 (a signal's)
    year_desk.wait()

    first, last = year_desk.page.list.model.row_at(0), year_desk.page.list.model.row_at(39)
    assert first is not None
    assert last is not None
    assert first.title < last.title


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


def test_that_undoing_what_was_recorded_leaves_it_typed(desk: ActivityDesk) -> None:
    desk.type_all()
    desk.record()

    desk.ask(take_back)
    desk.wait()

    assert desk.titles() == []
    assert desk.page.pane.editor.text().title == "Tiếp đoàn Attapư"
    assert desk.page.work.at.activity_id is None
    assert desk.drafts() == {"activity:new": "Tiếp đoàn Attapư"}


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


def test_that_what_is_typed_while_it_is_being_recorded_is_a_draft_of_it(desk: ActivityDesk) -> None:
    desk.type_all()
    desk.page.pane.buttons["record"].click()
    desk.page.pane.buttons["record"].click()
    desk.page.pane.editor.fields.place.setText("Cửa khẩu Bờ Y")
    desk.page.may_leave()
    desk.wait()

    assert len(desk.titles()) == 1
    assert desk.drafts() == {f"activity:{desk.page.work.at.activity_id}": "Tiếp đoàn Attapư"}
