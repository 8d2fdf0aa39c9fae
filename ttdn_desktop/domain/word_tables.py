"""Tables of a report that comes back from Word: their cells are shown, never taken.

Annexes are made from what was recorded; the boxes of head and signature from the body's profile.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from ttdn_desktop.domain.word_words import seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ttdn_desktop.domain.word_text import Rows, WordText

Cell = tuple[str, str]
"""A cell before and after."""


def cells_apart(made: WordText, word: WordText, filled: Collection[str]) -> Iterator[Cell]:
    """Yield the cells that differ; lines that are `filled` in after signature are no difference."""
    before, after = (_without(each.rows, filled) for each in (made, word))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, end, new_first, new_end in matcher.get_opcodes():
        if tag != "equal":
            for rows in zip_longest(before[first:end], after[new_first:new_end], fillvalue=()):
                cells = zip_longest(*rows, fillvalue="")
                yield from ((old, new) for old, new in cells if old != new)


def _without(rows: Rows, filled: Collection[str]) -> list[tuple[str, ...]]:
    return [tuple(_cell(text, filled) for text in row) for row in rows]


def _cell(text: str, filled: Collection[str]) -> str:
    return "\n".join(line for line in seen(text).split("\n") if line not in filled)
