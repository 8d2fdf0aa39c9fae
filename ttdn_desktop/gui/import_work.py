"""The import at work: a file is read, compared, decided on and adopted, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ttdn_desktop.domain.task_list import Column, ReadingChoice, Severity
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.step_work import StepWork
from ttdn_desktop.services import import_plan
from ttdn_desktop.services.back_up import before_risky
from ttdn_desktop.services.read_task_list import read_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QObject

    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.domain.task_list import TaskList
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_plan import Adopted, ImportPreview
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Pasted


class ImportWork(StepWork):
    """What is looked at: a file or a paste, how it is to be read, what it would change.

    What columns were said to hold is kept for files of the same shape; `recalled` tells that a
    file is read so.
    """

    read = Signal(object)  # TaskList
    compared = Signal(object)  # ImportPreview
    adopted = Signal(object)  # Adopted

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        """Look at nothing yet."""
        super().__init__(bench, parent)
        self._source: Path | Pasted | None = None
        self.choice = ReadingChoice()
        self.recalled = False
        self.listed: TaskList | None = None
        self.seen: ImportPreview | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the file left nothing that an officer has to look at before comparing."""
        problems = self.listed.problems if self.listed else ()
        return all(each.severity is Severity.NOTE for each in problems)

    def look_at(self, source: Path | Pasted) -> None:
        """Read another file, or what lay on the clipboard, as it seems to be meant."""
        self._source, self.recalled = source, False
        self.reread(ReadingChoice())

    def reread(self, choice: ReadingChoice) -> None:
        """Read the same file in another way."""
        source, reader = self._source, self.bench.tools.task_reader
        if source is None or reader is None:
            return
        self.choice = choice

        def work(office: Office, task: Task) -> TaskList:
            return read_for(office, reader(), source, choice, task)

        self.start("import.reading", work, self._on_read)

    def with_columns(self, columns: Mapping[int, Column]) -> None:
        """Read the same file, its columns holding what the officer says."""
        self.reread(replace(self.choice, columns=dict(columns)))

    def compare(self) -> None:
        """Ask what the list would change; nothing is written."""
        listed = self.listed
        if listed is None:
            return
        if self.choice.columns:
            preferences.keep_columns(listed.shape, self.choice.columns)

        def work(office: Office, task: Task) -> ImportPreview:
            task.go_on()
            return import_plan.preview(office, listed)

        self.start("import.comparing", work, self._on_compared)

    def decide(self, decisions: Decisions) -> None:
        """Take note of what is taken and what is kept; what is shown is what will be adopted."""
        if self.seen is not None:
            self.seen = import_plan.decided(self.seen, decisions)

    def take(self, seen: ImportPreview) -> None:
        """Go on with what unknown names were decided to be."""
        self.seen = seen

    def adopt(self) -> None:
        """Put what is shown in force, behind a restore point."""
        seen = self.seen
        if seen is None:
            return

        def work(office: Office, task: Task) -> Adopted:
            task.go_on()
            return import_plan.adopt(office, seen, before=before_risky)

        self.start("import.adopting", work, self._on_adopted)

    def _on_read(self, listed: TaskList) -> None:
        columns = _kept_columns(listed.shape) if self.choice.columns is None else {}
        if columns and columns != dict(listed.columns):
            self.recalled = True
            self.with_columns(columns)
            return
        self.listed, self.seen = listed, None
        self.read.emit(listed)

    def _on_compared(self, seen: ImportPreview) -> None:
        self.seen = seen
        self.compared.emit(seen)

    def _on_adopted(self, adopted: Adopted) -> None:
        self.adopted.emit(adopted)


def _kept_columns(shape: str) -> dict[int, Column]:
    """Return what columns of files of a shape hold; what no reader knows any more is let go."""
    known = {column.value: column for column in Column}
    kept = preferences.columns_of(shape)
    return {at: known[held] for at, held in kept.items() if held in known}
