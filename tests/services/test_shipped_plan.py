"""The shipped plan against the printed one, letter by letter."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.plan import Direction, Duty, Task

PRINTED = Path(__file__).parents[1] / "data" / "plan" / "plan.txt"
MARKED = (
    "Bộ trưởng Bộ Thông tin và Truyền thông1",
    "ngày 10 tháng 7 năm 2019 của Ban Thường vụ Tỉnh ủy2",
    "Đề nghị Ban Tuyên giáo Tỉnh ủy3",
    "ngày 15 tháng 9 năm 20234",
    "tham gia các ứng dụng Thương mại điện tử5",
    "Quản lý người lao động nước ngoài làm việc trên địa bàn tỉnh6",
    "công tác nhân quyền và thông tin đối ngoại7",
)
PAGE_HEADING = "TT Nhiệm vụ, giải pháp Đơn vị chủ trì Đơn vị phối hợp Thời gian thực hiện"
OVER_TWO_PAGES = {
    "1.5": (
        "1.5",
        "Thực hiện có hiệu quả Kế hoạch số 603/KH-UBND ngày 04/3/2022",
        "của Ủy ban nhân dân tỉnh về triển",
        "Sở Ngoại vụ",
        "Các địa phương, đơn vị có liên",
        "2024-2030",
        "khai Chiến lược Ngoại giao văn hóa đến năm 2030",
        "quan; các cơ quan báo chí",
    ),
    "2.5": (
        "2.5",
        "Triển khai áp dụng cơ chế Hội nghị cung cấp thông tin cho báo chí về",
        "Sở Thông tin và",
        "Công an tỉnh; các địa",
        "công tác nhân quyền và thông tin đối ngoại",
        "Truyền thông",
        "phương, đơn vị có liên quan; các cơ quan báo chí",
        "2024-2030",
    ),
}
CAPTION = (
    "Phụ lục Nhiệm vụ, giải pháp nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại "
    "trong tình hình mới (Kèm theo Kế hoạch số: /KH-UBND ngày tháng 7 năm 2024 "
    "của Ủy ban nhân dân tỉnh Kon Tum)"
)
PLAN = shipped_plan()
TASKS = {task.code: task for task in PLAN.tasks}
NOTES = (
    *(note for direction in PLAN.directions for note in direction.notes),
    *(note for duty in PLAN.duties for note in duty.notes),
    PLAN.plan.replaces_note,
    *(note for task in PLAN.tasks for note in task.notes),
)


def solid(text: str) -> str:
    return "".join(text.split())


def without_marks(text: str) -> str:
    """Take out page headings, footnotes and their marks, of a text without white space."""
    text = re.sub(rf"\d?{re.escape(solid(PAGE_HEADING))}", "", text)
    for number, note in enumerate(NOTES, start=1):
        assert text.count(f"{number}{solid(note)}") == 1
        text = text.replace(f"{number}{solid(note)}", "")
    for words in map(solid, MARKED):
        assert text.count(words) == 1
        text = text.replace(words, words[:-1])
    return text


@pytest.fixture(scope="module")
def printed() -> str:
    return without_marks(solid(PRINTED.read_text("utf-8")))


@pytest.fixture(scope="module")
def spaced() -> str:
    """Return the printed text with single spaces, lines that end in a hyphen joined."""
    text = re.sub(r"(?<=\S)-\s*\n\s*", "-", PRINTED.read_text("utf-8"))
    text = " ".join(text.split())
    for number, note in enumerate(NOTES, start=1):
        assert f"{number} {note} " in text
        text = text.replace(f"{number} {note} ", "")
    for words in MARKED:
        text = text.replace(words, words[:-1])
    return text


def row(task: Task) -> str:
    cells = (task.code, task.title, task.lead_text, task.support_text, task.period_text)
    return solid("".join(OVER_TWO_PAGES.get(task.code, cells)))


def shipped_texts() -> Iterator[str]:
    plan = PLAN.plan
    yield from (plan.title, plan.replaces_reference, plan.funding, *plan.purpose.split("\n"))
    yield from (*plan.legal_basis, *plan.recipients)
    sections: tuple[Direction | Duty, ...] = (*PLAN.directions, *PLAN.duties)
    for section in sections:
        yield from (section.title, *section.body.split("\n"), *section.notes)
    for task in PLAN.tasks:
        yield from (task.title, task.lead_text, task.support_text, task.period_text, *task.notes)
        yield from (cell.written for cell in (*task.lead, *task.support))


@pytest.mark.parametrize("code", TASKS)
def test_that_each_row_of_the_annex_is_shipped_letter_by_letter(code: str, printed: str) -> None:
    assert printed.count(row(TASKS[code])) == 1


@pytest.mark.parametrize("code", OVER_TWO_PAGES)
def test_that_the_halves_of_a_row_over_two_pages_are_its_cells(code: str) -> None:
    task = TASKS[code]
    whole = task.code + task.title + task.lead_text + task.support_text + task.period_text
    assert sorted(solid("".join(OVER_TWO_PAGES[code]))) == sorted(solid(whole))


def test_that_the_annex_holds_nothing_but_the_shipped_rows(printed: str) -> None:
    left = printed[printed.index(solid(CAPTION)) :]
    for part in (*(solid(each.code + each.title) for each in PLAN.groups), *map(row, PLAN.tasks)):
        assert part in left
        left = left.replace(part, "", 1)
    assert left == solid(CAPTION)


@pytest.mark.parametrize("code", [direction.code for direction in PLAN.directions])
def test_that_each_direction_is_shipped_letter_by_letter(code: str, printed: str) -> None:
    direction = next(each for each in PLAN.directions if each.code == code)
    number = direction.code.removeprefix("II.")
    assert solid(f"{number}.{direction.title}{direction.body}") in printed


@pytest.mark.parametrize("code", [duty.code for duty in PLAN.duties])
def test_that_each_duty_is_shipped_letter_by_letter(code: str, printed: str) -> None:
    duty = next(each for each in PLAN.duties if each.code == code)
    number = duty.code.removeprefix("IV.")
    assert solid(f"{number}.{duty.title}:{duty.body}") in printed


def test_that_the_frame_of_the_plan_is_shipped_letter_by_letter(printed: str) -> None:
    plan = PLAN.plan
    basis = " (Nghị quyết số 47/NQ-CP); ".join(plan.legal_basis)
    assert solid(f"KẾ HOẠCH {plan.title}") in printed
    assert solid(f"Thực hiện {basis} (Kế hoạch số 106-KH/TU); Ủy ban") in printed
    assert solid(f"I. MỤC ĐÍCH, YÊU CẦU {plan.purpose} II.") in printed
    assert solid(f"III. KINH PHÍ THỰC HIỆN {plan.funding} IV.") in printed
    assert solid(f"Kế hoạch này thay thế {plan.replaces_reference}, yêu cầu") in printed
    recipients = ";- ".join(plan.recipients)
    assert solid(f"Nơi nhận:- {recipients}.TM.") in printed
    assert solid(plan.title).casefold().startswith(solid(plan.subject).casefold())
    assert solid("(trước ngày 15 tháng 12)") in printed
    assert solid("(trước ngày 25 tháng 12)") in printed


def test_that_words_keep_the_spaces_they_are_printed_with(spaced: str) -> None:
    over_two_pages = {TASKS[code].title for code in OVER_TWO_PAGES}
    over_two_pages |= {TASKS[code].support_text for code in OVER_TWO_PAGES}
    for text in set(shipped_texts()) - over_two_pages - set(NOTES):
        assert text in spaced


def test_that_no_shipped_text_has_stray_spaces_or_hyphens() -> None:
    printed_so = "57- KL/TW"
    for text in shipped_texts():
        assert text == text.strip()
        assert not re.search(r"\s\s|\s[,;.:)”]|[(“]\s", text), text
        assert not re.search(r"\S- | -\S", text.replace(printed_so, "")), text


def test_that_the_plan_keeps_its_irregularities() -> None:
    leads = {code: [cell.written for cell in task.lead] for code, task in TASKS.items()}
    assert leads["1.8"] == [
        "Sở Thông tin và Truyền thông",
        "Sở Lao động - Thương binh và Xã hội",
    ]
    assert leads["1.14"] == [
        "Sở Kế hoạch và Đầu tư",
        "Sở Công thương",
        "Sở Văn hóa, Thể thao và Du lịch",
    ]
    assert [code for code, names in leads.items() if len(names) > 1] == [
        "1.8",
        "1.14",
        "1.15",
        "1.16",
        "3.5",
    ]
    assert leads["3.5"] == ["Các sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố"]
    assert (TASKS["3.5"].support, TASKS["3.5"].support_text) == ((), "")
    assert TASKS["1.14"].lead_text.endswith(
        "Sở Văn hóa, Thể thao và Du lịch (theo chức năng nhiệm vụ)"
    )
    assert [cell.written for cell in TASKS["1.12"].support] == [
        "Sở Thông tin và Truyền thông",
        "các địa phương, đơn vị có liên quan",
    ]
    assert "Nhật bản" in TASKS["1.10"].title
    assert "giai đoạn I: từ năm 2021" in TASKS["2.6"].title


def test_that_tasks_stand_in_three_groups_of_three_directions() -> None:
    codes = [task.code for task in PLAN.tasks]
    assert codes == [
        f"{group}.{number}"
        for group, count in ((1, 16), (2, 6), (3, 7))
        for number in range(1, count + 1)
    ]
    assert [group.direction_code for group in PLAN.groups] == ["II.3", "II.4", "II.5"]
    assert all(task.group_code == task.code.split(".")[0] for task in PLAN.tasks)


def test_that_only_task_2_6_ends_before_2030() -> None:
    years = {code: (task.first_year, task.last_year) for code, task in TASKS.items()}
    assert years.pop("2.6") == (2024, 2025)
    assert set(years.values()) == {(2024, 2030)}
    assert TASKS["1.1"].period_text == "2024 - 2030"
    assert TASKS["1.4"].period_text == "2024-2030"


def test_that_every_name_in_the_plan_is_recognised() -> None:
    cells = [cell for task in PLAN.tasks for cell in (*task.lead, *task.support)]
    cells += [body for duty in PLAN.duties for body in duty.bodies]
    assert [
        cell.written for cell in cells if (cell.unit_id is None) == (cell.class_id is None)
    ] == []


def test_that_cells_name_all_that_they_print() -> None:
    joints = re.compile(r"; ?| và (?=các địa phương)| \(theo chức năng nhiệm vụ\)")
    for task in PLAN.tasks:
        for text, cells in ((task.lead_text, task.lead), (task.support_text, task.support)):
            assert [name for name in joints.split(text) if name] == [cell.written for cell in cells]


def test_that_cited_documents_stand_in_the_words_that_cite_them() -> None:
    for task in PLAN.tasks:
        words = " ".join((task.title, *task.notes))
        assert all(document.written in words for document in task.cited)
        assert all(document.number in document.written for document in task.cited)
    for direction in PLAN.directions:
        words = " ".join((direction.body, *direction.notes))
        assert all(document.written in words for document in direction.cited)


def test_that_every_number_of_a_document_in_a_task_is_among_the_cited() -> None:
    for task in PLAN.tasks:
        numbers = re.findall(
            r"\d+(?:/\d+)?/[A-ZĐ]+-[A-Za-zĐ]+", " ".join((task.title, *task.notes))
        )
        assert [document.number for document in task.cited] == numbers


def test_that_dates_of_cited_documents_are_those_written() -> None:
    for document in (document for task in PLAN.tasks for document in task.cited):
        day, month, year = map(int, re.findall(r"(\d+)/(\d+)/(\d{4})", document.written)[0])
        assert document.issued_on == date(year, month, day)


def test_that_number_and_day_are_left_to_be_asked_for() -> None:
    plan = PLAN.plan
    assert (plan.number, plan.issued_on, plan.number_suffix) == (None, None, "/KH-UBND")
    assert plan.month == date(2024, 7, 1)
    assert plan.replaces == "3083/KH-UBND"


def test_that_the_deadlines_leave_the_day_before_as_the_last() -> None:
    plan = PLAN.plan
    assert plan.unit_deadline is not None
    assert plan.coordinator_deadline is not None
    assert plan.unit_deadline.last_day(2026) == date(2026, 12, 14)
    assert plan.coordinator_deadline.last_day(2026) == date(2026, 12, 24)


def test_that_identities_are_the_same_in_every_folder() -> None:
    again = shipped_plan()
    assert again == PLAN
    assert PLAN.id == "01b1466b-7436-5107-90fa-c20a4c2c1095"
    assert len({item.id for _kind, item in PLAN.items()}) == 5 + 29 + 7
