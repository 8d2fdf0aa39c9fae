"""Tables that go on over pages made one: columns matched, repeated headings dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Grid, GridKind, LegacyEncoding, Merge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.files.pdf_fragments import Box, Fragment

_AGREE = 4.0
"""How far the edges of columns on two pages may differ, in points."""
_SHIFT = 60.0
"""How far a table may be set off on the next page: margins that change from left to right."""
_HEADING_ROWS = 5
_LEGACY_SHARE = 0.2
_SENTENCE_ENDS = (".", ";", ":", "!", "?")


@dataclass(slots=True)
class Table:
    """A table as it grows over pages: its column edges and its rows of boxes."""

    edges: list[float]
    boxes: list[Box] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    continued: set[int] = field(default_factory=set)
    legacy: Counter[LegacyEncoding | None] = field(default_factory=Counter)
    above: tuple[str, ...] = ()

    @classmethod
    def of(cls, fragment: Fragment, above: tuple[str, ...]) -> Table:
        """Return the table that begins with a fragment."""
        table = cls(list(fragment.edges), above=above)
        table._append(fragment, list(range(len(fragment.edges))), skip=0)
        return table

    def go_on(self, fragment: Fragment) -> bool:
        """Add the rows of a fragment on the next page; False where its columns do not agree."""
        shift = self.edges[0] - fragment.edges[0]
        moved = [edge + shift for edge in fragment.edges]
        if abs(shift) > _SHIFT or abs(self.edges[-1] - moved[-1]) > _AGREE:
            return False
        if not (_all_in(moved, self.edges) or _all_in(self.edges, moved)):
            return False
        self._widen(moved)
        places = [_nearest(self.edges, edge) for edge in moved]
        skip = self._repeated(fragment, places)
        first = len(self.pages)
        self._append(fragment, places, skip)
        if first < len(self.pages) and self._may_continue(first):
            self.continued.add(first)
        return True

    def _widen(self, moved: Sequence[float]) -> None:
        """Take in the edges that only the new page has; cells so far span them."""
        if len(moved) <= len(self.edges):
            return
        places = [_nearest(moved, edge) for edge in self.edges]
        self.edges = list(moved)
        self.boxes = [_placed(box, places, 0) for box in self.boxes]

    def _append(self, fragment: Fragment, places: Sequence[int], skip: int) -> None:
        down = len(self.pages) - skip
        self.boxes += [_placed(box, places, down) for box in fragment.boxes if box.row >= skip]
        self.pages += [fragment.page] * (fragment.height - skip)
        self.legacy += fragment.legacy

    def _repeated(self, fragment: Fragment, places: Sequence[int]) -> int:
        """Return how many of the first rows are those at the table's head again."""
        new = _by_row([_placed(box, places, 0) for box in fragment.boxes], fragment.height)
        height = min(len(self.pages), 2 * _HEADING_ROWS)
        head = _by_row([box for box in self.boxes if box.row < height], height)
        return max((_alike(head[at:], new) for at in range(min(_HEADING_ROWS, height))), default=0)

    def _may_continue(self, row: int) -> bool:
        """Whether a row behind a page's end may be the rest of the one before it."""
        before = {box.column: box.text for box in self.boxes if box.row == row - 1}
        cells = {box.column: box.text for box in self.boxes if box.row == row}
        if not cells.get(0, "").strip():
            return True
        return any(
            text[:1].islower() and not before.get(column, ".").rstrip().endswith(_SENTENCE_ENDS)
            for column, text in cells.items()
            if column
        )

    def rename_marks(self, page: int, names: Mapping[str, str]) -> None:
        """Give the marks of a page's footnotes the names that they bear in the whole file."""
        for at, box in enumerate(self.boxes):
            if NOTE_OPEN in box.text and self.pages[box.row] == page:
                text = box.text
                for mark, name in names.items():
                    old = f"{NOTE_OPEN}{mark}{NOTE_CLOSE}"
                    text = text.replace(old, f"{NOTE_OPEN}{name}{NOTE_CLOSE}")
                self.boxes[at] = box._replace(text=text)

    def grid(self, number: int, notes: Mapping[str, str], below: tuple[str, ...]) -> Grid:
        """Return the whole table; `notes` are those of the file, of which it keeps its own."""
        rows = [[""] * (len(self.edges) - 1) for _ in self.pages]
        for box in self.boxes:
            rows[box.row][box.column] = box.text
        whole = "".join(box.text for box in self.boxes)
        return Grid(
            kind=GridKind.PAGE,
            rows=tuple(tuple(row) for row in rows),
            number=number,
            merges=tuple(
                Merge(box.row, box.column, box.rows, box.columns)
                for box in sorted(self.boxes)
                if box.rows > 1 or box.columns > 1
            ),
            bold=frozenset((box.row, box.column) for box in self.boxes if box.bold),
            pages=tuple(self.pages),
            above=self.above,
            below=below,
            notes={m: n for m, n in notes.items() if f"{NOTE_OPEN}{m}{NOTE_CLOSE}" in whole},
            legacy=encoding(self.legacy),
            continued=frozenset(self.continued),
        )


def encoding(letters: Counter[LegacyEncoding | None]) -> LegacyEncoding | None:
    """Return the encoding from before Unicode that the fonts of many letters speak of."""
    total = letters.total()
    kinds = [(count, kind) for kind, count in letters.items() if kind is not None]
    if not kinds or max(kinds)[0] < _LEGACY_SHARE * total:
        return None
    return max(kinds)[1]


def _all_in(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(min(abs(edge - other) for other in others) <= _AGREE for edge in some)


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - edge))


def _placed(box: Box, places: Sequence[int], down: int) -> Box:
    """Return a box in the columns of a table whose edge `places[n]` is the box's edge n."""
    left, right = places[box.column], places[box.column + box.columns]
    return box._replace(row=box.row + down, column=left, columns=max(1, right - left))


def _by_row(boxes: Sequence[Box], height: int) -> list[list[tuple[int, str]]]:
    rows: list[list[tuple[int, str]]] = [[] for _ in range(height)]
    for box in sorted(boxes):
        if box.text:
            rows[box.row].append((box.column, box.text))
    return rows


def _alike(head: list[list[tuple[int, str]]], new: list[list[tuple[int, str]]]) -> int:
    """Return how many rows at the start of both are the same; the first must hold two cells."""
    if not head or len(head[0]) < 2:  # noqa: PLR2004  (a lone number may be there by chance)
        return 0
    count = 0
    for old, again in zip(head[:_HEADING_ROWS], new, strict=False):
        if old != again:
            break
        count += 1
    return count
