"""Dữ liệu: where it lies, another folder, and the whole check told in plain words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label, set_tone
from ttdn_desktop.services import check_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.check_folder import Health
    from ttdn_desktop.services.office import Office

SHOWN_PROBLEMS = 12


class DataCard(Card):
    """The check changes nothing; what it finds stays on the page."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card."""
        super().__init__(bench.look, bench.say("settings.data"))
        self._bench = bench
        self.choose_folder: Callable[[], str] = self._ask_folder
        self.place = QLineEdit(str(bench.folder))
        self.place.setReadOnly(True)
        self.place.setCursorPosition(0)
        self.place.setToolTip(str(bench.folder))
        self.check = button(bench.say("settings.check"), self.run_check)
        self.other = button(bench.say("settings.other_folder"), self._change_folder)
        self.result = label("", wrap=True)
        self.result.hide()
        self.problems = Note(bench.look, "bad")
        self._build()

    def run_check(self) -> None:
        """Check everything, and tell what was found."""
        self.check.setEnabled(False)
        self.problems.say("")
        self._tell(self._bench.say("settings.checking"))

        def work(office: Office, task: Task) -> Health:
            return check_folder.check(office, task)

        label_of_work = self._bench.say("settings.check")
        task = self._bench.jobs.do_long(label_of_work, work, self._found, refused=self._damaged)
        task.ended.connect(self._over)

    def _build(self) -> None:
        look = self._bench.look
        self.column.addWidget(NamedField(look, self._bench.say("settings.place"), self.place))
        self.column.addWidget(label(self._bench.say("settings.place_note"), "small", wrap=True))
        for each in (self.check, self.other):
            self.column.addWidget(_left(each))
        self.column.addWidget(self.result)
        self.column.addWidget(self.problems)

    def _over(self) -> None:
        self.check.setEnabled(True)
        if self.result.text() == self._bench.say("settings.checking"):
            self._tell("")

    def _found(self, health: Health) -> None:
        words = self._bench.words
        key = "said.doctor.ok" if health.ok else "said.doctor.problems"
        told = words.shared(key, entries=health.journal.entries, checked=health.evidence.checked)
        self._tell(f"{'✓' if health.ok else '!'} {told}", "good" if health.ok else "bad")
        self.problems.say("\n".join(self._lines(health)))

    def _lines(self, health: Health) -> Iterator[str]:
        words = self._bench.words
        for problem in health.problems[:SHOWN_PROBLEMS]:
            yield words.shared(f"problem.{problem.key}", **problem.facts)
        if more := len(health.problems[SHOWN_PROBLEMS:]):
            yield self._bench.say("settings.more_problems", count=more)

    def _damaged(self, error: KnownError) -> None:
        self._tell("")
        self.problems.say(self._bench.words.refusal(error))

    def _tell(self, sentence: str, tone: str = "") -> None:
        self.result.setText(sentence)
        set_tone(self.result, tone)
        self.result.setVisible(bool(sentence))

    def _change_folder(self) -> None:
        if chosen := self.choose_folder():
            self._bench.desktop.folder_wanted.emit(Path(chosen))

    def _ask_folder(self) -> str:
        title = self._bench.say("settings.other_folder")
        return QFileDialog.getExistingDirectory(self, title, str(self._bench.folder.parent))


def _left(wide: QPushButton) -> QPushButton:
    """Return a button no wider than its words."""
    policy = wide.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Maximum)
    wide.setSizePolicy(policy)
    return wide
