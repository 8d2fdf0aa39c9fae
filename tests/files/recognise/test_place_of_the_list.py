"""Where in a file the list stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.files.recognise.lists import HEADER, codes, keys, read, sheet, table, told
from ttdn_desktop.domain.grid import Grid, GridKind, LegacyEncoding
from ttdn_desktop.domain.task_list import Column, ReadingChoice, Severity

Row = tuple[str, str, str, str, str]


def group(number: int) -> Row:
    return (str(number), f"Nhóm {number}", "", "", "")


def task(code: str) -> Row:
    return (code, f"Việc {code}", "Sở Ngoại vụ", "Công an tỉnh", "2025")


ONE = (HEADER, group(1), task("1.1"), task("1.2"))


def test_that_hidden_sheets_and_other_tables_are_left_alone() -> None:
    hidden = sheet(ONE, name="Ẩn", hidden=True)
    people = sheet([("Họ tên", "Điện thoại"), ("A", "1")], name="Danh bạ", number=2)

    listed = read(hidden, people, sheet(ONE, number=3))

    assert listed.grid_number == 3
    assert [told(each) for each in listed.problems] == [
        'trang tính "Ẩn": Trang tính "Ẩn" bị ẩn nên không đọc.'
    ]


def test_that_hidden_rows_are_read_and_told() -> None:
    listed = read(replace(sheet(ONE), hidden_rows=frozenset({2, 3})))

    assert codes(listed) == ["1.1", "1.2"]
    assert [told(each) for each in listed.problems] == [
        'trang tính "KH", dòng 3: 2 dòng đang ẩn trong bảng tính cũng được đọc; bỏ ẩn để đối chiếu.'
    ]


def test_that_a_hidden_sheet_is_read_where_it_is_named() -> None:
    listed = read(sheet(ONE, name="Ẩn", hidden=True), choice=ReadingChoice(sheet="ẩn"))

    assert codes(listed) == ["1.1", "1.2"]


def test_that_sheets_that_go_on_with_one_another_are_one_list() -> None:
    second = sheet([HEADER, group(2), task("2.1")], name="KH (2)", number=2)

    listed = read(sheet(ONE), second)

    assert codes(listed) == ["1.1", "1.2", "2.1"]
    assert keys(listed) == ["lists_joined"]


def test_that_two_lists_that_begin_anew_are_told_and_chosen_from() -> None:
    earlier = sheet(ONE, name="2023")
    later = sheet([*ONE, task("1.3")], name="2024", number=2)

    listed = read(earlier, later)
    chosen = read(earlier, later, choice=ReadingChoice(sheet="2023"))

    assert codes(listed) == ["1.1", "1.2", "1.3"]
    assert [(each.key, each.severity) for each in listed.problems] == [
        ("several_lists", Severity.ERROR)
    ]
    assert listed.problems[0].facts == {"name": "2024", "other": "2023"}
    assert (codes(chosen), chosen.problems) == (["1.1", "1.2"], ())


def test_that_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    listed = read(sheet(ONE), choice=ReadingChoice(sheet="2030"))

    assert [told(each) for each in listed.problems] == [
        'trang tính "KH": Tệp không có trang tính hoặc bảng "2030"; có: KH.'
    ]


def test_that_an_empty_form_of_the_same_kind_is_no_second_list() -> None:
    form = table(
        [("TT", "Nhiệm vụ", "Chủ trì", "Kết quả"), ("1", "", "", ""), ("2", "", "", "")], number=2
    )

    assert read(table(ONE), form).problems == ()


def test_that_a_table_without_a_header_goes_on_with_the_one_before() -> None:
    listed = read(table(ONE), table([task("1.3"), group(2), task("2.1")], number=2))

    assert codes(listed) == ["1.1", "1.2", "1.3", "2.1"]


def test_that_tables_numbered_anew_are_groups_named_by_the_lines_above_them() -> None:
    listed = read(
        table([HEADER, task("1"), task("2")], above=("KẾ HOẠCH", "1. Nhóm một")),
        table([HEADER, task("1")], number=2, above=("2. Nhóm hai",)),
    )

    assert [(each.code, each.title) for each in listed.groups] == [
        ("1", "Nhóm một"),
        ("2", "Nhóm hai"),
    ]
    assert codes(listed) == ["1.1", "1.2", "2.1"]


def test_that_pages_are_joined_and_a_row_cut_between_them_is_whole() -> None:
    first = (HEADER, group(1), ("1.1", "Việc theo", "Sở Thông tin và", "Công an tỉnh", "2024-"))
    second = (HEADER, ("", "Đề án A", "Truyền thông", "", "2030"), task("1.2"))

    listed = read(
        Grid(GridKind.PAGE, first, pages=(1, 1, 1)),
        Grid(GridKind.PAGE, second, number=2, pages=(2, 2, 2)),
    )

    cut = listed.tasks[0]
    assert (cut.title, cut.lead_text) == ("Việc theo Đề án A", "Sở Thông tin và Truyền thông")
    assert (cut.first_year, cut.last_year) == (2024, 2030)
    assert [told(each) for each in listed.problems] == [
        "trang 2, dòng 2: Dòng này được nối vào nhiệm vụ ở dòng trên."
    ]


def test_that_nothing_is_read_by_a_guess_of_the_columns() -> None:
    rows = [
        ("Mục", "Diễn giải", "Ai làm", "Bao giờ"),
        ("1.1", "Tổ chức hội nghị", "Sở Ngoại vụ", "2025"),
        ("1.2", "Tổ chức hội thảo", "Sở Ngoại vụ", "2025"),
    ]
    guessed = {0: Column.CODE, 1: Column.TASK, 2: Column.LEAD, 3: Column.PERIOD}

    listed = read(sheet(rows))
    chosen = read(sheet(rows), choice=ReadingChoice(columns=guessed))

    assert (listed.tasks, listed.columns) == ((), guessed)
    assert keys(listed) == ["columns_unknown"]
    assert [task.title for task in chosen.tasks] == ["Tổ chức hội nghị", "Tổ chức hội thảo"]
    assert listed.shape == chosen.shape


def test_that_the_officer_knows_better_than_a_heading() -> None:
    header = ("TT", "Nhiệm vụ", "Ghi chú", "Thời gian")

    listed = read(
        sheet([header, ("1", "Việc", "Sở Ngoại vụ", "2025")]),
        choice=ReadingChoice(columns={2: Column.LEAD}),
    )

    assert [each.written for each in listed.tasks[0].lead] == ["Sở Ngoại vụ"]


def test_that_letters_from_before_unicode_are_told_and_converted_where_wished() -> None:
    rows = [
        ("TT", "NhiÖm vô", "§¬n vÞ chñ tr×", "Thêi gian"),
        ("1", "H­íng dÉn x©y dùng hÖ thèng d÷ liÖu", "Së Ngo¹i vô", "2025"),
    ]
    old = sheet(rows, legacy=LegacyEncoding.TCVN3)

    listed = read(old)
    converted = read(old, choice=ReadingChoice(encoding=LegacyEncoding.TCVN3))

    assert (listed.tasks, keys(listed)) == ((), ["legacy_encoding"])
    assert converted.tasks[0].title == "Hướng dẫn xây dựng hệ thống dữ liệu"
    assert converted.tasks[0].lead[0].unit_id is not None


def test_that_some_old_cells_among_modern_ones_are_told_and_converted_alone() -> None:
    rows = [
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"),
        ("1", "Tæ chøc héi nghÞ", "Sở Ngoại vụ", "2025"),
        ("2", "Kém", "Sở Ngoại vụ", "2025"),
    ]
    mixed = sheet(rows, legacy=LegacyEncoding.TCVN3)

    converted = read(mixed, choice=ReadingChoice(encoding=LegacyEncoding.TCVN3))

    assert [told(each) for each in read(mixed).problems if each.key == "legacy_cells"] == [
        'trang tính "KH", ô B2: 1 ô dùng bảng mã cũ TCVN3, chưa đúng chữ; chọn chuyển mã để đọc.'
    ]
    assert converted.tasks[0].title == "Tổ chức hội nghị"


def test_that_pages_without_letters_are_told() -> None:
    listed = read(table(ONE, unread_pages=(3, 4)))

    assert "Trang 3, 4 chỉ là ảnh chụp" in told(listed.problems[0])


def test_that_a_file_without_a_table_is_told() -> None:
    assert keys(read()) == ["no_table"]
    assert keys(read(sheet([]))) == ["no_table"]


def test_that_places_are_those_of_the_file() -> None:
    rows = [("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), ("1", "Việc", "", "2025")]

    listed = read(sheet(rows, first_row=4, first_column=1))

    assert told(listed.problems[0]).startswith('trang tính "KH", ô D6')


def test_that_number_and_day_come_from_the_line_that_encloses_the_list() -> None:
    listed = read(
        table(
            ONE,
            above=(
                *("Số: 1/BC-X", "Phụ lục", "NHIỆM VỤ THÔNG TIN ĐỐI NGOẠI"),
                "(Kèm theo Kế hoạch số 157/KH-UBND ngày 17 tháng 01 năm 2022",
                "của Ủy ban nhân dân tỉnh Kon Tum)",
            ),
        )
    )

    assert (listed.number, listed.issued_on) == ("157/KH-UBND", date(2022, 1, 17))
    assert listed.title == "NHIỆM VỤ THÔNG TIN ĐỐI NGOẠI"


def test_that_a_blank_number_and_day_stay_blank() -> None:
    enclosed = "(Kèm theo Kế hoạch số:          /KH-UBND ngày     tháng 7 năm 2024"

    listed = read(table(ONE, above=("Phụ lục", enclosed, "của Ủy ban nhân dân tỉnh Kon Tum)")))

    assert (listed.number, listed.issued_on) == ("", None)


def test_that_number_day_and_title_come_from_the_head_of_a_letter() -> None:
    head = table(
        [("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ("Số: 12/KH-UBND", "Kon Tum, ngày 05 tháng 7 năm 2024")]
    )
    body = ("KẾ HOẠCH", "Triển khai công tác", "thông tin đối ngoại", "Thực hiện Nghị quyết số 1")

    listed = read(head, table(ONE, number=2, above=body))

    assert (listed.number, listed.issued_on) == ("12/KH-UBND", date(2024, 7, 5))
    assert listed.title == "Triển khai công tác thông tin đối ngoại"


def test_that_days_from_the_issue_are_counted_from_the_plan_own_year() -> None:
    row = ("1", "Việc", "Sở Ngoại vụ", "Công an tỉnh", "100 ngày kể từ ngày ban hành")

    listed = read(table([HEADER, row], above=("(Kèm theo Kế hoạch số 1/KH-UBND ngày 2/3/2025)",)))

    assert (listed.tasks[0].first_year, listed.tasks[0].last_year) == (2025, 2025)
