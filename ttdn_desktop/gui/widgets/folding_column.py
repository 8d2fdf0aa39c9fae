"""Cards one under the other; where the window is too low for all, one at a time behind tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.gui.theme import Look

TABS_GAP = 4


class FoldingColumn(QWidget):
    """`room` is the height from which all cards are shown, in pixels of the 100 % drawing."""

    def __init__(
        self,
        look: Look,
        name: str,
        cards: Sequence[tuple[str, QWidget, int]],
        *,
        room: int,
        gap: int,
    ) -> None:
        """Take the cards, each with the word on its tab and its share of the height.

        `name` is what the tabs are called by screen readers; `gap` stands between the cards.
        """
        super().__init__()
        self._room, self._gaps = look.px(room), (look.px(TABS_GAP), gap)
        self._cards = tuple(card for _word, card, _share in cards)
        self.tabs = QTabBar()
        self.tabs.setObjectName("partTabs")
        self.tabs.setAccessibleName(name)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        for word, card, share in cards:
            self.tabs.addTab(word)
            self._column.addWidget(card, share)
        self.tabs.currentChanged.connect(lambda _number: self._fold())
        self._fold()

    @property
    def is_folded(self) -> bool:
        """Tell whether one card is shown at a time."""
        return self.height() < self._room

    def bring_up(self, card: QWidget) -> None:
        """Show a card, where only one is shown."""
        self.tabs.setCurrentIndex(self._cards.index(card))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fold and unfold with the height."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        folded = self.is_folded
        self.tabs.setVisible(folded)
        self._column.setSpacing(self._gaps[0] if folded else self._gaps[1])
        for number, card in enumerate(self._cards):
            card.setVisible(not folded or number == self.tabs.currentIndex())


def stacked(gap: int, *parts: tuple[QWidget, int]) -> QWidget:
    """Return a pane of cards, one under the other, each with its share of the height."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part, share in parts:
        column.addWidget(part, share)
    return made
