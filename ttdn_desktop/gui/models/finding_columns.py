"""What the layout check found, as a table: weight, rule, place, what stands there, what should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.gui import finding_words
from ttdn_desktop.gui.models.columns import TableColumn

if TYPE_CHECKING:
    from ttdn_desktop.domain.format_finding import Finding
    from ttdn_desktop.gui.words import Words

FOUND_COLUMN, EXPECTED_COLUMN = 3, 4
TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "quiet"}


def finding_columns(words: Words) -> tuple[TableColumn[Finding], ...]:
    """Return the columns."""
    return (
        TableColumn(
            title=words.say("format.severity"),
            text=lambda row: words.say(f"format.mark.{row.severity}"),
            tone=lambda row: TONES[row.severity],
            width=66,
        ),
        TableColumn(
            title=words.say("format.rule"),
            text=lambda row: finding_words.title(words, row),
            width=170,
        ),
        TableColumn(
            title=words.say("format.where"),
            text=lambda row: finding_words.where(words, row),
        ),
        TableColumn(
            title=words.say("format.found"),
            text=lambda row: finding_words.found(words, row),
            width=130,
        ),
        TableColumn(
            title=words.say("format.expected"),
            text=lambda row: finding_words.expected(words, row),
            width=180,
        ),
    )
