"""The parts of a plan that are kept as JSON: what it cites, and its deadlines."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.evidence import DocumentReference
from ttdn_desktop.domain.plan import Deadline
from ttdn_desktop.store.days import to_day, to_text

if TYPE_CHECKING:
    from collections.abc import Sequence


_CITED = tuple(field.name for field in fields(DocumentReference))


def cited_json(documents: Sequence[DocumentReference]) -> list[dict[str, Any]]:
    """Return citations as JSON objects; days as ISO text."""
    return [
        {name: getattr(one, name) for name in _CITED} | {"issued_on": to_text(one.issued_on)}
        for one in documents
    ]


def cited_from(objects: Sequence[dict[str, Any]]) -> tuple[DocumentReference, ...]:
    """Return citations out of their JSON objects."""
    return tuple(
        DocumentReference(**{**one, "issued_on": to_day(one["issued_on"])}) for one in objects
    )


def deadline_json(deadline: Deadline | None) -> dict[str, Any] | None:
    """Return a deadline as a JSON object, or null."""
    return None if deadline is None else asdict(deadline)


def deadline_from(content: dict[str, Any] | None) -> Deadline | None:
    """Return a deadline out of its JSON object."""
    return None if content is None else Deadline(**content)
