"""Documents cited twice: in full the first time, then by type and number (rule 8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.document import Block, Sentence
    from ttdn_desktop.domain.evidence import DocumentReference


def cited(document: DocumentReference, issuer: str) -> str:
    """Return a first mention; the body that speaks, `issuer`, is not named behind its own."""
    return citation.full(replace(document, issuer="") if document.issuer == issuer else document)


def shortened(
    blocks: Iterable[Block], activities: Iterable[Activity], issuer: str
) -> Iterator[Block]:
    """Yield the blocks with each document but its first mention cited briefly."""
    citations = {activity.id: tuple(_citations(activity, issuer)) for activity in activities}
    seen: set[str] = set()
    for block in blocks:
        told = tuple(_shortened(each, citations, seen) for each in block.sentences)
        yield replace(block, sentences=told)


def _citations(activity: Activity, issuer: str) -> Iterator[tuple[str, str]]:
    for proof in activity.evidence:
        if proof.document:
            yield cited(proof.document, issuer), citation.brief(proof.document)


def _shortened(
    told: Sentence, citations: dict[str, tuple[tuple[str, str], ...]], seen: set[str]
) -> Sentence:
    text = told.text
    pairs = {pair: None for record in told.records for pair in citations.get(record, ())}
    for full, brief in pairs:
        if full not in text:
            continue
        if full in seen:
            text = text.replace(full, brief)
        seen.add(full)
    return replace(told, text=text)
