"""When each version of the plan was put in force, and the files that they came in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.instants import day_of
from ttdn_desktop.domain.plan_in_year import Adoption
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.days import to_day
from ttdn_desktop.store.reading import one, read, values
from ttdn_desktop.store.tables import plan_adoptions, plan_versions, plans

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


@immutable
class PlanSource:
    """The file that a version came in: its name, SHA-256 and kind ("xlsx").

    `number` and `issued_on` are what it says of its plan, None where it says nothing.
    """

    file_name: str
    sha256: str
    kind: str
    number: str | None = None
    issued_on: date | None = None


@immutable
class Sourced:
    """A version put in force at an instant (UTC milliseconds) out of a file."""

    version_id: str
    adopted_at: int
    source: PlanSource


def remember_earlier(tx: Tx, version_id: str) -> None:
    """Keep when a version was put in force last, before it is put in force again."""
    (at,) = values(tx.connection, plan_versions.c.adopted_at, id=version_id)
    if one(tx.connection, plan_adoptions, version_id=version_id, adopted_at=at) is None:
        tx.insert(plan_adoptions, _row(tx, version_id, at, PlanSource("", "", "")))


def add(tx: Tx, version_id: str, source: PlanSource) -> None:
    """Keep the file that a version is put in force out of now."""
    tx.insert(plan_adoptions, _row(tx, version_id, tx.at, source))


def all_adoptions(connection: Connection) -> tuple[Adoption, ...]:
    """Return every time that a version was put in force, the earliest first."""
    found = {
        _adoption(version.id, each.adopted_at, plan)
        for plan in read(connection, plans)
        for version in read(connection, plan_versions, plan_id=plan.id)
        for each in (version, *read(connection, plan_adoptions, version_id=version.id))
    }
    return tuple(sorted(found, key=lambda each: (each.adopted_at, each.version_id)))


def sources(connection: Connection) -> tuple[Sourced, ...]:
    """Return the files that versions came in, the latest first."""
    own = select(plan_adoptions).where(plan_adoptions.c.sha256.is_not(None))
    found = connection.execute(own.order_by(plan_adoptions.c.adopted_at.desc()))
    return tuple(Sourced(row.version_id, row.adopted_at, _source(row)) for row in found)


def _adoption(version_id: str, at: int, plan: Found) -> Adoption:
    issued = to_day(plan.issued_on) or date.fromisoformat(plan.month)
    return Adoption(version_id, plan.id, issued, day_of(at), at)


def _source(row: Row[Any]) -> PlanSource:
    return PlanSource(row.file_name, row.sha256, row.kind, row.number, to_day(row.issued_on))


def _row(tx: Tx, version_id: str, at: int, source: PlanSource) -> dict[str, Any]:
    return {
        "id": tx.new_id(),
        "version_id": version_id,
        "adopted_at": at,
        "file_name": source.file_name,
        "sha256": source.sha256 or None,
        "kind": source.kind,
        "number": source.number or None,
        "issued_on": source.issued_on,
    }
