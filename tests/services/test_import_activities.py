"""Many activities out of a spreadsheet: shown first, recorded as one change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.services.sheets import content, sheet
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.funding import Funding, Source
from ttdn_desktop.domain.indicator import Reading
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import find_activities, take_back
from ttdn_desktop.services.activity_rows import TypedRow
from ttdn_desktop.services.import_activities import ActivityPreview, RowState, adopt, preview

if TYPE_CHECKING:
    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.services.office import Office

HEAD = ("TT", "Tên hoạt động", "Nhiệm vụ (mã)", "Thời gian", "Số liệu", "Đoàn vào", "Kinh phí")
VISIT = ("1", "Đón đoàn tỉnh Attapư", "1.10", "5-7/3", "", "2", "chi thường xuyên: 18,5 triệu")
COURSE = ("2", "Tập huấn nghiệp vụ", "3.3; II.1", "quý II", "Đoàn ra: khoảng 3", "", "")


def _shown(office: Office, *grids: Grid) -> ActivityPreview:
    return preview(office, content(*grids), 2026)


def _told(shown: ActivityPreview) -> list[tuple[str, int | None, int | None]]:
    return [(each.error.key, each.place.row, each.place.column) for each in shown.problems]


def test_that_a_row_is_read_as_an_officer_means_it(office: Office) -> None:
    shown = _shown(office, sheet(("SỔ THEO DÕI",), HEAD, VISIT, COURSE))
    visit, course = (row.form for row in shown.ready)

    assert (shown.rows, shown.problems) == (2, ())
    assert (visit.items, visit.start.first, visit.until) == (
        ("1.10",),
        date(2026, 3, 5),
        date(2026, 3, 7),
    )
    assert visit.readings == (Reading("D1", Decimal(2)),)
    assert visit.fundings == (Funding(Source.RECURRENT, 18_500_000),)
    assert course.items == ("3.3", "II.1")
    assert course.readings == (Reading("D2", Decimal(3), approximate=True),)


def test_that_nothing_is_written_by_looking(office: Office) -> None:
    _shown(office, sheet(HEAD, VISIT))

    assert find_activities.find(office, "", None, None) == ()


def test_that_the_rows_that_are_ready_are_one_change(office: Office) -> None:
    shown = _shown(office, sheet(HEAD, VISIT, COURSE))
    risky: list[str] = []
    recorded = adopt(office, shown, lambda _office, label: risky.append(label))

    assert [each.code for each in recorded] == ["A1", "A2"]
    assert risky == ["Nhập 2 hoạt động từ so-hoat-dong.xlsx"]
    take_back.take_back(office)
    assert find_activities.find(office, "", None, None) == ()


def test_that_what_is_wrong_is_told_cell_by_cell_and_the_rest_is_ready(office: Office) -> None:
    wrong = ("3", "Họp báo", "9.9", "31/02", "Đoàn lạ: 1", "hai", "nhiều")
    shown = _shown(office, sheet(HEAD, VISIT, wrong))

    assert [row.form.title for row in shown.ready] == ["Đón đoàn tỉnh Attapư"]
    assert _told(shown) == [
        ("item_unknown", 2, 2),
        ("date_impossible", 2, 3),
        ("indicator_unknown", 2, 4),
        ("number_unreadable", 2, 5),
        ("funding_unreadable", 2, 6),
    ]


def test_that_what_is_missing_is_told_where_it_should_stand(office: Office) -> None:
    shown = _shown(office, sheet(HEAD, ("1", "", "", "", "", "2")))

    assert _told(shown) == [
        ("row_title_missing", 1, 1),
        ("row_item_missing", 1, 2),
        ("date_missing", 1, 3),
    ]


def test_that_a_file_read_twice_brings_nothing_the_second_time(office: Office) -> None:
    adopt(office, _shown(office, sheet(HEAD, VISIT, COURSE)))
    again = _shown(office, sheet(HEAD, VISIT, COURSE))

    assert again.ready == ()
    assert {each.error.key for each in again.problems} == {"row_recorded"}
    with pytest.raises(KnownError, match="nothing_to_import"):
        adopt(office, again)


def test_that_a_row_that_stands_twice_is_taken_once(office: Office) -> None:
    shown = _shown(office, sheet(HEAD, VISIT, VISIT))

    assert len(shown.ready) == 1
    (problem,) = shown.problems
    assert (problem.error.key, problem.error.facts["row"], problem.note) == ("row_twice", 2, True)


@pytest.mark.parametrize("year", [0, 99_999])
def test_that_a_year_no_plan_can_mean_is_refused(office: Office, year: int) -> None:
    with pytest.raises(KnownError, match="year_impossible"):
        preview(office, content(sheet(HEAD, VISIT)), year)


def test_that_a_number_excel_may_have_shortened_is_asked_for(office: Office) -> None:
    row = ("1", "Đăng tin", "1.1", "5/3")
    typed = _shown(office, sheet(HEAD, row))
    numeric = _shown(office, sheet(HEAD, row, numeric=frozenset({(1, 2)})))

    assert [ready.form.items for ready in typed.ready] == [("1.1",)]
    assert _told(numeric) == [("code_maybe_ten", 1, 2)]


def test_that_a_code_before_its_title_is_enough(office: Office) -> None:
    row = ("1", "Đón đoàn", "Nhiệm vụ 1.10. Lồng ghép, giới thiệu hình ảnh và con người", "5/3")
    shown = _shown(office, sheet(HEAD, row))

    assert shown.ready[0].form.items == ("1.10",)


def test_that_blank_rows_and_numbers_of_columns_are_no_activities(office: Office) -> None:
    numbers = ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
    shown = _shown(office, sheet(HEAD, numbers, ("", "", "", ""), VISIT, ("5", "", "", "")))

    assert (shown.rows, len(shown.ready), shown.problems) == (1, 1, ())


def test_that_a_column_of_unknown_heading_is_told_and_left_out(office: Office) -> None:
    head, row = (*HEAD, "Người theo dõi"), (*VISIT, "Phòng Hợp tác quốc tế")
    shown = _shown(office, sheet(head, row))

    assert len(shown.ready) == 1
    assert _told(shown) == [("column_left_out", 0, 7)]


def test_that_the_part_is_named_in_words(office: Office) -> None:
    head, row = (*HEAD, "Vai trò"), (*VISIT, "Tham mưu")
    strange = (*VISIT[:1], "Việc khác", *VISIT[2:], "giúp việc")
    shown = _shown(office, sheet(head, row, strange))

    assert shown.ready[0].form.part is Part.ADVISE
    assert _told(shown) == [("part_unknown", 2, 7)]


def test_that_a_file_without_such_a_table_is_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="no_activity_table"):
        _shown(office, sheet(("Họ tên", "Điện thoại"), ("A", "0900")))


def test_that_every_row_is_seen_as_it_is_typed_with_what_becomes_of_it(office: Office) -> None:
    wrong = ("3", "Họp  báo", "9.9", "31/02", "", "", "")
    backwards = ("4", "Đi công tác", "1.10", "7/3", "", "", "", "5/3")
    head = (*HEAD, "Đến ngày")
    shown = _shown(office, sheet(head, VISIT, wrong, backwards, VISIT))

    assert [(each.state, each.ready is not None) for each in shown.seen] == [
        (RowState.READY, True),
        (RowState.WRONG, False),
        (RowState.WRONG, False),
        (RowState.KNOWN, False),
    ]
    assert shown.seen[1].typed == TypedRow("Họp báo", "9.9", "31/02")
    assert shown.ready == (shown.seen[0].ready,)
    assert _told(shown)[-2:] == [("end_before_start", 3, None), ("row_twice", 4, None)]


def test_that_a_table_without_a_file_is_named_in_the_journal(office: Office) -> None:
    shown = preview(office, content(sheet(HEAD, VISIT), name=""), 2026)
    labels: list[str] = []
    adopt(office, shown, lambda _office, label: labels.append(label))

    assert labels == ["Nhập 1 hoạt động từ bảng đã dán"]
