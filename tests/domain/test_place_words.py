"""Places are told in the words of the program that opens the file."""

from __future__ import annotations

import pytest

from ttdn_desktop.domain.grid import GridKind, Place
from ttdn_desktop.domain.place_words import address, place_words


@pytest.mark.parametrize(
    ("row", "column", "written"),
    [(6, 1, "B7"), (0, 0, "A1"), (0, 25, "Z1"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")],
)
def test_that_a_cell_is_told_by_its_address(row: int, column: int, written: str) -> None:
    assert address(row, column) == written


@pytest.mark.parametrize(
    ("place", "key", "facts"),
    [
        (Place(GridKind.SHEET, 1, "KH", 6, 1), "sheet_cell", {"name": "KH", "cell": "B7"}),
        (Place(GridKind.SHEET, 1, "KH", 6), "sheet_row", {"name": "KH", "row": 7}),
        (Place(GridKind.SHEET, 1, "KH"), "sheet", {"name": "KH"}),
        (Place(GridKind.SHEET, 1, "", 6, 1), "only_cell", {"cell": "B7"}),
        (Place(GridKind.SHEET, 1, "", 6), "only_row", {"row": 7}),
        (Place(GridKind.SHEET), "whole", {}),
        (Place(GridKind.TABLE, 2, "", 4, 1), "table_row", {"number": 2, "row": 5}),
        (Place(GridKind.TABLE, 2, row=4, page=3), "table_row_page", {"number": 2, "page": 3}),
        (Place(GridKind.TABLE, 2), "table", {"number": 2}),
        (Place(GridKind.PAGE, 1, row=11, page=3), "page_row", {"page": 3, "row": 12}),
        (Place(GridKind.PAGE, 3), "page", {"page": 3}),
        (Place(GridKind.TEXT, row=4), "text_row", {"row": 5}),
        (Place(GridKind.TEXT), "text", {}),
    ],
)
def test_that_each_kind_of_place_has_its_words(
    place: Place, key: str, facts: dict[str, object]
) -> None:
    found, told = place_words(place)

    assert found == key
    assert facts.items() <= told.items()
