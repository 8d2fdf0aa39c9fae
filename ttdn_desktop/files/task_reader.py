"""A file read and understood: what the services are handed as their reader of task lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.files.reading import read_file
from ttdn_desktop.files.recognise import task_list

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.domain.unit_list import KnownBodies


class TaskReader:
    """Reads files of every known kind; risky ones in a process of their own."""

    def read(self, path: Path, known: KnownBodies, choice: ReadingChoice) -> TaskList:
        """Return what a file is understood as; raises KnownError where it cannot be read."""
        return task_list(read_file(path, choice.sheet), known, choice)
