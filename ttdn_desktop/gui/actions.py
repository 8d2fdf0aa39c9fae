"""Every action of the window and its keys, in one table: menus, buttons and tooltips read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.words import Words


@immutable
class Spec:
    """One action: its key in the words ("actions.new"), its keys, its place in the menu."""

    key: str
    shortcut: str = ""
    group: str = ""


ACTIONS = (
    Spec("new", "Ctrl+N", "work"),
    Spec("search", "Ctrl+K", "work"),
    Spec("undo", "Ctrl+Z", "work"),
    Spec("overview", "Ctrl+1", "pages"),
    Spec("tasks", "Ctrl+2", "pages"),
    Spec("activities", "Ctrl+3", "pages"),
    Spec("evidence", "Ctrl+4", "pages"),
    Spec("report", "Ctrl+5", "pages"),
    Spec("plan", "Ctrl+6", "pages"),
    Spec("format", "Ctrl+8", "pages"),
    Spec("settings", "Ctrl+7", "pages"),
    Spec("refresh", "F5", "program"),
    Spec("keys", "F1", "program"),
    Spec("quit", "Ctrl+Q", "program"),
    Spec("save", "Ctrl+S"),
    Spec("find", "Ctrl+F"),
    Spec("paste_evidence", "Ctrl+Shift+V"),
    Spec("attach", "Ctrl+Shift+A"),
    Spec("duplicate", "Ctrl+D"),
    Spec("bin", "Ctrl+Delete"),
    Spec("leave", "Escape"),
    Spec("export", "Ctrl+E"),
    Spec("import", "Ctrl+I"),
)
"""Those without a group belong to a page and are bound by it (`action`)."""

_SPECS = {spec.key: spec for spec in ACTIONS}


def action(owner: QWidget, key: str, words: Words, run: Callable[[], object]) -> QAction:
    """Return an action of the table, bound to a widget and its children."""
    made = QAction(words.say(f"actions.{key}"), owner)
    made.setAutoRepeat(False)  # a key held down takes one change back, not all of them
    spec = _SPECS[key]
    if spec.shortcut:
        made.setShortcut(QKeySequence(spec.shortcut))
        made.setToolTip(f"{made.text()} ({shown(key)})")
    made.triggered.connect(lambda _checked=False: run())
    owner.addAction(made)
    return made


def build(
    owner: QWidget, words: Words, runs: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return the window's own actions by key."""
    return {
        spec.key: action(owner, spec.key, words, runs[spec.key]) for spec in ACTIONS if spec.group
    }


def shown(key: str) -> str:
    """Return the keys of an action as they stand on the keyboard ("Ctrl+N")."""
    return _SPECS[key].shortcut


def groups() -> dict[str, tuple[str, ...]]:
    """Return the keys of the window's own actions by their group in the menu."""
    found: dict[str, tuple[str, ...]] = {}
    for spec in ACTIONS:
        if spec.group:
            found[spec.group] = (*found.get(spec.group, ()), spec.key)
    return found
