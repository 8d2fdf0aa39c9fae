"""The few kinds of paragraph that the report's sections are made of."""

from __future__ import annotations

from ttdn_desktop.domain.document import Block, Role, Sentence


def heading(key: str, role: Role, text: str) -> Block:
    """Return a heading of a section or clause."""
    return Block(f"{key}.heading", role, (Sentence(text),))


def paragraph(key: str, *texts: str, role: Role = Role.BODY) -> Block:
    """Return a paragraph of sentences that rest on no single record; empty ones are left out."""
    return Block(key, role, tuple(Sentence(text) for text in texts if text))


def gap(key: str, text: str) -> Block:
    """Return an explicit gap, to be filled before signing."""
    return Block(f"{key}.gap", Role.GAP, (Sentence(f"[{text}]"),))
