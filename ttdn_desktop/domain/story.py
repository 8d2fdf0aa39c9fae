"""A record's history as an officer reads it: which fields, from what to what.

Rows come as the journal keeps them, dictionaries by column. Names of fields are keys for the
words of a screen; values are words already: days, amounts, the unit's part, names in place of ids.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.dates import Moment, Precision, short, shown
from ttdn_desktop.domain.indicator import shown_value
from ttdn_desktop.domain.instants import moment_of
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.story_words import CAUSES, MODES, PARTS, REVIEWS, SOURCES, STAGES, STATES
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Row = Mapping[str, Any]
    Show = Callable[[Row, "Names"], str]

YES = "có"
GONE = "(đã xóa)"


class RecordKind(StrEnum):
    """What has a history of its own."""

    ACTIVITY = "activity"
    EVIDENCE = "evidence"
    ITEM = "item"
    PLAN = "plan"
    OFFICER = "officer"


@immutable
class FieldChange:
    """One field: the key of its name, and its words before and after, "" where there were none."""

    name: str
    before: str
    after: str


@immutable
class Event:
    """One change of a record; `at` is UTC milliseconds. What was purged has no fields left."""

    seq: int
    at: int
    actor: str
    label: str
    fields: tuple[FieldChange, ...]
    purged: bool = False


@immutable
class Names:
    """What ids and codes mean: items ("1.10 …"), indicators (name, unit), evidence, rounds.

    `activities` are given for the story of a piece of evidence only.
    """

    items: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    activities: Mapping[str, str] = field(default_factory=dict)
    rounds: Mapping[str, str] = field(default_factory=dict)


@immutable
class RowChange:
    """One row of a table, before and after; None where it was not."""

    table: str
    before: Row | None
    after: Row | None


def fields_of(changed: Iterable[RowChange], names: Names) -> Iterator[FieldChange]:
    """Yield what the rows of one change say, the record's own fields first, then its parts."""
    parts: dict[str, list[tuple[str, str]]] = {}
    for row in changed:
        if own := _OWN.get(row.table):
            yield from _own_fields(own, row, names)
        elif part := _PART.get(row.table):
            before, after = ("" if each is None else part.show(each, names) for each in _both(row))
            parts.setdefault(part.name, []).append((before, after))
    for name, pairs in parts.items():
        yield from _part_changes(name, pairs)


def _both(row: RowChange) -> tuple[Row | None, Row | None]:
    return row.before, row.after


def _own_fields(own: Mapping[str, Show], row: RowChange, names: Names) -> Iterator[FieldChange]:
    for name, show in own.items():
        before, after = ("" if each is None else show(each, names) for each in _both(row))
        if before != after:
            yield FieldChange(name, before, after)


def _part_changes(name: str, pairs: list[tuple[str, str]]) -> Iterator[FieldChange]:
    """Yield what differs: a part that only changed its place left and came, and says nothing."""
    moved = Counter(b for b, _ in pairs if b) & Counter(a for _, a in pairs if a)
    left, come = moved.copy(), moved.copy()
    for before, after in pairs:
        was, now = _unless(before, left), _unless(after, come)
        if was != now:
            yield FieldChange(name, was, now)


def _unless(text: str, moved: Counter[str]) -> str:
    if text and moved[text]:
        moved[text] -= 1
        return ""
    return text


@immutable
class _Part:
    """A table whose rows are parts of a record: the field they show as, and how."""

    name: str
    show: Show


def _text(column: str) -> Show:
    return lambda row, _names: str(row.get(column) or "")


def _day(column: str) -> Show:
    return lambda row, _names: short(date.fromisoformat(row[column])) if row.get(column) else ""


def _word(column: str, words: Mapping[str, str]) -> Show:
    return lambda row, _names: words.get(str(row.get(column)), str(row.get(column) or ""))


def _list(column: str) -> Show:
    return lambda row, _names: "; ".join(map(str, row.get(column) or ()))


def _yes(column: str) -> Show:
    return lambda row, _names: YES if row.get(column) else ""


def _binned(row: Row, _names: Names) -> str:
    if row.get("binned_at") is None:
        return ""
    return f"{moment_of(row['binned_at']):%d/%m/%Y %H:%M}"


def _start(row: Row, _names: Names) -> str:
    return shown(Moment(date.fromisoformat(row["start"]), Precision(row["precision"])))


