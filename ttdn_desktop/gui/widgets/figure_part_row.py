"""A part of a figure: "trong đó · nước: Lào · 2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.gui.activity_form_text import PartText
from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_form import FormDesk

_COLON = ": "


class FigurePartRow(QWidget):
    """Which part is one field, "nước: Lào": chosen, or typed where it is not among the usual."""

    edited = Signal()
    removed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Be empty."""
        super().__init__()
        self._bench = bench
        self._splits: tuple[str, ...] = ()
        self.which = ChoosingEdit()
        self.value, self.pair_value = QLineEdit(), QLineEdit()
        self._build()

    def offer(self, indicator: Indicator | None, desk: FormDesk) -> None:
        """Offer the usual parts of an indicator, and a second value where it has a pair."""
        splits = indicator.splits if indicator else ()
        self._splits = splits
        self.which.offer(
            [
                Choice(f"{split}{_COLON}{share}", self._told(split, share))
                for split in splits
                for share in desk.splits.get(split, ())
            ]
        )
        pair = desk.catalogue.get(indicator.pair) if indicator and indicator.pair else None
        self.pair_value.setVisible(pair is not None)
        self.value.setPlaceholderText(indicator.unit if indicator else "")
        self.pair_value.setPlaceholderText(pair.unit if pair else "")

    def text(self) -> PartText:
        """Return what was typed."""
        split, share = self._which()
        pair_value = self.pair_value.text() if self.pair_value.isVisibleTo(self) else ""
        return PartText(split, share, self.value.text(), pair_value)

    def show_text(self, text: PartText) -> None:
        """Show what was typed before."""
        told = self._told(text.split, text.share) if text.split else text.share
        self.which.setText(told if text.share else "")
        self.value.setText(text.value)
        self.pair_value.setText(text.pair_value)

    def complain(self, *, wrong: bool) -> None:
        """Mark the part that is wrong."""
        for field in (self.which, self.value):
            field.setProperty("wrong", "true" if wrong else "false")
            field.style().unpolish(field)
            field.style().polish(field)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, 0, 0)
        row.setSpacing(look.px(6))
        row.addWidget(label(say("activity.of_which"), "small"))
        self.which.setPlaceholderText(say("activity.part_which"))
        self.setFocusProxy(self.which)
        names = {self.which: "part_which", self.value: "part_value", self.pair_value: "pair_value"}
        for field, name in names.items():
            field.setAccessibleName(say(f"activity.{name}"))
            field.textChanged.connect(self.edited)
        for field in (self.value, self.pair_value):
            field.setAcceptDrops(False)
            field.setFixedWidth(look.px(62))
        row.addWidget(self.which, 1)
        row.addWidget(self.value)
        row.addWidget(self.pair_value)
        off = button("✕", self.removed.emit, "quiet")
        off.setProperty("slim", "true")
        off.setToolTip(say("activity.remove_part"))
        off.setAccessibleName(say("activity.remove_part"))
        row.addWidget(off)

    def _told(self, split: str, share: str) -> str:
        return f"{self._bench.say(f'activity.split.{split}')}{_COLON}{share}"

    def _which(self) -> tuple[str, str]:
        """Return the split and the part; what names no split is a part by the usual one."""
        name, colon, share = tidy(self.which.text()).partition(":")
        for split in self._splits:
            if colon and fold(name) == fold(self._bench.say(f"activity.split.{split}")):
                return split, share.strip()
        typed = tidy(self.which.text())
        return (self._splits[0] if self._splits and typed else ""), typed
