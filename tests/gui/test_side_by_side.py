"""Panes beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QWidget

from ttdn_desktop.gui.theme import Look
from ttdn_desktop.gui.widgets.side_by_side import side_by_side

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _panes(qtbot: QtBot) -> QSplitter:
    made = side_by_side(Look(percent=150), "tried", ((QWidget(), 300, 100), (QWidget(), 100, 80)))
    qtbot.addWidget(made)
    made.resize(600 + made.handleWidth(), 90)
    made.show()
    return made


def test_that_panes_begin_with_their_widths_at_the_size_of_the_text(qtbot: QtBot) -> None:
    panes = _panes(qtbot)
    first, second = panes.sizes()

    assert first == 3 * second
    assert first > Look(percent=150).px(290)  # but for what the handle takes, as it is styled
    assert [panes.widget(number).minimumWidth() for number in range(2)] == [150, 120]


def test_that_handles_are_where_the_officer_left_them(qtbot: QtBot) -> None:
    panes = _panes(qtbot)
    panes.moveSplitter(200, 1)

    assert panes.sizes()[0] == 200
    assert _panes(qtbot).sizes() == panes.sizes()
