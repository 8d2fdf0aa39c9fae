"""What a file is understood as: a list of tasks, without a data folder and without writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.unit_list import KnownBodies
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.resting import collector_resting
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_units

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Pasted, Progress, Reader


def read_task_list(reader: Reader, path: Path, choice: ReadingChoice) -> TaskList:
    """Return the tasks of a file, names recognised as the bodies that ship with the program.

    Raises KnownError for a file that cannot be read.
    """
    with collector_resting():
        return reader.read(path, shipped_bodies(), choice)


def read_for(
    office: Office,
    reader: Reader,
    source: Path | Pasted,
    choice: ReadingChoice,
    watch: Progress = SILENT,
) -> TaskList:
    """Return the tasks of a source, names recognised as the bodies that an office knows.

    Raises KnownError for what cannot be read, or Cancelled.
    """
    known = office.surroundings().organisation
    with collector_resting():
        return reader.read(source, KnownBodies(known.units, known.classes), choice, watch)


def shipped_bodies() -> KnownBodies:
    """Return the bodies and classes that are known without a data folder."""
    return KnownBodies(shipped_units(), shipped_classes())
