"""The import of activities at work: a table is read, shown, and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.step_work import StepWork
from ttdn_desktop.services import import_activities
from ttdn_desktop.services.back_up import before_risky

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from ttdn_desktop.domain.grid import FileContent
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_activities import ActivityPreview
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Pasted


class ActivityImportWork(StepWork):
    """What is shown is what will be recorded."""

    seen = Signal(object)  # ActivityPreview
    adopted = Signal(int)

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        """Look at nothing yet."""
        super().__init__(bench, parent)
        self.shown: ActivityPreview | None = None

    def look_at(self, source: Path | Pasted) -> None:
        """Read a file, or what lay on the clipboard; nothing is written."""
        reader, year = self.bench.tools.file_reader, self.bench.year
        if reader is None:
            return

        def work(office: Office, task: Task) -> ActivityPreview:
            content = reader()(source, None, task)
            task.go_on()
            return _previewed(office, content, year)

        self.start("import.reading", work, self._on_seen)

    def adopt(self) -> None:
        """Record the rows that are ready, behind a restore point."""
        shown = self.shown
        if shown is None:
            return

        def work(office: Office, task: Task) -> int:
            task.go_on()
            return len(import_activities.adopt(office, shown, before=before_risky))

        self.start("activity_import.adopting", work, self._on_adopted)

    def _on_seen(self, shown: ActivityPreview) -> None:
        self.shown = shown
        self.seen.emit(shown)

    def _on_adopted(self, count: int) -> None:
        self.adopted.emit(count)


def _previewed(office: Office, content: FileContent, year: int) -> ActivityPreview:
    """Return what a table would bring; of one that was pasted it is said what it lacks."""
    try:
        return import_activities.preview(office, content, year)
    except KnownError as error:
        if error.key == "no_activity_table" and not content.name:
            raise KnownError("no_heading_row") from error
        raise
