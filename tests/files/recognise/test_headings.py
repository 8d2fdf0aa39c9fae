"""Columns are known by their headings, in any wording."""

from __future__ import annotations

import pytest

from tests.files.recognise.lists import SENTENCES, keys, read, sheet, told
from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.domain.task_list import Column
from ttdn_desktop.files.recognise.header import is_numbering
from ttdn_desktop.files.recognise.headings import read_heading
from ttdn_desktop.files.recognise.wordings import HEADINGS


@pytest.mark.parametrize("column", HEADINGS)
def test_that_each_wording_is_known_in_capitals_and_broken_over_lines(column: Column) -> None:
    for wording in HEADINGS[column]:
        for written in (wording, wording.upper(), wording.replace(" ", "\n"), f"{wording} (1)"):
            assert read_heading(written).column is column, written


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("Nội dung nhiệm vụ trọng tâm năm 2024", Column.TASK),
        ("Cơ quan, đơn vị được giao chủ trì tham mưu", Column.LEAD),
        ("Các cơ quan cùng phối hợp", Column.SUPPORT),
        ("Cơ quan chủ trì / phối hợp", Column.UNITS),
        ("Đơn vị trực tiếp thực hiện", Column.UNITS),
        ("Thời gian dự kiến hoàn thành nhiệm vụ", Column.PERIOD),
        ("Sản phẩm của nhiệm vụ", Column.PRODUCT),
        ("Dự kiến kinh phí thực hiện (triệu đồng)", Column.IGNORED),
        ("Lãnh đạo UBND tỉnh chỉ đạo", Column.IGNORED),
        ("Mục tiêu", None),
        ("", None),
    ],
)
def test_that_a_longer_heading_is_known_by_the_words_in_it(
    written: str, column: Column | None
) -> None:
    assert read_heading(written).column is column


def test_that_a_misspelt_heading_is_taken_and_told() -> None:
    listed = read(
        sheet(
            [("TT", "Nhiệm vụ", "Đơn vị chủ trỳ", "Thời hạn"), ("1", "Việc", "Sở Nội vụ", "2025")]
        )
    )

    assert listed.columns[2] is Column.LEAD
    assert [told(each) for each in listed.problems if each.key == "heading_near"] == [
        'trang tính "KH", ô C1: ' + SENTENCES["read.heading_near"].format(heading="Đơn vị chủ trỳ")
    ]


def test_that_a_column_nobody_knows_is_left_out_and_told() -> None:
    listed = read(
        sheet(
            [
                ("STT", "Nội dung", "Mục tiêu", "Chủ trì", "Thời hạn", "Ghi chú"),
                ("1", "Việc", "100%", "Sở Nội vụ", "2025", "gấp"),
            ]
        )
    )

    assert keys(listed) == ["column_left_out"]
    assert 2 not in listed.columns
    assert listed.columns[5] is Column.IGNORED


def test_that_a_header_of_several_rows_is_read_without_merged_cells() -> None:
    listed = read(
        sheet(
            [
                ("TT", "Nhiệm vụ, giải pháp", "Đơn vị", "Đơn vị", "Thời"),
                ("", "", "chủ trì", "phối hợp", "gian"),
                ("", "", "", "", "thực"),
                ("", "", "", "", "hiện"),
                ("1", "Việc", "Sở Nội vụ", "Công an tỉnh", "2025"),
            ]
        )
    )

    assert list(listed.columns.values()) == ["code", "task", "lead", "support", "period"]
    assert [task.title for task in listed.tasks] == ["Việc"]


def test_that_a_heading_over_two_columns_is_that_of_both() -> None:
    listed = read(
        sheet(
            [
                ("TT", "", "Nhiệm vụ", "Chủ trì", "Thời gian"),
                ("1", "1.1", "Việc", "Sở Y tế", "2025"),
            ],
            merges=(Merge(0, 0, 1, 2),),
        )
    )

    assert [(task.written_code, task.title) for task in listed.tasks] == [("1.1", "Việc")]


def test_that_a_column_of_codes_needs_no_heading() -> None:
    header = ("", "Nhiệm vụ", "Chủ trì", "Thời gian")

    listed = read(sheet([header, ("1", "Nhóm", "", ""), ("1.1", "Việc", "Sở Y tế", "2025")]))

    assert [task.code for task in listed.tasks] == ["1.1"]
    assert listed.groups[0].title == "Nhóm"


def test_that_bodies_beside_a_column_of_support_are_those_that_lead() -> None:
    header = ("TT", "Nhiệm vụ", "Đơn vị thực hiện", "Đơn vị phối hợp", "Thời gian")
    listed = read(sheet([header, ("1", "Việc", "Sở Nội vụ, Sở Y tế", "Công an tỉnh", "2025")]))

    assert [each.written for each in listed.tasks[0].lead] == ["Sở Nội vụ", "Sở Y tế"]
    assert listed.problems == ()


def test_that_the_shape_of_a_file_is_its_headings_whatever_their_lines() -> None:
    def shape(*header: str) -> str:
        return read(sheet([header, ("1", "Việc", "Sở Y tế", "2025")])).shape

    first = shape("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian")

    assert first == shape("TT", "NHIỆM VỤ", "Đơn vị\nchủ trì", "Thời  gian")
    assert first != shape("TT", "Nội dung", "Đơn vị chủ trì", "Thời gian")


@pytest.mark.parametrize(
    ("cells", "numbering"),
    [
        (("(1)", "(2)", "(3)", "(4)"), True),
        (("1", "2", "3", "4", "5"), True),
        (("A", "B", "1", "2"), True),
        (("", "1", "2", "3"), True),
        (("1", "3", "5"), False),
        (("1", "Việc", "2"), False),
        (("1", "2"), False),
    ],
)
def test_that_a_row_that_numbers_the_columns_is_known(
    cells: tuple[str, ...], *, numbering: bool
) -> None:
    assert is_numbering(cells) is numbering
