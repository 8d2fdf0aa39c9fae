"""Where something stands in a file, in the words of the program that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import GridKind

if TYPE_CHECKING:
    from ttdn_desktop.domain.grid import Place

_LETTERS = 26


def place_words(place: Place) -> tuple[str, dict[str, object]]:
    """Return the key of the words for a place (behind "place.") and their facts.

    A cell of a sheet is told by its address (row 6, column 1 is "B7"), a row of a table or page
    by its number; rows, tables and pages count from 1.
    """
    facts: dict[str, object] = {"number": place.number, "name": place.name}
    row, column = place.row, place.column
    if row is None:
        return _whole(place), {**facts, "page": place.page or place.number}
    if place.kind is GridKind.SHEET:
        kind = "sheet" if place.name else "only"
        if column is None:
            return f"{kind}_row", {**facts, "row": row + 1}
        return f"{kind}_cell", {**facts, "cell": address(row, column)}
    facts["row"] = row + 1
    if place.kind is GridKind.TEXT:
        return "text_row", facts
    if place.kind is GridKind.TABLE and place.page is None:
        return "table_row", facts
    key = "table_row_page" if place.kind is GridKind.TABLE else "page_row"
    return key, {**facts, "page": place.page or place.number}


def _whole(place: Place) -> str:
    """Return the word for a whole grid."""
    nameless = place.kind is GridKind.SHEET and not place.name
    return "whole" if nameless else place.kind.value


def address(row: int, column: int) -> str:
    """Return a cell's address as spreadsheets write it, from its place counted from 0."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """Return the letters of a column, from 0: "AB" for 27."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
