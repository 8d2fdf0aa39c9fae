"""The schema's steps: a new database and an old one both go through `db/versions`.

Alembic is imported only where steps are run: a folder that is up to date opens without it.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import shipped
from ttdn_desktop.store import database
from ttdn_desktop.store.durable import make_folder, move, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA_VERSION = 10
"""The newest step under `db/versions`; `PRAGMA user_version` says which a database has."""


def version_of(path: Path) -> int:
    """Return a database's schema version without touching it.

    Raises sqlite3.DatabaseError when the file is no database.
    """
    raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])
    finally:
        raw.close()


def require_known(version: int, folder: Path) -> None:
    """Refuse a database that a newer program has written (`folder_newer`), or none of ours has.

    Ours appear whole, at step 1 at least: 0 is a file cut short or of another program.
    """
    if version < 1:
        raise KnownError("database_damaged", place=str(folder))
    if version > SCHEMA_VERSION:
        raise KnownError("folder_newer", folder=str(folder), found=version, known=SCHEMA_VERSION)


def run_steps(path: Path, *, to: str = "head", steps: Path | None = None) -> None:
    """Bring a database up to a step, all in one transaction; an absent file is made.

    `steps` is a folder like `db/`, by default the one that ships with the program.
    """
    from alembic import command  # noqa: PLC0415  (0.3 s that an up-to-date folder need not pay)
    from alembic.config import Config  # noqa: PLC0415 (only where there is something to upgrade)

    config = Config()
    config.set_main_option("script_location", str(steps or shipped("db")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = database.writing(database.connect(path))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)
    finally:
        engine.dispose()


def upgrade(path: Path, keep: Path, *, steps: Path | None = None) -> None:
    """Bring an older database up to date, after a copy of it was put at `keep`, whole and checked.

    The steps are one transaction: cut off anywhere, the next call begins anew.
    """
    make_folder(keep.parent)
    unfinished = keep.with_name(f".{keep.name}.tmp")
    unfinished.unlink(missing_ok=True)
    try:
        _copy(path, unfinished)
        move(unfinished, keep)
        sync_folder(keep.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    run_steps(path, steps=steps)


def _copy(path: Path, target: Path) -> None:
    """Copy a database into one file that is on the disk; raises sqlite3.Error where it is torn."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        # A log would be a second file, which nobody moves with the first.
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(str(path))
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())
