"""What became of the bản trình: signings, bản phát hành and where each was sent."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from ttdn_desktop.domain.edition import Dispatch, Edition, EditionKind, Outcome, Way
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.tables import dispatches, editions, signings, submissions

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from ttdn_desktop.store.changes import Tx


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
    last = select(func.max(editions.c.ordinal)).where(editions.c.round_id == edition.round_id)
    ordinal = (tx.connection.scalar(last) or 0) + 1
    new = replace(edition, id=tx.new_id(), ordinal=ordinal, at=tx.at)
    tx.insert(editions, {**asdict(new), "dated": to_text(new.dated)})
    return new


def of_round(connection: Connection, round_id: str) -> tuple[Edition, ...]:
    """Return all bản phát hành of a round in order."""
    own = select(editions).where(editions.c.round_id == round_id)
    return _found(connection, own.order_by(editions.c.ordinal))


def by_id(connection: Connection, edition_id: str) -> Edition | None:
    """Return one bản phát hành, or None."""
    found = _found(connection, select(editions).where(editions.c.id == edition_id))
    return next(iter(found), None)


def by_code(connection: Connection, code: str) -> tuple[Edition, ...]:
    """Return the bản phát hành with a content's code, the last first."""
    same = select(editions).where(editions.c.code == code)
    return _found(connection, same.order_by(editions.c.at.desc()))


def by_digest(connection: Connection, sha256: str) -> Edition | None:
    """Return the bản phát hành whose frozen file has this SHA-256, or None."""
    found = _found(connection, select(editions).where(editions.c.sha256 == sha256))
    return next(iter(found), None)


def with_number(connection: Connection, number: str, year: int) -> tuple[Edition, ...]:
    """Return what bears a số và ký hiệu within a year: each year has a series of its own."""
    same = select(editions).where(editions.c.number == number)
    return _found(connection, same.where(editions.c.dated.like(f"{year}-%")))


def send(tx: Tx, dispatch: Dispatch) -> Dispatch:
    """Record a sending; its id and its number among those of its edition are new."""
    own = select(func.max(dispatches.c.ordinal))
    last = tx.connection.scalar(own.where(dispatches.c.edition_id == dispatch.edition_id)) or 0
    new = replace(dispatch, id=tx.new_id(), ordinal=last + 1)
    tx.insert(dispatches, _dispatch_row(new))
    return new


def put_dispatch(tx: Tx, dispatch: Dispatch) -> None:
    """Write a sending that is there already."""
    tx.update(dispatches, dispatch.id, _dispatch_row(dispatch))


def dispatches_of(connection: Connection, edition_id: str) -> tuple[Dispatch, ...]:
    """Return where an edition was sent, in order."""
    own = select(dispatches).where(dispatches.c.edition_id == edition_id)
    return tuple(map(_dispatch, connection.execute(own.order_by(dispatches.c.ordinal))))


def dispatch_by_id(connection: Connection, dispatch_id: str) -> Dispatch | None:
    """Return one sending, or None."""
    row = connection.execute(select(dispatches).where(dispatches.c.id == dispatch_id)).first()
    return None if row is None else _dispatch(row)


def _found(connection: Connection, wanted: Select[Any]) -> tuple[Edition, ...]:
    return tuple(map(_edition, connection.execute(wanted)))


def _edition(row: Row[Any]) -> Edition:
    values = dict(row._mapping)  # noqa: SLF001 (SQLAlchemy's public name for a row as a mapping)
    values |= {"kind": EditionKind(row.kind), "dated": date.fromisoformat(row.dated)}
    return Edition(**values)


def _dispatch_row(dispatch: Dispatch) -> dict[str, Any]:
    days = {
        "sent_on": to_text(dispatch.sent_on),
        "answered_on": to_text(dispatch.answered_on),
    }
    return {**asdict(dispatch), **days}


def _dispatch(row: Row[Any]) -> Dispatch:
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
