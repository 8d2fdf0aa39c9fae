"""Activities kept in a spreadsheet: which row heads the table, and what its columns hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import fold
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.domain.indicator import Indicator


class Field(StrEnum):
    """What a column of such a table holds."""

    TITLE = "title"
    ITEMS = "items"
    WHEN = "when"
    UNTIL = "until"
    KIND = "kind"
    PART = "part"
    PLACE = "place"
    CONTENT = "content"
    RESULT = "result"
    READINGS = "readings"
    PARTNERS = "partners"
    AUDIENCE = "audience"
    FUNDING = "funding"
    OBSTACLE = "obstacle"
    PROPOSAL = "proposal"
    DOCUMENT = "document"
    LINK = "link"
    IGNORED = "ignored"


NEEDED = frozenset({Field.TITLE, Field.WHEN})
"""What a row must have a column for, to be the one that heads a table of activities."""

_LOOKED_AT = 40
"""How many first rows may head the table."""

_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Headings:
    """How columns are headed: by field, the first wording being the one we write ourselves.

    A column may also be headed by an indicator's name or code: it holds that figure.
    """

    fields: Mapping[Field, tuple[str, ...]]
    catalogue: Mapping[str, Indicator]

    @cached_property
    def _known(self) -> dict[str, Field | str]:
        known: dict[str, Field | str] = {}
        for indicator in self.catalogue.values():
            known[_key(indicator.name)] = known[_key(indicator.code)] = indicator.code
        for field, wordings in self.fields.items():
            known.update((_key(wording), field) for wording in wordings)
        return known

    def column(self, heading: str) -> Field | str | None:
        """Return the field or the indicator's code that a heading names; None for another."""
        return self._known.get(_key(heading))


@immutable
class ActivitySheet:
    """A table of activities found in a grid: the row that heads it, and its columns.

    `columns` gives a field or the code of an indicator; `strange` are the columns whose heading
    is not known.
    """

    grid: Grid
    header: int
    columns: Mapping[int, Field | str]
    strange: tuple[int, ...]


def find_sheet(grids: tuple[Grid, ...], headings: Headings) -> ActivitySheet | None:
    """Return the first table of activities among grids that are not hidden; None without one."""
    for grid in grids:
        if not grid.hidden and (found := _find(grid, headings)):
            return found
    return None


def _find(grid: Grid, headings: Headings) -> ActivitySheet | None:
    for row, cells in enumerate(grid.rows[:_LOOKED_AT]):
        named = {
            column: known
            for column, text in enumerate(cells)
            if text.strip() and (known := headings.column(text)) is not None
        }
        if set(named.values()) >= NEEDED:
            strange = tuple(
                column for column, text in enumerate(cells) if text.strip() and column not in named
            )
            return ActivitySheet(grid, row, _once(named), strange)
    return None


def _once(named: Mapping[int, Field | str]) -> dict[int, Field | str]:
    """Leave out what is headed alike further right: the first column counts."""
    taken: dict[Field | str, int] = {}
    for column, known in named.items():
        taken.setdefault(known, column)
    return {
        column: known if taken[known] == column else Field.IGNORED
        for column, known in named.items()
    }


def _key(heading: str) -> str:
    words = fold(_BRACKETS.sub(" ", heading))
    return " ".join(re.findall(r"\w+", words))
