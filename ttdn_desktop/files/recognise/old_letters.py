"""Letters from before Unicode: noticed, and converted where the officer wishes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.legacy_text import converted, noticed
from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.grid import Grid, LegacyEncoding

_SAMPLE = 200
_ONLY_UNICODE = frozenset("ăđơưĂĐƠƯ")
_FIRST_MARKED, _LAST_MARKED = "\u1ea0", "\u1ef9"


def encoding_of(grids: Sequence[Grid]) -> LegacyEncoding | None:
    """Return the encoding from before Unicode that most of a file's letters are kept in, if any."""
    texts = [text for grid in grids for row in grid.rows[:_SAMPLE] for text in row]
    modern = sum(map(_is_unicode, texts))
    told = next((grid.legacy for grid in grids if grid.legacy), None) or noticed(texts)
    return told if modern <= sum(map(_is_old, texts)) else None


def in_unicode(grids: Sequence[Grid], encoding: LegacyEncoding) -> tuple[Grid, ...]:
    """Return the grids with their letters converted; texts that are Unicode stay as they are."""
    return tuple(_converted(grid, encoding) for grid in grids)


def legacy_problem(grid: Grid, encoding: LegacyEncoding) -> Problem:
    """Return what the officer is told where letters are not Unicode."""
    facts = {"encoding": encoding.upper()}
    return Problem("legacy_encoding", grid.place(), Severity.ERROR, facts)


def old_cells(grids: Sequence[Grid]) -> Iterator[Problem]:
    """Yield a problem for each grid that holds old letters among modern ones, at the first cell."""
    for grid in grids:
        places = [
            (row, column)
            for row, cells in enumerate(grid.rows if grid.legacy else ())
            for column, text in enumerate(cells)
            if _is_old(text)
        ]
        if places and grid.legacy:
            facts = {"encoding": grid.legacy.upper(), "count": len(places)}
            yield Problem("legacy_cells", grid.place(*places[0]), Severity.ERROR, facts)


def _is_unicode(text: str) -> bool:
    """Tell whether a text has letters that no old encoding shows."""
    return any(
        _FIRST_MARKED <= letter <= _LAST_MARKED or letter in _ONLY_UNICODE for letter in text
    )


def _is_old(text: str) -> bool:
    """Tell whether a text has letters of Western Europe that are none of Vietnamese."""
    if text.isascii() or _is_unicode(text):
        return False
    return any(letter.isalpha() and not fold(letter).isascii() for letter in text)


def _converted(grid: Grid, encoding: LegacyEncoding) -> Grid:
    def new(text: str) -> str:
        return text if text.isascii() or _is_unicode(text) else converted(text, encoding)

    return replace(
        grid,
        rows=tuple(tuple(map(new, row)) for row in grid.rows),
        above=tuple(map(new, grid.above)),
        below=tuple(map(new, grid.below)),
        notes={mark: new(text) for mark, text in grid.notes.items()},
        legacy=None,
    )
