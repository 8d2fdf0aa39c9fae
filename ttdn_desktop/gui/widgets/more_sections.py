"""What is seldom filled in: folded to one line of names, and open where it holds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ttdn_desktop.gui.theme import Look


class MoreSections(QWidget):
    """One line, "Thêm: nội dung · đối tác · …", of which each name opens its section."""

    def __init__(self, look: Look, intro: str) -> None:
        """Hold no sections."""
        super().__init__()
        self._look = look
        self._sections: dict[str, QWidget] = {}
        self._openers: dict[str, QPushButton] = {}
        self._names = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._names.setSizePolicy(policy)
        self._flow = FlowLayout(self._names, look.px(2))
        self._flow.addWidget(label(intro, "small"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(10))
        self._column.addWidget(self._names)

    def add(self, key: str, name: str, section: QWidget, begin: Callable[[], object]) -> None:
        """Add a folded section; `begin` goes to its first field once its name is clicked."""

        def unfold() -> None:
            self.set_open(key, opened=True)
            begin()

        opener = button(name, unfold, "link")
        self._openers[key] = opener
        self._sections[key] = section
        self._flow.addWidget(opener)
        self._column.insertWidget(self._column.count() - 1, section)
        section.hide()

    def set_open(self, key: str, *, opened: bool) -> None:
        """Open or fold a section."""
        self._sections[key].setVisible(opened)
        self._openers[key].setVisible(not opened)
        self._names.setVisible(any(each.isVisibleTo(self._names) for each in self._all_openers()))
        self._names.updateGeometry()

    def show_held(self, held: Mapping[str, bool]) -> None:
        """Open the sections that hold something, and fold the others."""
        for key, holds in held.items():
            self.set_open(key, opened=holds)

    def is_open(self, key: str) -> bool:
        """Tell whether a section is open."""
        return self._sections[key].isVisibleTo(self)

    def _all_openers(self) -> list[QPushButton]:
        return list(self._openers.values())
