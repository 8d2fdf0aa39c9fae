"""The report as a whole: its opening, section I, the two plans of 2024, its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.report_desk import act, block, facts_of, keys, report_of, text
from ttdn_desktop.domain.activity import Cause, Obstacle, Proposal
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_facts import Duties
from ttdn_desktop.domain.report_text import compose, subject, subject_note
from ttdn_desktop.domain.round import Outline, Regime, Terms, adhoc_round, annual_round

HALF = adhoc_round(2026, Span(date(2025, 12, 15), date(2026, 6, 14)), "coordinator")
BY = "cap_ban_hanh"
OWN_PLAN = "Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ về công tác"


def test_that_the_outline_is_the_model_s() -> None:
    sections = [each.text for each in report_of().body if each.role is Role.SECTION]
    assert sections == [
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
    ]


def test_that_the_opening_names_plan_unit_and_period() -> None:
    document = report_of()
    assert text(document, "opening") == (
        "Thực hiện Kế hoạch số ……/KH-UBND ngày …/7/2024 của Ủy ban nhân dân tỉnh Kon Tum về triển "
        "khai thực hiện Nghị quyết số 47/NQ-CP (sau đây gọi tắt là Kế hoạch), Sở Ngoại vụ báo cáo "
        "kết quả thực hiện năm 2026 như sau:"
    )
    assert text(document, "opening.period") == (
        "(Số liệu tính từ ngày 15/12/2025 đến ngày 14/12/2026.)"
    )
    assert "opening.two_plans" not in keys(document)


def test_that_the_first_year_tells_of_both_plans() -> None:
    document = compose(facts_of(asked=annual_round(2024, "coordinator")))
    assert text(document, "opening.two_plans") == (
        "Kỳ báo cáo có hai kế hoạch: từ ngày 15/12/2023 đến khi ban hành Kế hoạch (tháng 7/2024), "
        "Sở thực hiện Kế hoạch số 3083/KH-UBND ngày 15/09/2023 của Ủy ban nhân dân tỉnh "
        "Kon Tum; từ tháng 7/2024, Sở thực hiện Kế hoạch (thay thế kế hoạch trên)."
    )


def test_that_a_report_of_half_a_year_says_so_throughout() -> None:
    document = compose(facts_of(asked=HALF))
    assert subject(HALF) == ("Kết quả thực hiện công tác thông tin đối ngoại 06 tháng đầu năm 2026")
    assert text(document, "iv.heading") == "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI"
    assert text(document, "ending").startswith(
        "Trên đây là báo cáo kết quả thực hiện công tác thông tin đối ngoại 06 tháng đầu năm 2026"
    )


def test_that_the_year_s_report_may_be_cut_off_earlier() -> None:
    cut = adhoc_round(2026, Span(date(2025, 12, 15), date(2026, 11, 30)), "coordinator")
    assert subject(cut) == subject(annual_round(2026, "coordinator"))
    assert text(compose(facts_of(asked=cut)), "opening.period") == (
        "(Số liệu tính từ ngày 15/12/2025 đến ngày 30/11/2026.)"
    )


def test_that_the_unit_s_own_plan_stands_in_section_i_with_its_number() -> None:
    document = report_of(act("A1", "Ban hành Kế hoạch năm 2026", "IV.1", documents=(OWN_PLAN,)))
    assert text(document, "i.iv.1.result") == (
        "Sở Ngoại vụ đã ban hành Kế hoạch số 05/KH-SNgV ngày 10/01/2026 về công tác."
    )


def test_that_the_own_plan_comes_first_and_many_other_documents_are_only_counted() -> None:
    papers = [
        act(f"A{number}", "Văn bản đôn đốc", "IV.1", readings=("V1=1",)) for number in (1, 2, 3)
    ]
    plan = act("A4", "Ban hành Kế hoạch", "IV.1", readings=("V1=1",), documents=(OWN_PLAN,))
    document = report_of(*papers, plan)
    assert text(document, "i.iv.1.result") == (
        "Sở Ngoại vụ đã ban hành Kế hoạch số 05/KH-SNgV ngày 10/01/2026 về công tác."
    )
    assert text(document, "i.documents") == (
        "Trong kỳ, Sở đã ban hành, tham mưu ban hành 04 văn bản chỉ đạo, hướng dẫn, triển khai."
    )
    assert block(document, "i.documents").sentences[0].records == ("A1", "A2", "A3", "A4")


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        (
            ("V1=10", f"V1=3:{BY}=UBND tỉnh (đơn vị tham mưu)", f"V1=7:{BY}=đơn vị ban hành"),
            (
                "Trong kỳ, Sở đã tham mưu Ủy ban nhân dân tỉnh ban hành 03 văn bản và ban hành "
                "theo "
                "thẩm quyền 07 văn bản hướng dẫn, triển khai."
            ),
        ),
        (
            ("V1=7", f"V1=7:{BY}=đơn vị ban hành"),
            "Trong kỳ, Sở đã ban hành theo thẩm quyền 07 văn bản hướng dẫn, triển khai.",
        ),
        (
            ("V1=9", f"V1=3:{BY}=UBND tỉnh (đơn vị tham mưu)"),
            (
                "Trong kỳ, Sở đã ban hành, tham mưu ban hành 09 văn bản chỉ đạo, hướng dẫn, triển "
                "khai, trong đó tham mưu Ủy ban nhân dân tỉnh ban hành 03 văn bản."
            ),
        ),
    ],
)
def test_that_documents_are_counted_by_who_issued_them(
    readings: tuple[str, ...], told: str
) -> None:
    document = report_of(act("A1", "Văn bản hướng dẫn", "1.5", readings=readings))
    assert text(document, "i.documents") == told


def test_that_no_own_plan_is_said_as_such() -> None:
    document = report_of(states={"IV.1": TaskState.NONE})
    assert text(document, "i.iv.1.result") == (
        "Về xây dựng kế hoạch hoặc lồng ghép để triển khai Kế hoạch: "
        "Sở không có hoạt động phát sinh trong kỳ."
    )


def test_that_another_duty_is_told_where_it_was_served() -> None:
    document = report_of(act("A1", "Tuyên truyền tại biên giới", "IV.3"))
    assert text(document, "i.iv.3.result") == (
        "Thực hiện trách nhiệm tại mục IV.3 của Kế hoạch: Sở đã tuyên truyền tại biên giới."
    )


def test_that_the_officer_is_told_by_mode_and_decision_never_by_name() -> None:
    duties = Duties("Quyết định số 12/QĐ-SNgV ngày 16/01/2026", full_time=True)
    answered = facts_of(officer=duties, states={"3.4": TaskState.DONE})
    told = "Sở phân công 01 công chức chuyên trách phụ trách công tác thông tin đối ngoại"
    assert text(compose(answered), "i.officer") == (
        f"{told} theo Quyết định số 12/QĐ-SNgV ngày 16/01/2026 (nhiệm vụ 3.4)."
    )
    assert text(compose(facts_of(officer=Duties("", full_time=True))), "i.officer") == f"{told}."


def test_that_the_text_refers_to_each_annex() -> None:
    document = report_of()
    assert text(document, "ending.annexes") == (
        "(Kèm theo Phụ lục I: Kết quả theo nhiệm vụ; Phụ lục II: Số liệu tổng hợp; "
        "Phụ lục III: Danh mục tài liệu kiểm chứng.)"
    )
    assert [each.label for each in document.annexes] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_that_the_end_is_marked() -> None:
    assert report_of().body[-1].text == (
        "Trên đây là báo cáo kết quả thực hiện công tác thông tin đối ngoại năm 2026 của Sở Ngoại "
        "vụ, kính gửi Sở Văn hóa, Thể thao và Du lịch tổng hợp./."
    )


def test_that_the_line_under_the_subject_cites_the_plan() -> None:
    assert subject_note("Kế hoạch số 1/KH-UBND", "Ủy ban nhân dân tỉnh Kon Tum") == (
        "(theo Kế hoạch số 1/KH-UBND của Ủy ban nhân dân tỉnh Kon Tum)"
    )


def test_that_a_report_of_some_tasks_omits_what_it_is_not_about() -> None:
    facts = facts_of(act("A1", "Đón đoàn", "1.10"), roles={"1.10": Involvement.LEAD})
    document = compose(facts)
    headings = [each.text for each in document.body if each.key.endswith("heading")]
    assert headings[:3] == [
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Đổi mới tư duy, nội dung, phương thức",
        "II. ĐÁNH GIÁ CHUNG",
    ]
    assert headings[-1] == "IV. ĐỀ XUẤT, KIẾN NGHỊ"
    assert "ii.funding.gap" not in keys(document)


def test_that_a_report_of_obstacles_has_only_these_and_what_is_asked() -> None:
    lack = Obstacle("Chưa có biên dịch viên", Cause.SUBJECTIVE)
    proposal = Proposal("Tổ chức tập huấn", "Sở Nội vụ")
    facts = facts_of(
        act("A1", "Đón đoàn", obstacles=(lack,), proposals=(proposal,)),
        act("A2", "Đón đoàn", obstacles=(lack,)),
        states={"1.12": (TaskState.NOT_STARTED, "Chưa có đoàn")},
    )
    asked = replace(facts.round, terms=Terms(Regime.OBSTACLES))
    document = compose(replace(facts, round=asked, outline=Outline.OBSTACLES))
    opening, *told, ending = (each.text for each in document.body)
    work = "khó khăn, vướng mắc trong thực hiện công tác thông tin đối ngoại năm 2026"
    assert opening.endswith(f"Sở Ngoại vụ báo cáo {work} như sau:")
    assert told == [
        "(Số liệu tính từ ngày 15/12/2025 đến ngày 14/12/2026.)",
        "I. KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN",
        (
            "Qua tổng hợp, trong kỳ Sở có 01 khó khăn, vướng mắc và 01 nhiệm vụ chưa triển khai, "
            "cụ thể như sau:"
        ),
        (
            "Chưa triển khai nhiệm vụ 1.12 (quản lý phóng viên nước ngoài hoạt động tại tỉnh): "
            "chưa có đoàn."
        ),
        "Về chủ quan: Chưa có biên dịch viên.",
        "II. ĐỀ XUẤT, KIẾN NGHỊ",
        "Đề nghị Sở Nội vụ tổ chức tập huấn.",
    ]
    assert ending.startswith(f"Trên đây là báo cáo {work} của Sở Ngoại vụ, ")
    assert document.annexes == ()
