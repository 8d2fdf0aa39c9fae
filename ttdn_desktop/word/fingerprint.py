"""The code of a report: what it says, the template and the writer that made it.

The records behind a sentence are no part of what it says: folders in which the same was recorded
give the same code, whatever identities they gave it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.document import Document

WRITER_VERSION = 3
"""Raised when the writer gives other bytes for the same tree, or reads the tree otherwise."""

CODE_LENGTH = 12
_PROVENANCE = "records"
_ROWS = 100


def code(document: Document, template: bytes) -> str:
    """Return the first 12 hex digits of SHA-256 over tree, template and writer version."""
    digest = hashlib.sha256(f"{WRITER_VERSION}\n".encode())
    digest.update(hashlib.sha256(template).digest())
    for piece in _pieces(document):
        digest.update(_canonical(piece))
        digest.update(b"\n")
    return digest.hexdigest()[:CODE_LENGTH]


def _pieces(document: Document) -> Iterator[object]:
    """Yield the tree in an order that never changes, rows by the hundred: a call for each is dear.

    A row is the list of its fields, which costs a third of naming each of them.
    """
    yield replace(document, annexes=())
    for annex in document.annexes:
        yield replace(annex, table=replace(annex.table, rows=()))
        rows = annex.table.rows
        for first in range(0, len(rows), _ROWS):
            yield [(row.key, row.kind, row.cells) for row in rows[first : first + _ROWS]]


def _canonical(piece: object) -> bytes:
    return _JSON.encode(piece).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        named = (field.name for field in fields(value) if field.name != _PROVENANCE)
        return {name: getattr(value, name) for name in named}
    raise TypeError(type(value).__name__)


_JSON = json.JSONEncoder(
    default=_plain,
    ensure_ascii=False,
    check_circular=False,  # a tree of records that never change has no way back
    sort_keys=True,
    separators=(",", ":"),
)
