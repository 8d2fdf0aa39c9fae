"""Where in a cell the name of a known body stands, whole and bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.unit_words import AND, Gap
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.known_bodies import Body, KnownBodies
    from ttdn_desktop.domain.unit_words import Words

_SEEN_FOR_INITIALS = 5
"""Words from a name's beginning in which initials must stand for it to be read by initials."""
_SHORTEST_INITIALS = 2
_COUNCIL = frozenset({"hdnd"})
_DISTRICT_HEAD = ("uy", "ban", "nhan", "dan")


@immutable
class Match:
    """A name in a cell: the word behind it, the bodies written so."""

    end: int
    bodies: tuple[Body, ...]

    @property
    def is_class(self) -> bool:
        """Tell whether a class of bodies is written so."""
        return self.bodies[0].class_id is not None


class Matches:
    """The longest whole name at each word of a cell, or None."""

    def __init__(self, words: Words, known: KnownBodies) -> None:
        """Look at every word, from the last to the first."""
        self._words = words
        self._known = known
        self._at: list[Match | None] = [None] * (len(words) + 1)
        for k in range(len(words) - 1, -1, -1):
            self._at[k] = next((found for found in self._named(k) if self._bounded(found)), None)

    def at(self, k: int) -> Match | None:
        """Return the name that begins at a word."""
        return self._at[k]

    def headed(self, head: Sequence[str], k: int) -> Match | None:
        """Return the name that begins at a word if a head ("Sở") is put before it."""
        found = (each for each in self._written_out(k, head) if self._bounded(each, head))
        return next(found, None)

    def starts(self, k: int, *, in_class: bool = False) -> bool:
        """Tell whether a word begins a new name; within a class its nouns do not."""
        match = self._at[k]
        if match and not match.is_class:
            return True
        if in_class and self._words.noun(k):
            return False
        return match is not None or self._words.begins(k) or self._words.noun(k)

    def _named(self, k: int) -> Iterator[Match]:
        yield from self._written_out(k)
        if any(self._words.acronym(j) for j in self._seen(k)):
            yield from self._in_initials(k)

    def _seen(self, k: int) -> range:
        return range(k, min(k + _SEEN_FOR_INITIALS, len(self._words)))

    def _written_out(self, k: int, head: Sequence[str] = ()) -> Iterator[Match]:
        words, known = self._words, self._known
        start = words.at[k]
        first = head[0] if head else words.flat[start]
        for length in known.lengths.get(first, ()):
            place = start + length - len(head)
            end = words.word_at(place) if start < place else None
            if end is not None and not words.colon_within(k, end):
                found = known.table.get(" ".join((*head, *words.flat[start:place])))
                if found:
                    yield Match(end, found)

    def _in_initials(self, k: int) -> Iterator[Match]:
        """Yield names of which some words are initials; the longest in the cell first."""
        ends: dict[int, list[Body]] = {}
        for body in self._known.by_initial.get(self._words.folded[k][0], ()):
            end = self._aligned(k, body.words)
            if end is not None and not _same(ends.setdefault(end, []), body):
                ends[end].append(body)
        for end in sorted(ends, reverse=True):
            known = tuple(body for body in ends[end] if body.recognised)
            yield Match(end, known or tuple(ends[end]))

    def _aligned(self, k: int, name: Sequence[str]) -> int | None:
        """Return the word behind a name that is written in initials from a word on, or None."""
        words, place, shortened = self._words, 0, False
        while place < len(name) and k < len(words):
            own = words.flat[words.at[k] : words.at[k + 1]]
            if list(name[place : place + len(own)]) == own:
                place += len(own)
            elif own == [AND] and place:
                pass
            elif name[place] == AND:
                place += 1
                continue
            elif words.acronym(k) and (after := _initials(words.folded[k], name, place)):
                place, shortened = after, True
            else:
                return None
            k += 1
        return k if place == len(name) and shortened else None

    def _bounded(self, match: Match, head: Sequence[str] = ()) -> bool:
        """Tell whether what stands behind a name ends it."""
        words, k = self._words, match.end
        if k == len(words) or words.gaps[k] is Gap.HARD:
            return True
        if match.is_class and self._goes_on(k):
            return False
        if words.folded[k] == AND:
            return k + 1 < len(words) and self._follows(k + 1, head or match.bodies[0].words[:1])
        said, gap = words.said, words.gaps[k]
        acts = words.phrase(k, said.roles) > k or words.phrase(k, said.deeds) > k
        if gap is Gap.PLAIN and self._is_of_a_place(match, k):
            return False
        return acts or gap in {Gap.COMMA, Gap.MARK} or self._ended_by(gap, k)

    def _is_of_a_place(self, match: Match, k: int) -> bool:
        """Tell whether a name goes on with whose it is: "Hội Nông dân | huyện", "… | HĐND tỉnh"."""
        words, said = self._words, self._words.said
        if words.key(k) in said.plurals and not any(body.recognised for body in match.bodies):
            k += 1
        if k == len(words):
            return False
        return words.folded[k] in _COUNCIL or words.phrase(k, said.territories) > k

    def _ended_by(self, gap: Gap, k: int) -> bool:
        """Tell whether a space, a dash or the end of a line ends the name before a word."""
        words = self._words
        if gap is Gap.PLAIN:
            return words.begins(k) and words.key(k) not in words.said.qualifiers
        return self.starts(k) or (gap is Gap.LINE and self._new_line(k))

    def _goes_on(self, k: int) -> bool:
        """Tell whether a class goes on: "…, ngành | , địa phương có liên quan", "… | cấp tỉnh"."""
        words = self._words
        place = k + 1 if words.folded[k] == AND and k + 1 < len(words) else k
        if words.noun(place):
            match = self._at[place]
            return match is None or match.is_class
        return words.gaps[k] in {Gap.PLAIN, Gap.LINE} and words.key(k) in words.said.qualifiers

    def _follows(self, k: int, head: Sequence[str]) -> bool:
        """Tell whether a name stands behind "và"."""
        said = self._words.said
        if self.starts(k) or self._words.phrase(k, said.roles) > k:
            return True
        return any(True for _ in self._written_out(k, tuple(head)))

    def _new_line(self, k: int) -> bool:
        """Tell whether a line begins as a name does, and not as the rest of one."""
        words = self._words
        return not words.raw(k)[0].islower() and words.key(k) not in words.said.qualifiers


def head_of(words: Words, first: int, match: Match) -> tuple[tuple[str, ...], int]:
    """Return what the next names may share with one: its first folded words, how many as written.

    Nothing where the name has no such head.
    """
    flat = words.flat[words.at[first] : words.at[match.end]]
    length = len(_DISTRICT_HEAD) + 1 if tuple(flat[:4]) == _DISTRICT_HEAD else 1
    end = words.word_at(words.at[first] + length)
    if end is None or words.phrase(end - 1, words.said.shared_heads) != end:
        return (), 0
    return tuple(flat[:length]), end - first


def _initials(letters: str, name: Sequence[str], place: int) -> int:
    """Return the place behind the words whose initials are some letters, or 0."""
    if len(letters) < _SHORTEST_INITIALS and place == 0:
        return 0
    for letter in letters:
        if place < len(name) and name[place] == AND and letter != AND[0]:
            place += 1
        if place == len(name) or name[place][0] != letter:
            return 0
        place += 1
    return place


def _same(bodies: Sequence[Body], body: Body) -> bool:
    identity = (body.unit_id, body.class_id)
    return any(
        (each.unit_id, each.class_id) == identity and (body.recognised or each.name == body.name)
        for each in bodies
    )
