"""Tables kept as text: .csv and .tsv files, and what is pasted out of Excel, Word or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Grid, GridKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.cell_text import tidied_rows
from ttdn_desktop.files.pasted_lines import Rows, columns_of, rejoined
from ttdn_desktop.files.separators import (
    evenness,
    likeliest,
    named_separator,
    rows_of,
)
from ttdn_desktop.files.text_encoding import decoded

if TYPE_CHECKING:
    from pathlib import Path

_MARKS_OF_PROSE = ",;"
"""Separators that also stand in any sentence: in a pasted text they must cut evenly."""

_NAMED_OTHERWISE = frozenset({".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".doc", ".docx", ".pdf"})
"""Endings that no bare text has: a table of text may bear one, a note in its place may not."""

_LEAST_EVEN, _LEAST_COLUMNS = 0.8, 3


def read(path: Path) -> tuple[Grid, ...]:
    """Return the one grid of a text file; its sheet bears the file's name, as in Excel.

    Raises KnownError "file_too_long", "file_not_text", "file_damaged"; OSError as the file does.
    """
    if path.stat().st_size > limits.TEXT_FILE_BYTES:
        raise too_long(path.name)
    text = decoded(path.read_bytes(), path.name)
    separator, rest = named_separator(text)
    separator = separator or likeliest(rest)
    if not separator and path.suffix.lower() in _NAMED_OTHERWISE:
        raise KnownError("file_damaged", name=path.name)
    if not separator:
        return _grid(_lines(rest, path.name), GridKind.TEXT)
    return _grid(_limited(rest, separator, path.name), GridKind.SHEET, path.stem)


def read_text(text: str) -> tuple[Grid, ...]:
    """Return the one grid of a pasted text: a table, or a column of lines where none is seen.

    Raises KnownError "pasted_too_long".
    """
    if len(text) > limits.TEXT_FILE_BYTES:
        raise too_long("")
    separator, rest = named_separator(text.strip("\r\n"))
    separator = separator or _believed(rest)
    if separator:
        rows = _limited(rest, separator, "")
        return _grid(rejoined(rows) if separator == "\t" else rows, GridKind.TABLE)
    columns = columns_of(rest)
    if columns is not None:
        return _grid(columns, GridKind.TABLE)
    return _grid(_lines(rest, ""), GridKind.TEXT)


def too_long(name: str) -> KnownError:
    """Return the refusal of a text that no task list is as long as; pasted ones have no name."""
    megabytes = limits.TEXT_FILE_BYTES // 1_000_000
    if name:
        return KnownError(
            "file_too_long",
            name=name,
            megabytes=megabytes,
            rows=limits.ROWS,
            columns=limits.COLUMNS,
        )
    return KnownError(
        "pasted_too_long", megabytes=megabytes, rows=limits.ROWS, columns=limits.COLUMNS
    )


def _believed(text: str) -> str:
    separator = likeliest(text)
    if separator and (separator not in _MARKS_OF_PROSE or _cuts_evenly(text, separator)):
        return separator
    return "\t" if "\t" in text.strip() else ""


def _cuts_evenly(text: str, separator: str) -> bool:
    same, width = evenness(list(rows_of(text, separator)))
    return "\n" in text and same >= _LEAST_EVEN and width >= _LEAST_COLUMNS


def _limited(text: str, separator: str, name: str) -> Rows:
    rows: Rows = []
    cells = 0
    for row in rows_of(text, separator):
        cells += len(row)
        if len(row) > limits.COLUMNS or len(rows) == limits.ROWS or cells > limits.CELLS:
            raise too_long(name)
        rows.append(row)
    return rows


def _lines(text: str, name: str) -> Rows:
    lines = text.splitlines()
    if len(lines) > limits.ROWS:
        raise too_long(name)
    return [[line] for line in lines]


def _grid(rows: Rows, kind: GridKind, name: str = "") -> tuple[Grid, ...]:
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        return ()
    tidy, legacy = tidied_rows(rows)
    return (Grid(kind, tidy, name=name, legacy=legacy),)
