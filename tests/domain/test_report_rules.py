"""Rules 1 to 4 of the model report, each by its number (section "Quy tắc" of the model).

Records are those that the model names behind its sentences, and the sentences are the model's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.report_desk import act, block, report_of, text
from ttdn_desktop.domain.activity import Activity, Part

LEAD_IN = "Lồng ghép thông tin đối ngoại qua trao đổi đoàn (nhiệm vụ 1.10): "
CULTURE = "Triển khai Chiến lược Ngoại giao văn hóa (nhiệm vụ 1.5): "


def _told(key: str, *activities: Activity) -> str:
    return text(report_of(*activities), key)


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
        ("Họp", "Hai bên thống nhất quy chế", (), "tổ chức 01 cuộc họp; hai bên thống nhất"),
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


def _visits() -> list[Activity]:
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
        "liệu với 900 bản."
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
