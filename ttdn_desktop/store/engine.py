"""A data folder: made, opened, read, changed, closed."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Self

from ttdn_desktop.domain.ids import RANDOM_BYTES, recorded_id
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.store import (
    damage,
    database,
    folder_swap,
    lock,
    meta,
    search_index,
    sweep,
    upgrade,
)
from ttdn_desktop.store.clock import Forward
from ttdn_desktop.store.durable import identity_of, make_folder, move, sync_folder
from ttdn_desktop.store.faults import told_of_database, told_of_files
from ttdn_desktop.store.latest import latest_instant
from ttdn_desktop.store.places import require_local
from ttdn_desktop.store.tx import Intent, Tx
from ttdn_desktop.store.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from ttdn_desktop.store.clock import Clock

_PRIVATE = 0o700
_WAL = "-wal"


class Store:
    """An open data folder. Changes need the lock, which a store opened for writing holds."""

    def __init__(
        self, folder: DataFolder, engine: Engine, clock: Clock, held: lock.Lock | None
    ) -> None:
        """Keep what `create` and `open` have made ready."""
        self.folder = folder
        self.vault = Vault(folder)
        self.clock = clock
        self._engine = engine
        self._writing = database.writing(engine)
        self._held = held
        self._writer = ""
        self.forward = Forward(clock)
        self._place = identity_of(folder.database)
        self._changes_of: Counter[str] = Counter()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection that sees one unchanging state of the data."""
        with told_of_database(self.folder.root), self._engine.connect() as connection:
            connection.begin()
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Lend a transaction for unjournalled rows only (drafts, facts about the database)."""
        self._require_lock()
        self.require_in_place()
        with told_of_database(self.folder.root), self._writing.begin() as connection:
            yield connection
            self.require_in_place()

    @contextmanager
    def change(
        self, actor: str, label: str, *, undoable: bool = True, undoes: int | None = None
    ) -> Iterator[Tx]:
        """Open a change: transaction, journal entry and the set of what changed, in one.

        An exception takes everything back, a refusal also the files that were added to the
        vault; a change of nothing leaves no entry.
        """
        with self.vault.provisional(), self.write() as connection:
            intent = Intent(self._writer_of(connection), nfc(actor), nfc(label), undoable, undoes)
            tx = Tx(connection, self.forward, intent)
            yield tx
            tx.finish()
        self._changes_of.update(tx.tables)

    def empty_log(self) -> None:
        """Write the log into the database file and empty it; a reader elsewhere may put it off."""
        self._require_lock()
        with told_of_database(self.folder.root), closing(self._engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def times_changed(self, *tables: str) -> int:
        """Tell how often this store has changed any of the tables, so that a copy can be kept."""
        return sum(self._changes_of[table] for table in tables)

    def new_id(self) -> str:
        """Return a fresh identity for something a person records."""
        return self.forward.new_id()

    def require_in_place(self) -> None:
        """Refuse to go on where the folder was moved or removed: KnownError `folder_gone`.

        An open database goes on being written wherever it is, be it in no folder at all.
        """
        if identity_of(self.folder.database) != self._place:
            raise KnownError("folder_gone", folder=str(self.folder.root))

    def close(self) -> None:
        """Close the database and let the next program in."""
        self._engine.dispose()
        if self._held is not None:
            self._held.release()
            self._held = None

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_failure: object) -> None:
        """Close."""
        self.close()

    def _require_lock(self) -> None:
        if self._held is None:
            raise KnownError("opened_for_reading", folder=str(self.folder.root))

    def _writer_of(self, connection: Connection) -> str:
        if not self._writer:
            self._writer = meta.get(connection, meta.WRITER) or ""
        return self._writer


def create(folder: Path, *, clock: Clock) -> Store:
    """Make a data folder and open it for writing.

    The database appears under its name only when it is whole. Raises KnownError
    `folder_taken` where there are data already, `network_folder`, `folder_in_use`, and those
    of `faults`.
    """
    require_local(folder)
    data = DataFolder(folder)
    with told_of_files(folder):
        folder_swap.finish(folder)
        _make_parts(data)
    held = lock.take(data, now_ms=clock.now_ms())
    try:
        _require_untaken(data)
        _make_database(data, clock)
        return _opened(data, clock, held)
    except BaseException:
        held.release()
        raise


def open(  # noqa: A001  (the word for it: `engine.open`)
    folder: Path,
    key: str | None = None,
    *,
    clock: Clock,
    read_only: bool = False,
    older: bool = False,
) -> Store:
    """Open a data folder, for writing unless `read_only`; an older one is brought up to date.

    `older` lets an older one be read as it is, by those who only copy it.

    `key` is kept for encrypted databases. Raises KnownError `key_unsupported`,
    `folder_missing`, `folder_empty`, `folder_newer`, `folder_older` (reading only),
    `network_folder`, `folder_in_use` (writing only), `database_damaged`, `database_foreign` and
    `log_damaged` (writing only; reading is allowed as far as it goes), and those of `faults`.
    """
    if key is not None:
        raise KnownError("key_unsupported", folder=str(folder))
    data = DataFolder(folder)
    with told_of_files(folder):
        folder_swap.finish(folder)
    _require_data(data)
    if read_only:
        return _open_reading(data, clock, older=older)
    store = _open_writing(data, clock)
    sweep.collect_orphans(store)
    return store


def _require_untaken(data: DataFolder) -> None:
    if data.database.exists():
        raise KnownError("folder_taken", folder=str(data.root))


def _require_data(data: DataFolder) -> None:
    with told_of_files(data.root):
        data.root.stat()
        if not data.database.is_file():
            raise KnownError("folder_empty", folder=str(data.root))


def _open_writing(data: DataFolder, clock: Clock) -> Store:
    require_local(data.root)
    held = lock.take(data, now_ms=clock.now_ms())
    try:
        with told_of_database(data.root), told_of_files(data.root):
            damage.require_sound(data)
            _make_parts(data)
            _clear_unfinished(data)
            _bring_up_to_date(data)
        return _opened(data, clock, held)
    except BaseException:
        held.release()
        raise


def _open_reading(data: DataFolder, clock: Clock, *, older: bool) -> Store:
    with told_of_database(data.root):
        engine = database.connect(data.database, query=_reading_mode(data))
        store = Store(data, engine, clock, None)
        with store.read() as connection:
            names = connection.exec_driver_sql(damage.NAMES).scalars().all()
            found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    damage.require_ours(names, data.root)
    upgrade.require_known(found, data.root)
    if found < upgrade.SCHEMA_VERSION and not older:
        store.close()
        raise KnownError("folder_older", folder=str(data.root))
    return store


def _reading_mode(data: DataFolder) -> str:
    """Tell how to read: a folder nobody can write in is read as it lies, without log and lock."""
    log = data.database.with_name(data.database.name + _WAL)
    frozen = not os.access(data.root, os.W_OK) and not log.exists()
    return "mode=ro&immutable=1" if frozen else "mode=ro"


def _opened(data: DataFolder, clock: Clock, held: lock.Lock) -> Store:
    store = Store(data, database.connect(data.database, query="mode=rw"), clock, held)
    with told_of_database(data.root):
        with store.read() as connection:
            current = search_index.is_up_to_date(connection)
            store.forward.know(latest_instant(connection))
        if not current:
            with store.write() as connection:
                search_index.rebuild(connection)
    return store


def _make_parts(data: DataFolder) -> None:
    """Make the folders that are not there: a copy of a data folder may have left out empty ones."""
    for part in (data.root, data.vault, data.unfinished, data.editions):
        make_folder(part, _PRIVATE)


def _clear_unfinished(data: DataFolder) -> None:
    """Remove files that a crash left half written; whoever holds the lock is alone here."""
    for path in data.unfinished.iterdir():
        if not path.is_dir():
            path.unlink()


def _bring_up_to_date(data: DataFolder) -> None:
    found = upgrade.version_of(data.database)
    upgrade.require_known(found, data.root)
    if found < upgrade.SCHEMA_VERSION:
        keep = data.root / "backups" / f"before-{upgrade.SCHEMA_VERSION:04d}.sqlite"
        upgrade.upgrade(data.database, keep)


def _make_database(data: DataFolder, clock: Clock) -> None:
    unfinished = data.unfinished / "new.sqlite"
    unfinished.unlink(missing_ok=True)
    with told_of_database(data.root), told_of_files(data.root):
        try:
            upgrade.run_steps(unfinished)
            _write_first_facts(unfinished, clock)
            move(unfinished, data.database)
            sync_folder(data.root)
        finally:
            unfinished.unlink(missing_ok=True)


def _write_first_facts(unfinished: Path, clock: Clock) -> None:
    engine = database.writing(database.connect(unfinished))
    try:
        with engine.begin() as connection:
            writer = recorded_id(clock.now_ms(), clock.random(RANDOM_BYTES))
            meta.put(connection, meta.WRITER, writer)
            search_index.rebuild(connection)
        with engine.connect() as connection:
            database.use_log(connection)
    finally:
        engine.dispose()
