"""Which paragraph of a file that comes back is which of ours: by bookmark, by likeness, by order.

Word, LibreOffice and people merge and split paragraphs, move them, and lose their bookmarks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ttdn_desktop.domain.word_words import at_most, likeness, shared, words
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ALIKE_IN_PLACE, ALIKE_ANYWHERE = 0.45, 0.75
"""How alike two paragraphs are at least: between the same neighbours, and anywhere in the file."""

OWN = 0.6
"""How much of a piece must be a paragraph's own words to have been cut off it or joined to it."""


@immutable
class Line:
    """A paragraph: its text as it is seen, the keys of the bookmarks in it, what it is in our file.

    `key` is the one that our own file knows it by, "" where it bears none or is somebody's.
    """

    told: str
    keys: frozenset[str] = frozenset()
    key: str = ""

    @property
    def text(self) -> str:
        """The text on one line."""
        return self.told.replace("\n", " ")


Pairs = dict[int, tuple[int, ...]]
"""By the place of a paragraph of ours the places in the file where it stands now, in order."""


def paired(ours: Sequence[Line], theirs: Sequence[Line]) -> Pairs:
    """Pair the paragraphs of our file with those of the one that came back; none is empty.

    One of ours may have been split over several of theirs; one of theirs may hold several of ours.
    """
    pairing = _Pairing(ours, theirs)
    pairing.pair(pairing.same_by_mark())
    pairing.pair(pairing.same_in_order())
    pairing.pair(pairing.same_elsewhere())
    pairing.pair_marked()
    pairing.pair(pairing.alike_in_place())
    pairing.pair(pairing.alike_anywhere())
    pairing.take_cut_off()
    pairing.take_joined()
    return {one: tuple(places) for one, places in sorted(pairing.found.items())}


class _Pairing:
    """Two files' paragraphs, and what has been found of them so far."""

    def __init__(self, ours: Sequence[Line], theirs: Sequence[Line]) -> None:
        self.ours, self.theirs = ours, theirs
        self.found: dict[int, list[int]] = {}
        self._taken: set[int] = set()
        self._our_words = [words(line.text) for line in ours]
        self._their_words = [words(line.text) for line in theirs]
        self._marked: defaultdict[str, list[int]] = defaultdict(list)
        for place, line in enumerate(theirs):
            for key in line.keys:
                self._marked[key].append(place)

    def pair(self, found: Iterable[tuple[int, int]]) -> None:
        """Take pairs, each paragraph once."""
        for one, other in found:
            if one not in self.found and other not in self._taken:
                self.found[one] = [other]
                self._taken.add(other)

    def same_by_mark(self) -> Iterator[tuple[int, int]]:
        """Yield those whose bookmark and text are as they were."""
        for one, line in enumerate(self.ours):
            for other in self._marked.get(line.key, ()) if line.key else ():
                if self.theirs[other].text == line.text:
                    yield one, other

    def same_in_order(self) -> Iterator[tuple[int, int]]:
        """Yield the same texts that stand in the same order."""
        left, come = self._left(), self._come()
        old = [self.ours[place].text for place in left]
        new = [self.theirs[place].text for place in come]
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            for step in range(block.size):
                yield left[block.a + step], come[block.b + step]

    def same_elsewhere(self) -> Iterator[tuple[int, int]]:
        """Yield the same texts wherever they have been moved to."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for other in self._come():
            places[self.theirs[other].text].append(other)
        for one in self._left():
            if others := places[self.ours[one].text]:
                yield one, others.pop(0)

    def pair_marked(self) -> None:
        """Take what bears the bookmark, however it reads, all of it and what was joined to it."""
        came = set(self._come())
        for one in self._left():
            key = self.ours[one].key
            others = [place for place in self._marked.get(key, ()) if place in came]
            if key and others:
                self.found[one] = others
                self._taken.update(others)

    def alike_in_place(self) -> Iterator[tuple[int, int]]:
        """Yield the most alike between the same neighbours."""
        for left, come in self._gaps():
            yield from self._ranked(left, come, ALIKE_IN_PLACE)

    def alike_anywhere(self) -> Iterator[tuple[int, int]]:
        """Yield the most alike wherever they stand."""
        yield from self._ranked(self._left(), self._come(), ALIKE_ANYWHERE)

    def take_cut_off(self) -> None:
        """Give to a paragraph what a new line has cut off it, before or behind."""
        for other in self._come():
            for neighbour in (other - 1, other + 1):
                one = next((each for each, at in self.found.items() if neighbour in at), None)
                if one is not None and self._is_cut_off(one, other):
                    self.found[one] = sorted([*self.found[one], other])
                    self._taken.add(other)
                    break

    def take_joined(self) -> None:
        """Find those whose text has been joined to a neighbour's."""
        for one in self._left():
            for neighbour in (one - 1, one + 1):
                at = self.found.get(neighbour)
                if at and self._is_joined(one, neighbour, at):
                    self.found[one] = list(at)
                    break

    def _is_cut_off(self, one: int, other: int) -> bool:
        own, piece = self._our_words[one], self._their_words[other]
        has = self._standing(self.found[one])
        more = self._standing(sorted([*self.found[one], other]))
        return shared(own, more) - shared(own, has) >= OWN * len(piece)

    def _is_joined(self, one: int, neighbour: int, at: Sequence[int]) -> bool:
        first, second = sorted((one, neighbour))
        standing, own = self._standing(at), self._our_words[one]
        both = [*self._our_words[first], *self._our_words[second]]
        more = shared(both, standing) - shared(self._our_words[neighbour], standing)
        return more >= OWN * len(own)

    def _standing(self, places: Iterable[int]) -> list[str]:
        return [word for place in places for word in self._their_words[place]]

    def _left(self) -> list[int]:
        return [one for one in range(len(self.ours)) if one not in self.found]

    def _come(self) -> list[int]:
        return [other for other in range(len(self.theirs)) if other not in self._taken]

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield what is unpaired between two neighbours that are paired in order."""
        left: defaultdict[int, list[int]] = defaultdict(list)
        come: defaultdict[int, list[int]] = defaultdict(list)
        last, ends = -1, []
        for one in range(len(self.ours)):
            if one not in self.found:
                left[last].append(one)
            elif self.found[one][0] > last:
                last = self.found[one][-1]
                ends.append(last)
        for other in self._come():
            come[max((end for end in ends if end < other), default=-1)].append(other)
        yield from ((left[end], come[end]) for end in left if end in come)

    def _ranked(
        self, left: Sequence[int], come: Sequence[int], least: float
    ) -> list[tuple[int, int]]:
        counted = {other: Counter(self._their_words[other]) for other in come}
        scored: list[tuple[float, int, int]] = []
        for one in left:
            own = Counter(self._our_words[one])
            for other in come:
                if at_most(own, counted[other]) >= least:
                    score = likeness(self._our_words[one], self._their_words[other])
                    scored.append((score, one, other))
        ranked = sorted((each for each in scored if each[0] >= least), key=_best_first)
        return [(one, other) for _score, one, other in ranked]


def _best_first(scored: tuple[float, int, int]) -> tuple[float, int, int]:
    score, one, other = scored
    return -score, one, other
