"""Bản trình: each content of a round's report that was put before a signer."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.damage import NAMES
from ttdn_desktop.store.database import driver
from ttdn_desktop.store.reading import read, values
from ttdn_desktop.store.tables import editions, rounds, submissions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


@immutable
class Submission:
    """Bản trình lần `ordinal` of a round.

    `code` stands for the content, `sha256` for the file's bytes; `at` is UTC milliseconds.
    """

    id: str
    round_id: str
    ordinal: int
    code: str
    sha256: str
    at: int


def add(tx: Tx, round_id: str, code: str, sha256: str) -> Submission:
    """Add the next bản trình of a round."""
    last = newest(tx.connection, round_id)
    ordinal = last.ordinal + 1 if last else 1
    new = Submission(tx.new_id(), round_id, ordinal, code, sha256, tx.at)
    tx.insert(
        submissions,
        {
            "id": new.id,
            "round_id": round_id,
            "ordinal": ordinal,
            "code": code,
            "sha256": sha256,
            "at": new.at,
        },
    )
    return new


def newest(connection: Connection, round_id: str) -> Submission | None:
    """Return the last bản trình of a round, or None."""
    return next(reversed(of_round(connection, round_id)), None)


def of_round(connection: Connection, round_id: str) -> tuple[Submission, ...]:
    """Return all bản trình of a round in order."""
    return tuple(map(_submission, read(connection, submissions, "ordinal", round_id=round_id)))


def by_code(connection: Connection, code: str) -> Submission | None:
    """Return the bản trình with a content's code, the last where there are several; or None."""
    return _last(connection, code=code)


def by_digest(connection: Connection, sha256: str) -> Submission | None:
    """Return the bản trình whose file has this SHA-256, or None."""
    return _last(connection, sha256=sha256)


def by_id(connection: Connection, submission_id: str) -> Submission | None:
    """Return one bản trình, or None."""
    return _last(connection, id=submission_id)


def all_digests(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 of every file kept in `editions/`: bản trình, bản phát hành and scans.

    Also of a database of an earlier schema, which does not know all of them yet.
    """
    there = {name for (name,) in driver(connection).execute(NAMES)}
    wanted = (submissions.c.sha256, editions.c.sha256, editions.c.scan_sha256)
    kept = (values(connection, column) for column in wanted if column.table.name in there)
    return frozenset(filter(None, chain.from_iterable(kept)))


def names(connection: Connection) -> dict[str, str]:
    """Return what each kept file is called: its number in its round, and the round's year.

    What was issued is called by its number, a scan by its own name.
    """
    kept = select(submissions.c.sha256, submissions.c.ordinal, rounds.c.year).join(rounds)
    called = {sha256: f"{ordinal} ({year})" for sha256, ordinal, year in connection.execute(kept)}
    for row in connection.execute(select(editions)):
        called[row.sha256] = row.number
        if row.scan_sha256:
            called[row.scan_sha256] = row.scan_name
    return called


def _last(connection: Connection, **same: str) -> Submission | None:
    found = max(read(connection, submissions, **same), key=attrgetter("at"), default=None)
    return None if found is None else _submission(found)


def _submission(row: Found) -> Submission:
    return Submission(row.id, row.round_id, row.ordinal, row.code, row.sha256, row.at)
