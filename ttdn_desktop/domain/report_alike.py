"""Which sentences of two wordings are the same sentence: equal ones first, then those alike.

Figures are no wording here: "đón 05 đoàn" and "đón 06 đoàn" are one sentence that moved on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from ttdn_desktop.domain.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Sentence

LEAST = 0.5
"""From so much likeness up, of 1, two sentences are one."""

_RECORDS = 0.35
"""What it adds that they rest on the same records."""

_FIGURES = re.compile(r"\d+")
_REMEMBERED = 4096


def paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """Return which sentence of `new` each of `old` became, by their places; each at most once."""
    found = _equal(old, new)
    found |= _alike(old, new, found)
    return found


def paired_in_order(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """Return as `paired`; what is left between two pairs on both sides is paired by its order."""
    found = paired(old, new)
    taken, here = set(found.values()), -1
    for place in range(len(old)):
        if place in found:
            here = found[place]
        elif here + 1 < len(new) and here + 1 not in taken:
            here += 1
            found[place] = here
            taken.add(here)
    return found


def holds(whole: str, part: str) -> bool:
    """Tell whether most words of a sentence stand in another: it was split off, or joined."""
    words, others = Counter(_words(part)), Counter(_words(whole))
    return words.total() > 0 and (words & others).total() >= words.total() * 0.8


def _equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    places: dict[str, deque[int]] = defaultdict(deque)
    for place, each in enumerate(new):
        places[each.text].append(place)
    return {
        place: places[each.text].popleft() for place, each in enumerate(old) if places[each.text]
    }


def _alike(
    old: Sequence[Sentence], new: Sequence[Sentence], found: Mapping[int, int]
) -> dict[int, int]:
    """Pair what is left, the likest first; of those as like, the ones nearest to each other."""
    taken = set(found.values())
    left = [place for place in range(len(old)) if place not in found]
    free = [place for place in range(len(new)) if place not in taken]
    ranked = sorted(_ranked(old, new, left, free))
    pairs: dict[int, int] = {}
    for *_rank, one, other in ranked:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _ranked(
    old: Sequence[Sentence], new: Sequence[Sentence], left: Sequence[int], free: Sequence[int]
) -> Iterator[tuple[float, float, int, int, int]]:
    for one in left:
        for other in free:
            shared = _shared(old[one], new[other])
            if shared < 0:
                continue
            like = _likeness(_words(old[one].text), _words(new[other].text), LEAST - shared)
            if like + shared >= LEAST:
                exact = _likeness(tuple(old[one].text.split()), tuple(new[other].text.split()), 0)
                yield -(like + shared), -exact, abs(one - other), one, other


def _shared(old: Sentence, new: Sentence) -> float:
    """Return what common records add; sentences of other records are never the same one: -1."""
    before, after = set(old.records), set(new.records)
    if not before or not after:
        return 0
    common = len(before & after)
    return _RECORDS * common / len(before | after) if common else -1


def _likeness(old: tuple[str, ...], new: tuple[str, ...], least: float) -> float:
    total = len(old) + len(new)
    most = 2 * (Counter(old) & Counter(new)).total() / total if total else 0
    return most and most >= least and SequenceMatcher(None, old, new, autojunk=False).ratio()


@lru_cache(_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(_FIGURES.sub("0", text)))
