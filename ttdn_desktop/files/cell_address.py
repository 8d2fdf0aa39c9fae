"""Addresses of cells as a spreadsheet writes them."""

from __future__ import annotations

from ttdn_desktop.domain.place_words import address
from ttdn_desktop.errors import KnownError

_LETTERS = 26
_BEFORE_A = ord("A") - 1


def column_of(letters: str) -> int:
    """Return the column, from 0, that capital letters name: 27 for "AB"."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - _BEFORE_A
    return number - 1


def far_cell(sheet: str, row: int, column: int) -> KnownError:
    """Return the refusal of a cell that lies beyond the limits; row and column from 0."""
    return KnownError("file_cell_far", sheet=sheet, cell=address(row, column))
