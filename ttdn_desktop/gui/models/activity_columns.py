"""The columns of the table of activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import Precision, shown
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.typed_when import When, shown_when
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.services.browse_activities import ActivityRow, Order

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.services.browse_activities import Figure

    Say = Callable[..., str]

FIGURES_COLUMN = 3
_SHOWN_FIGURES = 2
_OF_PERSONS = " người"
"""Left out where figures are short: "14 lượt" for "14 lượt người"."""


def columns(say: Say) -> tuple[TableColumn[ActivityRow], ...]:
    """Return the columns; `say` gives their words."""
    return (
        TableColumn(
            title=say("activities.day"), text=short_day, tip=whole_day, width=78, order=Order.DAY
        ),
        TableColumn(
            title=say("activities.title_column"),
            text=lambda row: row.title,
            tip=lambda row: f"{row.code} · {row.title}",
            order=Order.TITLE,
        ),
        TableColumn(title=say("activities.items"), text=lambda row: ", ".join(row.items), width=66),
        TableColumn(title=say("activities.figures"), text=figures, tip=whole_figures, width=126),
        TableColumn(
            title=say("activities.evidence"),
            text=lambda row: proven(row, say),
            tone=lambda row: "" if row.evidence else "warn",
            width=70,
            order=Order.EVIDENCE,
        ),
    )


def short_day(row: ActivityRow) -> str:
    """Return a day as the table shows it: "05/03", "05–07/03", "03/2026", "quý II"."""
    moment = row.start
    if moment.precision is Precision.QUARTER:
        return shown(moment).partition("/")[0]
    if moment.precision is Precision.MONTH:
        return shown(moment)
    first, until = moment.first, row.until
    if until is None or until == first:
        return f"{first:%d/%m}"
    start = f"{first:%d}" if first.month == until.month else f"{first:%d/%m}"
    return f"{start}–{until:%d/%m}"


def whole_day(row: ActivityRow) -> str:
    """Return a day with its year."""
    return shown_when(When(row.start, row.until))


def figures(row: ActivityRow) -> str:
    """Return the first figures: "1 đoàn / 14 lượt người"."""
    shown_ones = [_told(each) for each in row.figures[:_SHOWN_FIGURES]]
    return " / ".join(shown_ones) + (" …" if row.figures[_SHOWN_FIGURES:] else "")


def whole_figures(row: ActivityRow) -> str:
    """Return all figures by name, one a line."""
    return "\n".join(f"{each.name}: {_told(each)}" for each in row.figures)


def proven(row: ActivityRow, say: Say) -> str:
    """Return how much evidence there is: "✓ 2", "! thiếu"."""
    if not row.evidence:
        return say("activities.unproven")
    return say("activities.proven", count=row.evidence)


def _told(figure: Figure) -> str:
    about = "~" if figure.approximate else ""
    return f"{about}{grouped(figure.value)} {figure.unit.removesuffix(_OF_PERSONS)}"
