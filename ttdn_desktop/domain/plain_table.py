"""A table as data, for whatever file it is written into."""

from __future__ import annotations

from ttdn_desktop.immutable import immutable


@immutable
class TableColumn:
    """A column: its heading, and its width in millimetres on an A4 page lying across.

    `choices` are offered where the file can offer some.
    """

    heading: str
    width_mm: float
    choices: tuple[str, ...] = ()


@immutable
class TableRow:
    """A row; a strong one heads those that follow.

    Footnote marks in a cell stand between NOTE_OPEN and NOTE_CLOSE (see `grid`).
    """

    cells: tuple[str, ...]
    strong: bool = False


@immutable
class PlainTable:
    """A table with the lines above and below it; `name` is what its sheet is called."""

    name: str
    above: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    below: tuple[str, ...] = ()
