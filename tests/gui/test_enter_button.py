"""A button that has the focus is pressed by Enter, as everywhere on an office's machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ttdn_desktop.gui.widgets.parts import button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = button("Tiếp tục", lambda: pressed.append("once"), "primary")
    qtbot.addWidget(made)
    made.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(made, key)
    assert pressed == ["once"] * 3
