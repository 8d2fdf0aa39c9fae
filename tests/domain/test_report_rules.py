"""The ten rules of the model report, each by its number (section "Quy tắc" of the model).

Records are those that the model names behind its sentences, and the sentences are the model's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.report_desk import act, block, everything, facts_of, keys, report_of, text
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_facts import Duties
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.report_titles import LONGEST, task_name
from ttdn_desktop.domain.round import annual_round

LEAD_IN = "Lồng ghép thông tin đối ngoại qua trao đổi đoàn (nhiệm vụ 1.10): "
CULTURE = "Triển khai Chiến lược Ngoại giao văn hóa (nhiệm vụ 1.5): "


def _told(key: str, *activities: object) -> str:
    return text(report_of(*activities), key)  # type: ignore[arg-type]


# Rule 1: chủ thể + "đã" + động từ + số + danh từ đơn vị + "với" + số ghép


def test_rule_1_that_what_is_held_is_told_with_its_number_and_company() -> None:
    exchange = act(
        "A1",
        "Giao lưu văn hóa Việt Nam - Lào",
        "1.5",
        readings=("E1=1", "E1N=~250"),
        result="Khoảng 250 lượt người tham dự",
    )
    assert _told("ii.1.5.result", exchange) == (
        f"{CULTURE}Sở đã chủ trì tổ chức 01 chương trình giao lưu văn hóa Việt Nam - Lào "
        "với khoảng 250 lượt người tham dự."
    )


def test_rule_1_that_a_figure_counts_what_is_held() -> None:
    talks = act("A1", "Hội nghị quán triệt, phổ biến Nghị quyết số 47/NQ-CP", "II.1",
                readings=("T2=2", "T2N=46"))  # fmt: skip
    assert _told("ii.1.result", talks) == (
        "Sở đã chủ trì tổ chức 02 hội nghị quán triệt, phổ biến Nghị quyết số 47/NQ-CP với "
        "46 lượt người nghe."
    )


@pytest.mark.parametrize(
    ("title", "result", "readings", "told"),
    [
        ("Ký Bản ghi nhớ", "Ký 01 Bản ghi nhớ", ("D3=1",), "ký Bản ghi nhớ."),
        ("Đăng tin trên Trang", "Đăng 11 tin, bài", ("M1=11",), "đăng tin trên Trang với 11 tin"),
        ("Tặng quà", "Trao 20 suất quà", ("C9=20",), "tặng quà; trao 20 suất quà."),
        ("Họp", "Hai bên thống nhất quy chế", (), "tổ chức 01 cuộc họp. Hai bên thống nhất"),
        ("Gặp kiều bào", "52 kiều bào dự", ("E1=1", "E1N=52"), "gặp kiều bào với 52 kiều bào dự."),
        ("Kiểm tra biên giới", "", ("K2=0",), "kiểm tra biên giới; không phát hiện vi phạm."),
    ],
)
def test_rule_1_that_nothing_is_said_twice(
    title: str, result: str, readings: tuple[str, ...], told: str
) -> None:
    sentence = _told("ii.1.10.result", act("A1", title, result=result, readings=readings))
    assert told in sentence
    assert "(0" not in sentence


def test_rule_1_that_a_result_dropped_leaves_its_record() -> None:
    signed = act("A1", "Ký Bản ghi nhớ", result="Ký 01 Bản ghi nhớ", readings=("D3=1",))
    (sentence,) = block(report_of(signed), "ii.1.10.result").sentences
    assert sentence.records == ("A1",)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Part.LEAD, "Sở đã chủ trì tổ chức 01 hội nghị."),
        (Part.ADVISE, "Sở đã tham mưu Ủy ban nhân dân tỉnh tổ chức 01 hội nghị."),
        (Part.SUPPORT, "Sở đã phối hợp tổ chức 01 hội nghị."),
        (Part.JOIN, "Sở đã tham gia hội nghị."),
    ],
)
def test_rule_1_that_the_verb_tells_the_part(part: Part, told: str) -> None:
    assert _told("ii.1.10.result", act("A1", "Hội nghị", part=part)) == f"{LEAD_IN}{told}"


def test_rule_1_that_those_sent_are_counted_where_they_are_named() -> None:
    sent = act("A1", "Cử công chức dự tập huấn về quyền con người", "2.4", part=Part.JOIN,
               readings=("T1N=2",), result="02 lượt công chức dự tập huấn")  # fmt: skip
    assert _told("ii.4.support.result", sent).startswith(
        "Sở đã cử 02 lượt công chức dự tập huấn về quyền con người (nhiệm vụ 2.4)."
    )


# Rule 2: từ 03 hoạt động cùng loại, một câu gộp, tối đa 02 hoạt động nổi bật


def _visits() -> list[object]:
    comes = [
        act(f"A{number}", "Đón đoàn", kind="Đón đoàn vào",
            readings=("D1=3", f"D1=3:nuoc={country}", "D1N=39"), highlight=number == 1)
        for number, country in enumerate(("Lào", "Lào", "Campuchia"), start=1)
    ]  # fmt: skip
    goes = [
        act(f"B{number}", "Đoàn đại biểu của tỉnh thăm tỉnh Attapư", kind="Cử đoàn ra",
            on="8/4/2026", until=date(2026, 4, 11), readings=("D2=2", "D2N=17", "P1=1", "P1B=300"),
            highlight=number == 1)
        for number in (1, 2, 3)
    ]  # fmt: skip
    return [*comes, *goes]


def test_rule_2_that_alike_are_told_as_sum_and_parts_with_what_stands_out() -> None:
    assert _told("ii.1.10.result", *_visits()) == (
        f"{LEAD_IN}Trong kỳ, Sở đã tham mưu, phục vụ 06 đoàn ra với 51 lượt người và 09 đoàn vào "
        "với 117 lượt khách, gồm Lào 06 đoàn, Campuchia 03 đoàn. Nổi bật là việc đón đoàn ngày "
        "05/03/2026. Cùng với đó là đoàn đại biểu của tỉnh thăm tỉnh Attapư từ ngày 08/04/2026 đến "
        "ngày 11/04/2026. Qua các hoạt động, Sở đã giới thiệu, phát hành 03 loại ấn phẩm, tài "
        "liệu, tờ rơi, sách với 900 bản."
    )


def test_rule_2_that_what_has_a_figure_in_common_is_one_sum() -> None:
    both = [
        act(f"C{number}", "Chúc Tết", kind=f"Loại {number}", readings=("D1=1", "D2=1"))
        for number in range(2)
    ]
    told = _told("ii.1.10.result", *_visits(), *both)
    assert "Sở đã tham mưu, phục vụ 08 đoàn ra với 51 lượt người và 11 đoàn vào" in told


def test_rule_2_that_no_more_than_two_stand_out() -> None:
    visits = [
        act(f"A{number}", f"Đón đoàn {number}", kind="Đón đoàn", readings=("D1=1",), highlight=True)
        for number in range(1, 5)
    ]
    told = _told("ii.1.10.result", *visits)
    assert "Nổi bật là việc đón đoàn 1 ngày" in told
    assert "Cùng với đó là việc đón đoàn 2 ngày" in told
    assert "đón đoàn 3" not in told


# Rule 3: "gồm" chỉ khi tổng phân tổ bằng tổng chung


@pytest.mark.parametrize(("lao", "word"), [(2, "trong đó"), (3, "gồm")])
def test_rule_3_that_parts_are_gom_only_where_they_make_up_the_sum(lao: int, word: str) -> None:
    half, other = ("D1=2", "D1=1:nuoc=Lào"), ("D1=1:nuoc=Campuchia",)
    visits = [
        act(f"A{number}", "Đón đoàn", kind="Đón đoàn",
            readings=half + (other if number <= lao else ()))
        for number in (1, 2, 3)
    ]  # fmt: skip
    assert f"06 đoàn vào, {word} Lào 03 đoàn" in _told("ii.1.10.result", *visits)


# Rule 4: "khoảng", "ước thực hiện cả năm", "đến ngày …", "lũy kế"


def test_rule_4_that_what_stands_at_a_day_is_a_sentence_with_that_day() -> None:
    signed = act("A1", "Ký Bản ghi nhớ", readings=("D3=1", "D3H=7", "M3T=900"))
    assert _told("ii.1.10.result", signed).endswith(
        "Đến ngày 05/03/2026, lũy kế có 07 thỏa thuận quốc tế đang có hiệu lực; "
        "900 người theo dõi trang, kênh."
    )


def test_rule_4_that_a_result_does_not_repeat_what_stands_at_a_day() -> None:
    signed = act("A1", "Ký Bản ghi nhớ", readings=("D3H=7",),
                 result="Ký 01 Bản ghi nhớ; lũy kế 07 thỏa thuận có hiệu lực")  # fmt: skip
    assert _told("ii.1.10.result", signed).count("07 thỏa thuận") == 1


def test_rule_4_that_an_estimate_is_told_as_one() -> None:
    (reading,) = act("A1", "Đón", readings=("D1=12",)).readings
    done = act("A1", "Đón đoàn", readings=("D1=9",))
    both = replace(done, readings=(*done.readings, replace(reading, estimate=True)))
    assert "Ước thực hiện cả năm 12 đoàn vào." in _told("ii.1.10.result", both)


def test_rule_4_that_about_is_said() -> None:
    visits = [act(f"A{n}", "Đón", kind="Đón", readings=("D1=1", "D1N=~40")) for n in range(3)]
    assert "03 đoàn vào với khoảng 120 lượt khách" in _told("ii.1.10.result", *visits)


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
    told = everything(report_of(*_visits())).casefold()  # type: ignore[arg-type]
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
    assert "Kế hoạch số 3083/KH-UBND ngày 15 tháng 9 năm 2023" in told
    assert "thay thế kế hoạch trên" in told
    assert "opening.two_plans" not in keys(compose(facts_of(asked=annual_round(2025, "c"))))
