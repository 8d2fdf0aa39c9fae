"""What is doubtful in a file, as a table: how much it matters, where it stands, what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.place_words import place_words
from ttdn_desktop.domain.task_list import Severity
from ttdn_desktop.gui.models.columns import TableColumn

if TYPE_CHECKING:
    from ttdn_desktop.domain.grid import Place
    from ttdn_desktop.domain.task_list import Problem
    from ttdn_desktop.gui.words import Words

_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "quiet"}


def problem_columns(words: Words) -> tuple[TableColumn[Problem], ...]:
    """Return the columns."""
    return (
        TableColumn(
            title=words.say("import.severity"),
            text=lambda row: words.say(f"import.severity_{row.severity}"),
            tone=lambda row: _TONES[row.severity],
            width=96,
        ),
        TableColumn(
            title=words.say("import.where"),
            text=lambda row: told_place(words, row.place),
            width=230,
        ),
        TableColumn(
            title=words.say("import.problem"),
            text=lambda row: words.shared(f"read.{row.key}", **row.facts),
        ),
    )


def told_place(words: Words, place: Place) -> str:
    """Return where something stands in a file, in words."""
    key, facts = place_words(place)
    return words.shared(f"place.{key}", **facts)
