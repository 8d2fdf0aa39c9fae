"""Footnotes: marks out of the texts, texts from wherever they stand."""

from __future__ import annotations

import pytest

from tests.files.recognise.lists import HEADER, keys, read, sheet, table, told
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.task_list import Severity

Row = tuple[str, str, str, str, str]


def task(code: str, title: str) -> Row:
    return (code, title, "Sở Ngoại vụ", "Công an tỉnh", "2025")


def marked(text: str, mark: str) -> str:
    return f"{text}{NOTE_OPEN}{mark}{NOTE_CLOSE}"


def test_that_marks_lead_to_the_notes_of_the_file_in_their_order() -> None:
    row = task("1", f"{marked('Cổng', '6')} và {marked('trang', '5')}")

    listed = read(table([HEADER, row], notes={"5": "Năm.", "6": "Sáu.", "1": "Ở trang khác."}))

    assert (listed.tasks[0].title, listed.tasks[0].notes) == ("Cổng và trang", ("Sáu.", "Năm."))
    assert listed.problems == ()


def test_that_a_mark_in_another_cell_belongs_to_the_task() -> None:
    row = ("1", "Việc", marked("Sở Ngoại vụ", "2"), "Công an tỉnh", marked("2025", "3"))

    listed = read(table([HEADER, row], notes={"2": "Hai", "3": "Ba"}))

    assert (listed.tasks[0].lead_text, listed.tasks[0].period_text) == ("Sở Ngoại vụ", "2025")
    assert listed.tasks[0].notes == ("Hai", "Ba")


@pytest.mark.parametrize(
    ("title", "foot"),
    [
        ("Cổng quốc gia⁵", "5 Về hướng dẫn"),
        ("Cổng quốc gia⁵", "⁵ Về hướng dẫn"),
        ("Cổng quốc gia [5]", "[5] Về hướng dẫn"),
        ("Cổng quốc gia(5)", "(5) Về hướng dẫn"),
        ("Cổng quốc gia (5)", "(5): Về hướng dẫn"),
        ("Cổng quốc gia5", "5 Về hướng dẫn"),
        ("Cổng quốc gia5", "5. Về hướng dẫn"),
        ("Cổng quốc gia*", "* Về hướng dẫn"),
        ("Cổng quốc gia (*)", "(*) Về hướng dẫn"),
        ("Cổng quốc gia⁵", "Ghi chú: 5 Về hướng dẫn"),
    ],
)
def test_that_marks_of_any_kind_lead_to_lines_under_the_table(title: str, foot: str) -> None:
    under = read(table([HEADER, task("1", title)], below=(foot, "Nơi nhận:", "- Như trên;")))
    within = read(sheet([HEADER, task("1", title), (foot, "", "", "", "")]))

    if title.endswith("(5)") and "(5):" in foot:
        within = under
    for listed in (under, within):
        assert (listed.tasks[0].title, listed.tasks[0].notes) == (
            "Cổng quốc gia",
            ("Về hướng dẫn",),
        )
        assert listed.problems == ()


def test_that_digits_that_are_no_marks_stay() -> None:
    title = "Đề án 1719 giai đoạn 2021-2025, rộng 5 m², (1) một; (2) hai, COP26"

    listed = read(sheet([HEADER, task("1", title)]))

    assert listed.tasks[0].title == title
    assert listed.problems == ()


def test_that_a_note_number_in_a_column_of_codes_is_no_group() -> None:
    rows = [
        HEADER,
        ("1", "Nhóm", "", "", ""),
        task("1.1", "Cổng quốc gia5"),
        ("5", "Về hướng dẫn", "", "", ""),
    ]

    listed = read(sheet(rows))

    assert [each.code for each in listed.groups] == ["1"]
    assert listed.tasks[0].notes == ("Về hướng dẫn",)


def test_that_a_line_without_a_mark_goes_on_with_the_note_before() -> None:
    below = ("5 Về hướng dẫn của Ủy ban", "nhân dân tỉnh", "TM. ỦY BAN NHÂN DÂN")

    listed = read(table([HEADER, task("1", "Cổng quốc gia⁵")], below=below))

    assert listed.tasks[0].notes == ("Về hướng dẫn của Ủy ban nhân dân tỉnh",)


def test_that_a_mark_without_a_note_is_told() -> None:
    listed = read(table([HEADER, task("1", marked("Cổng", "5"))]))

    assert listed.tasks[0].title == "Cổng"
    assert [told(each) for each in listed.problems] == [
        "bảng 1, dòng 2: Không thấy nội dung chú thích 5 của nhiệm vụ này."
    ]


def test_that_a_note_without_a_mark_is_told() -> None:
    listed = read(sheet([HEADER, task("1", "Cổng"), ("[8] Thừa", "", "", "", "")]))

    assert [(each.key, each.severity) for each in listed.problems] == [
        ("note_unused", Severity.NOTE)
    ]


def test_that_a_note_of_a_group_has_no_place_and_is_told() -> None:
    rows = [HEADER, ("1", marked("Nhóm", "1"), "", "", ""), task("1.1", "Việc")]

    listed = read(table(rows, notes={"1": "Một"}))

    assert listed.groups[0].title == "Nhóm"
    assert keys(listed) == ["group_note"]
