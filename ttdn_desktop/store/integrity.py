"""The whole check of a data folder: database, schema, journal, rows and every evidence file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import inspect
from sqlalchemy.exc import DatabaseError

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import editions, evidence, submissions
from ttdn_desktop.store.chain import ChainReport, RowProblem, compare_rows, verify
from ttdn_desktop.store.tables import metadata
from ttdn_desktop.store.upgrade import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.vault import Vault

_FINE = "ok"


@dataclass(frozen=True, slots=True)
class ForeignKeyProblem:
    """A row that points at nothing: its table and the table it points at."""

    table: str
    refers_to: str


@dataclass(frozen=True, slots=True)
class DatabaseReport:
    """What SQLite finds (`damage`), what points at nothing, and how the schema differs."""

    damage: tuple[str, ...]
    dangling: tuple[ForeignKeyProblem, ...]
    schema: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.damage or self.dangling or self.schema)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """All that was checked. `rows` names rows that another program has touched.

    `editions` are the SHA-256 of reports kept that are gone or altered.
    """

    database: DatabaseReport
    chain: ChainReport
    rows: tuple[RowProblem, ...]
    evidence: EvidenceReport
    editions: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether the folder can be relied on."""
        records = self.database.ok and self.chain.ok and not self.rows
        return records and self.evidence.ok and not self.editions


def check(store: Store) -> IntegrityReport:
    """Check everything; reads only, and reads every evidence file to its end.

    Where the records themselves cannot be read, or lie in a schema that is not ours, the journal
    counts as broken from its start and no file is checked.
    """
    with store.read() as connection:
        database = check_database(connection)
    if database.schema:
        return _unread(database)
    try:
        with store.read() as connection:
            chain, rows = verify(connection), compare_rows(connection)
            known = evidence.all_digests(connection)
            kept = submissions.all_digests(connection)
    except KnownError:
        return _unread(database)
    files = check_evidence(store.vault, known)
    return IntegrityReport(database, chain, rows, files, editions.unsound(store.folder, kept))


def _unread(database: DatabaseReport) -> IntegrityReport:
    unread = EvidenceReport(0, (), (), ())
    return IntegrityReport(database, ChainReport(0, broken_at=1), (), unread)


def check_database(connection: Connection) -> DatabaseReport:
    """Check the file's pages, its foreign keys, and its schema against the tables we know.

    Foreign keys of a damaged file are not followed.
    """
    damage = _damage(connection)
    dangling = () if damage else connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return DatabaseReport(
        damage=damage,
        dangling=tuple(ForeignKeyProblem(row[0], row[2]) for row in dangling),
        schema=tuple(_schema_differences(connection)),
    )


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


def check_evidence(vault: Vault, known: frozenset[str]) -> EvidenceReport:
    """Hash every file that evidence speaks of, and name those nobody speaks of."""
    missing, altered = [], []
    for digest in sorted(known):
        try:
            with vault.open(digest) as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != digest:
                    altered.append(digest)
        except KnownError:
            missing.append(digest)
        except OSError:
            altered.append(digest)
    orphan = vault.orphans(known)
    return EvidenceReport(len(known), tuple(missing), tuple(altered), orphan)
