"""What Word made of one block: brought together with what the report says of it by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_split
from ttdn_desktop.domain.document import Role, Sentence
from ttdn_desktop.domain.report_edit import Edit, OfferKind
from ttdn_desktop.domain.report_merge import merge
from ttdn_desktop.domain.word_return import BlockChange
from ttdn_desktop.domain.word_words import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.document import Block
    from ttdn_desktop.domain.report_merge import Merged

MARKS = ("- ", "– ", "• ")
"""What an officer may make of the dash before a point; the first is ours."""

_HEADINGS = frozenset({Role.SECTION, Role.CLAUSE, Role.POINT})
"""What is held for one sentence, whatever stops stand in it."""


def changes(block: Block, made: str, text: str) -> Iterator[BlockChange]:
    """Yield what Word made of a block, unless the report says the same by now.

    Where the report has moved on too, both are brought together sentence by sentence.
    """
    old, new = _bared(block, made), _bared(block, text)
    present = _bared(block, seen(block.text))
    if present in (old, new):
        if new != present:
            yield BlockChange(block.key, block.text, new)
        return
    by_line = block.role in _HEADINGS
    base = (Sentence(old),) if by_line else tuple(_sentences(old, block))
    merged = merge(Edit(block.key, base, new), block.sentences, by_line=by_line)
    is_clear = new and all(each.kind is OfferKind.NEW for each in merged.offers)
    after = _with_new(merged) if new and not _is_reworded(merged) else new
    if after != present:
        yield BlockChange(block.key, block.text, after, "" if is_clear else old)


def _is_reworded(merged: Merged) -> bool:
    """Tell whether the report has other sentences in place of those that Word changed.

    They are then one and the same said in two ways: taking Word's does not keep the other beside.
    """
    kinds = [each.kind for each in merged.offers]
    return 0 < kinds.count(OfferKind.NEW) <= kinds.count(OfferKind.GONE)


def _sentences(text: str, block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a text, those that a block still has found whole."""
    known = [each.text for each in block.sentences]
    for part in report_split.paragraphs(text, known):
        yield from map(Sentence, part)


def _with_new(merged: Merged) -> str:
    """Return a merged text with the new sentences that have no sure place at its end."""
    unsure = (each for each in merged.offers if each.kind is OfferKind.NEW and not each.stands)
    fresh = (each.new.text for each in unsure if each.new)
    return " ".join((merged.text, *fresh)).strip()


def is_same(block: Block, made: str, text: str) -> bool:
    """Tell whether Word left a block as it was made, but for the dash before it."""
    return _bared(block, made) == _bared(block, text)


def _bared(block: Block, text: str) -> str:
    """Return a text without the dash that the writer puts before it."""
    if block.role is Role.BULLET:
        for mark in MARKS:
            if text.startswith(mark):
                return text.removeprefix(mark).lstrip()
    return text
