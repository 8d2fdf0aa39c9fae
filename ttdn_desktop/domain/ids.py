"""Identities: time-ordered for what a person records, content-derived for what all share."""

from __future__ import annotations

import uuid

NAMESPACE = uuid.UUID("6f0d5f0e-2b0c-5c55-9a6e-2f1c7d1e4a30")
"""The one namespace of all shared identities; every data folder derives the same ids from it."""

RECORDED_VERSION = 7
RANDOM_BYTES = 10


def recorded_id(at_ms: int, random: bytes) -> str:
    """Return a UUIDv7 (RFC 9562 §5.7).

    `at_ms` is the instant in UTC milliseconds; `random` is RANDOM_BYTES bytes of randomness.
    """
    value = (at_ms & (2**48 - 1)) << 80 | int.from_bytes(random[:RANDOM_BYTES], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def shared_id(kind: str, *content: str) -> str:
    """Return the UUIDv5 of a shared thing: its kind and its canonical content, in order."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join((kind, *content))))


def recorded_at(identity: str) -> int | None:
    """Return the instant in UTC milliseconds at which a UUIDv7 was made; None for any other."""
    try:
        value = uuid.UUID(identity)
    except ValueError:
        return None
    return value.int >> 80 if value.version == RECORDED_VERSION else None
