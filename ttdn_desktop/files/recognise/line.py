"""A row of a task list: its cells by what they hold, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ttdn_desktop.domain.grid import Grid, Place


class Line(NamedTuple):
    """One row; texts as the cells have them, the value of a merged cell in each of its rows.

    `own` tells that lead, support, units or period stand in the row itself; `inside` that code
    and task are those of the row above, merged; `heading` that it is set as a heading: bold,
    or merged across.
    """

    grid: Grid
    row: int
    code: str = ""
    text: str = ""
    lead: str = ""
    support: str = ""
    units: str = ""
    period: str = ""
    product: str = ""
    own: bool = False
    inside: bool = False
    heading: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether there is nothing but a code and a text in it."""
        return not (self.lead or self.support or self.units or self.period or self.product)

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the texts of its cells, from the code to the product."""
        return self[2:9]

    @property
    def stated(self) -> tuple[str, str, str, str]:
        """Return who does it, and when: lead, support, units, period."""
        return self.lead, self.support, self.units, self.period

    @property
    def alone(self) -> bool:
        """Tell whether there is one text in it, and no more."""
        return self.bare and not (self.code and self.text)

    @property
    def said(self) -> str:
        """Return its first text: that of the task, or what stands in place of a code."""
        return self.text or self.code

    def place(self, column: int | None = None) -> Place:
        """Return where it stands."""
        return self.grid.place(self.row, column)
