"""Choosing the plan items an activity serves: chips, and a field that finds more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from ttdn_desktop.domain.text import shortened
from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.enter_button import EnterButton
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_form import ItemChoice

_CHIP_LENGTH = 28
_OFFERED_LENGTH = 90


class ItemChips(QFrame):
    """`changed` when an item is added or taken off. Backspace in the empty field takes the last."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Hold no items yet."""
        super().__init__()
        self._bench = bench
        self._titles: dict[str, str] = {}
        self._codes: list[str] = []
        self._chips: dict[str, QPushButton] = {}
        self.edit = ChoosingEdit(holds=False)
        self._build()

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the items, in the officer's order."""
        return tuple(self._codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these items."""
        for code in [code for code in self._codes if code not in codes]:
            self._drop(code)
        for code in codes:
            self._add(code)
        self._codes = list(codes)
        self._hint()

    def offer(self, items: Sequence[ItemChoice], words: Mapping[str, str]) -> None:
        """Offer items, in the order given; `words` are more to find each by, by its code."""
        self._titles = {item.code: item.title for item in items}
        self.edit.offer(
            [
                Choice(
                    item.code,
                    f"{item.code}  {shortened(item.title, _OFFERED_LENGTH)}",
                    f"{item.title} {words.get(item.code, '')}",
                )
                for item in items
            ]
        )
        for code, chip in self._chips.items():
            self._name(chip, code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Show the frame as a field that is being typed in."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("hot", "true" if event.type() == QEvent.Type.FocusIn else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        look = self._bench.look
        self.setProperty("field", "true")
        self.setFocusProxy(self.edit)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, look.px(4))
        flow.setContentsMargins(look.px(6), look.px(3), look.px(6), look.px(3))
        self._flow = flow
        self.edit.setProperty("bare", "true")
        self.edit.setMinimumWidth(look.px(110))
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.setAccessibleName(self._bench.say("activity.items"))
        self.edit.installEventFilter(self)
        self.edit.picked.connect(self._on_picked)
        self.edit.editingFinished.connect(self._on_finished)
        self.edit.backed.connect(self._on_back)
        flow.addWidget(self.edit)
        self._hint()

    def _on_picked(self, code: str) -> None:
        if code not in self._codes:
            self._codes.append(code)
            self._add(code)
            self._hint()
            self.changed.emit()

    def _on_finished(self) -> None:
        """Take a code that was typed in full, though nothing was chosen."""
        code = self.edit.text().strip().upper()
        if code in self._titles:
            self.edit.clear()
            self._on_picked(code)

    def _on_back(self) -> None:
        if self._codes:
            self._take_off(self._codes[-1])

    def _take_off(self, code: str) -> None:
        self._codes.remove(code)
        self._drop(code)
        self._hint()
        self.edit.setFocus()
        self.changed.emit()

    def _add(self, code: str) -> None:
        if code in self._chips:
            return
        chip = EnterButton()
        chip.setObjectName("chip")
        chip.setMinimumWidth(self._bench.look.px(80))
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda _checked=False: self._take_off(code))
        self._name(chip, code)
        self._chips[code] = chip
        self._flow.insert(self._flow.count() - 1, chip)
        self.updateGeometry()

    def _drop(self, code: str) -> None:
        chip = self._chips.pop(code)
        self._flow.removeWidget(chip)
        chip.deleteLater()
        self.updateGeometry()

    def _name(self, chip: QPushButton, code: str) -> None:
        title = self._titles.get(code, "")
        short = shortened(title, _CHIP_LENGTH)
        chip.setText(f"{code} {short}  ✕".replace("&", "&&"))
        chip.setToolTip(f"{code} {title}\n{self._bench.say('activity.take_off')}")
        chip.setAccessibleName(f"{self._bench.say('activity.take_off')}: {code} {title}")

    def _hint(self) -> None:
        key = "more_items" if self._codes else "find_items"
        self.edit.setPlaceholderText(self._bench.say(f"activity.{key}"))
