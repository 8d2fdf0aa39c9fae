"""Rules 5 to 10 of the model report, each by its number.

Records are those that the model names behind its sentences, and the sentences are the model's.
"""

from __future__ import annotations

import pytest

from tests.domain.report_desk import act, block, everything, facts_of, keys, report_of, text
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_facts import Duties
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.report_titles import LONGEST, task_name
from ttdn_desktop.domain.round import annual_round

# Rule 5: không phát sinh, chưa triển khai, báo cáo riêng


def test_rule_5_that_states_stand_where_the_model_has_them() -> None:
    none, apart = TaskState.NONE, TaskState.SEPARATE
    late = (TaskState.NOT_STARTED, "Chưa có kinh phí")
    document = report_of(states={"1.5": none, "1.12": none, "2.3": apart, "1.10": late})
    assert text(document, "ii.3.none") == (
        "Sở không có hoạt động phát sinh trong kỳ đối với các nhiệm vụ 1.5 và 1.12."
    )
    assert text(document, "ii.4.separate") == (
        "Đối với nhiệm vụ 2.3, Sở có báo cáo riêng theo chế độ mật."
    )
    assert text(document, "iii.2.1.10").endswith(": chưa có kinh phí.")
    assert not any(key.startswith("ii.1.10") for key in keys(document))


def test_rule_5_that_a_reason_shared_by_all_is_given_once() -> None:
    reason = (TaskState.NONE, "Không có đoàn")
    document = report_of(states={"1.5": reason, "1.12": reason})
    assert text(document, "ii.3.none").endswith("các nhiệm vụ 1.5 và 1.12 (không có đoàn).")


# Rule 6: chương trình không tự thêm tính từ đánh giá


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            ("Thực hiện có hiệu quả Kế hoạch số 603/KH-UBND ngày 04/3/2022 của Ủy ban nhân dân "
             "tỉnh "
            "về triển khai Chiến lược Ngoại giao văn hóa đến năm 2030"),
            ("Thực hiện Kế hoạch số 603/KH-UBND ngày 04/03/2022 về Chiến lược Ngoại giao văn hóa "
            "đến năm 2030"),
        ),
        (
            ("Tham mưu Ủy ban nhân dân tỉnh triển khai Quyết định số 930/QĐ-TTg ngày 03/8/2022 của "
            "Thủ tướng Chính phủ về phê duyệt Đề án “Ngày Tôn vinh tiếng Việt”"),
            "Triển khai Đề án “Ngày Tôn vinh tiếng Việt”",
        ),
        ("Kịp thời cung cấp thông tin cho báo chí.", "Cung cấp thông tin cho báo chí"),
        ("Quản lý phóng viên theo đúng quy định pháp luật", "Quản lý phóng viên"),
        ("Nâng cao hiệu quả quản lý về báo chí", "Quản lý về báo chí"),
        ("Tham mưu công tác đối ngoại", "Tham mưu công tác đối ngoại"),
    ],
)  # fmt: skip
def test_rule_6_that_the_plan_s_wishes_are_not_our_praise(title: str, name: str) -> None:
    assert task_name(title) == name


def test_rule_6_that_a_long_title_is_cut_where_it_may_end() -> None:
    title = (
        "Lồng ghép hoạt động thông tin đối ngoại qua thăm hỏi, trao đổi đoàn, hội đàm, ký kết hợp "
        "tác giữa tỉnh Kon Tum với các tỉnh Nam Lào và các địa phương của Nhật Bản, Hàn Quốc"
    )
    assert task_name(title).endswith("hội đàm, ký kết hợp tác")
    assert len(task_name(title)) <= LONGEST


def test_rule_6_that_a_cut_never_parts_what_is_quoted() -> None:
    quoted = "Triển khai Đề án “" + "tăng cường hợp tác quốc tế cho vùng biên giới " * 4 + "”"
    assert task_name(quoted) == " ".join(quoted.split())


def test_rule_6_that_no_word_of_judgement_is_added() -> None:
    visits = [
        act(f"A{number}", "Đón đoàn", kind="Đón đoàn", readings=("D1=2",), highlight=True)
        for number in (1, 2, 3)
    ]
    alone = act("B1", "Ký Bản ghi nhớ", "1.5", readings=("D3=1",), result="Hai bên ký")
    told = everything(report_of(*visits, alone)).casefold()
    words = ("hiệu quả", "tích cực", "kịp thời", "đúng quy định", "thiết thực", "tốt")
    assert not any(word in told for word in words)


