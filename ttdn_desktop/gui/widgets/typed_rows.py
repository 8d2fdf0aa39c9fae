"""Rows of a form below another, with a button that adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.widgets.typed_row import TypedRow

Text = TypeVar("Text")
Wrong = tuple[str, int | None]
"""What is wrong in a row, and the number of the part of it where it is."""


class TypedRows(QWidget, Generic[Text]):
    """`edited` when a row is typed in, added or taken off."""

    edited = Signal()

    def __init__(self, look: Look, make: Callable[[], TypedRow[Text]], add_name: str) -> None:
        """Hold no rows; `make` returns an empty one."""
        super().__init__()
        self._make = make
        self.rows: list[TypedRow[Text]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(look.px(4))
        self.add_button = button(add_name, self.add_row, "link")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(2))
        outer.addLayout(self._column)
        outer.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def texts(self) -> tuple[Text, ...]:
        """Return what was typed, row by row."""
        return tuple(row.text() for row in self.rows)

    def show_texts(self, texts: Sequence[Text]) -> None:
        """Show these rows; those there are used again, so that the cursor stays."""
        while len(self.rows) > len(texts):
            self._drop(self.rows[-1])
        while len(self.rows) < len(texts):
            self._append()
        for row, text in zip(self.rows, texts, strict=True):
            if row.text() != text:
                row.show_text(text)

    def begin(self) -> None:
        """Go to the first row, which is added where there is none."""
        (self.rows[0] if self.rows else self.add_row()).setFocus()

    def add_row(self, text: Text | None = None) -> TypedRow[Text]:
        """Add a row, empty or with a text, and go to it."""
        row = self._append()
        if text is not None:
            row.show_text(text)
        row.setFocus()
        self.edited.emit()
        return row

    def complain(self, wrongs: Mapping[int, Wrong]) -> None:
        """Say what is wrong, by the rows' numbers, and nothing in the others."""
        for number, row in enumerate(self.rows):
            row.complain(*wrongs.get(number, ("", None)))

    def _append(self) -> TypedRow[Text]:
        row = self._make()
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._on_removed(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _on_removed(self, row: TypedRow[Text]) -> None:
        self._drop(row)
        (self.rows[-1] if self.rows else self.add_button).setFocus()
        self.edited.emit()

    def _drop(self, row: TypedRow[Text]) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
