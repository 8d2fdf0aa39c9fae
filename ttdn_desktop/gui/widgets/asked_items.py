"""The items of the plan that a round asks for: ticked, or none for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ttdn_desktop.gui.workbench import Workbench

_CODE = Qt.ItemDataRole.UserRole
LEAST_HEIGHT = 120


class AskedItems(QWidget):
    """`changed` tells that a box was clicked, or toggled with the space bar."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Show no items yet."""
        super().__init__()
        name = bench.say("rounds.items")
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setMinimumHeight(bench.look.px(LEAST_HEIGHT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        heading = label(name, "field")
        heading.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(bench.look.px(2))
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addWidget(label(bench.say("rounds.items_why"), "small", wrap=True))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    def show_items(self, titles: Mapping[str, str], ticked: Collection[str]) -> None:
        """Show items, their titles by code, and those of `ticked` ticked."""
        self.list.blockSignals(True)  # noqa: FBT003 (Qt's)
        self.list.clear()
        for code, title in titles.items():
            item = QListWidgetItem(f"{code}  {title}")
            item.setToolTip(title)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = code in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if titles:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)  # noqa: FBT003 (Qt's)

    def codes(self) -> tuple[str, ...]:
        """Return the codes of what is ticked, in plan order."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(
            str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked
        )
