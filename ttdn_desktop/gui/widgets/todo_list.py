"""What is left to do: one line each, that opens what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.link_line import LinkLine
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ttdn_desktop.gui.theme import Look


@immutable
class Todo:
    """A sentence, and what it opens; without that it only tells."""

    sentence: str
    run: Callable[[], object] | None = None


class TodoList(QWidget):
    """The lines, made anew whenever they are shown."""

    def __init__(self, look: Look) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))

    def show_all(self, todos: Iterable[Todo]) -> None:
        """Show these lines in place of the old ones."""
        while self._column.count():
            widget: QWidget | None = self._column.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for todo in todos:
            self._column.addWidget(
                label(todo.sentence, "quiet", wrap=True)
                if todo.run is None
                else LinkLine(todo.sentence, todo.run)
            )
        self._column.addStretch(1)
