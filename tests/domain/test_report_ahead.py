"""Sections IV and V: what goes on next year, and what is asked of whom."""

from __future__ import annotations

import pytest

from tests.domain.report_desk import ROLES, act, block, facts_of, keys, report_of, text
from ttdn_desktop.domain.activity import Proposal
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import annual_round


def test_that_tasks_go_on_by_involvement() -> None:
    document = report_of()
    assert [text(document, f"iv.{name}") for name in ("lead", "support", "common")] == [
        "1. Tiếp tục thực hiện các nhiệm vụ được giao chủ trì (1.5, 1.10, 1.12).",
        "2. Tiếp tục phối hợp với cơ quan chủ trì thực hiện các nhiệm vụ được giao (2.3, 2.4).",
        "3. Tiếp tục thực hiện các nhiệm vụ chung (3.4, 3.5).",
    ]


def test_that_a_task_not_begun_is_to_be_begun_and_a_blank_is_not_one() -> None:
    document = report_of(states={"1.12": TaskState.NOT_STARTED})
    assert text(document, "iv.lead").endswith("(1.5, 1.10).")
    assert text(document, "iv.late") == (
        "4. Triển khai nhiệm vụ 1.12 (chưa triển khai trong kỳ báo cáo)."
    )
    assert "iv.late" not in keys(report_of())


def test_that_a_task_that_ends_is_not_promised() -> None:
    asked, roles = annual_round(2025, "coordinator"), {**ROLES, "2.6": Involvement.SUPPORT}
    facts = facts_of(asked=asked, roles=roles, states={"2.6": TaskState.NOT_STARTED})
    assert "2.6" not in text(compose(facts), "iv.support")
    assert "iv.late" not in keys(compose(facts))


def test_that_the_plan_s_last_year_leaves_the_outlook_to_the_officer() -> None:
    document = compose(facts_of(asked=annual_round(2030, "coordinator")))
    assert text(document, "iv.gap").startswith("[Chưa nhập phương hướng, nhiệm vụ.")


@pytest.mark.parametrize(
    ("words", "to", "told"),
    [
        ("Tổ chức tập huấn.", "Sở Nội vụ", "Đề nghị Sở Nội vụ tổ chức tập huấn."),
        (
            "Ban hành quy chế",
            "Ủy ban nhân dân tỉnh",
            "Kính đề nghị Ủy ban nhân dân tỉnh ban hành quy chế.",
        ),
        ("Sở Nội vụ tổ chức tập huấn", "Sở Nội vụ", "Đề nghị Sở Nội vụ tổ chức tập huấn."),
        ("Tổ chức tập huấn", "", "Đề nghị tổ chức tập huấn."),
        ("Kiến nghị sửa quy chế", "", "Kiến nghị sửa quy chế."),
        ("Đề nghị Sở Nội vụ tổ chức tập huấn", "Sở Nội vụ", "Đề nghị Sở Nội vụ tổ chức tập huấn."),
    ],
)
def test_that_a_proposal_is_one_sentence_to_its_addressee(words: str, to: str, told: str) -> None:
    document = report_of(act("A1", "Đón đoàn", proposals=(Proposal(words, to),)))
    assert text(document, "v.A1.1") == told


def test_that_the_same_proposal_is_told_once_with_all_it_came_from() -> None:
    same, other = Proposal("Tổ chức tập huấn", "Sở Nội vụ"), Proposal("Cấp kinh phí")
    document = report_of(
        act("A1", "Đón đoàn", proposals=(same, other)), act("A2", "Đón đoàn", proposals=(same,))
    )
    assert block(document, "v.A1.1").sentences[0].records == ("A1", "A2")
    assert text(document, "v.A1.2") == "2. Đề nghị cấp kinh phí."
    assert "v.none" not in keys(document)


def test_that_blank_proposals_are_a_gap_and_never_a_none() -> None:
    assert text(report_of(), "v.gap") == (
        "[Chưa nhập đề xuất, kiến nghị. Bổ sung hoặc bỏ mục này trước khi trình ký]"
    )


def test_that_what_is_asked_of_one_body_is_one_request() -> None:
    asked = [
        Proposal(text, "Sở Nội vụ")
        for text in ("Tổ chức tập huấn", "Cấp tài liệu", "Dịch sách", "In sách")
    ]
    told = block(report_of(act("A1", "Họp", proposals=tuple(asked))), "v.A1.1")
    assert [each.text for each in told.sentences] == [
        "Đề nghị Sở Nội vụ tổ chức tập huấn; cấp tài liệu; dịch sách.",
        "Đề nghị Sở Nội vụ in sách.",
    ]


def test_that_what_was_answered_is_not_asked() -> None:
    answered = Proposal("Tổ chức tập huấn", "Sở Nội vụ", answered=True)
    assert "v.gap" in keys(report_of(act("A1", "Họp", proposals=(answered,))))


def test_that_what_is_under_way_or_without_result_is_carried_over() -> None:
    document = report_of(
        act("A1", "Đề nghị khen thưởng 02 cá nhân", "2.4"),
        act("A2", "Đón đoàn", "1.10"),
        act("A3", "Hội nghị", "1.10", result="46 lượt người dự"),
        states={"2.3": TaskState.IN_PROGRESS},
    )
    assert text(document, "iv.under_way") == (
        "4. Hoàn thành các nhiệm vụ 2.3 và 2.4 đang triển khai."
    )
    assert text(document, "iv.unfinished") == "5. Tiếp tục hoàn thành việc đón đoàn."
    assert block(document, "iv.unfinished").sentences[0].records == ("A2",)
