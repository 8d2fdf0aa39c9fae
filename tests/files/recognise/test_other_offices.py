"""Layouts of other offices: bodies as groups, titles above headers, remarks, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.files.recognise.lists import HEADER, codes, keys, read, sheet, table, told
from ttdn_desktop.domain.grid import Grid, GridKind

if TYPE_CHECKING:
    from ttdn_desktop.domain.task_list import TaskList

Row = tuple[str, ...]


def task(code: str, title: str = "Việc") -> Row:
    return (code, title, "Sở Ngoại vụ", "Công an tỉnh", "2025")


def alone(text: str) -> Row:
    return (text, "", "", "", "")


def groups(listed: TaskList) -> list[tuple[str, str]]:
    return [(each.code, each.title) for each in listed.groups]


def test_that_headings_in_english_are_known() -> None:
    head = ("No.", "Nội dung / Work item", "PIC", "Support", "Deadline", "Output", "Remarks")
    listed = read(sheet([head, (*task("1"), "Báo cáo", "")]))

    assert (codes(listed), keys(listed)) == (["1.1"], [])


def test_that_groups_named_by_bodies_lead_where_no_column_does() -> None:
    head = ("STT", "Nhiệm vụ", "Cơ quan phối hợp", "Thời gian")
    rows = [
        *(head, ("I", "SỞ TÀI CHÍNH", "", ""), ("1", "Bố trí kinh phí", "Công an tỉnh", "2025")),
        *(("II", "SỞ NGOẠI VỤ", "", ""), ("2", "Đón đoàn vào", "Công an tỉnh", "2025")),
    ]
    listed = read(sheet(rows))

    assert [task.lead_text for task in listed.tasks] == ["SỞ TÀI CHÍNH", "SỞ NGOẠI VỤ"]
    assert keys(listed) == ["lead_from_groups"]


def test_that_a_list_with_support_alone_is_told_to_have_no_lead() -> None:
    head = ("STT", "Nhiệm vụ", "Cơ quan phối hợp", "Thời gian")
    listed = read(sheet([head, ("1", "Bố trí kinh phí", "Công an tỉnh", "2025")]))

    assert keys(listed) == ["no_lead_column"]


def test_that_the_title_above_the_header_is_the_first_of_those_below() -> None:
    rows = [alone("A. THƯỜNG XUYÊN"), HEADER, task("1"), alone("B. ĐỘT XUẤT"), HEADER, task("1")]
    listed = read(sheet(rows))

    assert groups(listed) == [("1", "THƯỜNG XUYÊN"), ("2", "ĐỘT XUẤT")]
    assert codes(listed) == ["1.1", "2.1"]
    assert groups(read(sheet(rows[:3]))) == [("1", "")]


def test_that_tables_of_a_printed_page_are_named_by_the_line_above() -> None:
    pages = [
        Grid(GridKind.PAGE, (HEADER, task("1")), number, pages=(1, 1), above=(title,))
        for number, title in enumerate(("I. THỂ CHẾ", "II. TUYÊN TRUYỀN"), 1)
    ]

    assert groups(read(*pages)) == [("1", "THỂ CHẾ"), ("2", "TUYÊN TRUYỀN")]


def test_that_a_header_cut_by_the_end_of_a_page_is_no_task() -> None:
    cut = ("TT", "Nhiệm vụ, giải pháp", "Đơn vị", "Đơn vị phối", "Thời gian")

    assert codes(read(table([HEADER, task("1"), cut, task("2")]))) == ["1.1", "1.2"]


def test_that_a_remark_on_a_group_is_told_and_is_no_group() -> None:
    remarks = [("", "(Theo Nghị quyết số 68)", "", "", ""), ("", "Lồng ghép kinh phí.", "", "", "")]
    listed = read(sheet([HEADER, ("I", "Thể chế", "", "", ""), *remarks, task("1"), task("2")]))

    assert groups(listed) == [("1", "Thể chế")]
    assert keys(listed) == ["row_remark", "row_remark"]


def test_that_a_signature_below_the_rows_is_none_of_them() -> None:
    signed = [
        ("", "Hà Nội, ngày 05 tháng 01 năm 2025", "", "", ""),
        ("", "NGƯỜI LẬP BIỂU", "", "GIÁM ĐỐC", ""),
        ("", "Nguyễn Văn A", "", "Trần Thị B", ""),
    ]
    listed = read(sheet([HEADER, task("1"), *signed]))

    assert (codes(listed), keys(listed)) == (["1.1"], [])


def test_that_a_task_beside_groups_gets_the_next_number_and_is_told() -> None:
    listed = read(sheet([HEADER, ("1", "Nhóm", "", "", ""), task("1.1"), task("2"), task("3")]))

    assert codes(listed) == ["1.1", "2.1", "2.2"]
    assert told(listed.problems[0]) == (
        'trang tính "KH", dòng 4: '
        "2 nhiệm vụ không thuộc nhóm nào, được xếp vào nhóm 2 chưa có tên; kiểm tra lại."
    )


def test_that_a_group_may_stand_in_a_column_of_its_own_in_each_row() -> None:
    head = ("STT", "Nhóm nhiệm vụ", "Nhiệm vụ cụ thể", "Chủ trì", "Thời gian")
    rows = [
        *(("1", "Truyền thông", "Viết bài"), ("2", "Truyền thông", "Làm phim")),
        *(("3", "Đào tạo", "Mở lớp"), ("4", "Đào tạo", "Cử cán bộ")),
    ]
    listed = read(sheet([head, *((*row, "Sở Ngoại vụ", "2025") for row in rows)]))

    assert groups(listed) == [("1", "Truyền thông"), ("2", "Đào tạo")]
    assert codes(listed) == ["1.1", "1.2", "2.1", "2.2"]
    assert keys(listed) == []


def test_that_groups_may_bear_their_numbers_in_the_text_and_tasks_in_a_column() -> None:
    rows = [HEADER, ("", "1. Nhóm A", "", "", ""), task("1"), ("", "2. Nhóm B", "", "", "")]
    listed = read(sheet([*rows, task("2"), task("3")]))

    assert groups(listed) == [("1", "Nhóm A"), ("2", "Nhóm B")]
    assert codes(listed) == ["1.1", "2.1", "2.2"]


def test_that_items_keep_their_task_behind_a_row_that_leads_on_to_them() -> None:
    items = [("-", "Phần một", "", "", ""), ("-", "Phần hai", "", "", "")]
    listed = read(sheet([HEADER, task("1"), ("", "Trong đó:", "", "", ""), *items, task("2")]))

    assert codes(listed) == ["1.1", "1.2"]
    assert listed.tasks[0].title == "Việc\n- Phần một\n- Phần hai"
    assert keys(listed) == ["row_remark", "items_joined"]


def test_that_groups_numbered_like_their_tasks_are_groups() -> None:
    rows = [("1", "Nhóm A", "", "", ""), task("1"), task("2"), ("2", "Nhóm B", "", "", "")]
    listed = read(sheet([HEADER, *rows, task("1")]))

    assert groups(listed) == [("1", "Nhóm A"), ("2", "Nhóm B")]
    assert (codes(listed), keys(listed)) == (["1.1", "1.2", "2.1"], [])


def test_that_a_task_without_units_among_others_stays_a_task() -> None:
    listed = read(sheet([HEADER, task("1"), ("2", "Việc trống", "", "", ""), task("3")]))

    assert codes(listed) == ["1.1", "1.2", "1.3"]
    assert "lead_empty" in keys(listed)


def test_that_a_row_without_a_code_skips_none() -> None:
    rows = [task("1"), ("", "Bước 1", "", "", "2025"), ("", "Bước 2", "", "", "2025"), task("2")]

    assert "code_skipped" not in keys(read(sheet([HEADER, *rows])))


def test_that_a_period_may_stand_in_two_columns_of_days() -> None:
    head = ("TT", "Nhiệm vụ", "Chủ trì", "Từ ngày", "Đến ngày")
    listed = read(sheet([head, ("1", "Việc", "Sở Ngoại vụ", "01/7/2025", "31/01/2026")]))

    assert [(each.first_year, each.last_year) for each in listed.tasks] == [(2025, 2026)]


def test_that_lead_and_support_may_be_initials() -> None:
    head = ("STT", "Nội dung", "Phân công", "Thời gian")
    cells = ("CT: Sở Ngoại vụ; PH: Công an tỉnh", "- CT: Sở Ngoại vụ\n- PH: Công an tỉnh")
    rows = [(str(number), "Việc", cell, "2025") for number, cell in enumerate(cells, 1)]
    listed = read(sheet([head, *rows]))

    assert {(each.lead_text, each.support_text) for each in listed.tasks} == {
        ("Sở Ngoại vụ", "Công an tỉnh")
    }
    assert keys(listed) == []
