"""Addresses of cells as a spreadsheet writes them."""

from __future__ import annotations

from ttdn_desktop.errors import KnownError

_LETTERS = 26
_BEFORE_A = ord("A") - 1


def column_of(letters: str) -> int:
    """Return the column, from 0, that capital letters name: 27 for "AB"."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - _BEFORE_A
    return number - 1


def letters_of(column: int) -> str:
    """Return the letters of a column, from 0: "AB" for 27."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def far_cell(sheet: str, row: int, column: int) -> KnownError:
    """Return the refusal of a cell that lies beyond the limits; row and column from 0."""
    return KnownError("file_cell_far", sheet=sheet, cell=f"{letters_of(column)}{row + 1}")
