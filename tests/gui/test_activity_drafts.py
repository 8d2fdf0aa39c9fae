"""What is typed on the page "Hoạt động" and not recorded: nothing of it is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.gui.activity_desk import ActivityDesk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.activity_form_text import ActivityFormText, to_json
from ttdn_desktop.gui.pages import activities_page
from ttdn_desktop.gui.wishes import NewActivity, OpenActivity
from ttdn_desktop.services import keep_draft
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.activity_desk import Answered
    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def desk(qtbot: QtBot, bench: Workbench, answered: Answered) -> ActivityDesk:
    return ActivityDesk(qtbot, bench, answered)


@pytest.fixture
def year_desk(qtbot: QtBot, filled_bench: Workbench, answered: Answered) -> ActivityDesk:
    return ActivityDesk(qtbot, filled_bench, answered)


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


def test_that_a_draft_is_told_above_the_table_only_while_it_is_not_in_the_form(
    desk: ActivityDesk,
) -> None:
    desk.type_all("Thứ nhất")
    desk.page.may_leave()
    desk.wait()
    assert not desk.page.drafts.isVisible()

    desk.wish(NewActivity())
    assert desk.page.drafts.isVisible()
    desk.page.drafts.open.click()
    desk.wait()

    assert desk.page.pane.editor.text().title == "Thứ nhất"
    assert not desk.page.drafts.isVisible()


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


def test_that_undoing_what_was_recorded_leaves_it_typed(desk: ActivityDesk) -> None:
    desk.type_all()
    desk.record()

    desk.ask(take_back)
    desk.wait()

    assert desk.titles() == []
    assert desk.page.pane.editor.text().title == "Tiếp đoàn Attapư"
    assert desk.page.work.at.activity_id is None
    assert desk.drafts() == {"activity:new": "Tiếp đoàn Attapư"}


def test_that_what_is_typed_while_it_is_being_recorded_is_a_draft_of_it(desk: ActivityDesk) -> None:
    desk.type_all()
    desk.page.pane.buttons["record"].click()
    desk.page.pane.buttons["record"].click()
    desk.page.pane.editor.fields.place.setText("Cửa khẩu Bờ Y")
    desk.page.may_leave()
    desk.wait()

    assert len(desk.titles()) == 1
    assert desk.drafts() == {f"activity:{desk.page.work.at.activity_id}": "Tiếp đoàn Attapư"}


def test_that_a_draft_that_cannot_be_kept_is_told_quietly_and_kept_when_it_can(
    desk: ActivityDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def refuses() -> bool:
        asked.append(True)
        return False

    desk.page.agrees_to_lose = refuses
    with monkeypatch.context() as full:
        full.setattr(keep_draft, "save", _full)
        desk.type_all("Tiếp đoàn")
        desk.page.work.keep()
        desk.wait()
        stays = not desk.page.may_leave()
        desk.wait()

    assert stays
    assert asked == [True], "what is typed is lost only where the officer says so"
    assert {tone for _told, tone in desk.told} == {"bad"}
    assert "đã đầy" in desk.told[-1][0]
    desk.page.work.keep()
    desk.wait()
    assert desk.page.may_leave()
    assert desk.drafts() == {"activity:new": "Tiếp đoàn"}


def _full(*_given: object) -> NoReturn:
    raise KnownError("disk_full", place="/data")
