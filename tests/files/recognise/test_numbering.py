"""Codes that are missing, doubled, skipped, or spoilt by Excel."""

from __future__ import annotations

from tests.files.recognise.lists import HEADER, codes, keys, read, sheet, told, where
from ttdn_desktop.domain.task_list import Severity

Row = tuple[str, str, str, str, str]
GROUP: Row = ("1", "Nhóm", "", "", "")


def task(code: str) -> Row:
    return (code, f"Việc {code}", "Sở Ngoại vụ", "Công an tỉnh", "2025")


def test_that_a_list_without_codes_is_numbered_and_says_so_once() -> None:
    listed = read(sheet([row[1:] for row in (HEADER, task("một"), task("hai"))]))

    assert codes(listed) == ["1.1", "1.2"]
    assert [(each.key, each.severity) for each in listed.problems] == [
        ("codes_made", Severity.NOTE)
    ]


def test_that_a_task_without_a_code_among_others_gets_a_free_one() -> None:
    listed = read(sheet([HEADER, GROUP, task("1.1"), task(""), task("1.3"), task("")]))

    assert codes(listed) == ["1.1", "1.2", "1.3", "1.4"]
    assert [task.written_code for task in listed.tasks] == ["1.1", "", "1.3", ""]
    assert keys(listed) == ["code_missing", "code_missing"]


def test_that_doubled_and_skipped_codes_are_told() -> None:
    listed = read(sheet([HEADER, GROUP, task("1.1"), task("1.1"), task("1.4")]))

    assert codes(listed) == ["1.1", "1.1", "1.4"]
    assert [told(each) for each in listed.problems] == [
        'trang tính "KH", dòng 4: Mã 1.1 đã có ở nhiệm vụ phía trên; kiểm tra lại.',
        'trang tính "KH", dòng 5: Không thấy mã 1.2 trước 1.4; kiểm tra có thiếu nhiệm vụ không.',
    ]


def test_that_a_code_nobody_understands_is_told() -> None:
    listed = read(sheet([HEADER, GROUP, task("1.1"), task("ba bốn"), task("1.3")]))

    assert codes(listed) == ["1.1", "1.2", "1.3"]
    assert keys(listed) == ["code_missing", "code_unreadable"]


def test_that_zeros_that_excel_drops_come_back_by_the_order() -> None:
    ordinals = [*range(1, 10), 1, *range(11, 20), 2, 21]
    rows = [HEADER, GROUP, *(task(f"1.{number}") for number in ordinals)]
    numeric = frozenset((row, 0) for row in range(1, len(rows)))

    listed = read(sheet(rows, numeric=numeric))

    assert codes(listed) == [f"1.{number}" for number in range(1, 22)]
    assert [(where(each.place), each.key, each.severity) for each in listed.problems] == [
        ('trang tính "KH", ô A12', "code_mended", Severity.NOTE),
        ('trang tính "KH", ô A22', "code_mended", Severity.NOTE),
    ]


def test_that_a_dropped_zero_is_doubtful_where_the_order_does_not_tell() -> None:
    rows = [HEADER, GROUP, *(task(f"1.{number}") for number in [*range(1, 9), 1])]

    listed = read(sheet(rows, numeric=frozenset({(10, 0)})))

    assert codes(listed)[-1] == "1.10"
    assert [each.key for each in listed.problems if each.severity is Severity.WARNING] == [
        "code_skipped",
        "code_mended_unsure",
    ]


def test_that_a_doubled_text_code_is_no_dropped_zero() -> None:
    listed = read(sheet([HEADER, GROUP, task("1.1"), task("1.2"), task("1.2")]))

    assert codes(listed) == ["1.1", "1.2", "1.2"]


def test_that_dates_that_excel_made_of_codes_are_codes_again() -> None:
    days = ["01/01/2024", "01/02/2024", "03/01/2024"]
    rows = [HEADER, GROUP, *map(task, days), task("1.4")]

    listed = read(sheet(rows, dates=frozenset({(2, 0), (3, 0), (4, 0)})))

    assert codes(listed) == ["1.1", "1.2", "1.3", "1.4"]
    assert keys(listed) == ["code_of_date"] * 3


def test_that_a_date_that_fits_nowhere_is_doubtful() -> None:
    rows = [HEADER, GROUP, task("1.1"), task("05/07/2024")]

    listed = read(sheet(rows, dates=frozenset({(3, 0)})))

    assert "code_of_date_unsure" in keys(listed)


def test_that_letters_count_by_their_place() -> None:
    rows = [HEADER, ("A", "Nhóm", "", "", ""), *map(task, ("a)", "b)", "c)", "d)", "đ)", "e)"))]

    assert codes(read(sheet(rows))) == [f"1.{number}" for number in range(1, 7)]
