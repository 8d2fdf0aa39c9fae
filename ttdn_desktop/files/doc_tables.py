"""The tables of a Word 97-2003 document (.doc) as grids.

A cell with nothing but a number that Word counts is automatic; it is empty where its list is not
understood. Of tables within cells the text is kept, a line a cell.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Grid, GridKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.cell_text import tidied_rows
from ttdn_desktop.files.doc_file import opened, too_large
from ttdn_desktop.files.doc_rows import RawCell, RawRow, grown, placed, row_of
from ttdn_desktop.files.doc_text import CELL_END, TextReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from ttdn_desktop.domain.grid import Merge
    from ttdn_desktop.files.doc_text import Paragraph

_MARK = re.compile(f"{NOTE_OPEN}([^{NOTE_CLOSE}]+){NOTE_CLOSE}")
_DAMAGES = (OSError, ValueError, LookupError, TypeError, ArithmeticError, MemoryError, struct.error)
"""What reading comes to where the file's structures lead nowhere."""


def read(path: Path) -> tuple[Grid, ...]:
    """Return all tables in the document's order; without one, its paragraphs as a grid of text.

    Raises KnownError file_encrypted, file_old_office (before Word 97), file_too_large and, whatever
    is wrong in it, file_damaged; all with `name`, the file's. OSError as the file
    does.
    """
    if path.stat().st_size > limits.FILE_BYTES:
        raise too_large(path.name)
    with path.open("rb") as file:
        try:
            return _read(file, path.name)
        except _TooManyCellsError as error:
            raise too_large(path.name) from error
        except _DAMAGES as error:
            raise KnownError("file_damaged", name=path.name) from error


def _read(file: BinaryIO, name: str) -> tuple[Grid, ...]:
    reader = TextReader(opened(file, name))
    document = _Document()
    for paragraph in reader.paragraphs():
        document.take(paragraph)
    return document.grids(reader.notes())


class _TooManyCellsError(Exception):
    """A table has more cells than any task list."""


@dataclass(slots=True)
class _Document:
    """What was read so far; `between` are the lines since the last table."""

    tables: list[tuple[list[RawRow], tuple[str, ...]]] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    automatic: set[int] = field(default_factory=set)
    rows: list[RawRow] = field(default_factory=list)
    cells: list[RawCell] = field(default_factory=list)
    cell: RawCell = field(default_factory=RawCell)

    def take(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph."""
        if not paragraph.look.depth:
            self._end_table()
            self._take_line(paragraph)
        elif paragraph.look.row_end and paragraph.end == CELL_END:
            self._end_row(paragraph)
        else:
            self._take_cell(paragraph)

    def grids(self, notes: Mapping[str, str]) -> tuple[Grid, ...]:
        """Return the tables, the last with the lines behind it; or the lines alone."""
        self._end_table()
        if self.tables:
            grids = [
                _grid(rows, above, number, notes)
                for number, (rows, above) in enumerate(self.tables, start=1)
            ]
            grids[-1] = replace(grids[-1], below=tuple(self.between))
            return tuple(grids)
        rows, legacy = tidied_rows([line] for line in self.between)
        automatic = frozenset((row, 0) for row in self.automatic)
        text = Grid(GridKind.TEXT, rows, automatic=automatic, notes=notes, legacy=legacy)
        return (text,) if rows else ()

    def _take_line(self, paragraph: Paragraph) -> None:
        if text := paragraph.text():
            if paragraph.automatic():
                self.automatic.add(len(self.between))
            self.between.append(text)

    def _take_cell(self, paragraph: Paragraph) -> None:
        text = "" if paragraph.look.inner_row_end else paragraph.text()
        if text:
            self.cell.lines.append(text)
            self.cell.bold &= paragraph.bold
            self.cell.typed |= not paragraph.automatic()
        self.cell.counted |= paragraph.automatic()
        if paragraph.end == CELL_END and paragraph.look.depth == 1:
            self.cells.append(self.cell)
            self.cell = RawCell()

    def _end_row(self, paragraph: Paragraph) -> None:
        if self.cells:
            self.rows.append(row_of(self.cells, paragraph.look.row))
        self.cells, self.cell = [], RawCell()

    def _end_table(self) -> None:
        if self.cells or self.cell.lines:
            raise ValueError(len(self.rows))  # a row without its end
        if self.rows:
            self.tables.append((self.rows, tuple(self.between)))
            self.rows, self.between = [], []
            self.automatic.clear()


def _grid(
    rows: list[RawRow], above: tuple[str, ...], number: int, notes: Mapping[str, str]
) -> Grid:
    places, columns = placed(rows)
    if len(rows) * columns > limits.TABLE_CELLS:
        raise _TooManyCellsError
    covered = list(grown(rows, places))
    firsts = {(spot.row, spot.column) for spot in covered}
    texts = [[""] * columns for _ in rows]
    cells = {
        (spot.row, spot.column): cell
        for row, spots in zip(rows, places, strict=True)
        for cell, spot in zip(row.cells, spots, strict=True)
        if (spot.row, spot.column) in firsts
    }
    for (row, column), cell in cells.items():
        texts[row][column] = "\n".join(cell.lines)
    tidy, legacy = tidied_rows(texts)
    marks = {mark for row in tidy for text in row for mark in _MARK.findall(text)}
    return Grid(
        GridKind.TABLE,
        tidy,
        number=number,
        merges=_merged(covered),
        bold=frozenset(at for at, cell in cells.items() if cell.bold and cell.lines),
        automatic=frozenset(at for at, cell in cells.items() if cell.automatic),
        above=above,
        notes={mark: text for mark, text in notes.items() if mark in marks},
        legacy=legacy,
    )


def _merged(covered: Iterable[Merge]) -> tuple[Merge, ...]:
    several = (spot for spot in covered if spot.rows * spot.columns > 1)
    return tuple(sorted(several, key=lambda spot: (spot.row, spot.column)))
