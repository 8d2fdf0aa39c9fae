"""Annexes I to III: a heading a task, an entry an activity; every figure; every proof once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import act, document, facts_of, report_of, text
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.document import Orientation, Picture, PictureFormat, Row, RowKind
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.domain.funding import Funding, Source
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_annexes import annexes
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import adhoc_round

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Annex
    from ttdn_desktop.domain.report_facts import ReportFacts

TASKS, FIGURES, EVIDENCE = 0, 1, 2
VISIT = "Đón đoàn đại biểu tỉnh Attapư"


def _annex(facts: ReportFacts, which: int) -> Annex:
    return annexes(facts)[which]


def _rows(facts: ReportFacts, which: int) -> dict[str, Row]:
    return {row.key: row for row in _annex(facts, which).table.rows}


def test_that_only_the_tasks_lie_across() -> None:
    assert [each.orientation for each in annexes(facts_of())] == [
        Orientation.LANDSCAPE,
        Orientation.PORTRAIT,
        Orientation.PORTRAIT,
    ]


def test_that_the_guide_leaves_number_and_day_to_the_clerk() -> None:
    assert _annex(facts_of(), TASKS).guide == (
        "(Kèm theo Báo cáo số      /BC-SNgV ngày      tháng 12 năm 2026 của Sở Ngoại vụ)"
    )
    half = adhoc_round(2026, Span(date(2026, 1, 1), date(2026, 6, 30)), "coordinator")
    assert "ngày      tháng      năm 2026" in _annex(facts_of(asked=half), TASKS).guide


@pytest.mark.parametrize("which", [TASKS, FIGURES, EVIDENCE])
def test_that_every_row_has_a_cell_for_each_column_and_a_key_of_its_own(which: int) -> None:
    facts = facts_of(
        act("A1", VISIT, "1.10", "1.5", readings=("D1=3", "D1=2:nuoc=Lào", "D1=1:cap=khác")),
        act("A2", "Họp", "II.1", fundings=("recurrent=5",), documents=("Kế hoạch số 1/KH",)),
    )
    table = _annex(facts, which).table
    assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    assert len({row.key for row in table.rows}) == len(table.rows)
    assert round(sum(column.share for column in table.columns), 6) == 1


def test_that_headings_are_tasks_and_entries_their_activities() -> None:
    rows = list(_rows(facts_of(act("A1", VISIT, "1.10", result="Ký biên bản")), TASKS).values())
    headings = [row.cells[0] for row in rows if row.kind is RowKind.HEADING]
    assert headings == ["1.5", "1.10", "1.12", "2.3", "2.4", "3.4", "3.5"]
    place = [row.cells[0] for row in rows].index("1.10")
    assert rows[place].cells[4:] == ("Có kết quả: 01 hoạt động", "Thiếu 01")
    assert rows[place + 1].kind is RowKind.ENTRY
    assert rows[place + 1].cells == ("A1", VISIT, "chủ trì", "05/03/2026", "Ký biên bản.", "–")


def test_that_codes_go_by_number_not_by_letter() -> None:
    rows = _annex(facts_of(), TASKS).table.rows
    codes = [row.cells[0] for row in rows if row.kind is not RowKind.ENTRY]
    assert codes == ["1", "1.5", "1.10", "1.12", "2", "2.3", "2.4", "3", "3.4", "3.5"]


@pytest.mark.parametrize(
    ("state", "cell"),
    [
        ((TaskState.NONE, "Chưa có đoàn."), "Không phát sinh: chưa có đoàn"),
        (TaskState.NOT_STARTED, "Chưa triển khai"),
        ((TaskState.SEPARATE, "Lực lượng 47"), "Báo cáo riêng theo chế độ mật"),
    ],
)
def test_that_a_heading_says_what_its_task_stands_at(
    state: TaskState | tuple[TaskState, str], cell: str
) -> None:
    assert _rows(facts_of(states={"1.12": state}), TASKS)["annex.tasks.1.12"].cells[4] == cell


def test_that_a_blank_task_is_said_to_be_blank() -> None:
    assert _rows(facts_of(), TASKS)["annex.tasks.1.12"].cells[4] == "Chưa nhập"


def test_that_an_activity_of_two_tasks_is_told_and_counted_at_the_first() -> None:
    rows = _rows(facts_of(act("A1", VISIT, "1.10", "1.5", readings=("D1=3",))), TASKS)
    assert rows["annex.tasks.1.10.A1"].cells[4] == "03 đoàn vào."
    assert rows["annex.tasks.1.5.A1"].cells[4] == "Nêu và tính tại nhiệm vụ 1.10"


def test_that_what_serves_no_task_stands_last_under_one_band() -> None:
    orphan = replace(act("A3", "Việc cũ"), item_ids=("task of an earlier plan",))
    facts = facts_of(act("A1", "Họp", "II.1", "IV.1"), act("A2", VISIT, "1.10", "II.3"), orphan)
    rows = list(_rows(facts, TASKS))
    assert rows[-3:] == ["annex.tasks.other", "annex.tasks.other.A1", "annex.tasks.other.A3"]


def test_that_evidence_is_complete_or_counted_as_missing() -> None:
    proven = act("A1", VISIT, documents=("Kế hoạch số 1/KH",))
    complete, half = facts_of(proven), facts_of(proven, act("A2", VISIT))
    assert _rows(complete, TASKS)["annex.tasks.1.10"].cells[5] == "Đủ"
    assert _rows(half, TASKS)["annex.tasks.1.10"].cells[5] == "Thiếu 01"


def test_that_own_and_shared_figures_stand_beside_each_other() -> None:
    facts = facts_of(
        act("A1", VISIT, readings=("D1=3", "D1=2:nuoc=Lào")),
        act("A2", VISIT, readings=("D1=~1250",), part=Part.JOIN),
    )
    rows = _rows(facts, FIGURES)
    assert rows["annex.figures.D1"].cells == ("1", "Đoàn vào", "đoàn", "3", "khoảng 1.250", "")
    assert rows["annex.figures.D1"].records == ("A1", "A2")
    part = rows["annex.figures.D1.nuoc.Lào"]
    assert (part.kind, part.cells[1:4]) == (RowKind.PART, ("Trong đó: Lào", "đoàn", "2"))


def test_that_a_total_parted_in_several_ways_says_which() -> None:
    visit = act("A1", VISIT, readings=("D1=3", "D1=2:nuoc=Lào", "D1=3:cap=cấp tỉnh"))
    shared = act("A2", VISIT, part=Part.SUPPORT, readings=("D1=1", "D1=1:nuoc=Thái Lan"))
    rows = _rows(facts_of(visit, shared), FIGURES)
    told = [row.cells[1:5] for row in rows.values() if row.kind is RowKind.PART]
    assert told == [
        ("Theo nước: Lào", "đoàn", "2", ""),
        ("Theo nước: Thái Lan", "đoàn", "", "1"),
        ("Theo cấp: cấp tỉnh", "đoàn", "3", ""),
    ]


def test_that_stocks_and_estimates_are_remarked_and_explained() -> None:
    expected = act("A2", VISIT, readings=("D1=9",))
    readings = tuple(replace(each, estimate=True) for each in expected.readings)
    facts = facts_of(act("A1", "Ký kết", readings=("D3H=7",)), replace(expected, readings=readings))
    rows = _rows(facts, FIGURES)
    assert rows["annex.figures.D3H"].cells[3:] == ("7", "", "Tại ngày 05/03/2026")
    assert rows["annex.figures.D1"].cells[3:] == ("", "", "Ước cả năm: 9")
    assert [note.text for note in _annex(facts, FIGURES).notes] == [
        (
            "Số liệu tại thời điểm là số gần nhất đến ngày chốt 14/12/2026, không cộng dồn; "
            "ngày của số liệu ở cột Ghi chú."
        )
    ]


def test_that_shared_figures_are_explained_and_none_need_no_note() -> None:
    shared = facts_of(act("A1", VISIT, readings=("D1=3",), part=Part.SUPPORT))
    assert "không cộng" in _annex(shared, FIGURES).notes[0].text
    assert _annex(facts_of(act("A1", VISIT, readings=("D1=3",))), FIGURES).notes == ()


def test_that_the_bands_are_lettered_as_far_as_there_are_any() -> None:
    only_money = facts_of(act("A1", VISIT, fundings=("recurrent=5000",)))
    both = facts_of(act("A1", VISIT, fundings=("recurrent=5000",), readings=("D1=1",)))
    assert _rows(only_money, FIGURES)["annex.figures.money"].cells[:2] == ("A", "KINH PHÍ")
    assert _rows(both, FIGURES)["annex.figures.counts"].cells[0] == "A"
    assert _rows(both, FIGURES)["annex.figures.money"].cells[0] == "B"
    assert _annex(facts_of(), FIGURES).table.rows == ()


def test_that_money_stands_by_source_with_its_estimate_and_what_was_given_in_kind() -> None:
    gift = Funding(Source.SOCIAL, 2_000_000, in_kind="02 máy ảnh")
    given = act("A1", VISIT, fundings=("recurrent=18500000", "recurrent:planned=20 triệu"))
    facts = facts_of(replace(given, fundings=(*given.fundings, gift)))
    rows = _rows(facts, FIGURES)
    assert rows["annex.figures.money.recurrent"].cells == (
        "1", "Nguồn chi thường xuyên", "đồng", "18.500.000", "", "Dự toán: 20.000.000"
    )  # fmt: skip
    assert rows["annex.figures.money.social"].cells[5] == "Hiện vật: 02 máy ảnh"


def test_that_each_proof_stands_once_in_the_order_of_its_code() -> None:
    photo = Evidence("photo", "E10", EvidenceKind.FILE, "Ảnh.png", dated=date(2026, 3, 5))
    link = Evidence("link", "E2", EvidenceKind.LINK, "tin", url="https://sngv.example/tin")
    first, second = act("A2", VISIT), act("A10", VISIT)
    facts = facts_of(replace(second, evidence=(photo,)), replace(first, evidence=(photo, link)))
    assert [row.cells for row in _annex(facts, EVIDENCE).table.rows] == [
        ("E2", "https://sngv.example/tin", "Đường dẫn", "", "A2"),
        ("E10", "Ảnh.png", "Tệp", "05/03/2026", "A2, A10"),
    ]


def test_that_a_document_is_listed_with_its_excerpt() -> None:
    proof = document("Công văn số 12/SNgV-VP ngày 05/3/2026 của Sở Ngoại vụ về đón đoàn")
    facts = facts_of(replace(act("A1", VISIT), evidence=(proof,)))
    (row,) = _annex(facts, EVIDENCE).table.rows
    assert row.cells[1] == ("Công văn số 12/SNgV-VP ngày 05/03/2026 của Sở Ngoại vụ về đón đoàn")


def test_that_empty_annexes_say_so() -> None:
    assert [each.empty for each in annexes(facts_of())] == [
        "Không có nhiệm vụ, hoạt động được ghi nhận trong kỳ.",
        "Không có số liệu được ghi nhận trong kỳ.",
        "Không có tài liệu kiểm chứng được ghi nhận trong kỳ.",
    ]


def test_that_chosen_pictures_are_annex_iv_and_the_text_refers_to_it() -> None:
    picture = Picture("annex.pictures.1", "a" * 64, PictureFormat.JPEG, 80, 60, "Ảnh", "Hình 1.")
    plain = facts_of(act("A1", "Đón đoàn"))
    document = compose(replace(plain, pictures=(picture,)))
    last = document.annexes[-1]
    assert (last.label, last.title, last.pictures) == ("Phụ lục IV", "HÌNH ẢNH", (picture,))
    assert "Phụ lục IV: Hình ảnh" in text(document, "ending.annexes")
    assert len(compose(plain).annexes) == 3
    assert "Phụ lục IV" not in text(compose(plain), "ending.annexes")


def test_that_annex_i_does_not_repeat_the_figure_that_a_result_states() -> None:
    one = act("A1", "Gặp mặt kiều bào", result="52 lượt người dự", readings=("E1=1", "E1N=52"))
    rows = report_of(one).annexes[0].table.rows
    (cell,) = [row.cells[4] for row in rows if row.records == ("A1",) and row.cells[0] == "A1"]
    assert cell == "52 lượt người dự.\n01 sự kiện xúc tiến, lễ hội, giao lưu."


@pytest.mark.parametrize(
    ("readings", "again"),
    [
        (("M1=1", "M1=1:ngon_ngu=Anh"), ""),
        (("M1=2", "M1=2:ngon_ngu=Anh"), "\n02 tin, bài về thông tin đối ngoại bằng tiếng Anh."),
    ],
)
def test_that_one_thing_stated_is_not_told_again_for_parts_that_need_no_telling(
    readings: tuple[str, ...], again: str
) -> None:
    result = f"Đăng {readings[0][-1].zfill(2)} tin, bài trên trang."
    rows = report_of(act("A1", "Đăng tin", result=result, readings=readings)).annexes[0].table.rows
    (cell,) = [row.cells[4] for row in rows if row.cells[0] == "A1"]
    assert cell == f"{result}{again}"


@pytest.mark.parametrize(
    ("users", "told"),
    [
        (20, ", ".join(f"A{number}" for number in range(1, 21))),
        (21, "A1, A2, A3, A4, A5, A6, A7, A8, A9, A10 và 11 hoạt động khác tại Phụ lục I"),
    ],
)
def test_that_evidence_of_very_many_names_the_first_of_them(users: int, told: str) -> None:
    paper = document("Chương trình làm việc")
    sent = [replace(act(f"A{number}", VISIT), evidence=(paper,)) for number in range(1, users + 1)]
    (row,) = report_of(*sent).annexes[2].table.rows
    assert row.cells[4] == told
