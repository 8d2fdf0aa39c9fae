"""What differs between two wordings, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.wording import comparable
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\s*\S+\s*?(?=\s|$)")


class SegmentKind(StrEnum):
    """Whether words are in both wordings, in the old one alone, or in the new one alone."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@immutable
class Segment:
    """Some words in a row, with the spaces before them; kept ones as the new wording has them."""

    kind: SegmentKind
    text: str


def word_diff(old: str, new: str) -> tuple[Segment, ...]:
    """Return both wordings in one row: what is kept and added is the new one, letter by letter."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    return tuple(_segments(before, after))


def _segments(before: Sequence[str], after: Sequence[str]) -> Iterator[Segment]:
    old, new = (list(map(comparable, words)) for words in (before, after))
    for tag, first, end, new_first, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield Segment(SegmentKind.KEPT, "".join(after[new_first:new_end]))
            continue
        if end > first:
            yield Segment(SegmentKind.REMOVED, "".join(before[first:end]))
        if new_end > new_first:
            yield Segment(SegmentKind.ADDED, "".join(after[new_first:new_end]))