# Rule 7: chức danh thay cho tên riêng


def test_rule_7_that_the_officer_is_told_by_the_decision() -> None:
    duties = Duties("Quyết định số 12/QĐ-SNgV ngày 16/01/2026", full_time=False)
    document = compose(facts_of(officer=duties, states={"3.4": TaskState.DONE}))
    assert text(document, "i.officer") == (
        "Sở phân công 01 công chức kiêm nhiệm phụ trách công tác thông tin đối ngoại theo "
        "Quyết định số 12/QĐ-SNgV ngày 16/01/2026 (nhiệm vụ 3.4)."
    )


def test_rule_7_that_an_appointment_recorded_is_told_in_section_i_alone() -> None:
    appointed = act(
        "A1",
        "Phân công cán bộ phụ trách",
        "3.4",
        readings=("R3=1", "R3=1:che_do=chuyên trách"),
        documents=("Quyết định số 12/QĐ-SNgV ngày 16/01/2026 của Sở Ngoại vụ về phân công",),
    )
    document = report_of(appointed)
    assert text(document, "i.officer") == (
        "Sở phân công 01 công chức chuyên trách phụ trách công tác thông tin đối ngoại theo "
        "Quyết định số 12/QĐ-SNgV ngày 16/01/2026 (nhiệm vụ 3.4)."
    )
    assert block(document, "i.officer").sentences[0].records == ("A1",)
    assert "ii.5.common.result" not in keys(document)


# Rule 8: lần đầu viết đủ, lần sau viết số hiệu; dd/mm/yyyy


def test_rule_8_that_a_document_is_cited_in_full_once() -> None:
    paper = "Kế hoạch số 05/KH-SNgV ngày 10/01/2026"
    document = report_of(
        act("A1", "Hội nghị", "1.5", documents=(paper,)),
        act("A2", "Hội thảo", "1.10", documents=(paper,)),
    )
    told = " ".join(each.text for each in document.body)
    assert told.count(f"theo {paper}") == 1
    assert told.count("theo Kế hoạch số 05/KH-SNgV.") == 1


# Rule 9: mã nhiệm vụ bật hoặc tắt, mọi nơi như nhau


@pytest.mark.parametrize("shown", [True, False])
def test_rule_9_that_codes_are_everywhere_or_nowhere(shown: bool) -> None:  # noqa: FBT001 (a case)
    none = TaskState.NONE
    facts = facts_of(
        act("A1", "Đón đoàn", "1.10", "1.5"),
        act("A2", "Hội nghị", "1.2", part=Part.SUPPORT),
        act("A3", "Vận động doanh nghiệp", "3.5"),
        states={"1.12": TaskState.NOT_STARTED, "2.3": TaskState.SEPARATE, "2.4": (none, "Chưa có"),
                "3.4": none, "IV.1": none, "II.1": none, "II.2": none},
        officer=Duties("", full_time=False),
        codes_shown=shown,
    )  # fmt: skip
    told = [each for each in compose(facts).body if each.role != "gap"]
    coded = {each.key for each in told if any(code in each.text for code in _codes())}
    assert bool(coded) is shown
    if shown:
        assert {"ii.1.10.result", "ii.1.5.result", "ii.3.support.result", "ii.5.common.result",
                "iii.2.1.12", "iv.lead", "iv.late", "i.officer"} <= coded  # fmt: skip


def _codes() -> list[str]:
    return ["1.2", "1.5", "1.10", "1.12", "2.3", "2.4", "3.4", "3.5"]


# Rule 10: năm đầu có hai kế hoạch


def test_rule_10_that_the_first_year_names_both_plans() -> None:
    document = compose(facts_of(asked=annual_round(2024, "coordinator")))
    told = text(document, "opening.two_plans")
    assert "Kế hoạch số 3083/KH-UBND ngày 15/09/2023" in told
    assert "thay thế kế hoạch trên" in told
    assert "opening.two_plans" not in keys(compose(facts_of(asked=annual_round(2025, "c"))))
