"""The rows of a table of activities before they are recorded, and what is wrong in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.typed_when import When, shown_when
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.problem_columns import told_place
from ttdn_desktop.services.import_activities import RowState

if TYPE_CHECKING:
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.import_activities import CellProblem, SeenRow

_TONES = {RowState.READY: "good", RowState.WRONG: "bad", RowState.KNOWN: "quiet"}


def seen_columns(words: Words) -> tuple[TableColumn[SeenRow], ...]:
    """Return the columns of the rows: what can be recorded as it will be, the rest as typed."""
    say = words.say

    def part(row: SeenRow) -> str:
        return say(f"activity.part.{row.ready.activity.part}") if row.ready else row.typed.part

    return (
        TableColumn(title=say("activity_import.row"), text=_row, width=56, right=True),
        TableColumn(
            title=say("activity_import.state"),
            text=lambda row: say(f"activity_import.state_{row.state}"),
            tone=lambda row: _TONES[row.state],
            width=80,
        ),
        TableColumn(title=say("activity_import.title_column"), text=lambda row: row.typed.title),
        TableColumn(title=say("activity_import.items"), text=_items, width=84),
        TableColumn(title=say("activity_import.when"), text=_when, width=124),
        TableColumn(title=say("activity_import.part"), text=part, width=84),
    )


def cell_problem_columns(words: Words) -> tuple[TableColumn[CellProblem], ...]:
    """Return the columns of what is wrong."""
    return (
        TableColumn(
            title=words.say("import.where"),
            text=lambda each: told_place(words, each.place),
            tone=lambda each: "quiet" if each.note else "bad",
            width=190,
        ),
        TableColumn(title=words.say("import.problem"), text=lambda each: words.refusal(each.error)),
    )


def _row(row: SeenRow) -> str:
    return str((row.place.row or 0) + 1)


def _items(row: SeenRow) -> str:
    return ", ".join(row.ready.form.items) if row.ready else row.typed.items


def _when(row: SeenRow) -> str:
    if row.ready is None:
        return row.typed.when
    return shown_when(When(row.ready.activity.start, row.ready.activity.until))
