"""First start, step 3: where the data lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ttdn_desktop.gui.widgets.parts import Note, button, label
from ttdn_desktop.gui.widgets.start_step import StartStep
from ttdn_desktop.services import know_places
from ttdn_desktop.services.know_places import Danger

if TYPE_CHECKING:
    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.know_places import Place
    from ttdn_desktop.services.ports import Clock


class PlaceStep(StartStep):
    """A good default, and the way to another folder."""

    def __init__(self, jobs: Jobs, words: Words, look: Look, folder: Path) -> None:
        """Offer a folder."""
        super().__init__(words, look)
        self._jobs = jobs
        self._is_refused = False
        self.danger = Note(look)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.path = self.add_line("start.place")
        self.path.setText(str(folder))
        self.column.removeWidget(self.path)
        row.addWidget(self.path, 1)
        row.addWidget(button(words.say("start.choose"), self._choose))
        self.column.addLayout(row)
        self.column.addWidget(self.danger)
        self.column.addWidget(label(words.say("start.place_note"), "quiet", wrap=True))
        self.column.addStretch(1)
        self.path.textChanged.connect(lambda _text: self._look_at())
        self._look_at()

    def folder(self) -> Path:
        """Return the folder that was chosen."""
        return Path(self.path.text().strip()).expanduser()

    def is_complete(self) -> bool:
        """Tell whether a whole path is given, of a place where data may lie at all."""
        return self._is_whole() and not self._is_refused

    def _is_whole(self) -> bool:
        return bool(self.path.text().strip()) and self.folder().is_absolute()

    def _look_at(self) -> None:
        """Ask what is dangerous where the folder would be."""
        self._is_refused = False
        if not self._is_whole():
            self.danger.say("")
            return
        folder = self.folder()

        def know(_clock: Clock) -> Place:
            return know_places.know(folder)

        def show(place: Place) -> None:
            if self._is_whole() and self.folder() == folder:
                self._warn(place)

        self._jobs.do_alone(know, show, lambda _error: self.danger.say(""))

    def _warn(self, place: Place) -> None:
        if place.danger is Danger.NONE:
            self.danger.say("")
            return
        self._is_refused = place.danger in know_places.REFUSED
        self.danger.say(self.words.say(f"start.danger.{place.danger}", name=place.name))
        self.changed.emit()

    def _choose(self) -> None:
        title = self.words.say("start.place")
        if chosen := QFileDialog.getExistingDirectory(self, title, str(self.folder().parent)):
            self.path.setText(str(Path(chosen)))
