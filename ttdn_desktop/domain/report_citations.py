"""Documents cited twice: in full the first time, then by type and number (rule 8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    citing = {each.id: _documents(each) for each in activities if each.evidence}
    documents = {record: cited_here for record, cited_here in citing.items() if cited_here}
    seen: set[str] = set()
    for block in blocks:
        told = tuple(_shortened(each, documents, issuer, seen) for each in block.sentences)
        yield replace(block, sentences=told)


def _shortened(
    told: Sentence,
    documents: Mapping[str, Sequence[DocumentReference]],
    issuer: str,
    seen: set[str],
) -> Sentence:
    text = told.text
    cited_here = {
        cited(document, issuer): citation.brief(document)
        for record in told.records
        for document in documents.get(record, ())
        if document.number in text  # seldom so: looked for sooner than put into words
    }
    for full, brief in cited_here.items():
        if full not in text:
            continue
        if full in seen:
            text = text.replace(full, brief)
        seen.add(full)
    return replace(told, text=text) if text != told.text else told


def _documents(activity: Activity) -> list[DocumentReference]:
    return [proof.document for proof in activity.evidence if proof.document]
