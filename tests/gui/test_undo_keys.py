"""Whose Ctrl+Z is within a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.undo_keys import UndoKeys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("edited", "typed", "left", "window"),
    [(True, "Lào", "", 0), (True, "", "", 1), (False, "Lào", "Lào", 1)],
)
def test_that_the_field_undoes_what_is_not_recorded_and_the_window_the_rest(
    qtbot: QtBot, *, edited: bool, typed: str, left: str, window: int
) -> None:
    pane = QWidget()
    field = QLineEdit()
    QVBoxLayout(pane).addWidget(field)
    undone: list[bool] = []
    action = QAction(pane)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda _checked=False: undone.append(True))
    pane.addAction(action)
    UndoKeys(pane, lambda: edited)
    qtbot.addWidget(pane)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    field.setFocus()
    field.insert(typed)

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == left
    assert len(undone) == window
