"""Tab goes as one reads, through what was added later too, and out of the page at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.tab_ordered import LATE, TabOrdered, stops

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window with a pane in it, and a field after the pane."""
    made = QWidget()
    qtbot.addWidget(made)
    around = QVBoxLayout(made)
    pane = TabOrdered(made)
    pane.setObjectName("pane")
    QVBoxLayout(pane)
    around.addWidget(pane)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def test_that_tab_comes_to_an_added_row_in_its_place(window: QWidget) -> None:
    first, last = _field(window, 0), _field(window, 1)
    after = QLineEdit(window)
    after.show()
    added = _field(window, 1)
    assert list(stops(_pane(window))) == [first, added, last]
    assert _tabs(first, window, 3) == [added, last, after]
    assert _tabs(last, window, 2, forth=False) == [added, first]


def test_that_a_late_stop_comes_last_in_its_pane(window: QWidget) -> None:
    menu, value = _field(window, 0), _field(window, 1)
    menu.setProperty(LATE, True)  # noqa: FBT003 (Qt's)
    assert list(stops(_pane(window))) == [value, menu]


def _pane(window: QWidget) -> TabOrdered:
    pane = window.findChild(TabOrdered, "pane")
    assert isinstance(pane, TabOrdered)
    return pane


def _field(window: QWidget, place: int) -> QLineEdit:
    made = QLineEdit()
    column = _pane(window).layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(place, made)
    made.show()
    return made


def _tabs(
    start: QWidget, window: QWidget, times: int, *, forth: bool = True
) -> list[QWidget | None]:
    start.setFocus()
    found: list[QWidget | None] = []
    for _time in range(times):
        _pane(window).focusNextPrevChild(forth)
        found.append(QApplication.focusWidget())
    return found
