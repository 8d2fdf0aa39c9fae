"""Plain words where something was not possible, and questions with their own buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


def tell(parent: QWidget, words: Words, look: Look, sentence: str) -> None:
    """Say what happened, what is safe and what to do; wait until it is read."""
    dialog = Dialog(parent, look, words.say("dialogs.not_possible"))
    dialog.add_text(sentence)
    dialog.add_button(words.say("dialogs.understood"), dialog.accept, "primary").setFocus()
    dialog.exec()


def agrees(
    parent: QWidget, words: Words, look: Look, title: str, sentence: str, *, yes: str
) -> bool:
    """Ask before something that matters; `yes` is the button that does it."""
    dialog = Dialog(parent, look, title)
    dialog.add_text(sentence)
    dialog.add_button(words.say("dialogs.cancel"), dialog.reject)
    dialog.add_button(yes, dialog.accept, "primary").setFocus()
    return dialog.exec() == Dialog.DialogCode.Accepted
