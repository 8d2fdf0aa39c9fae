"""Brings a paged table what it wishes for: one page at a time, the one last looked at first.

Whoever drags the scroll bar through 100,000 rows wishes for hundreds of pages; all but the last
few are let go, and wished for again only if they are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.gui.models.paged_model import PagedModel

    Row = TypeVar("Row")
    Done = Callable[[Sequence[Any]], None]

WAITING = 3
"""How many wishes are kept while one is answered: a view shows parts of two pages."""


class PageFeed(QObject):
    """`ask` reads the page at an offset off the window's thread, and answers with its rows."""

    def __init__(self, model: PagedModel[Any], ask: Callable[[int, Done], None]) -> None:
        """Listen to a model."""
        super().__init__(model)
        self._model, self._ask = model, ask
        self._wishes: list[tuple[int, int]] = []
        self._asked: tuple[int, int] | None = None
        model.wanted.connect(self._on_wanted)

    def _on_wanted(self, generation: int, offset: int) -> None:
        self._wishes = [wish for wish in self._wishes if wish[0] == generation]
        self._wishes.append((generation, offset))
        while len(self._wishes) > WAITING:
            self._model.let_go(*self._wishes.pop(0))
        self._go_on()

    def _go_on(self) -> None:
        if self._asked is None and self._wishes:
            self._asked = wish = self._wishes.pop()
            self._ask(wish[1], lambda rows: self._answered(wish, rows))

    def _answered(self, wish: tuple[int, int], rows: Sequence[Any]) -> None:
        self._asked = None
        self._model.set_page(*wish, rows)
        self._go_on()
