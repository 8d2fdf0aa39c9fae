"""Section II: item by item, grouped by kind, cited where it is told elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import act, block, facts_of, keys, report_of, text
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_text import compose

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity

VISIT = "Đón đoàn đại biểu tỉnh Attapư (Lào)"


def test_that_a_task_opens_with_its_title_and_code() -> None:
    document = report_of(act("A1", VISIT, result="Ký biên bản"))
    assert text(document, "ii.1.10.result") == (
        "Lồng ghép thông tin đối ngoại qua trao đổi đoàn (nhiệm vụ 1.10): Sở đã đón đoàn đại biểu "
        "tỉnh Attapư (Lào); ký biên bản."
    )
    assert block(document, "ii.1.10.result").role is Role.BULLET


def test_that_two_of_a_kind_are_told_one_by_one() -> None:
    visits = (act(f"A{number}", f"{VISIT} {number}", kind="Đón đoàn") for number in (1, 2))
    told = block(report_of(*visits), "ii.1.10.result").sentences
    assert [each.text.partition(": ")[2] for each in told] == [
        "Sở đã đón đoàn đại biểu tỉnh Attapư (Lào) 1 và đón đoàn đại biểu tỉnh Attapư (Lào) 2."
    ]
    assert told[0].records == ("A1", "A2")


def test_that_three_of_a_kind_are_told_as_their_sum() -> None:
    visits = [
        act(f"A{number}", VISIT, kind="Đón đoàn vào", readings=(f"D1={number}", "D1N=10"))
        for number in (1, 2, 3)
    ]
    told = block(report_of(*visits), "ii.1.10.result")
    assert told.text.endswith(": Trong kỳ, Sở đã tham mưu, phục vụ 06 đoàn vào với 30 lượt khách.")
    assert told.sentences[0].records == ("A1", "A2", "A3")


def test_that_a_sum_says_who_had_which_part_and_what_is_not_added() -> None:
    parts = (Part.LEAD, Part.SUPPORT, Part.ADVISE)
    visits = [
        act(f"A{number}", VISIT, kind="Đón đoàn vào", part=part, readings=("D1=2",))
        for number, part in enumerate(parts, start=1)
    ]
    assert text(report_of(*visits), "ii.1.10.result").endswith(
        "Sở đã tham mưu, phục vụ 04 đoàn vào. Ngoài ra, Sở đã phối hợp đón tiếp 02 đoàn vào "
        "(số liệu thuộc đơn vị chủ trì, không cộng vào số liệu của Sở)."
    )


@pytest.mark.parametrize("item", ["II.1", "IV.1", "3.4"])
def test_that_a_body_is_not_said_to_support_what_is_laid_on_it_itself(item: str) -> None:
    one = act("A1", "Phân công cán bộ phụ trách", item, part=Part.SUPPORT)
    many = [act(f"A{number}", "Họp", item, part=Part.SUPPORT) for number in (1, 2, 3)]
    key = {"II.1": "ii.1", "IV.1": "i.iv.1", "3.4": "ii.5.common"}[item]
    assert " đã phân công cán bộ phụ trách" in text(report_of(one), f"{key}.result")
    assert "đã thực hiện 03 hoạt động" in text(report_of(*many), f"{key}.result")


def test_that_a_body_supports_the_partners_it_names_and_the_tasks_of_others() -> None:
    with_partner = act("A1", "Họp", "II.1", part=Part.SUPPORT, partners=("Sở Nội vụ",))
    of_others = [act(f"B{number}", "Họp", "2.4", part=Part.SUPPORT) for number in (1, 2, 3)]
    document = report_of(with_partner, *of_others)
    assert "Sở đã phối hợp với Sở Nội vụ tổ chức 01 cuộc họp" in text(document, "ii.1.result")
    assert "Sở đã phối hợp thực hiện 03 hoạt động" in text(document, "ii.4.support.result")


def test_that_sums_without_figures_name_the_first_activities() -> None:
    talks = [
        act(f"A{number}", f"Họp lần {number}", "1.2", part=Part.JOIN) for number in range(1, 6)
    ]
    assert text(report_of(*talks), "ii.3.support.result") == (
        "Trong kỳ, Sở đã tham gia 05 hoạt động: họp lần 1; họp lần 2; họp lần 3; "
        "02 hoạt động khác tại Phụ lục I (nhiệm vụ 1.2)."
    )


def test_that_kinds_are_summed_apart_and_the_rest_is_told() -> None:
    visits = [act(f"A{number}", VISIT, kind="Đón đoàn vào") for number in (1, 2, 3)]
    gifts = [
        act(f"B{number}", "Hội nghị", kind="Hội nghị", readings=("T2=1",)) for number in (1, 2, 3)
    ]
    alone = act("C1", "Ký Bản ghi nhớ", kind="Ký kết")
    told = text(report_of(*visits, *gifts, alone), "ii.1.10.result")
    assert "Trong kỳ, Sở đã chủ trì tổ chức 03 hội nghị." in told
    assert "Sở đã thực hiện 03 hoạt động đón đoàn vào: đón đoàn đại biểu" in told
    assert told.endswith("Sở đã ký Bản ghi nhớ.")
    assert told.count("Trong kỳ") == 1


def test_that_many_activities_of_different_kinds_are_not_told_day_by_day() -> None:
    varied = [act(f"A{number}", "Họp", kind=f"Loại {number}") for number in range(7)]
    told = block(report_of(*varied), "ii.1.10.result")
    assert len(told.sentences) == 1
    assert "Sở đã thực hiện 07 hoạt động" in told.text


def test_that_two_highlights_of_a_sum_are_told() -> None:
    visits = [
        act(f"A{number}", VISIT, highlight=number > 1, result=f"Kết quả {number}")
        for number in (1, 2, 3, 4)
    ]
    told = text(report_of(*visits), "ii.1.10.result")
    assert told.count("là việc đón đoàn đại biểu tỉnh Attapư (Lào) ngày 05/03/2026") == 2
    assert "Nổi bật là" in told
    assert "Cùng với đó là" in told


def test_that_what_is_told_at_a_task_is_only_cited_at_its_direction() -> None:
    document = report_of(act("A1", VISIT, "1.10", "II.3", readings=("D1=1",)))
    assert text(document, "ii.3.result") == (
        "Nội dung này được lồng ghép trong 01 hoạt động nêu tại nhiệm vụ 1.10 "
        "(không tính lặp số liệu)."
    )
    assert block(document, "ii.3.result").sentences[0].records == ("A1",)


def test_that_a_citation_follows_what_is_told_at_the_item_itself() -> None:
    document = report_of(act("A1", VISIT, "1.10", "1.5"), act("A2", "Giao lưu", "1.5"))
    assert text(document, "ii.1.5.result").endswith(
        "tổ chức 01 chương trình giao lưu. Ngoài ra, nội dung này được lồng ghép trong 01 hoạt "
        "động nêu tại nhiệm vụ 1.10 (không tính lặp số liệu)."
    )


def test_that_involvements_are_points_in_the_alphabet_s_order() -> None:
    document = report_of(
        act("A1", VISIT, "1.10"), act("A2", "Hội nghị", "1.2"), act("A3", "Vận động", "3.5")
    )
    assert text(document, "ii.3.lead") == "a) Nhiệm vụ Sở Ngoại vụ chủ trì"
    assert text(document, "ii.3.support") == "b) Nhiệm vụ phối hợp"
    assert "ii.5.common" not in keys(document)


def test_that_what_did_not_occur_is_one_sentence_with_its_reasons() -> None:
    none = TaskState.NONE
    document = report_of(states={"1.5": none, "1.10": (none, "Chưa có đoàn."), "1.12": none})
    assert text(document, "ii.3.none") == (
        "Sở không có hoạt động phát sinh trong kỳ đối với các nhiệm vụ 1.5, 1.10 và 1.12 "
        "(nhiệm vụ 1.10: chưa có đoàn)."
    )


def test_that_one_reason_needs_no_code() -> None:
    document = report_of(states={"2.4": (TaskState.NONE, "Chưa có yêu cầu.")})
    assert text(document, "ii.4.none") == (
        "Sở không có hoạt động phát sinh trong kỳ đối với nhiệm vụ 2.4 (chưa có yêu cầu)."
    )


def test_that_what_is_reported_apart_is_one_sentence_without_its_reason() -> None:
    document = report_of(states={"2.3": (TaskState.SEPARATE, "Lực lượng 47")})
    assert text(document, "ii.4.separate") == (
        "Đối với nhiệm vụ 2.3, Sở có báo cáo riêng theo chế độ mật."
    )


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (TaskState.NONE, "Sở không có hoạt động phát sinh trong kỳ: chờ hướng dẫn."),
        (TaskState.NOT_STARTED, "Sở chưa triển khai trong kỳ: chờ hướng dẫn."),
        (TaskState.IN_PROGRESS, "Sở đang triển khai: chờ hướng dẫn."),
        (TaskState.DONE, "Sở đã thực hiện, có kết quả trong kỳ: chờ hướng dẫn."),
        (TaskState.SEPARATE, "Sở có báo cáo riêng theo chế độ mật."),
    ],
)
def test_that_a_direction_tells_what_was_set(state: TaskState, told: str) -> None:
    document = report_of(states={"II.1": (state, "Chờ hướng dẫn.")})
    assert text(document, "ii.1.result") == told


def test_that_nothing_done_for_a_direction_does_not_deny_its_tasks() -> None:
    document = report_of(act("A1", VISIT), states={"II.3": TaskState.NONE})
    assert text(document, "ii.3.result") == (
        "Ngoài các nhiệm vụ nêu trên, trong kỳ Sở không có hoạt động khác."
    )


def test_that_a_task_not_begun_is_told_under_shortcomings_alone() -> None:
    document = report_of(states={"1.12": TaskState.NOT_STARTED})
    assert [key for key in keys(document) if "1.12" in key] == ["iii.2.1.12"]


def test_that_each_gap_is_an_explicit_block() -> None:
    document = report_of(act("A1", VISIT, "1.10"))
    gaps = [each.key for each in document.body if each.role is Role.GAP]
    assert gaps == [
        "i.iv.1.gap",
        "ii.1.gap",
        "ii.2.gap",
        "ii.1.5.gap",
        "ii.1.12.gap",
        "ii.4.gap",
        "ii.2.3.gap",
        "ii.2.4.gap",
        "ii.funding.gap",
        "ii.5.gap",
        "ii.3.4.gap",
        "ii.3.5.gap",
        "iii.2.gap",
        "iii.3.gap",
        "v.gap",
    ]
    assert text(document, "ii.1.12.gap") == (
        "[Chưa nhập: nhiệm vụ 1.12 (quản lý phóng viên nước ngoài hoạt động tại tỉnh). "
        "Bổ sung trước khi trình ký]"
    )
    assert text(document, "i.iv.1.gap") == (
        "[Chưa nhập: trách nhiệm tại mục IV.1 của Kế hoạch. Bổ sung trước khi trình ký]"
    )


def test_that_codes_may_be_left_out() -> None:
    facts = facts_of(act("A1", VISIT, "1.10"), states={"1.5": TaskState.NONE}, codes_shown=False)
    document = compose(facts)
    assert text(document, "ii.1.10.result").startswith(
        "Lồng ghép thông tin đối ngoại qua trao đổi đoàn: Sở đã"
    )
    assert text(document, "ii.3.none") == (
        "Sở không có hoạt động phát sinh trong kỳ đối với nhiệm vụ: "
        "“Triển khai Chiến lược Ngoại giao văn hóa”."
    )


def _advised(words: int) -> list[Activity]:
    """Return four papers that two bodies asked for, each with a title of so many more words."""
    asked = [("2.3", "Công an tỉnh"), ("2.4", "Sở Nội vụ")] * 2
    return [
        act(
            f"A{number}",
            f"Góp ý dự thảo văn bản {number}{' về an toàn hệ thống mạng' * words}",
            item,
            part=Part.SUPPORT,
            partners=(partner,),
        )
        for number, (item, partner) in enumerate(asked, start=1)
    ]


def test_that_what_is_too_long_for_a_paragraph_is_one_a_partner() -> None:
    short, long = report_of(*_advised(1)), report_of(*_advised(12))
    assert [key for key in keys(short) if key.startswith("ii.4.support")] == ["ii.4.support.result"]
    parts = {
        "ii.4.support.cong-an-tinh.result": "Sở đã phối hợp với Công an tỉnh góp ý dự thảo",
        "ii.4.support.so-noi-vu.result": "Sở đã phối hợp với Sở Nội vụ góp ý dự thảo",
    }
    assert [key for key in keys(long) if key.startswith("ii.4.support")] == list(parts)
    for key, opening in parts.items():
        assert text(long, key).startswith(opening)
    told = {
        record for key in parts for each in block(long, key).sentences for record in each.records
    }
    assert told == {"A1", "A2", "A3", "A4"}


def test_that_a_paragraph_of_several_tasks_says_in_the_round_but_once() -> None:
    sent = [
        act(f"A{item}{number}", f"Gửi tư liệu {number}", item, part=Part.SUPPORT, kind="Gửi")
        for item in ("2.3", "2.4")
        for number in (1, 2, 3)
    ]
    told = text(report_of(*sent), "ii.4.support.result")
    assert told.startswith("Trong kỳ, Sở đã phối hợp thực hiện 03 hoạt động gửi: ")
    assert "(nhiệm vụ 2.3). Sở đã phối hợp thực hiện 03 hoạt động gửi: " in told
