"""Two parts that turn where there is no room beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ttdn_desktop.gui.theme import Look
from ttdn_desktop.gui.widgets.turning_split import TurningSplit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_the_parts_stand_below_each_other_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    parts = QWidget(), QWidget()
    split = TurningSplit(Look(), parts, room=900, beside=(600, 400), below=(100, 300))
    qtbot.addWidget(split)
    split.show()

    ways = []
    for width in (1000, 800, 1000):
        split.resize(width, 500)
        ways.append(split.orientation())

    beside, below = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert ways == [beside, below, beside]
