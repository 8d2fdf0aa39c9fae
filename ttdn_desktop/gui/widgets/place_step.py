"""First start, step 3: where the data lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ttdn_desktop.gui.widgets.parts import button, label
from ttdn_desktop.gui.widgets.start_step import StartStep

if TYPE_CHECKING:
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class PlaceStep(StartStep):
    """A good default, and the way to another folder."""

    def __init__(self, words: Words, look: Look, folder: Path) -> None:
        """Offer a folder."""
        super().__init__(words, look)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.path = self.add_line("start.place")
        self.path.setText(str(folder))
        self.column.removeWidget(self.path)
        row.addWidget(self.path, 1)
        row.addWidget(button(words.say("start.choose"), self._choose))
        self.column.addLayout(row)
        self.column.addWidget(label(words.say("start.place_note"), "quiet", wrap=True))
        self.column.addStretch(1)

    def folder(self) -> Path:
        """Return the folder that was chosen."""
        return Path(self.path.text().strip()).expanduser()

    def is_complete(self) -> bool:
        """Tell whether a whole path is given."""
        return bool(self.path.text().strip()) and self.folder().is_absolute()

    def _choose(self) -> None:
        title = self.words.say("start.place")
        if chosen := QFileDialog.getExistingDirectory(self, title, str(self.folder().parent)):
            self.path.setText(str(Path(chosen)))
