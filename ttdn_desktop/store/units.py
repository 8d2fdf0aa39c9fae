"""Bodies with their dated names, and classes of bodies, in the plan's order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from ttdn_desktop.domain.units import Unit, UnitClass, UnitKind, UnitName
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import greatest, one, read
from ttdn_desktop.store.tables import unit_classes, unit_names, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


def add(tx: Tx, *new: Unit) -> None:
    """Add bodies after those already there; a parent may come after its bodies."""
    first = _next_ordinal(tx.connection, units)
    tx.insert_many(units, (_row(unit) | {"ordinal": first + n} for n, unit in enumerate(new)))
    tx.insert_many(unit_names, (row for unit in new for row in _name_rows(unit)))


def put(tx: Tx, unit: Unit) -> None:
    """Write a body that is there already: its facts and all its names."""
    tx.update(units, unit.id, _row(unit))
    wanted = _name_rows(unit)
    known = select(func.count()).where(unit_names.c.unit_id == unit.id)
    count = tx.connection.execute(known).scalar_one()
    for row in wanted[:count]:
        tx.update(unit_names, (unit.id, row["ordinal"]), row)
    tx.insert_many(unit_names, wanted[count:])
    for ordinal in range(len(wanted), count):
        tx.delete(unit_names, (unit.id, ordinal))


def add_classes(tx: Tx, *new: UnitClass) -> None:
    """Add classes of bodies after those already there."""
    first = _next_ordinal(tx.connection, unit_classes)
    tx.insert_many(
        unit_classes,
        (
            {
                "id": kind.id,
                "ordinal": first + n,
                "name": kind.name,
                "kinds": kind.kinds,
                "spellings": kind.spellings,
            }
            for n, kind in enumerate(new)
        ),
    )


def all_units(connection: Connection) -> tuple[Unit, ...]:
    """Return all bodies, ended ones too, in the plan's order."""
    names = _names(connection)
    return tuple(_unit(row, names[row.id]) for row in read(connection, units, "ordinal"))


def all_classes(connection: Connection) -> tuple[UnitClass, ...]:
    """Return all classes of bodies."""
    return tuple(
        UnitClass(row.id, row.name, tuple(map(UnitKind, row.kinds)), tuple(row.spellings))
        for row in read(connection, unit_classes, "ordinal")
    )


def by_id(connection: Connection, unit_id: str) -> Unit | None:
    """Return one body, or None."""
    row = one(connection, units, id=unit_id)
    if row is None:
        return None
    names = read(connection, unit_names, "ordinal", unit_id=unit_id)
    return _unit(row, [_name(name) for name in names])


def _names(connection: Connection) -> Mapping[str, list[UnitName]]:
    names: defaultdict[str, list[UnitName]] = defaultdict(list)
    for row in read(connection, unit_names, "ordinal"):
        names[row.unit_id].append(_name(row))
    return names


def _name(row: Found) -> UnitName:
    return UnitName(row.name, row.abbreviation, to_day(row.since), to_day(row.until))


def _unit(row: Found, names: Iterable[UnitName]) -> Unit:
    return Unit(
        id=row.id,
        kind=UnitKind(row.kind),
        names=tuple(names),
        parent_id=row.parent_id,
        place=row.place,
        short=row.short,
        aliases=tuple(row.aliases),
        certainty=row.certainty,
        since=to_day(row.since),
        until=to_day(row.until),
    )


def _row(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "kind": unit.kind,
        "parent_id": unit.parent_id,
        "place": unit.place,
        "short": unit.short,
        "aliases": unit.aliases,
        "certainty": unit.certainty,
        "since": to_text(unit.since),
        "until": to_text(unit.until),
    }


def _name_rows(unit: Unit) -> list[dict[str, Any]]:
    return [
        {
            "unit_id": unit.id,
            "ordinal": ordinal,
            "name": name.name,
            "abbreviation": name.abbreviation,
            "since": to_text(name.since),
            "until": to_text(name.until),
        }
        for ordinal, name in enumerate(unit.names)
    ]


def _next_ordinal(connection: Connection, table: Table) -> int:
    last = greatest(connection, table.c.ordinal)
    return 0 if last is None else int(last) + 1
