"""Writing a table into a file that the officer chooses: the empty template, the list of tasks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.services.write_table import write_plan, write_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import TableWriter

    Write = Callable[[Office, TableWriter, Path], object]

_ENDINGS = {"plan": (".xlsx", ".docx"), "template": (".xlsx",)}
"""What each table may be written as; the first is usual."""


class TableFile(QObject):
    """Asks where, writes, and tells what has become of it."""

    written = Signal(object, str)  # Path, a sentence
    refused = Signal(str)  # a sentence
    busy = Signal(bool)

    def __init__(self, bench: Workbench, owner: QWidget, what: str) -> None:
        """Take what is to be written: "plan" or "template"."""
        super().__init__(owner)
        self._bench, self._owner, self._what = bench, owner, what
        self._write: Write = {"plan": write_plan, "template": write_template}[what]
        self.choose_target: Callable[[str], tuple[str, str]] = self._ask_target
        self.may_replace: Callable[[Path], bool] = self._ask_replace

    def save(self) -> None:
        """Ask for the file and write it."""
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = preferences.last_folder("tables") or usual
        name = self._bench.say(f"tables.name_{self._what}", year=self._bench.year)
        chosen, kind = self.choose_target(str(Path(folder) / name))
        if not chosen:
            return
        target = _with_ending(Path(chosen), kind, _ENDINGS[self._what])
        if target == Path(chosen) or not target.exists() or self.may_replace(target):
            self._start(target)

    def _start(self, target: Path) -> None:
        bench, write, writer = self._bench, self._write, self._bench.tools.table_writer
        if writer is None:
            return

        def work(office: Office) -> Path:
            write(office, writer(target.suffix.lower()), target)
            return target

        self.busy.emit(True)  # noqa: FBT003 (a signal's)
        task = bench.jobs.do_long(
            bench.say("tables.writing"),
            lambda office, _task: work(office),
            self._on_written,
            refused=self._on_refused,
        )
        task.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self.busy.emit(False)  # noqa: FBT003 (a signal's)

    def _on_refused(self, error: KnownError) -> None:
        self.refused.emit(self._bench.words.refusal(error))

    def _on_written(self, target: Path) -> None:
        preferences.keep_last_folder("tables", str(target.parent))
        facts = {"name": target.name, "folder": target.parent}
        self.written.emit(target, self._bench.say(f"tables.written_{self._what}", **facts))

    def _ask_target(self, suggested: str) -> tuple[str, str]:
        say, owner = self._bench.say, self._owner
        kinds = ";;".join(
            f"{say(f'tables.file_{ending[1:]}')} (*{ending})" for ending in _ENDINGS[self._what]
        )
        title = say(f"tables.save_{self._what}")
        return QFileDialog.getSaveFileName(owner, title, suggested, kinds)

    def _ask_replace(self, target: Path) -> bool:
        bench, say = self._bench, self._bench.say
        question = say("report.replace", name=target.name)
        title, yes = say("report.replace_title"), say("report.replace_yes")
        return agrees(self._owner, bench.words, bench.look, title, question, yes=yes)


def _with_ending(chosen: Path, kind: str, endings: tuple[str, ...]) -> Path:
    """Return a path with the ending of the kind that was picked beside it ("… (*.docx)").

    The suggested name ends in the usual one: who picks another kind means that.
    """
    wanted = next((each for each in endings if f"*{each})" in kind), endings[0])
    present = chosen.suffix.lower()
    if present == wanted or (present in endings and wanted == endings[0]):
        return chosen
    return chosen.with_suffix(wanted) if present in endings else Path(f"{chosen}{wanted}")
