"""A file read and understood: what the services are handed as their reader of task lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.reading_process import Watch
from ttdn_desktop.files.recognise import task_list
from ttdn_desktop.files.source import content_of
from ttdn_desktop.services.ports import SILENT

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.services.ports import Pasted, Progress


class TaskReader:
    """Reads files of every known kind; risky ones in a process of their own."""

    def read(
        self,
        source: Path | Pasted,
        known: KnownBodies,
        choice: ReadingChoice,
        watch: Progress = SILENT,
    ) -> TaskList:
        """Return what a source is understood as.

        Raises KnownError where it cannot be read, or not in the time that it may take; Cancelled.
        """
        whole = Watch(watch)
        content = content_of(source, choice.sheet, watch)
        try:
            return task_list(content, known, choice, whole.go_on)
        except KnownError as error:
            error.facts.setdefault("name", content.name)
            raise
