"""What the officer has chosen of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

from ttdn_desktop.gui import preferences
from ttdn_desktop.paths import preferences_file

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_a_first_window_fills_a_screen_that_is_smaller_than_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room.width() + 200, room.height())
    preferences.show_in_place(window)
    assert window.isMaximized()
    assert window.width() <= room.width()


def test_that_a_first_window_keeps_its_size_where_there_is_room(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 300)
    preferences.show_in_place(window)
    assert not window.isMaximized()
    assert window.width() == 400


def test_that_columns_are_kept_by_the_shape_of_a_file() -> None:
    preferences.keep_columns("một", {0: "code", 2: "task"})

    assert preferences.columns_of("một") == {0: "code", 2: "task"}
    assert preferences.columns_of("hai") == {}


@pytest.mark.parametrize("spoilt", ["không phải", "[1]", '{"x": "task"}'])
def test_that_spoilt_columns_are_none(spoilt: str) -> None:
    QSettings(str(preferences_file()), QSettings.Format.IniFormat).setValue("columns/một", spoilt)

    assert preferences.columns_of("một") == {}