def _size(row: Row, _names: Names) -> str:
    return f"{grouped(row['size'])} byte" if row.get("size") else ""


def _item(row: Row, names: Names) -> str:
    return names.items.get(row["item_id"], row["item_id"])


def _link(row: Row, names: Names) -> str:
    """Return the other end of a link: in an activity's story its evidence, and the reverse."""
    if names.activities:
        return names.activities.get(row["activity_id"], GONE)
    return names.evidence.get(row["evidence_id"], GONE)


def _obstacle(row: Row, _names: Names) -> str:
    cause = CAUSES.get(str(row["cause"]))
    return f"{row['text']} ({cause})" if cause else str(row["text"])


def _proposal(row: Row, _names: Names) -> str:
    addressed = f"{row['text']} → {row['addressee']}" if row["addressee"] else str(row["text"])
    return f"{addressed} (đã trả lời)" if row["answered"] else addressed


def _reading(row: Row, names: Names) -> str:
    name, unit = names.indicators.get(row["code"], (row["code"], ""))
    share = f", {row['split_name']} {row['split_value']}" if row["split_name"] else ""
    value = shown_value(Decimal(row["value"]), approximate=row["approximate"])
    estimate = " (ước cả năm)" if row["estimate"] else ""
    return f"{name}{share}: {value} {unit}".rstrip() + estimate


def _funding(row: Row, _names: Names) -> str:
    kind = f" ({row['in_kind']})" if row["in_kind"] else ""
    of = f"{STAGES[row['stage']]}, {SOURCES[row['source']]}"
    return f"{of}: {grouped(row['amount'])} đồng{kind}"


def _state(row: Row, names: Names) -> str:
    state = STATES.get(row["state"], str(row["state"]))
    told = f"{state}: {row['reason']}" if row["reason"] else state
    return " – ".join(filter(None, (names.rounds.get(row["round_id"], ""), told)))


def _review(row: Row, _names: Names) -> str:
    told = REVIEWS.get(row["state"], str(row["state"]))
    return f"{told}: {row['reason']}" if row["reason"] else told


_WORDING: Mapping[str, Show] = {"code": _text("code"), "title": _text("title")}
_OWN: Mapping[str, Mapping[str, Show]] = {
    "activities": {
        "title": _text("title"),
        "code": _text("code"),
        "start": _start,
        "until": _day("until"),
        "part": _word("part", PARTS),
        "activity_kind": _text("kind"),
        "place": _text("place"),
        "content": _text("content"),
        "result": _text("result"),
        "partners": _list("partners"),
        "audience": _list("audience"),
        "highlight": _yes("highlight"),
        "good_practice": _yes("good_practice"),
        "binned": _binned,
    },
    "evidence": {
        "name": _text("name"),
        "code": _text("code"),
        "original_name": _text("original_name"),
        "size": _size,
        "url": _text("url"),
        "document": _text("document_written"),
        "document_number": _text("document_number"),
        "document_issued_on": _day("document_issued_on"),
        "document_issuer": _text("document_issuer"),
        "document_excerpt": _text("document_excerpt"),
        "dated": _day("dated"),
        "binned": _binned,
    },
    "plans": {
        "title": _text("title"),
        "number": _text("number"),
        "issued_on": _day("issued_on"),
        "replaces": _text("replaces"),
    },
    "officers": {
        "officer_name": _text("name"),
        "officer_title": _text("title"),
        "decision": _text("decision"),
        "mode": _word("mode", MODES),
        "phone": _text("phone"),
        "email": _text("email"),
        "since": _day("since"),
        "officer_until": _day("until"),
        "alternate": _yes("alternate"),
    },
    "tasks": _WORDING,
    "directions": _WORDING,
    "duties": _WORDING,
}
"""The fields of a record, in the order they are told."""

_PART: Mapping[str, _Part] = {
    "activity_items": _Part("item", _item),
    "obstacles": _Part("obstacle", _obstacle),
    "proposals": _Part("proposal", _proposal),
    "readings": _Part("reading", _reading),
    "fundings": _Part("funding", _funding),
    "activity_evidence": _Part("link", _link),
    "progress": _Part("state", _state),
    "plan_reviews": _Part("review", _review),
}
"""The parts of a record, each shown as one field."""

FIELD_NAMES = frozenset(name for own in _OWN.values() for name in own) | {
    part.name for part in _PART.values()
}
"""Every key of a field's name."""
