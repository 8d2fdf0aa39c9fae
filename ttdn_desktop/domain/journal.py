"""The journal's arithmetic: one way to write a row, and a chain of hashes over what was done.

An entry's hash covers the hash of the entry before it and the hashes of its payloads (each a row
before and after). So contents can be purged and the chain still be verified from what is left.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from ttdn_desktop.immutable import immutable

GENESIS = ""
"""What stands for the hash before the first entry of a chain."""

_NULL = "null"
_PLAIN = frozenset({str, int, bool, type(None)})
_TEXT = frozenset({str})
_READABLE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))


@immutable
class Payload:
    """One changed row: its canonical JSON before and after, None where it did not exist."""

    table: str
    row_id: str
    before: str | None
    after: str | None


@immutable
class Entry:
    """One entry of the chain without its payloads. `at` is UTC milliseconds.

    `undoes` is the `seq` that was taken back; `prev` the hash of the entry before it.
    """

    seq: int
    writer: str
    at: int
    actor: str
    label: str
    undoes: int | None
    prev: str


def canonical(value: object) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, always NFC.

    A value with text outside NFC (the name of a file as it came) is written in ASCII escapes, so
    that nothing is lost. Raises TypeError for floats and for anything else that is not JSON.
    """
    _refuse_inexact(value)
    text = _READABLE.encode(value)
    return text if unicodedata.is_normalized("NFC", text) else _ESCAPED.encode(value)


def fast_text(value: object) -> str | None:
    """Return what `canonical` mostly is, in half the time; None for what is not JSON.

    Where it differs from a text, only `says` can tell whether the value does.
    """
    try:
        return _READABLE.encode(value)
    except (TypeError, ValueError):
        return None


def says(text: str, value: object) -> bool:
    """Tell whether a canonical text is that of a value; what is not JSON is that of none."""
    try:
        return canonical(value) == text
    except (TypeError, UnicodeEncodeError):
        return False


def _refuse_inexact(value: object) -> None:
    if type(value) in _PLAIN or (type(value) is dict and _is_plain(value)):
        return
    if isinstance(value, Mapping):
        for key, part in value.items():
            if type(key) is not str:
                message = f"a key must be text: {key!r}"
                raise TypeError(message)
            if type(part) not in _PLAIN:
                _refuse_inexact(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_inexact(part)
    elif not isinstance(value, str | int):
        message = f"not exact JSON: {value!r}"
        raise TypeError(message)


def _is_plain(row: dict[object, object]) -> bool:
    """Tell whether a row has texts and whole numbers only, as most have."""
    return _TEXT.issuperset(map(type, row)) and _PLAIN.issuperset(map(type, row.values()))


def payload_hash(payload: Payload) -> str:
    """Return the SHA-256 (hex) of canonical {after, before, id, table}."""
    text = (
        f'{{"after":{payload.after or _NULL},"before":{payload.before or _NULL},'
        f'"id":{_text(payload.row_id)},"table":{_text(payload.table)}}}'
    )
    return _sha256(text)


def _text(text: str) -> str:
    """Return what `canonical` is of a text; of plain letters at once, for they are in NFC."""
    return encode_basestring(text) if text.isascii() else canonical(text)


def entry_hash(entry: Entry, payload_hashes: Sequence[str]) -> str:
    """Return the SHA-256 (hex) of the canonical entry and its payloads' hashes, in order."""
    return _sha256(
        canonical(
            {
                "actor": entry.actor,
                "at": entry.at,
                "label": entry.label,
                "payloads": list(payload_hashes),
                "prev": entry.prev,
                "seq": entry.seq,
                "undoes": entry.undoes,
                "writer": entry.writer,
            }
        )
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
