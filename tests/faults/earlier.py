"""Data folders as earlier programs have left them: at each past step of the schema, with data."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from ttdn_desktop.store import upgrade

if TYPE_CHECKING:
    from pathlib import Path

PAST = tuple(range(1, upgrade.SCHEMA_VERSION))
"""The numbers of all steps but the newest."""

_MADE = ("alembic_version", "search_")
"""Tables that a step fills itself, or that are only an index of the others."""

_NOT_INDEXED = "DELETE FROM meta WHERE key = 'fold_version'"
"""As the index is not copied, it must not be called whole: opening makes it anew."""

Rows = dict[str, list[tuple[object, ...]]]


def at_step(folder: Path, target: Path, step: int) -> Path:
    """Copy a closed data folder, its database as it would be at a step: the same rows, no later."""
    shutil.copytree(folder, target)
    database = target / "ttdn.sqlite"
    database.unlink()
    upgrade.run_steps(database, to=f"{step:04d}")
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("ATTACH ? AS now", (str(folder / "ttdn.sqlite"),))
        for table in _tables(raw):
            names = ", ".join(row[1] for row in raw.execute(f"PRAGMA table_info({table})"))
            raw.execute(f"INSERT INTO {table} SELECT {names} FROM now.{table}")  # noqa: S608 (ours)
        raw.execute(_NOT_INDEXED)
        raw.commit()
        raw.execute("DETACH now")
        raw.execute("PRAGMA journal_mode = WAL")
    return target


def rows_of(database: Path) -> Rows:
    """Return every row of every table that holds what was recorded."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as raw:
        return {
            table: sorted(raw.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 (ours)
            for table in _tables(raw)
        }


def _tables(raw: sqlite3.Connection) -> list[str]:
    named = raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
    return [name for (name,) in named if not name.startswith((*_MADE, "sqlite_"))]
