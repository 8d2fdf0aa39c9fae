"""Cards under each other, or one at a time where the window is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ttdn_desktop.gui.widgets.folding_column import FoldingColumn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look


@pytest.fixture
def column(qtbot: QtBot, dressed: Look) -> FoldingColumn:
    """Return a column of two cards, high enough for both."""
    cards = [("Một", QWidget(), 1), ("Hai", QWidget(), 2)]
    column = FoldingColumn(dressed, "Cột", cards, room=400, gap=8)
    qtbot.addWidget(column)
    column.resize(200, dressed.px(400))
    column.show()
    return column


def _shown(column: FoldingColumn) -> list[bool]:
    return [card.isVisible() for card in column._cards]  # noqa: SLF001 (nobody else asks)


def test_that_all_cards_are_shown_where_there_is_room(column: FoldingColumn) -> None:
    assert _shown(column) == [True, True]
    assert column.tabs.isHidden()


def test_that_one_is_shown_behind_its_tab_where_it_is_low(
    column: FoldingColumn, dressed: Look
) -> None:
    column.resize(200, dressed.px(400) - 1)
    assert column.tabs.isVisible()
    assert _shown(column) == [True, False]
    column.tabs.setCurrentIndex(1)
    assert _shown(column) == [False, True]
    column.bring_up(column._cards[0])  # noqa: SLF001 (as above)
    assert _shown(column) == [True, False]
    column.resize(200, dressed.px(400))
    assert _shown(column) == [True, True]
