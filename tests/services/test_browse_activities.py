"""Leafing through the activities: each order, each filter, each page, and the place of a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from tests.services.office_desk import form, paper
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.services import edit_activity
from ttdn_desktop.services.browse_activities import (
    ActivityRow,
    Browse,
    Figure,
    Order,
    count,
    page,
    place_of,
)
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

ALL = 100
UP = Browse(descending=False)
RESULT = "Ký biên bản"
LETTER = "Công văn số 7/SNgV ngày 1/3/2026 của Sở Ngoại vụ"


@pytest.fixture
def filled(office: Office) -> Office:
    """Return the office with five activities, recorded in an order that is none of the orders."""
    photo = (paper("ảnh.png", b"1"),)
    record(office, form("Đón đoàn tỉnh Attapư", on="5/3/2026", files=photo))
    record(office, replace(form("Ẩm thực Lào", "II.1", on="7/3/2026"), result=RESULT))
    record(office, form("An ninh biên giới", on="20/12/2025"))
    record(office, form("Anh em kết nghĩa", "2.4", on="1/2026", documents=(LETTER,), files=photo))
    record(office, replace(form("đoan đón", on="9/9/2026"), result=RESULT))
    return office


def _titles(office: Office, browse: Browse) -> list[str]:
    return [row.title for row in page(office, browse, 0, ALL)]


def test_that_a_row_shows_what_the_table_needs(office: Office) -> None:
    readings = ("D1=3", "D1=2:nuoc=Lào", "D1N=~40", "D2=1", "D2N=9")
    full = replace(
        form("Đón đoàn", "II.3", "1.10", on="quý II/2026", readings=readings),
        until=date(2026, 6, 30),
        part=Part.ADVISE,
        kind="Đón đoàn vào",
        result=RESULT,
        highlight=True,
        files=(paper("a.png", b"1"), paper("b.png", b"2")),
    )
    recorded = record(office, full)

    assert page(office, Browse(), 0, ALL) == (
        ActivityRow(
            id=recorded.id,
            code="A1",
            title="Đón đoàn",
            start=parse_moment("quý II/2026"),
            until=date(2026, 6, 30),
            part=Part.ADVISE,
            kind="Đón đoàn vào",
            items=("II.3", "1.10"),
            figures=(
                Figure("Đoàn vào", Decimal(3), "đoàn", approximate=False),
                Figure("Khách đoàn vào", Decimal(40), "lượt người", approximate=True),
                Figure("Đoàn ra", Decimal(1), "đoàn", approximate=False),
            ),
            evidence=2,
            has_result=True,
            highlight=True,
        ),
    )


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.DAY, ["An ninh", "Anh em", "Đón đoàn", "Ẩm thực", "đoan đón"]),
        (Order.TITLE, ["An ninh", "Anh em", "Ẩm thực", "đoan đón", "Đón đoàn"]),
        (Order.CODE, ["Đón đoàn", "Ẩm thực", "An ninh", "Anh em", "đoan đón"]),
        (Order.EVIDENCE, ["An ninh", "Ẩm thực", "đoan đón", "Đón đoàn", "Anh em"]),
    ],
)
def test_that_rows_come_in_the_order_asked_and_back(
    filled: Office, order: Order, titles: list[str]
) -> None:
    up = _titles(filled, Browse(order=order, descending=False))

    assert [one.startswith(title) for one, title in zip(up, titles, strict=True)] == [True] * 5
    assert _titles(filled, Browse(order=order)) == up[::-1]


def test_that_the_code_counts_within_its_year(filled: Office) -> None:
    record(filled, form("Việc năm trước", on="1/6/2025"))

    assert _titles(filled, replace(UP, order=Order.CODE))[0] == "Việc năm trước"


def test_that_rows_are_narrowed_to_days_both_included(filled: Office) -> None:
    march = replace(UP, first=date(2026, 3, 5), last=date(2026, 3, 7))

    assert _titles(filled, march) == ["Đón đoàn tỉnh Attapư", "Ẩm thực Lào"]
    assert _titles(filled, replace(march, order=Order.TITLE))[0] == "Ẩm thực Lào"
    assert len(_titles(filled, replace(UP, first=date(2026, 3, 7)))) == 2


def test_that_rows_are_narrowed_to_what_lacks(filled: Office) -> None:
    bare = replace(UP, without_evidence=True)

    assert _titles(filled, bare) == ["An ninh biên giới", "Ẩm thực Lào", "đoan đón"]
    assert _titles(filled, replace(bare, without_result=True)) == ["An ninh biên giới"]


def test_that_rows_are_narrowed_to_items(filled: Office) -> None:
    version = filled.surroundings().version
    items = (version.item_id("II.1"), version.item_id("2.4"))

    assert _titles(filled, replace(UP, item_ids=items)) == ["Anh em kết nghĩa", "Ẩm thực Lào"]


def test_that_hits_by_day_keep_their_rank_and_are_sorted_otherwise(filled: Office) -> None:
    sought = Browse(search="doan")

    assert _titles(filled, sought) == ["đoan đón", "Đón đoàn tỉnh Attapư"]
    assert _titles(filled, replace(sought, search="đoàn")) == ["Đón đoàn tỉnh Attapư"]
    assert _titles(filled, replace(sought, search="đoan")) == ["đoan đón"]
    record(filled, form("Đoan Hùng", on="1/1/2026"))
    by_title = replace(sought, order=Order.TITLE, descending=False)
    assert _titles(filled, by_title) == ["đoan đón", "Đoan Hùng", "Đón đoàn tỉnh Attapư"]
    assert _titles(filled, replace(sought, descending=False))[0] == "Đoan Hùng"


@pytest.mark.parametrize("order", Order)
def test_that_marks_without_words_find_nothing(filled: Office, order: Order) -> None:
    marks = Browse(search=" -- ", order=order)
    (first, *_rest) = page(filled, Browse(), 0, 1)

    assert page(filled, marks, 0, ALL) == ()
    assert count(filled, marks) == 0
    assert place_of(filled, marks, first.id) is None


FILTERS = (
    Browse(),
    Browse(search="doan"),
    Browse(search="n"),
    Browse(search="đ"),
    Browse(without_evidence=True),
    Browse(search="a", without_result=True),
    Browse(first=date(2026, 1, 1), last=date(2026, 3, 7)),
)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(("order", "shown"), list(product(Order, FILTERS)))
def test_that_pages_join_and_each_row_knows_its_place(
    filled: Office, order: Order, shown: Browse, *, descending: bool
) -> None:
    browse = replace(shown, order=order, descending=descending)
    whole = page(filled, browse, 0, ALL)
    pages = [row for start in range(0, 6, 2) for row in page(filled, browse, start, 2)]

    assert tuple(pages) == whole
    assert count(filled, browse) == len(whole)
    places = {row.id: number for number, row in enumerate(whole)}
    for row in page(filled, Browse(), 0, ALL):
        assert place_of(filled, browse, row.id) == places.get(row.id)


def test_that_an_unknown_activity_has_no_place(filled: Office) -> None:
    assert place_of(filled, Browse(), "không có") is None


def test_that_the_bin_is_left_out_and_comes_back(filled: Office) -> None:
    before = page(filled, Browse(), 0, ALL)
    edit_activity.put_into_bin(filled, before[0].id)

    assert page(filled, Browse(), 0, ALL) == before[1:]
    assert place_of(filled, Browse(), before[0].id) is None
    take_back(filled)
    assert page(filled, Browse(), 0, ALL) == before


def test_that_an_edited_row_keeps_its_place_among_those_of_its_day(office: Office) -> None:
    first, *_others = (record(office, form(title)) for title in ("một", "hai", "ba"))
    changed = replace(edit_activity.form_of(office, first), title="bốn")
    edit_activity.save(office, first.id, changed)

    assert _titles(office, UP) == ["bốn", "hai", "ba"]
    edit_activity.save(office, first.id, replace(changed, start=parse_moment("4/3/2026")))
    edit_activity.save(office, first.id, changed)
    assert _titles(office, UP) == ["hai", "ba", "bốn"]


def test_that_what_a_row_is_sorted_by_follows_a_change(office: Office) -> None:
    one = record(office, form("Ẩm thực"))
    edited = replace(
        edit_activity.form_of(office, one),
        title="Đoàn",
        result=RESULT,
        files=(paper("a.png", b"1"),),
    )
    record(office, form("Biên giới"))
    edit_activity.save(office, one.id, edited)

    assert _titles(office, replace(UP, order=Order.TITLE)) == ["Biên giới", "Đoàn"]
    assert _titles(office, replace(UP, order=Order.EVIDENCE)) == ["Biên giới", "Đoàn"]
    assert _titles(office, Browse(without_result=True)) == ["Biên giới"]
    take_back(office)
    assert _titles(office, Browse(without_result=True, order=Order.TITLE)) == [
        "Biên giới",
        "Ẩm thực",
    ]


def test_that_a_page_is_read_in_as_many_reads_however_long(filled: Office) -> None:
    assert 0 < _reads(filled, 1) == _reads(filled, ALL)


def _reads(office: Office, limit: int) -> int:
    """Return how many statements a page of so many rows runs on the driver."""
    seen: list[str] = []
    with office.store.read() as connection:
        engine = connection.engine

    def watch(raw: object, *_rest: object) -> None:
        raw.set_trace_callback(seen.append)  # type: ignore[attr-defined]  # of sqlite3

    event.listen(engine, "checkout", watch)
    page(office, Browse(), 0, limit)
    event.remove(engine, "checkout", watch)
    return len(seen)
