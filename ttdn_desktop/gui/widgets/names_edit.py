"""Choosing bodies by name: chips, and a field that finds those known and takes new names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from ttdn_desktop.domain.text import exact, shortened, tidy
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.enter_button import EnterButton
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ttdn_desktop.gui.matching import Choice
    from ttdn_desktop.gui.workbench import Workbench

_LENGTH = 48
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesEdit(QFrame):
    """`changed` when a name is added or taken off. Backspace in the empty field takes the last."""

    changed = Signal()

    def __init__(self, bench: Workbench, name: str, hint: str) -> None:
        """Hold no names yet; `name` is read out by screen readers."""
        super().__init__()
        self._bench = bench
        self._names: list[str] = []
        self._chips: dict[str, QPushButton] = {}
        self.edit = ChoosingEdit(holds=False)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self._build()

    def names(self) -> tuple[str, ...]:
        """Return the names, and what is being typed behind them."""
        typed = tidy(self.edit.text())
        return (*self._names, typed) if typed else tuple(self._names)

    def set_names(self, names: Sequence[str]) -> None:
        """Show these names."""
        for name in tuple(self._names):
            self._drop(name)
        for name in names:
            self._add(name)
        self.changed.emit()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer bodies; their keys are their names."""
        self.edit.offer(choices)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take what was typed by Enter, which is then nobody else's."""
        if event.key() in _ENTERS:
            self._take()
            event.accept()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        look = self._bench.look
        self.setProperty("field", "true")
        self.setFocusProxy(self.edit)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, look.px(4))
        self._flow.setContentsMargins(look.px(6), look.px(3), look.px(6), look.px(3))
        self.edit.setProperty("bare", "true")
        self.edit.setMinimumWidth(look.px(300))
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.picked.connect(self._on_picked)
        self.edit.editingFinished.connect(self._take)
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self.edit.backed.connect(self._on_back)
        self._flow.addWidget(self.edit)

    def _take(self) -> None:
        """Take a name that was typed, unless the list below the field is being chosen from."""
        typed = tidy(self.edit.text())
        if typed and not self.edit.is_offering():
            self.edit.clear()
            self._on_picked(typed)

    def _on_picked(self, name: str) -> None:
        if exact(name) not in map(exact, self._names):
            self._add(name)
            self.changed.emit()

    def _on_back(self) -> None:
        if self._names:
            self._take_off(self._names[-1])

    def _take_off(self, name: str) -> None:
        self._drop(name)
        self.edit.setFocus()
        self.changed.emit()

    def _add(self, name: str) -> None:
        chip = EnterButton(f"{shortened(name, _LENGTH)}  ✕".replace("&", "&&"))
        chip.setObjectName("chip")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        told = self._bench.say("units.take_off", name=name)
        chip.setToolTip(told)
        chip.setAccessibleName(told)
        chip.clicked.connect(lambda _checked=False: self._take_off(name))
        self._names.append(name)
        self._chips[name] = chip
        self._flow.insert(self._flow.count() - 1, chip)
        self.updateGeometry()

    def _drop(self, name: str) -> None:
        self._names.remove(name)
        chip = self._chips.pop(name)
        self._flow.removeWidget(chip)
        chip.deleteLater()
        self.updateGeometry()
