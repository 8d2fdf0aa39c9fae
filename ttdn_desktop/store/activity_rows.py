"""An activity as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.store.days import to_text
from ttdn_desktop.store.tables import (
    activity_evidence,
    activity_items,
    fundings,
    obstacles,
    proposals,
    readings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Table

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.store.changes import Tx

    Rows = Iterator[dict[str, Any]]

CODE_LETTER = "A"


def own(activity: Activity, year: int) -> dict[str, Any]:
    """Return the activity's own row in a plan year."""
    return {
        "id": activity.id,
        "unit_id": activity.unit_id,
        "year": year,
        "ordinal": int(activity.code.removeprefix(CODE_LETTER)),
        "code": activity.code,
        "title": activity.title,
        "start": activity.start.first.isoformat(),
        "precision": activity.start.precision.value,
        "until": to_text(activity.until),
        "part": activity.part.value,
        "kind": activity.kind,
        "place": activity.place,
        "content": activity.content,
        "result": activity.result,
        "partners": list(activity.partners),
        "audience": list(activity.audience),
        "highlight": activity.highlight,
        "good_practice": activity.good_practice,
    }


def _items(activity: Activity) -> Rows:
    for ordinal, item_id in enumerate(activity.item_ids):
        yield {"activity_id": activity.id, "ordinal": ordinal, "item_id": item_id}


def _obstacles(activity: Activity) -> Rows:
    for ordinal, one in enumerate(activity.obstacles):
        yield {
            "activity_id": activity.id,
            "ordinal": ordinal,
            "text": one.text,
            "cause": one.cause,
        }


def _proposals(activity: Activity) -> Rows:
    for ordinal, one in enumerate(activity.proposals):
        yield {
            "activity_id": activity.id,
            "ordinal": ordinal,
            "text": one.text,
            "addressee": one.addressee,
            "answered": one.answered,
        }


def _readings(activity: Activity) -> Rows:
    for ordinal, one in enumerate(activity.readings):
        yield {
            "activity_id": activity.id,
            "ordinal": ordinal,
            "code": one.code,
            "value": f"{one.value:f}",
            "split_name": one.split and one.split.name,
            "split_value": one.split and one.split.value,
            "approximate": one.approximate,
            "estimate": one.estimate,
        }


def evidence_of(activity: Activity) -> Rows:
    """Return the links to what proves an activity."""
    for ordinal, one in enumerate(activity.evidence):
        yield {"activity_id": activity.id, "evidence_id": one.id, "ordinal": ordinal}


PARTS: tuple[tuple[Table, Callable[[Activity], Rows]], ...] = (
    (activity_items, _items),
    (obstacles, _obstacles),
    (proposals, _proposals),
    (readings, _readings),
    (activity_evidence, evidence_of),
)
"""The tables of what belongs to an activity, and its rows in each."""


def fundings_of(activity: Activity, year: int) -> Rows:
    """Return the money of an activity, without identities."""
    for ordinal, one in enumerate(activity.fundings):
        yield {
            "activity_id": activity.id,
            "unit_id": activity.unit_id,
            "year": year,
            "ordinal": ordinal,
            "source": one.source,
            "stage": one.stage,
            "amount": one.amount,
            "in_kind": one.in_kind,
        }


def add_fundings(tx: Tx, new: Iterable[Activity], year: int) -> None:
    """Record the money of activities; an amount has an identity, for a unit's year has some too."""
    rows = (row for activity in new for row in fundings_of(activity, year))
    tx.insert_many(fundings, ({"id": tx.new_id(), **row} for row in rows))
