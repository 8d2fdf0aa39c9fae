"""The columns of the names that nobody knows: as written, where, and what they are said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.body_drafts import BodyDraft, Meaning
from ttdn_desktop.gui.models.columns import TableColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.listed_names import UnknownUnit


def unknown_columns(
    words: Words, drafts: Mapping[str, BodyDraft]
) -> tuple[TableColumn[UnknownUnit], ...]:
    """Return the columns; `drafts` (by name) are looked at each time a row is shown."""

    def meaning(row: UnknownUnit) -> str:
        draft = drafts[row.name]
        name = draft.other if draft.means is Meaning.OTHER else "; ".join(draft.origins)
        return words.say(f"import.names_told_{draft.means}", name=name or "…")

    def tone(row: UnknownUnit) -> str:
        return "quiet" if drafts[row.name].means is Meaning.KEPT else ""

    return (
        TableColumn(title=words.say("import.names_name"), text=lambda row: row.name),
        TableColumn(
            title=words.say("import.names_tasks"), text=lambda row: ", ".join(row.codes), width=88
        ),
        TableColumn(title=words.say("import.names_meaning"), text=meaning, tone=tone, width=176),
    )
