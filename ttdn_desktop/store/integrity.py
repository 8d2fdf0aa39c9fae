"""The whole check of a data folder: database, schema, journal, rows and every evidence file."""

from __future__ import annotations

import hashlib
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DatabaseError

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import (
    damage,
    editions,
    evidence,
    loose_ends,
    record_names,
    search_check,
    submissions,
)
from ttdn_desktop.store.chain import ChainReport, RowProblem, compare_rows, verify
from ttdn_desktop.store.database import interruptible
from ttdn_desktop.store.search_check import SearchReport
from ttdn_desktop.store.stages import CHAIN, DATABASE, ROWS, Stages
from ttdn_desktop.store.tables import change_rows, metadata
from ttdn_desktop.store.upgrade import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Connection

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.vault import Vault

    Step = Callable[[int, int], None]
    """Told how many of how many parts are done; raises to end the work."""

_FINE = "ok"
_NAMED_AT_MOST = 100
_SEARCHED = SearchReport(0, 0)
_INDEXES = frozenset(str(i.name) for table in metadata.tables.values() for i in table.indexes)


def _unwatched(done: int, total: int) -> None:
    """Let the work go on."""


@immutable
class ForeignKeyProblem:
    """A row that points at nothing: its table, the table it points at, and what it is called."""

    table: str
    refers_to: str
    record: str = ""


@immutable
class DatabaseReport:
    """What SQLite finds (`damage`), what points at nothing, and how the schema differs."""

    damage: tuple[str, ...]
    dangling: tuple[ForeignKeyProblem, ...]
    schema: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.damage or self.dangling or self.schema)


@immutable
class EvidenceReport:
    """The evidence files by SHA-256: how many were hashed, and those that are not as recorded."""

    checked: int
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    orphan: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether every file is there and whole; orphans alone are no fault."""
        return not (self.missing or self.altered)


class FileState(StrEnum):
    """What became of a file of the vault."""

    WHOLE = "whole"
    MISSING = "missing"
    ALTERED = "altered"


@immutable
class IntegrityReport:
    """All that was checked. `rows` names rows that another program has touched.

    `editions` are the SHA-256 of reports kept that are gone or altered; `names` what files that
    are not well are called ("E3 ảnh.jpg"), by their SHA-256; `lost_items` ids of items of the
    plan without an item, `drafts` keys of drafts that cannot be read.
    """

    database: DatabaseReport
    chain: ChainReport
    rows: tuple[RowProblem, ...]
    evidence: EvidenceReport
    editions: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    search: SearchReport = _SEARCHED
    lost_items: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether the folder can be relied on."""
        records = self.database.ok and self.chain.ok and not self.rows
        beside = self.search.ok and not (self.lost_items or self.drafts)
        return records and beside and self.evidence.ok and not self.editions


def check(store: Store, step: Step = _unwatched) -> IntegrityReport:
    """Check everything; reads only, and reads every evidence file to its end.

    `step` is told how far the work is, and may end it by raising. Where the records themselves
    cannot be read, or lie in a schema that is not ours, the journal counts as broken from its
    start and no file is checked.
    """
    watch = Stages(step)
    with store.read() as connection, interruptible(connection, watch.again):
        database = check_database(connection)
    if spoilt := damage.of_files(store.folder):
        database = replace(database, damage=(*database.damage, f"file: {spoilt}"))
    watch.done(DATABASE)
    if not _INDEXES.issuperset(database.schema):
        return _unread(database)
    try:
        with store.read() as connection, interruptible(connection, watch.again):
            records = _check_records(connection, watch)
            digests = _Digests.read(connection)
    except KnownError as unreadable:
        if unreadable.key != "database_damaged":
            raise
        return _unread(database)
    files = check_evidence(store.vault, digests.known, watch.files(len(digests.known)))
    kept = editions.unsound(store.folder, digests.kept)
    watch.end()
    return replace(
        records,
        database=database,
        evidence=files,
        editions=kept,
        names=digests.names(files, kept),
    )


def _check_records(connection: Connection, watch: Stages) -> IntegrityReport:
    chain = verify(connection)
    watch.done(CHAIN)
    touched = compare_rows(connection)
    watch.done(ROWS)
    return IntegrityReport(
        DatabaseReport((), (), ()),
        chain,
        touched,
        EvidenceReport(0, (), (), ()),
        search=search_check.check(connection),
        lost_items=loose_ends.lost_items(connection),
        drafts=loose_ends.unreadable_drafts(connection),
    )


