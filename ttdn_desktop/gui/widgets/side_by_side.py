"""Panes beside each other, as wide as the officer left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from ttdn_desktop.gui import preferences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.theme import Look


def side_by_side(look: Look, name: str, panes: Sequence[tuple[QWidget, int, int]]) -> QSplitter:
    """Return the panes, each given with its width and the least it may have.

    Both are in pixels of the 100 % drawing; more room is shared in the ratio of the widths. Where
    the handles are is remembered under `name`.
    """
    made = QSplitter()
    made.setChildrenCollapsible(False)
    for number, (pane, width, least) in enumerate(panes):
        made.addWidget(pane)
        pane.setMinimumWidth(look.px(least))
        made.setStretchFactor(number, width)
    made.setSizes([look.px(width) for _pane, width, _least in panes])
    preferences.remember_split(name, made)
    return made
