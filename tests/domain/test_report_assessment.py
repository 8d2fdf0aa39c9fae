"""Section III: coverage, shortcomings, obstacles; nothing is praised, nothing invented."""

from __future__ import annotations

from tests.domain.report_desk import ROLES, act, block, facts_of, report_of, text
from ttdn_desktop.domain.activity import Cause, Obstacle
from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_text import compose

ALL_ANSWERED = dict.fromkeys(ROLES, TaskState.NONE)


def test_that_coverage_counts_the_tasks_led() -> None:
    document = report_of(
        act("A1", "Đón đoàn", "1.10"), states={"1.5": TaskState.DONE, "1.12": TaskState.NONE}
    )
    assert text(document, "iii.1.coverage") == (
        "Trong 03 nhiệm vụ được giao chủ trì, 01 nhiệm vụ có kết quả trong kỳ; "
        "01 nhiệm vụ đang triển khai; 01 nhiệm vụ không phát sinh."
    )


def test_that_a_unit_that_leads_nothing_counts_what_it_answers() -> None:
    roles = {"3.4": Involvement.COMMON, "3.5": Involvement.COMMON}
    facts = facts_of(act("A1", "Vận động", "3.5", result="In 500 bản"), roles=roles)
    assert text(compose(facts), "iii.1.coverage") == (
        "Trong 02 nhiệm vụ thuộc phạm vi báo cáo, 01 nhiệm vụ có kết quả trong kỳ."
    )


def test_that_nothing_done_is_no_strength() -> None:
    for facts in (facts_of(), facts_of(roles={})):
        assert block(compose(facts), "iii.1.coverage.gap").role is Role.GAP


def test_that_what_is_reported_apart_is_counted_as_such() -> None:
    roles = {"2.3": Involvement.LEAD, "2.4": Involvement.LEAD}
    facts = facts_of(act("A1", "Tập huấn", "2.4"), roles=roles, states={"2.3": TaskState.SEPARATE})
    assert text(compose(facts), "iii.1.coverage").endswith(
        "01 nhiệm vụ có báo cáo riêng theo chế độ mật."
    )


def test_that_what_is_not_begun_is_a_shortcoming_with_its_reason() -> None:
    document = report_of(states={"1.12": (TaskState.NOT_STARTED, "Chưa có đoàn đăng ký.")})
    assert text(document, "iii.2.1.12") == (
        "Chưa triển khai nhiệm vụ 1.12 (quản lý phóng viên nước ngoài hoạt động tại tỉnh): "
        "chưa có đoàn đăng ký."
    )


def test_that_no_shortcoming_is_claimed_only_where_all_is_answered() -> None:
    assert block(report_of(), "iii.2.gap").role is Role.GAP
    assert text(report_of(states=ALL_ANSWERED), "iii.2.none") == (
        "Đến ngày 14/12/2026, không còn nhiệm vụ chưa triển khai."
    )


def test_that_obstacles_stand_by_cause_each_once_with_all_who_met_it() -> None:
    lack = Obstacle("Chưa có biên dịch viên.", Cause.SUBJECTIVE)
    document = report_of(
        act("A1", "Đón đoàn", obstacles=(lack, Obstacle("mạng yếu", Cause.OBJECTIVE))),
        act("A2", "Đón đoàn", obstacles=(lack, Obstacle("Sở mới sáp nhập. Địa bàn rộng"))),
    )
    assert text(document, "iii.3.objective") == "Về khách quan: Mạng yếu."
    assert text(document, "iii.3.subjective") == "Về chủ quan: Chưa có biên dịch viên."
    assert block(document, "iii.3.subjective").sentences[0].records == ("A1", "A2")
    assert text(document, "iii.3.other") == "Sở mới sáp nhập. Địa bàn rộng."


def test_that_blank_obstacles_are_a_gap_and_never_a_none() -> None:
    assert text(report_of(), "iii.3.gap") == (
        "[Chưa nhập khó khăn, vướng mắc. Bổ sung hoặc bỏ mục này trước khi trình ký]"
    )