@immutable
class _Digests:
    """The files that the records speak of: evidence, and reports kept; by what they are called."""

    known: frozenset[str]
    kept: frozenset[str]
    called: Mapping[str, str]

    @classmethod
    def read(cls, connection: Connection) -> _Digests:
        called = {**submissions.names(connection), **evidence.names(connection)}
        return cls(evidence.all_digests(connection), submissions.all_digests(connection), called)

    def names(self, files: EvidenceReport, kept: tuple[str, ...]) -> Mapping[str, str]:
        """Return the names of the files that are not well."""
        faulty = (*files.missing, *files.altered, *kept)
        return {digest: self.called[digest] for digest in faulty if digest in self.called}


def _unread(database: DatabaseReport) -> IntegrityReport:
    unread = EvidenceReport(0, (), (), ())
    return IntegrityReport(database, ChainReport(0, broken_at=1), (), unread)


def check_database(connection: Connection) -> DatabaseReport:
    """Check the file's pages, its foreign keys, and its schema against the tables we know.

    Foreign keys of a damaged file are not followed.
    """
    broken = _damage(connection)
    schema = tuple(_schema_differences(connection))
    dangling = () if broken or schema else tuple(_dangling(connection))
    return DatabaseReport(damage=broken, dangling=dangling, schema=schema)


def _dangling(connection: Connection) -> Iterator[ForeignKeyProblem]:
    """Yield the rows that point at nothing; the first of them by name.

    That each row of the journal has its entry is told by the chain.
    """
    asked = [t.name for t in metadata.sorted_tables if t.foreign_keys and t is not change_rows]
    check = "PRAGMA foreign_key_check({})"
    found = [row for t in asked for row in connection.exec_driver_sql(check.format(t)).all()]
    for number, (name, rowid, refers_to, _key) in enumerate(found):
        table = metadata.tables[name]
        own = select(table).where(text("rowid = :rowid")) if number < _NAMED_AT_MOST else None
        row = None if own is None else connection.execute(own, {"rowid": rowid}).mappings().first()
        record = "" if row is None else record_names.name_of(connection, name, dict(row))
        yield ForeignKeyProblem(name, refers_to, record)


def _damage(connection: Connection) -> tuple[str, ...]:
    """Return what SQLite finds; damage it cannot get past is a finding too."""
    try:
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    except DatabaseError as broken:
        return (str(broken.orig),)
    return tuple(str(line) for line in found if line != _FINE)


def _schema_differences(connection: Connection) -> Iterator[str]:
    """Name what the schema lacks or has otherwise: "user_version 2", "plans", "plans.title"."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version != SCHEMA_VERSION:
        yield f"user_version {version}"
    present = inspect(connection)
    names = set(present.get_table_names())
    for table in metadata.sorted_tables:
        if table.name not in names:
            yield table.name
            continue
        there = {column["name"] for column in present.get_columns(table.name)}
        expected = {column.name for column in table.columns}
        yield from (f"{table.name}.{column}" for column in sorted(there ^ expected))
        indexed = {index["name"] for index in present.get_indexes(table.name)}
        yield from sorted(str(index.name) for index in table.indexes if index.name not in indexed)


def check_evidence(
    vault: Vault, known: frozenset[str], tick: Callable[[], None] = lambda: None
) -> EvidenceReport:
    """Hash every file that evidence speaks of, and name those nobody speaks of."""
    missing, altered = [], []
    for digest in sorted(known):
        tick()
        match state_of(vault, digest):
            case FileState.MISSING:
                missing.append(digest)
            case FileState.ALTERED:
                altered.append(digest)
    orphan = vault.orphans(known)
    return EvidenceReport(len(known), tuple(missing), tuple(altered), orphan)


def state_of(vault: Vault, digest: str) -> FileState:
    """Hash one file of the vault; one that cannot be read counts as altered."""
    try:
        with vault.open(digest) as stream:
            whole = hashlib.file_digest(stream, "sha256").hexdigest() == digest
    except KnownError:
        return FileState.MISSING
    except OSError:
        return FileState.ALTERED
    return FileState.WHOLE if whole else FileState.ALTERED
