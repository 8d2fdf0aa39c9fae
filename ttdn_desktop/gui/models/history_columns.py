"""The columns of what tells the past: events, their fields, changes of everything, the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui import instants
from ttdn_desktop.gui.models.columns import TableColumn

if TYPE_CHECKING:
    from ttdn_desktop.domain.story import Event, FieldChange
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.bin import Binned
    from ttdn_desktop.services.take_back import Step

WHEN, WHO = 132, 132


def event_columns(words: Words) -> tuple[TableColumn[Event], ...]:
    """Return when, who, what."""
    return (
        TableColumn(
            title=words.say("history.when"),
            text=lambda event: instants.day_and_minute(event.at),
            width=WHEN,
        ),
        TableColumn(title=words.say("history.who"), text=lambda event: event.actor, width=WHO),
        TableColumn(title=words.say("history.what"), text=lambda event: event.label),
    )


def field_columns(words: Words) -> tuple[TableColumn[FieldChange], ...]:
    """Return the field's name, before, after."""
    return (
        TableColumn(
            title=words.say("history.field"),
            text=lambda each: words.say(f"history.field.{each.name}"),
            width=150,
        ),
        TableColumn(title=words.say("history.before"), text=lambda each: each.before or "–"),
        TableColumn(title=words.say("history.after"), text=lambda each: each.after or "–"),
    )


def step_columns(words: Words) -> tuple[TableColumn[Step], ...]:
    """Return when, who, what, and whether it can be taken back."""

    def can(step: Step) -> str:
        return words.say("history.can_yes") if step.can else words.say("history.can_no")

    def why(step: Step) -> str:
        return can(step) if step.why_not is None else words.refusal(step.why_not)

    return (
        TableColumn(
            title=words.say("history.when"),
            text=lambda step: instants.day_and_minute(step.at),
            width=WHEN,
        ),
        TableColumn(title=words.say("history.who"), text=lambda step: step.actor, width=WHO),
        TableColumn(title=words.say("history.what"), text=lambda step: step.label),
        TableColumn(
            title=words.say("history.can"),
            text=can,
            width=72,
            tone=lambda step: "" if step.can else "quiet",
            tip=why,
        ),
    )


def bin_columns(words: Words) -> tuple[TableColumn[Binned], ...]:
    """Return kind, code, name, since when, by whom."""
    return (
        TableColumn(
            title=words.say("history.bin_kind"),
            text=lambda each: words.say(f"history.kind.{each.kind}"),
            width=84,
        ),
        TableColumn(title=words.say("history.bin_code"), text=lambda each: each.code, width=56),
        TableColumn(title=words.say("history.bin_name"), text=lambda each: each.name),
        TableColumn(
            title=words.say("history.bin_at"),
            text=lambda each: instants.day_and_minute(each.binned_at),
            width=WHEN,
        ),
        TableColumn(title=words.say("history.bin_by"), text=lambda each: each.by, width=WHO),
    )
