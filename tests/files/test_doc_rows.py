"""Cells of a .doc stand where they are drawn, and what is merged is one."""

from __future__ import annotations

import struct

import pytest

from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.files.doc_looks import MERGED, MERGED_DOWN, ROW, paragraph_look, properties
from ttdn_desktop.files.doc_rows import RawCell, RawRow, grown, placed, row_of


def _row(*edges: int, flags: tuple[int, ...] = ()) -> RawRow:
    return row_of([RawCell([str(edge)]) for edge in edges[:-1]], [(ROW, _defined(edges, flags))])


def _defined(edges: tuple[int, ...], flags: tuple[int, ...]) -> bytes:
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", flag) for flag in flags)
    body = struct.pack(f"<B{count + 1}h", count, *edges) + cells
    return struct.pack("<H", len(body) + 1) + body


def test_that_a_row_of_fewer_cells_stands_where_it_is_drawn() -> None:
    rows = [
        _row(0, 500, 3000, 5000),
        _row(10, 2950, 5010),
        _row(-30, 5000),
        _row(0, 500, 3000, 5000),
    ]

    places, columns = placed(rows)

    assert columns == 3
    assert places[1:3] == [[Merge(1, 0, 1, 2), Merge(1, 2, 1, 1)], [Merge(2, 0, 1, 3)]]


def test_that_a_cell_too_narrow_still_has_a_column() -> None:
    places, _ = placed([_row(0, 500, 3000, 5000), _row(0, 40, 80), _row(0, 500, 3000, 5000)])

    assert places[1] == [Merge(1, 0, 1, 1), Merge(1, 1, 1, 1)]


def test_that_a_row_that_tells_no_edges_stands_in_order() -> None:
    places, columns = placed([RawRow([RawCell(), RawCell()]), RawRow([RawCell()])])

    assert (columns, places[1]) == (2, [Merge(1, 0, 1, 1)])


@pytest.mark.parametrize(("first", "other"), [(1, 2), (2, 1)])
def test_that_cells_merged_across_are_one_whichever_flag_is_first(first: int, other: int) -> None:
    row = _row(0, 10, 20, 30, 40, 50, flags=(first, other, first, other, 0))

    assert [cell.lines for cell in row.cells] == [["0"], ["20"], ["40"]]
    assert row.edges == [0, 20, 40, 50]


def test_that_cells_merged_by_a_property_of_their_own_are_one() -> None:
    cells = [RawCell([name]) for name in "abc"]
    row = row_of(cells, [(ROW, _defined((0, 1, 2, 3), ())), (MERGED, bytes((0, 2)))])

    assert [cell.lines for cell in row.cells] == [["a"], ["c"]]


def test_that_cells_merged_down_cover_those_below() -> None:
    rows = [
        _row(0, 10, 20, flags=(0x60, 0)),
        _row(0, 10, 20, flags=(0x20, 0x60)),
        _row(0, 10, 20, flags=(0x60, 0x20)),
    ]
    places, _ = placed(rows)

    assert sorted(grown(rows, places), key=lambda spot: (spot.row, spot.column)) == [
        *(Merge(0, 0, 2, 1), Merge(0, 1, 1, 1), Merge(1, 1, 2, 1), Merge(2, 0, 1, 1)),
    ]


def test_that_a_cell_merged_down_by_a_property_of_its_own_is() -> None:
    row = row_of([RawCell(), RawCell()], [(MERGED_DOWN, bytes((2, 1, 3)))])

    assert [cell.opens for cell in row.cells] == [False, True]


def test_that_a_row_longer_than_a_page_is_read_in_the_stream_of_data() -> None:
    defined = struct.pack("<H", ROW) + _defined((0, 5, 9), ())
    elsewhere = b"....." + struct.pack("<H", len(defined)) + defined
    look = paragraph_look(struct.pack("<HI", 0x6646, 5), elsewhere)

    assert row_of([RawCell(), RawCell()], look.row).edges == [0, 5, 9]


def test_that_every_size_of_property_is_passed_over() -> None:
    tabs = struct.pack("<HBB4xB3x", 0xC615, 255, 1, 1)
    told = [(0x2416, 1), (0x4A43, 2), (0x6649, 4), (0xD634, 0), (0x2417, 1)]
    data = b"".join(struct.pack("<H", name) + bytes([7] * size or [2, 8, 8]) for name, size in told)

    names = [name for name, _ in properties(tabs + data)]

    assert names == [0xC615, 0x2416, 0x4A43, 0x6649, 0xD634, 0x2417]
    assert list(properties(data[:-1]))[-1][0] == 0xD634
