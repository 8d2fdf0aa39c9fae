"""What the officer has chosen of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from ttdn_desktop.gui import preferences

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_a_first_window_fills_a_screen_that_is_smaller_than_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room.width() + 200, room.height())
    preferences.restore_place(window)
    assert window.isMaximized()
    assert window.width() <= room.width()


def test_that_a_first_window_keeps_its_size_where_there_is_room(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 300)
    preferences.restore_place(window)
    assert not window.isMaximized()
    assert window.width() == 400
