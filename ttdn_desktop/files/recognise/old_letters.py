"""Letters from before Unicode: noticed, and converted where the officer wishes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.legacy_text import converted, noticed
from ttdn_desktop.domain.task_list import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.grid import Grid, LegacyEncoding


def encoding_of(grids: Sequence[Grid]) -> LegacyEncoding | None:
    """Return the encoding from before Unicode that a file's letters are kept in, if any."""
    told = next((grid.legacy for grid in grids if grid.legacy), None)
    return told or noticed([text for grid in grids for row in grid.rows[:200] for text in row])


def in_unicode(grids: Sequence[Grid], encoding: LegacyEncoding) -> tuple[Grid, ...]:
    """Return the grids with their letters converted."""
    return tuple(_converted(grid, encoding) for grid in grids)


def legacy_problem(grid: Grid, encoding: LegacyEncoding) -> Problem:
    """Return what the officer is told where letters are not Unicode."""
    facts = {"encoding": encoding.upper()}
    return Problem("legacy_encoding", grid.place(), Severity.ERROR, facts)


def _converted(grid: Grid, encoding: LegacyEncoding) -> Grid:
    return replace(
        grid,
        rows=tuple(tuple(converted(text, encoding) for text in row) for row in grid.rows),
        above=tuple(converted(text, encoding) for text in grid.above),
        below=tuple(converted(text, encoding) for text in grid.below),
        notes={mark: converted(text, encoding) for mark, text in grid.notes.items()},
        legacy=None,
    )
