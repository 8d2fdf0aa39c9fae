"""A diagnostic file for whoever helps: versions, sizes, counts, kinds of problems; no contents."""

from __future__ import annotations

import json
import os
import platform
from collections import Counter
from typing import TYPE_CHECKING

from ttdn_desktop import __version__
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.services.beside import beside
from ttdn_desktop.store import measures
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ttdn_desktop.services.office import Office


def facts(office: Office) -> dict[str, object]:
    """Return what can be said of an open folder without saying what is in it."""
    with office.store.read() as connection:
        rows = measures.rows_by_table(connection)
        database = measures.of_database(connection)
    return {
        **_of_program(),
        "database": database,
        "rows": rows,
        "journal_entries": rows["changes"],
        "folder": measures.of_folder(office.store.folder),
    }


def facts_of_folder(root: Path) -> dict[str, object]:
    """Return what can be said of a folder whose database cannot be read."""
    return {**_of_program(), "folder": measures.of_folder(DataFolder(root))}


def write(target: Path, told: Mapping[str, object], problems: Iterable[str]) -> None:
    """Write the diagnostic file, JSON: what was told, and how many problems of each kind.

    Raises KnownError of the disk; a file of that name is then as it was.
    """
    content = {**told, "problems": dict(sorted(Counter(problems).items()))}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    with told_of_files(target), beside(target, target) as unfinished:
        with unfinished.open("w", encoding="utf-8") as stream:
            stream.write(f"{text}\n")
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)


def _of_program() -> dict[str, object]:
    return {
        "program": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
    }
