"""The tables on one page, and the lines of text outside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.files import pdf_columns
from ttdn_desktop.files.pdf_frames import Frame, frames
from ttdn_desktop.files.pdf_words import TextLine, text_lines
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.grid import Cell, LegacyEncoding
    from ttdn_desktop.files.pdf_letters import Letter, Page

_ABOVE_BASELINE = 0.3
"""A letter's middle stands so far above its baseline, in its size."""
_NEAR = 3.0
"""A line this near to a table, in points, is one of its own."""
_COLUMNS_OF_A_TABLE = 3
"""From so many columns on, one filled cell makes a table's row; fewer need two filled cells."""


class Box(NamedTuple):
    """A cell: its first row and column, how many it spans, its text, whether it is bold."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    bold: bool = False


@immutable
class Fragment:
    """A table as far as one page has it: column edges, top and bottom in points, its cells.

    `legacy` counts the letters of each encoding from before Unicode; None counts the others.
    `spaced` are columns that only white space parts.
    """

    page: int
    edges: tuple[float, ...]
    top: float
    bottom: float
    height: int
    boxes: tuple[Box, ...]
    legacy: Counter[LegacyEncoding | None]
    spaced: bool = False


@immutable
class PageParts:
    """What a page holds: tables and lines from top to bottom, and its size in points.

    `doubtful` lines look like a table that is not sure. `footlines` are level lines outside
    tables that may stand over footnotes: (left, right, height).
    """

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]
    lines: tuple[TextLine, ...]
    doubtful: bool
    footlines: tuple[tuple[float, float, float], ...]
    legacy: Counter[LegacyEncoding | None]


@dataclass(slots=True)
class _Held:
    """The letters that stand in a frame: all, and those of each row and column of its lines."""

    frame: Frame
    letters: list[Letter] = field(default_factory=list)
    cells: dict[Cell, list[Letter]] = field(default_factory=dict)
    turned: dict[Cell, list[Letter]] = field(default_factory=dict)


def parts_of(page: Page, known: tuple[float, ...] = ()) -> PageParts:
    """Return a page's tables and lines.

    `known` are the columns of the table on the page before, where only white space parts them.
    """
    held, outside = _shared_out(page, frames(page.rules))
    fragments: list[Fragment] = []
    doubtful = False
    for each in held:
        before = known if not fragments else columns_of(fragments[-1])
        upright = each.frame.upright
        fragment = _ruled(page.number, each) if upright else _levelled(page.number, each, before)
        if fragment is None:
            outside += each.letters
            doubtful = doubtful or bool(each.letters and each.frame.upright and each.cells)
        else:
            fragments.append(fragment)
    lines = text_lines(outside)
    if not fragments and (bare := pdf_columns.table(lines, known)) is not None:
        doubtful = not bare.rows
        if bare.rows:
            fragments = [_bare(page.number, bare, outside)]
            lines = [line for line in lines if line not in bare.lines]
    return PageParts(
        page.number,
        page.width,
        page.height,
        tuple(fragments),
        tuple(lines),
        doubtful and not fragments,
        tuple((r.x0, r.x1, r.y0) for r in page.rules if r.level and _is_outside(r.x0, r.y0, held)),
        _legacy(outside),
    )


def _is_outside(x: float, y: float, held: Iterable[_Held]) -> bool:
    return not any(each.frame.holds(x, y + shift) for each in held for shift in (-_NEAR, 0, _NEAR))


def _legacy(letters: Iterable[Letter]) -> Counter[LegacyEncoding | None]:
    return Counter(letter.face.legacy for letter in letters if letter.text != " ")


def _shared_out(page: Page, found: Sequence[Frame]) -> tuple[list[_Held], list[Letter]]:
    """Give each letter to the smallest frame it stands in; return also those in none."""
    held = [_Held(frame) for frame in found]
    by_size = sorted(held, key=lambda each: _area(each.frame))
    outside: list[Letter] = []
    for letter in page.letters:
        place = ((letter.x0 + letter.x1) / 2, letter.y - _ABOVE_BASELINE * letter.size)
        mine = next((each for each in by_size if each.frame.holds(*place)), None)
        if mine is None:
            outside.append(letter)
        else:
            mine.letters.append(letter)
            mine.cells.setdefault(_cell(mine.frame, *place), []).append(letter)
    for turned in page.turned:
        mine = next((each for each in by_size if each.frame.holds(turned.x, turned.y)), None)
        if mine is not None:
            cell = _cell(mine.frame, turned.x, turned.y)
            mine.turned.setdefault(cell, []).append(turned.letter)
    return held, outside


def _cell(frame: Frame, x: float, y: float) -> Cell:
    return frame.row_at(y), frame.column_at(x)


def _area(frame: Frame) -> float:
    return (frame.xs[-1] - frame.xs[0]) * (frame.ys[-1] - frame.ys[0])


def _ruled(page: int, held: _Held) -> Fragment | None:
    frame = held.frame
    boxes: list[Box] = []
    for cell in frame.cells:
        within = [
            (row, column)
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        text, bold = _text(held, within)
        boxes.append(Box(cell.row, cell.column, cell.rows, cell.columns, text, bold))
    filled = sum(bool(box.text) for box in boxes)
    if filled == 0 or (filled == 1 and len(frame.xs) <= _COLUMNS_OF_A_TABLE):
        return None
    if any(box.column == 0 and pdf_columns.are_codes(box.text.split("\n")) for box in boxes):
        return _run_together(page, held)
    return _fragment(page, frame, boxes, held.letters)


def _text(held: _Held, within: Sequence[Cell]) -> tuple[str, bool]:
    """Return a cell's lines joined by line breaks, and whether they are bold."""
    letters = [letter for cell in within for letter in held.cells.get(cell, ())]
    if not letters:
        letters = [letter for cell in within for letter in held.turned.get(cell, ())]
    lines = text_lines(letters)
    text = "\n".join(line.text.replace("\t", " ") for line in lines)
    return text, bool(lines) and all(line.bold for line in lines)


