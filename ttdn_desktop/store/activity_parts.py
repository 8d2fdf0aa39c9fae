"""Activities put together from their rows: one read a table, however many activities."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.activity import Activity, Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.domain.funding import Funding, Source, Stage
from ttdn_desktop.domain.indicator import Reading, Split
from ttdn_desktop.store.database import driver, json_text
from ttdn_desktop.store.days import to_day
from ttdn_desktop.store.evidence import FIELDS as EVIDENCE_FIELDS
from ttdn_desktop.store.evidence import from_fields as evidence_of
from ttdn_desktop.store.reading import cells
from ttdn_desktop.store.tables import (
    activities,
    activity_items,
    fundings,
    obstacles,
    proposals,
    readings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from ttdn_desktop.domain.evidence import Evidence

    _Made = Callable[[str], tuple[Any, ...]]
    _Grouped = Mapping[str, tuple[Any, ...]]


class Assembly:
    """Puts activities together; what many have in common is made once and shared by them.

    Of twenty readings nineteen say what another said, and days, lists and whole sets of readings
    recur: an assembly is for one reading of many, batch by batch.
    """

    def __init__(self, connection: Connection) -> None:
        """Read over a connection."""
        self._connection = connection
        self._moment, self._words = cache(_moment), cache(_words)
        self._parts = [(wanted, _made_once(made)) for wanted, made in _PARTS]
        self._proofs: dict[str, Evidence] = {}

    def assembled(self, ids: Sequence[str]) -> dict[str, Activity]:
        """Return activities by id, whole; those unknown are left out."""
        listed, found = json_text(ids), {}
        grouped = [self._grouped(listed, wanted, made) for wanted, made in self._parts]
        of_items, of_obstacles, of_proposals, of_readings, of_fundings = grouped
        of_evidence, moment, words = self._proven(listed), self._moment, self._words
        for row in cells(self._connection, _OWN, id=ids):
            identity, unit_id, code, title, start, precision, until, part = row[:8]
            kind, place, content, result, partners, audience, highlight, good_practice = row[8:]
            found[identity] = Activity(  # by place: naming each of so many costs half as much again
                identity,
                unit_id,
                code,
                title,
                moment(start, precision),
                of_items.get(identity, ()),
                _PART_CALLED[part],
                to_day(until),
                kind,
                place,
                content,
                result,
                words(partners),
                words(audience),
                bool(highlight),
                bool(good_practice),
                of_obstacles.get(identity, ()),
                of_proposals.get(identity, ()),
                of_readings.get(identity, ()),
                of_fundings.get(identity, ()),
                of_evidence.get(identity, ()),
            )
        return found

    def _grouped(self, listed: str, wanted: str, made: _Made) -> _Grouped:
        rows = driver(self._connection).execute(wanted, (listed,))
        return {activity_id: made(told) for activity_id, told in rows}

    def _proven(self, listed: str) -> _Grouped:
        known = self._proofs
        found: dict[str, list[Evidence]] = defaultdict(list)
        for row in driver(self._connection).execute(_EVIDENCE, (listed,)):
            activity_id, proof_id = row[:2]
            if proof_id not in known:
                known[proof_id] = evidence_of(*row[1:])
            found[activity_id].append(known[proof_id])
        return {activity_id: tuple(proofs) for activity_id, proofs in found.items()}


def _made_once(made: Callable[..., object]) -> _Made:
    """Return what makes the parts of an activity as `_of_activities` tells them."""

    def parts(told: str) -> tuple[Any, ...]:
        return tuple(
            [once(*fields) for _ordinal, *fields in sorted(json.loads(told), key=itemgetter(0))]
        )

    once = cache(made)
    return cache(parts)


def _of_activities(table: Table, *fields: str) -> str:
    """Return the read of some fields of what belongs to activities: a row an activity.

    SQLite tells all of one activity as JSON, each part with its ordinal first: what says the same
    is the same text, and is understood once.
    """
    part = ", ".join(str(table.c[name]) for name in ("ordinal", *fields))
    return (
        f"SELECT activity_id, json_group_array(json_array({part})) FROM {table.name} "  # noqa: S608 (columns of ours)
        "WHERE activity_id IN (SELECT value FROM json_each(?)) GROUP BY activity_id"
    )


def _moment(start: str, precision: str) -> Moment:
    return Moment(date.fromisoformat(start), Precision(precision))


def _words(listed: str) -> tuple[str, ...]:
    return tuple(json.loads(listed))


def _obstacle(text: str, cause: str | None) -> Obstacle:
    return Obstacle(text, None if cause is None else Cause(cause))


def _proposal(text: str, addressee: str, answered: int) -> Proposal:
    return Proposal(text, addressee, bool(answered))


def _reading(code: str, value: str, name: str | None, part: str | None, *marks: int) -> Reading:
    split = None if name is None else Split(name, part or "")
    approximate, estimate = map(bool, marks)
    return Reading(code, Decimal(value), split, approximate, estimate)


def _funding(source: str, amount: int, stage: str, in_kind: str) -> Funding:
    return Funding(Source(source), amount, Stage(stage), in_kind)


_PART_CALLED = {part.value: part for part in Part}
_OWN = (
    activities.c.id,
    activities.c.unit_id,
    activities.c.code,
    activities.c.title,
    activities.c.start,
    activities.c.precision,
    activities.c.until,
    activities.c.part,
    activities.c.kind,
    activities.c.place,
    activities.c.content,
    activities.c.result,
    activities.c.partners,
    activities.c.audience,
    activities.c.highlight,
    activities.c.good_practice,
)
_EVIDENCE = (
    f"SELECT activity_id, {', '.join(map(str, EVIDENCE_FIELDS))} "  # noqa: S608 (columns of ours)
    "FROM activity_evidence JOIN evidence ON evidence.id = evidence_id "
    "WHERE activity_id IN (SELECT value FROM json_each(?)) AND evidence.binned_at IS NULL "
    "ORDER BY activity_id, activity_evidence.ordinal"
)
_READING_FIELDS = ("code", "value", "split_name", "split_value", "approximate", "estimate")
_PARTS: tuple[tuple[str, Callable[..., object]], ...] = (
    (_of_activities(activity_items, "item_id"), str),
    (_of_activities(obstacles, "text", "cause"), _obstacle),
    (_of_activities(proposals, "text", "addressee", "answered"), _proposal),
    (_of_activities(readings, *_READING_FIELDS), _reading),
    (_of_activities(fundings, "source", "amount", "stage", "in_kind"), _funding),
)
