"""The words of a paragraph of Word, as far as they tell which paragraph of ours it is."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import exact

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

_WORD = re.compile(r"\S+")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SIGNS = ".,;:()[]\"“”'-–"


def seen(text: str) -> str:
    """Return what a reader sees of a text, line by line: one space between words, none unseen."""
    lines = (" ".join(line.split()) for line in _UNSEEN.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def words(text: str) -> list[str]:
    """Return the words as they compare: without capitals and the signs around them."""
    return [exact(word).strip(_SIGNS) or word for word in _WORD.findall(text)]


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words stand in both, in the same order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def at_most(one: Counter[str], other: Counter[str]) -> float:
    """Return what the likeness of two texts cannot be above, from the counts of their words."""
    longer = one.total() + other.total()
    return 2 * (one & other).total() / longer if longer else 1.0


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of two texts is the same words in the same order, 0 to 1."""
    longer = len(one) + len(other)
    return 2 * shared(one, other) / longer if longer else 1.0


def divided(text: str, parts: Sequence[str]) -> list[str]:
    """Divide a text into as many pieces as it was put together from, at the words where each began.

    What stands between two of the parts goes with the first of them.
    """
    pieces, rest = [], text
    for part, follower in pairwise(parts):
        at = _begin_of(words(follower), words(part), rest)
        pieces.append(rest[:at].strip())
        rest = rest[at:]
    return [*pieces, rest.strip()]


def _begin_of(follower: Sequence[str], before: Sequence[str], text: str) -> int:
    """Return where in a text the second of two parts begins; its end where nothing is left."""
    whole = [*before, *follower]
    places = [match.start() for match in _WORD.finditer(text)]
    matcher = SequenceMatcher(None, whole, words(text), autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size and block.a + block.size > len(before):
            return places[block.b + max(len(before) - block.a, 0)]
    return len(text)