def _run_together(page: int, held: _Held) -> Fragment | None:
    """Part the rows of a table that has lines between its columns alone, if they are sure."""
    found = pdf_columns.within(text_lines(held.letters), held.frame.xs)
    return _bare(page, found, held.letters) if found.rows else None


def _fragment(page: int, frame: Frame, boxes: list[Box], letters: list[Letter]) -> Fragment:
    height = len(frame.ys) - 1
    return Fragment(
        page, frame.xs, frame.ys[0], frame.ys[-1], height, tuple(boxes), _legacy(letters)
    )


def _levelled(page: int, held: _Held, known: tuple[float, ...]) -> Fragment | None:
    """Return a table whose rows lines part, and whose columns white space does."""
    frame = held.frame
    lines = text_lines(held.letters)
    edges = known if pdf_columns.fits(lines, known) else pdf_columns.gutters(lines)
    if len(edges) < _COLUMNS_OF_A_TABLE:
        return None
    rows = [pdf_columns.Row(y) for y in frame.ys[:-1]]
    for line in lines:
        pdf_columns.add(rows[frame.row_at(line.y - _ABOVE_BASELINE * line.size)], line, edges)
    return Fragment(
        page=page,
        edges=edges,
        top=frame.ys[0],
        bottom=frame.ys[-1],
        height=len(rows),
        boxes=tuple(_boxes(rows, edges)),
        legacy=_legacy(held.letters),
        spaced=True,
    )


def _bare(page: int, found: pdf_columns.Columns, letters: Iterable[Letter]) -> Fragment:
    lines, rows = found.lines, found.rows
    top, bottom = lines[0].y - lines[0].size, lines[-1].y + lines[-1].size / 4
    legacy = _legacy(letter for letter in letters if top <= letter.y <= bottom)
    boxes = tuple(_boxes(rows, found.edges))
    return Fragment(page, found.edges, top, bottom, len(rows), boxes, legacy, spaced=True)


def columns_of(fragment: Fragment) -> tuple[float, ...]:
    """Return the columns that white space parts in a table, for the page that goes on with it."""
    return fragment.edges if fragment.spaced else ()


def _boxes(rows: Sequence[pdf_columns.Row], edges: Sequence[float]) -> Iterable[Box]:
    """Return a box for each cell; what runs on over columns spans them."""
    for number, row in enumerate(rows):
        column = 0
        while column < len(edges) - 1:
            end = row.ends.get(column, column)
            text = "\n".join(row.lines.get(column, ()))
            yield Box(number, column, 1, end - column + 1, text, row.bold.get(column, False))
            column = end + 1
