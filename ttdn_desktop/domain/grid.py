"""What every file of tables is read into: grids of cells, each with the place it stands at."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

Cell = tuple[int, int]
"""Row and column of a cell in its grid, from 0."""

NOTE_OPEN, NOTE_CLOSE = "\ue000", "\ue001"
"""What a footnote's mark stands between within a cell's text: private letters, never printed."""


class GridKind(StrEnum):
    """What a grid was in its file; it decides how a place in it is told."""

    SHEET = "sheet"
    TABLE = "table"
    PAGE = "page"
    TEXT = "text"


class LegacyEncoding(StrEnum):
    """Encodings of Vietnamese from before Unicode that a file's letters may be kept in."""

    TCVN3 = "tcvn3"
    VNI = "vni"


@immutable
class Place:
    """Where something stands in a file: an address that an officer finds with his own program.

    `name` is a sheet's name, `number` the place of the sheet or table in the file, from 1;
    `row` and `column` count from 0 as the file counts them (row 6, column 1 of a sheet is B7),
    and are None where a whole grid is meant; `page` is the printed page, where it is known.
    """

    kind: GridKind
    number: int = 1
    name: str = ""
    row: int | None = None
    column: int | None = None
    page: int | None = None


@immutable
class Merge:
    """Cells merged into one: its first row and column, and how many it spans. Zero-based."""

    row: int
    column: int
    rows: int
    columns: int


@immutable
class Grid:
    r"""One sheet, table or page's table. Rows may be of different lengths; texts are NFC.

    A merged cell's text stands in its first cell, the others are "". Line breaks within a cell
    are "\n". `numeric` are the cells that the file keeps as numbers (an Excel "1.1" may have
    been "1.10"), `dates` those it keeps as dates (their text is dd/mm/yyyy), `automatic` those
    whose number was made by Word. `first_row` and `first_column` are what was cut off before
    the grid, so that places are those of the file; `pages` gives each row's page where it is
    known. `above` are the paragraphs between this table and the one before, `below` those
    behind the last one. `notes` are footnotes by mark; marks in texts stand between NOTE_OPEN
    and NOTE_CLOSE. `legacy` is an encoding that its fonts or letters speak of. `hidden` sheets
    are left alone unless they are named. `continued` are rows behind the end of a page that may
    be the rest of the row before; `unread_pages` are pages of the file that are pictures alone;
    `hidden_rows` are rows that a sheet hides, by a filter or by hand, among the first.
    """

    kind: GridKind
    rows: tuple[tuple[str, ...], ...]
    number: int = 1
    name: str = ""
    merges: tuple[Merge, ...] = ()
    bold: frozenset[Cell] = frozenset()
    numeric: frozenset[Cell] = frozenset()
    dates: frozenset[Cell] = frozenset()
    automatic: frozenset[Cell] = frozenset()
    first_row: int = 0
    first_column: int = 0
    pages: tuple[int, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    legacy: LegacyEncoding | None = None
    hidden: bool = False
    continued: frozenset[int] = frozenset()
    unread_pages: tuple[int, ...] = ()
    hidden_rows: frozenset[int] = frozenset()

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Return the place of a cell, a row, or the whole grid."""
        return Place(
            self.kind,
            self.number,
            self.name,
            None if row is None else row + self.first_row,
            None if column is None else column + self.first_column,
            self.pages[row] if row is not None and row < len(self.pages) else None,
        )

    def text(self, row: int, column: int) -> str:
        """Return a cell's text; "" beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


@immutable
class FileContent:
    """A file as it was read: `kind` is what it is by its content ("xlsx"), not by its name.

    `macros` tells that it brings some along, which were left alone.
    """

    name: str
    sha256: str
    kind: str
    grids: tuple[Grid, ...]
    macros: bool = False
