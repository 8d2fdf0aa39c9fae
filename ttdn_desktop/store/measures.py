"""How much there is of everything, without a word of what it says."""

from __future__ import annotations

import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store.places import require_local
from ttdn_desktop.store.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from ttdn_desktop.paths import DataFolder

LOCAL, NETWORK, UNKNOWN = "local", "network", "unknown"


def rows_by_table(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        table.name: connection.scalars(select(func.count()).select_from(table)).one()
        for table in metadata.sorted_tables
    }


def of_database(connection: Connection) -> dict[str, object]:
    """Return the version of the schema, the shape of the file, and SQLite's own version."""
    asked = ("user_version", "page_size", "page_count", "freelist_count", "journal_mode")
    told = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked}
    return {"sqlite": sqlite3.sqlite_version, **told}


def of_folder(folder: DataFolder) -> dict[str, object]:
    """Return sizes in bytes, counts of files, free space and the kind of place; no path."""
    parts = {"vault": folder.vault, "editions": folder.editions, "backups": folder.backups}
    return {
        "place": _kind_of_place(folder.root),
        "free_bytes": _free(folder.root),
        "database_bytes": _size(folder.database),
        "log_bytes": _size(folder.database.with_name(f"{folder.database.name}-wal")),
        "unfinished_files": _files(folder.unfinished)[0],
        **{
            name: dict(zip(("files", "bytes"), _files(p), strict=True)) for name, p in parts.items()
        },
    }


def _kind_of_place(folder: Path) -> str:
    try:
        require_local(folder)
    except KnownError:
        return NETWORK
    except OSError:
        return UNKNOWN
    return LOCAL


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None


def _counted(folder: Path) -> dict[str, int]:
    count, size = _files(folder)
    return {"files": count, "bytes": size}


def _files(folder: Path) -> tuple[int, int]:
    """Return how many files are below a folder, and how many bytes they have."""
    count = size = 0
    for place, _folders, names in os.walk(folder):
        for name in names:
            count += 1
            size += _size(folder.joinpath(place, name)) or 0
    return count, size
