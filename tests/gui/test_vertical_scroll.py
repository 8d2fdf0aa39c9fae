"""What is higher than its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FIELDS, HEIGHT = 20, 120


def _scroll(qtbot: QtBot, *, by_keys: bool = False) -> tuple[VerticalScroll, list[QLineEdit]]:
    inside, fields = QWidget(), [QLineEdit() for _field in range(FIELDS)]
    column = QVBoxLayout(inside)
    for each in fields:
        column.addWidget(each)
    made = VerticalScroll(inside, by_keys=by_keys)
    qtbot.addWidget(made)
    made.resize(300, HEIGHT)
    made.show()
    return made, fields


def test_that_what_scrolls_is_as_wide_as_its_place(qtbot: QtBot) -> None:
    scroll, _fields = _scroll(qtbot)

    assert scroll.widget().width() == scroll.viewport().width()
    assert scroll.widget().height() > HEIGHT
    assert not scroll.horizontalScrollBar().isVisible()


def test_that_the_field_that_is_gone_to_comes_into_sight(qtbot: QtBot) -> None:
    scroll, fields = _scroll(qtbot)
    scroll.activateWindow()
    fields[0].setFocus()

    for _field in fields[1:]:
        scroll.focusNextChild()

    assert fields[-1].visibleRegion().boundingRect() == fields[-1].rect()


@pytest.mark.parametrize("by_keys", [False, True])
def test_that_tab_stops_at_the_area_itself_by_wish_alone(qtbot: QtBot, *, by_keys: bool) -> None:
    scroll, _fields = _scroll(qtbot, by_keys=by_keys)

    assert bool(scroll.focusPolicy() & Qt.FocusPolicy.TabFocus) is by_keys
