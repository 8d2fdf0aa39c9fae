"""A Word table as a Grid: rectangular rows, merged cells, what is bold and what Word counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Grid, GridKind, Merge
from ttdn_desktop.files import limits
from ttdn_desktop.files.docx_columns import placed
from ttdn_desktop.files.docx_lines import Story
from ttdn_desktop.files.docx_package import TooLargeError
from ttdn_desktop.files.docx_rows import Joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.grid import Cell, LegacyEncoding
    from ttdn_desktop.files.docx_columns import Span
    from ttdn_desktop.files.docx_rows import RawCell, RawRow, TableReader


@dataclass(slots=True)
class _Drawing:
    """A grid in the making; `open` are merged cells by their columns, until a row ends them."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    blocks: list[Merge] = field(default_factory=list)
    open: dict[Span, int] = field(default_factory=dict)
    bold: set[Cell] = field(default_factory=set)
    automatic: set[Cell] = field(default_factory=set)
    all: Story = field(default_factory=Story)


def grids_of(table: TableReader, above: Story) -> Iterator[Grid]:
    """Yield a table's grid and, behind it, those of the tables within its cells.

    A table without rows yields only the latter. Raises TooLargeError.
    """
    if table.rows:
        yield _grid(table, above)
    for inner in table.inner:
        yield from grids_of(inner, Story())


def text_grid(story: Story) -> Grid:
    """Return a grid of one column: the paragraphs of a document that has no table."""
    lines = [line for line in story.lines if line.text.strip()]
    return Grid(
        GridKind.TEXT,
        tuple((line.text.strip(),) for line in lines),
        bold=frozenset((row, 0) for row, line in enumerate(lines) if line.bold),
        automatic=frozenset((row, 0) for row, line in enumerate(lines) if line.automatic),
        notes=story.notes,
        legacy=legacy_of(story),
    )


def paragraphs(story: Story) -> tuple[str, ...]:
    """Return the lines that say something."""
    return tuple(text for line in story.lines if (text := line.text.strip()))


def legacy_of(story: Story) -> LegacyEncoding | None:
    """Return the old encoding that more than half of the letters are in, if any."""
    half = sum(story.fonts.values()) / 2
    return next((encoding for encoding, letters in story.fonts.items() if letters > half), None)


def _grid(table: TableReader, above: Story) -> Grid:
    spans, columns = placed(table.rows, table.widths())
    if len(table.rows) * columns > limits.TABLE_CELLS:
        raise TooLargeError(columns)
    drawing = _Drawing()
    for row, places in zip(table.rows, spans, strict=True):
        _draw(drawing, row, places, columns)
    return Grid(
        GridKind.TABLE,
        tuple(drawing.rows),
        merges=tuple(block for block in drawing.blocks if block.rows * block.columns > 1),
        bold=frozenset(drawing.bold),
        automatic=frozenset(drawing.automatic),
        above=paragraphs(above),
        notes={**above.notes, **drawing.all.notes},
        legacy=legacy_of(drawing.all),
    )


def _draw(drawing: _Drawing, row: RawRow, places: list[Span], columns: int) -> None:
    texts = [""] * columns
    opened: dict[Span, int] = {}
    for cell, span in zip(row.cells, places, strict=True):
        at = (len(drawing.rows), span[0])
        block = drawing.open.get(span)
        if cell.joined is Joined.COVERED and block is not None:
            opened[span] = block
            above = drawing.blocks[block]
            drawing.blocks[block] = Merge(above.row, above.column, above.rows + 1, above.columns)
            continue
        if cell.joined is not Joined.ALONE:
            opened[span] = len(drawing.blocks)
        drawing.blocks.append(Merge(*at, 1, span[1] - span[0]))
        texts[span[0]] = _write(drawing, cell, at)
    drawing.open = opened
    drawing.rows.append(tuple(texts))


def _write(drawing: _Drawing, cell: RawCell, at: Cell) -> str:
    text = cell.story.text()
    if cell.story.bold():
        drawing.bold.add(at)
    if cell.story.automatic():
        drawing.automatic.add(at)
    drawing.all.take(cell.story)
    return text
