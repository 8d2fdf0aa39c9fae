"""A past year keeps its plan; what has left the plan keeps its records, in sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.domain.listed_plan import added, altered, listed, new_task, without
from tests.services.office_desk import form
from tests.services.sheets import content, sheet
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import adhoc_round, annual_round
from ttdn_desktop.services import (
    edit_activity,
    import_activities,
    keep_plan,
    search_all,
    show_items,
)
from ttdn_desktop.services.browse_activities import Browse, page
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.import_plan import adopt, preview
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.show_overview import overview
from ttdn_desktop.store import bygone_tasks

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

PLAN = shipped_plan()
IDS = {task.code: task.id for task in PLAN.tasks}
COORDINATOR = PLAN.plan.coordinator_id
WITHOUT = without(listed(PLAN), "1.10")
MOVED_UP = altered(WITHOUT, "1.11", code="1.10")
NOW, BEFORE = annual_round(2026, COORDINATOR), annual_round(2025, COORDINATOR)
SUCCESSOR = replace(listed(PLAN), number="31/KH-UBND", issued_on=date(2026, 11, 20))


def _codes(office: Office, year: int) -> list[str]:
    return [row.code for row in show_items.items(office, year)]


def test_that_a_past_year_keeps_the_version_it_was_reported_by(office: Office) -> None:
    before = _codes(office, 2025)

    adopt(office, preview(office, WITHOUT))

    assert gather(office, BEFORE).version == PLAN
    assert gather(office, NOW).version == keep_plan.in_force(office)
    assert _codes(office, 2025) == before
    assert "1.10" in before
    assert "1.10" not in _codes(office, 2026)
    assert set_state(office, 2025, ("1.10",), TaskState.NONE, "") == ("1.10",)


def test_that_work_for_a_task_that_has_left_is_told_and_asked_of_nobody(office: Office) -> None:
    made = record(office, form("Đón đoàn Attapư", "1.10"))
    adopt(office, preview(office, MOVED_UP))

    facts = gather(office, NOW)
    gone = next(each for each in facts.items if each.item.id == IDS["1.10"])
    assert (gone.code, gone.must_answer) == ("1.10 (cũ)", False)
    assert [each.id for each in facts.activities] == [made.id]
    assert facts.first_told_at(made) == "1.10 (cũ)"
    texts = [text for block in compose(facts).body for text in block.sentences]
    assert any(made.id in sentence.records for sentence in texts)
    assert not [each for each in facts.gaps() if each.item.id == IDS["1.10"]]
    assert "1.10 (cũ)" not in overview(office, 2026).gaps
    assert "1.10 (cũ)" in _codes(office, 2026)


def test_that_its_records_are_listed_found_and_edited_under_their_old_code(office: Office) -> None:
    made = record(office, form("Đón đoàn Attapư", "1.10", "2.4"))
    adopt(office, preview(office, WITHOUT))

    assert page(office, Browse(), 0, 5)[0].items == ("1.10", "2.4")
    assert search_all.search(office, "attapu").activities[0].items == ("1.10", "2.4")
    edited = edit_activity.form_of(office, edit_activity.load(office, made.id))
    assert edited.items == ("1.10", "2.4")
    saved = edit_activity.save(office, made.id, replace(edited, title="Đón đoàn Xê Kông"))
    assert saved.item_ids == (IDS["1.10"], IDS["2.4"])
    assert edit_activity.duplicate_form(office, saved).items == ("2.4",)


def test_that_work_of_an_earlier_year_for_a_task_that_came_later_is_told_too(
    office: Office,
) -> None:
    adopt(office, preview(office, added(listed(PLAN), new_task("3.8", "Mở lớp tiếng Lào", "3"))))
    record(office, form("Mở lớp", "3.8", on="5/3/2025"))

    facts = gather(office, BEFORE)

    assert [each.code for each in facts.items if each.activities] == ["3.8"]
    assert "3.8" in _codes(office, 2025)


def test_that_a_spreadsheet_may_bring_work_for_a_task_that_has_left(office: Office) -> None:
    adopt(office, preview(office, WITHOUT))
    rows = (("Tên hoạt động", "Nhiệm vụ", "Thời gian"), ("Đón đoàn", "1.10", "5/3"))

    shown = import_activities.preview(office, content(sheet(*rows)), 2025)

    assert [each.activity.item_ids for each in shown.ready] == [(IDS["1.10"],)]


def test_that_a_year_two_plans_cover_says_so_in_one_sentence(office: Office) -> None:
    keep_plan.set_number(office, "2512", date(2024, 7, 5))
    adopt(office, preview(office, SUCCESSOR))

    told = {block.key: block.text for block in compose(gather(office, NOW)).body}
    assert told["opening.two_plans"] == (
        "Kỳ báo cáo có hai kế hoạch: từ ngày 15/12/2025 đến khi ban hành Kế hoạch (ngày "
        "20/11/2026), Sở thực hiện Kế hoạch số 2512/KH-UBND ngày 05/07/2024 của Ủy ban nhân dân "
        "tỉnh Kon Tum; từ ngày 20/11/2026, Sở thực hiện Kế hoạch (thay thế kế hoạch trên)."
    )
    assert gather(office, BEFORE).version.plan.number == "2512"
    early = adhoc_round(2026, Span(date(2025, 12, 15), date(2026, 6, 14)), COORDINATOR)
    assert gather(office, early).version.plan.number == "2512"


def test_that_binned_work_brings_no_task_back(office: Office) -> None:
    made = record(office, form("Đón đoàn", "1.10"))
    adopt(office, preview(office, WITHOUT))
    edit_activity.put_into_bin(office, made.id)

    with office.store.read() as connection:
        version = keep_plan.in_force(office)
        assert bygone_tasks.served(connection, version.id, NOW.period) == ()
        assert [each.id for each in bygone_tasks.outside(connection, version.id)] == [IDS["1.10"]]
