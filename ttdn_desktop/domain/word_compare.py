"""A report laid beside the file of it that was edited in Word, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.word_change import changes, is_same
from ttdn_desktop.domain.word_pairing import Line, paired
from ttdn_desktop.domain.word_paragraphs import expected, filled_in, lines_of, unfilled
from ttdn_desktop.domain.word_return import (
    FILLED,
    SUBJECT,
    Apart,
    BlockChange,
    Return,
    Unmatched,
    writable,
)
from ttdn_desktop.domain.word_tables import cells_apart
from ttdn_desktop.domain.word_words import divided, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.word_pairing import Pairs
    from ttdn_desktop.domain.word_text import WordText


def compare(
    now: Document, word: WordText, names: Mapping[str, str], made: WordText | None = None
) -> Return:
    """Return what differs between the report and a file of it that was edited in Word.

    `names` gives the block's key (or that of a place in the head or closing) by the name of its
    bookmark; `made` is the file as it was made, None where that is not known: then the report as
    it is now stands for it.
    """
    return _Comparison(now, word, names, made).result()


class _Comparison:
    """Three texts side by side."""

    def __init__(
        self, now: Document, word: WordText, names: Mapping[str, str], made: WordText | None
    ) -> None:
        self._blocks = writable(now)
        self._names, self._word, self._made = names, word, made
        known = {*names, *made.marked} if made else {*names}
        self._ours = lines_of(made, names, known) if made else tuple(expected(now))
        self._theirs = lines_of(word, names, known)
        self._pairs: Pairs = paired(self._ours, self._theirs)
        self._texts, self._joined = self._texts_in_word()
        self._there = filled_in(word, names)
        self._here = filled_in(made, names) if made else unfilled(now)

    def result(self) -> Return:
        """Return all that differs."""
        changed: list[BlockChange] = []
        removed: list[BlockChange] = []
        unmatched: list[tuple[int, str]] = []
        for one, line in enumerate(self._ours):
            text = self._texts.get(one, "")
            block = self._blocks.get(line.key) if text or line.key != SUBJECT else None
            if text == line.told or (block and is_same(block, line.told, text)):
                continue
            if block is not None:
                found = changes(block, line.told, text)
                (changed if text else removed).extend(found)
            elif text and self._is_body(line.key):
                unmatched.append((self._pairs[one][0], text))
        unmatched += [(at, self._theirs[at].told) for at in self._typed()]
        changed += self._in_new_blocks(unmatched)
        return Return(
            changed=tuple(changed),
            unmatched=tuple(self._placed(at, text) for at, text in sorted(unmatched)),
            removed=tuple(removed),
            joined=tuple(key for key in self._joined if key in self._blocks),
            moved=tuple(self._moved()),
            filled=tuple(self._filled()),
            apart=(*self._around(), *self._cells()),
        )

    def _in_new_blocks(self, unmatched: list[tuple[int, str]]) -> Iterator[BlockChange]:
        """Take out what is found in blocks that the report has got since the file was made.

        A paragraph taken over before is one of them; yield those that read otherwise now.
        """
        old = {line.key for line in self._ours}
        fresh = [block for key, block in self._blocks.items() if key not in old]
        came = [Line(text) for _at, text in unmatched]
        found = paired([Line(seen(block.text)) for block in fresh], came)
        for one, places in found.items():
            text = "\n".join(came[place].told for place in places)
            yield from changes(fresh[one], seen(fresh[one].text), text)
        taken = {place for places in found.values() for place in places}
        unmatched[:] = [each for at, each in enumerate(unmatched) if at not in taken]

    def _texts_in_word(self) -> tuple[dict[int, str], list[str]]:
        """Return the text of each of our paragraphs in the file, and the keys of joined ones."""
        texts: dict[int, str] = {}
        joined: list[str] = []
        for group in _groups(self._pairs):
            places = sorted({place for one in group for place in self._pairs[one]})
            whole = "\n".join(self._theirs[place].told for place in places)
            parts = [self._ours[one].text for one in group]
            texts |= zip(group, divided(whole, parts), strict=True)
            joined += [self._ours[one].key for one in group[1:] if texts[one]]
        return texts, joined

    def _is_body(self, key: str) -> bool:
        """Tell whether a key is that of a block: one the report no longer has, for instance."""
        return bool(key) and key not in self._names.values()

    def _typed(self) -> Iterator[int]:
        taken = {place for places in self._pairs.values() for place in places}
        yield from (at for at in range(len(self._theirs)) if at not in taken)

    def _placed(self, at: int, text: str) -> Unmatched:
        """Return a paragraph with the blocks of the present report around it."""
        where = sorted((place, one) for one, places in self._pairs.items() for place in places)
        above = [self._ours[one].key for place, one in where if place < at]
        below = [self._ours[one].key for place, one in where if place > at]
        is_inside = any(key and self._is_text(key) for key in (*above[-1:], *below[:1]))
        before = next((key for key in below if key in self._blocks), "")
        return Unmatched(text, self._above(above), before, is_inside)

    def _above(self, keys: Sequence[str]) -> str:
        """Return the last of the blocks that may be added to: a gap stays one by itself."""
        blocks = (
            self._blocks[key] for key in reversed(keys) if key in self._blocks and key != SUBJECT
        )
        return next((each.key for each in blocks if each.role is not Role.GAP), "")

    def _is_text(self, key: str) -> bool:
        return key != SUBJECT and (key in self._blocks or self._is_body(key))

    def _moved(self) -> Iterator[str]:
        """Yield the fewest blocks that would have to move for the file to stand in our order."""
        lines = [(self._pairs[one][0], self._ours[one].key) for one in self._pairs]
        for at in _out_of_order([place for place, _key in lines]):
            if lines[at][1] in self._blocks:
                yield lines[at][1]

    def _filled(self) -> Iterator[Apart]:
        for key in FILLED:
            before, after = self._here.get(key, ""), self._there.get(key)
            if after is not None and before != after:
                yield Apart(before, after, key)

    def _around(self) -> Iterator[Apart]:
        """Yield what differs in head, closing and annexes, outside their tables."""
        for one, line in enumerate(self._ours):
            text = self._texts.get(one, "").replace("\n", " ")
            is_gone = line.key == SUBJECT and not text
            is_text = line.key in self._blocks or self._is_body(line.key)
            if text != line.text and (is_gone or not is_text):
                yield Apart(line.text, text)

    def _cells(self) -> Iterator[Apart]:
        """Yield the cells that differ, where the file as it was made is known."""
        if self._made is not None:
            filled = {*self._here.values(), *self._there.values()}
            cells = cells_apart(self._made, self._word, filled)
            yield from (Apart(old, new) for old, new in cells)


def _groups(pairs: Pairs) -> Iterator[list[int]]:
    """Yield our paragraphs that share a place in the file, in order; most stand alone."""
    group: list[int] = []
    places: set[int] = set()
    for one in sorted(pairs, key=lambda each: (pairs[each], each)):
        if group and places.isdisjoint(pairs[one]):
            yield sorted(group)
            group, places = [], set()
        group.append(one)
        places.update(pairs[one])
    if group:
        yield sorted(group)


def _out_of_order(places: Sequence[int]) -> Iterator[int]:
    """Yield the indices that are in no longest run of places that never falls."""
    ends: list[int] = []
    lengths: list[int] = []
    for place in places:
        at = bisect_left(ends, place + 1)
        ends[at : at + 1] = [place]
        lengths.append(at)
    wanted, above = len(ends) - 1, max(places, default=0)
    kept = set()
    for at in reversed(range(len(places))):
        if lengths[at] == wanted and places[at] <= above:
            kept.add(at)
            wanted, above = wanted - 1, places[at]
    yield from (at for at in range(len(places)) if at not in kept)
