"""What became of the bản trình: signings, bản phát hành and where each was sent."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.edition import Dispatch, Edition, EditionKind, Outcome, Way
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import greatest, one, read
from ttdn_desktop.store.tables import dispatches, editions, signings, submissions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


@immutable
class Signing:
    """That a bản trình was signed: on what day, by whom, as what."""

    submission_id: str
    signed_on: date
    signer_name: str
    signer_title: str


def sign(tx: Tx, signing: Signing) -> None:
    """Record that a bản trình was signed; it may be signed once."""
    tx.insert(signings, {**asdict(signing), "signed_on": to_text(signing.signed_on)})


def signings_of(connection: Connection, round_id: str) -> tuple[Signing, ...]:
    """Return what of a round was signed, in the order of its bản trình."""
    joined = select(signings).join(submissions).where(submissions.c.round_id == round_id)
    return tuple(
        Signing(
            row.submission_id,
            date.fromisoformat(row.signed_on),
            row.signer_name,
            row.signer_title,
        )
        for row in connection.execute(joined.order_by(submissions.c.ordinal))
    )


def add(tx: Tx, edition: Edition) -> Edition:
    """Add the next bản phát hành of its round; its id, number in the round and instant are new."""
    last = greatest(tx.connection, editions.c.ordinal, round_id=edition.round_id)
    new = replace(edition, id=tx.new_id(), ordinal=(last or 0) + 1, at=tx.at)
    tx.insert(editions, {**asdict(new), "dated": to_text(new.dated)})
    return new


def of_round(connection: Connection, round_id: str) -> tuple[Edition, ...]:
    """Return all bản phát hành of a round in order."""
    return tuple(map(_edition, read(connection, editions, "ordinal", round_id=round_id)))


def by_id(connection: Connection, edition_id: str) -> Edition | None:
    """Return one bản phát hành, or None."""
    row = one(connection, editions, id=edition_id)
    return None if row is None else _edition(row)


def by_code(connection: Connection, code: str) -> tuple[Edition, ...]:
    """Return the bản phát hành with a content's code, the last first."""
    same = read(connection, editions, code=code)
    return tuple(map(_edition, sorted(same, key=attrgetter("at"), reverse=True)))


def by_digest(connection: Connection, sha256: str) -> Edition | None:
    """Return the bản phát hành whose frozen file has this SHA-256, or None."""
    row = one(connection, editions, sha256=sha256)
    return None if row is None else _edition(row)


def with_number(connection: Connection, number: str, year: int) -> tuple[Edition, ...]:
    """Return what bears a số và ký hiệu within a year: each year has a series of its own."""
    same = read(connection, editions, number=number)
    return tuple(_edition(row) for row in same if row.dated.startswith(f"{year}-"))


def send(tx: Tx, dispatch: Dispatch) -> Dispatch:
    """Record a sending; its id and its number among those of its edition are new."""
    last = greatest(tx.connection, dispatches.c.ordinal, edition_id=dispatch.edition_id)
    new = replace(dispatch, id=tx.new_id(), ordinal=(last or 0) + 1)
    tx.insert(dispatches, _dispatch_row(new))
    return new


def put_dispatch(tx: Tx, dispatch: Dispatch) -> None:
    """Write a sending that is there already."""
    tx.update(dispatches, dispatch.id, _dispatch_row(dispatch))


def dispatches_of(connection: Connection, edition_id: str) -> tuple[Dispatch, ...]:
    """Return where an edition was sent, in order."""
    found = read(connection, dispatches, "ordinal", edition_id=edition_id)
    return tuple(map(_dispatch, found))


def dispatch_by_id(connection: Connection, dispatch_id: str) -> Dispatch | None:
    """Return one sending, or None."""
    row = one(connection, dispatches, id=dispatch_id)
    return None if row is None else _dispatch(row)


def _edition(row: Found) -> Edition:
    told = {"kind": EditionKind(row.kind), "dated": date.fromisoformat(row.dated)}
    return Edition(**vars(row) | told)


def _dispatch_row(dispatch: Dispatch) -> dict[str, Any]:
    days = {
        "sent_on": to_text(dispatch.sent_on),
        "answered_on": to_text(dispatch.answered_on),
    }
    return {**asdict(dispatch), **days}


def _dispatch(row: Found) -> Dispatch:
    return Dispatch(
        id=row.id,
        edition_id=row.edition_id,
        ordinal=row.ordinal,
        recipient=row.recipient,
        way=Way(row.way),
        sent_on=date.fromisoformat(row.sent_on),
        outcome=Outcome(row.outcome),
        answered_on=to_day(row.answered_on),
        their_number=row.their_number,
        note=row.note,
    )
