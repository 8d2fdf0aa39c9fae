"""Which task of a list is which task of the plan: by wording, then by code and likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from ttdn_desktop.domain.wording import comparable, words_of
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ALIKE_BY_CODE, ALIKE_ANYWHERE = 0.5, 0.85
"""How alike two wordings are at least: those of one code, those that stand anywhere."""

_SAME_CODE = 0.1
"""What one code counts for where several wordings are alike."""

_MOST_LOOKED_AT = 40
"""How many wordings that share rare words with one are looked at closely."""

Word = tuple[str, int]
"""A word and how often it came before: so that a word twice is two words."""


@immutable
class Wording:
    """A task as it is paired: its code, "" where it has none, and its title."""

    code: str
    title: str


def paired(old: Sequence[Wording], new: Sequence[Wording]) -> dict[int, int]:
    """Return the place in the new list of each task of the old one that is in both.

    The same wording goes before all, of one code first, then in order. The rest is paired one to
    one, the most alike first; the same lists give the same pairs.
    """
    found = _word_for_word(old, new)
    found.update(_same(*_unpaired(old, new, found)))
    left, come = _unpaired(old, new, found)
    if left and come:
        found.update(_alike(_Rest(left), _Rest(come)))
    return found


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of two wordings is the same words in the same order, 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


Places = dict[int, Wording]
"""Tasks by their places in a list."""


def _unpaired(
    old: Sequence[Wording], new: Sequence[Wording], found: Mapping[int, int]
) -> tuple[Places, Places]:
    taken = set(found.values())
    left = {place: task for place, task in enumerate(old) if place not in found}
    return left, {place: task for place, task in enumerate(new) if place not in taken}


def _word_for_word(old: Sequence[Wording], new: Sequence[Wording]) -> dict[int, int]:
    """Pair those whose code and title are alike to the letter, and that stand once in each list."""
    places = {task: place for place, task in enumerate(new)}
    twice = {task for task, count in Counter(new).items() if count > 1}
    twice |= {task for task, count in Counter(old).items() if count > 1}
    return {
        place: places[task]
        for place, task in enumerate(old)
        if task in places and task not in twice
    }


def _same(old: Places, new: Places) -> Iterator[tuple[int, int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, task in new.items():
        places[comparable(task.title)].append(place)
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for place, task in old.items():
        key = comparable(task.title)
        if key in places:
            waiting[key].append(place)
    for key, olds in waiting.items():
        yield from _by_code_then_order(old, new, olds, places[key])


def _by_code_then_order(
    old: Places, new: Places, olds: list[int], news: list[int]
) -> Iterator[tuple[int, int]]:
    if len(olds) == len(news) == 1:
        yield olds[0], news[0]
        return
    by_code = {new[place].code: place for place in reversed(news)}
    coded = {place: by_code[old[place].code] for place in olds if old[place].code in by_code}
    once = {target: place for place, target in reversed(coded.items())}
    yield from ((place, target) for target, place in once.items())
    rest_old = [place for place in olds if place not in once.values()]
    rest_new = [place for place in news if place not in once]
    yield from zip(rest_old, rest_new, strict=False)


class _Rest:
    """The tasks of a list that have no twin, with their words."""

    def __init__(self, tasks: Places) -> None:
        self.words = {place: words_of(task.title) for place, task in tasks.items()}
        self.codes = {place: task.code for place, task in tasks.items()}

    def sets(self) -> dict[int, list[Word]]:
        """Return the words of each task, those that come again told apart."""
        return {place: _counted(words) for place, words in self.words.items()}


def _counted(words: Sequence[str]) -> list[Word]:
    seen: dict[str, int] = {}
    found = []
    for word in words:
        times = seen.get(word, 0)
        found.append((word, times))
        seen[word] = times + 1
    return found


def _alike(old: _Rest, new: _Rest) -> Iterator[tuple[int, int]]:
    """Pair one to one, the most alike first; of equals those that stand first."""
    ranked = sorted(_scored(old, new), key=lambda each: (-each[0], each[1], each[2]))
    gone: set[int] = set()
    taken: set[int] = set()
    for _score, place, target in ranked:
        if place not in gone and target not in taken:
            gone.add(place)
            taken.add(target)
            yield place, target


def _scored(old: _Rest, new: _Rest) -> Iterator[tuple[float, int, int]]:
    by_code: defaultdict[str, list[int]] = defaultdict(list)
    for place, code in new.codes.items():
        by_code[code].append(place)
    sharing: _Sharing | None = None
    for place, code in old.codes.items():
        best = 0.0
        for target in by_code[code] if code else ():
            score = likeness(old.words[place], new.words[target])
            best = max(best, score)
            if score >= ALIKE_BY_CODE:
                yield score + _SAME_CODE, place, target
        if best < ALIKE_ANYWHERE:
            sharing = sharing or _Sharing(old, new)
            yield from _elsewhere(old, new, place, sharing.with_one(place))


def _elsewhere(
    old: _Rest, new: _Rest, place: int, targets: set[int]
) -> Iterator[tuple[float, int, int]]:
    for target in sorted(targets):
        score = likeness(old.words[place], new.words[target])
        if score >= ALIKE_ANYWHERE:
            yield score, place, target


class _Sharing:
    """Which wordings may be alike enough: those that share one of their rarest words.

    Two wordings that are alike by r have r/(2-r) of the words of either in common, so one of the
    rarest others must be among them.
    """

    def __init__(self, old: _Rest, new: _Rest) -> None:
        self._old, sets = old.sets(), new.sets()
        self._often = Counter(chain.from_iterable((*self._old.values(), *sets.values())))
        self._lengths = {place: len(words) for place, words in sets.items()}
        self._by_word = self._index(sets)

    def with_one(self, place: int) -> set[int]:
        """Return the new wordings worth a closer look."""
        length = len(self._old[place])
        shared: Counter[int] = Counter()
        for word in self._rare(self._old[place]):
            shared.update(self._by_word.get(word, ()))
        possible = [each for each in shared if self._may_be(length, self._lengths[each])]
        ranked = sorted(possible, key=lambda each: (-shared[each], each))
        return set(ranked[:_MOST_LOOKED_AT])

    def _index(self, sets: Mapping[int, list[Word]]) -> dict[Word, list[int]]:
        found: defaultdict[Word, list[int]] = defaultdict(list)
        for place, words in sets.items():
            for word in self._rare(words):
                found[word].append(place)
        return dict(found)

    def _rare(self, words: Sequence[Word]) -> list[Word]:
        common = ceil(len(words) * ALIKE_ANYWHERE / (2 - ALIKE_ANYWHERE))
        ranked = sorted(words, key=lambda word: (self._often[word], word))
        return ranked[: len(words) - common + 1]

    @staticmethod
    def _may_be(length: int, other: int) -> bool:
        return 2 * min(length, other) >= ALIKE_ANYWHERE * (length + other)
