"""One sheet of an .ods, put together row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ttdn_desktop.domain.grid import Grid, GridKind, Merge
from ttdn_desktop.files import limits
from ttdn_desktop.files.cell_address import far_cell
from ttdn_desktop.files.ods_cells import NUMERIC, kind_of, repeated, spanned, text_of
from ttdn_desktop.files.ods_styles import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.domain.grid import Cell, LegacyEncoding
    from ttdn_desktop.files.ods_styles import Style, Styles

_CELL: Final = f"{TABLE}table-cell"
_CELLS: Final = frozenset({_CELL, f"{TABLE}covered-table-cell"})
_ROWS: Final = f"{TABLE}number-rows-repeated"
_COLUMNS: Final = f"{TABLE}number-columns-repeated"
_STYLE_NAME: Final = f"{TABLE}style-name"


class OdsSheet:
    """Takes rows as they come. Empty ones count once another follows that is not."""

    def __init__(self, number: int, name: str, styles: Styles, *, hidden: bool) -> None:
        """Begin an empty sheet."""
        self.hidden = hidden
        self._grid = Grid(GridKind.SHEET, (), number, name, hidden=hidden)
        self._styles = styles
        self._row = 0
        self._told = 0
        self._merges: list[Merge] = []
        self._bold: set[Cell] = set()
        self._numeric: set[Cell] = set()
        self._dates: set[Cell] = set()
        self._legacy: LegacyEncoding | None = None

    def rows(self, element: etree._Element) -> Iterator[list[str]]:
        """Yield the texts of a table:table-row as often as it is repeated, and gaps before it.

        Raises KnownError file_cell_far.
        """
        times = repeated(element, _ROWS, limits.ROWS + 1)
        texts = self._texts(element)
        if not texts:
            self._row += times
            return
        for _ in range(times):
            if self._row >= limits.ROWS:
                raise far_cell(self._grid.name, self._row, len(texts) - 1)
            yield from ([] for _ in range(self._row - self._told))
            yield texts
            self._row += 1
            self._told = self._row

    def finished(self) -> Grid:
        """Return the sheet without its rows."""
        return Grid(
            self._grid.kind,
            (),
            self._grid.number,
            self._grid.name,
            merges=tuple(self._merges[: limits.MERGES]),
            bold=frozenset(self._bold),
            numeric=frozenset(self._numeric),
            dates=frozenset(self._dates),
            legacy=self._legacy,
            hidden=self.hidden,
        )

    def _texts(self, element: etree._Element) -> list[str]:
        texts: list[str] = []
        column = 0
        for cell in element:
            tag = cell.tag
            if tag not in _CELLS:
                continue
            times = repeated(cell, _COLUMNS, limits.LARGEST_PLACE)
            text = self._text(cell, column) if tag == _CELL else ""
            if text and column + times > limits.COLUMNS:
                raise far_cell(self._grid.name, self._row, column + times - 1)
            if text:
                texts.extend([""] * (column - len(texts)))
                texts.extend([text] * times)
            column += times
        return texts

    def _text(self, cell: etree._Element, column: int) -> str:
        kind = kind_of(cell)
        text = text_of(cell, kind, self._styles)
        at = (self._row, column)
        rows, columns = spanned(cell)
        if rows > 1 or columns > 1:
            self._merges.append(Merge(*at, rows, columns))
        if not text or text.isspace():
            return ""
        self._look(at, kind, self._styles.of(cell.get(_STYLE_NAME)))
        return text

    def _look(self, at: Cell, kind: str, style: Style) -> None:
        self._legacy = style.legacy or self._legacy
        if style.bold and at[0] < limits.STYLED_ROWS:
            self._bold.add(at)
        if kind in NUMERIC:
            self._numeric.add(at)
        elif kind == "date":
            self._dates.add(at)
