"""Three wordings of a block side by side: generated then, written by the officer, generated now.

What is one sentence is found once; from that follow the open choices and the places of new ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_split
from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.report_edit import Edit, Offer, OfferKind
from ttdn_desktop.domain.report_likeness import paired, paired_in_order
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ORDINAL = re.compile(r"(?:\d{1,2}|[a-zđ])[.)] ")


@immutable
class Open:
    """An offer with the places of its sentences in base, now and the officer's text.

    `written` is where the officer's sentence stands, else `place` where one would be put in.
    """

    offer: Offer
    base: int | None
    now: int | None
    written: int | None
    place: int
    paragraph: int

    @property
    def is_placed(self) -> bool:
        """Tell whether it is a new sentence that is printed already."""
        return self.offer.kind is OfferKind.NEW and bool(self.offer.stands)


@immutable
class Written:
    """One of the officer's sentences and its paragraph."""

    text: str
    paragraph: int


@dataclass(slots=True)
class Weighing:
    """One merge: the three wordings as sentences, and which of them are one."""

    base: list[Sentence]
    written: list[Written]
    now: list[Sentence]
    base_of: dict[int, int] = field(default_factory=dict)
    """The sentence of base that one of the officer's came from."""
    now_of: dict[int, int] = field(default_factory=dict)
    """What a sentence of base became."""

    @classmethod
    def of(cls, edit: Edit, now: Sequence[Sentence], *, by_line: bool) -> Weighing:
        """Take the wordings apart and pair their sentences."""
        parted = _lined if by_line else _parted
        base, after = parted(edit.base), parted(now)
        known = [each.text for each in (*base, *after)]
        text = edit.text
        parts = report_split.lines(text) if by_line else report_split.paragraphs(text, known)
        written = [Written(each, at) for at, part in enumerate(parts) for each in part]
        made = cls(base, written, after)
        typed = [Sentence(each.text) for each in written]
        made.base_of = {theirs: own for own, theirs in paired_in_order(base, typed).items()}
        made.now_of = paired(base, after)
        made._know_what_was_written()
        return made

    def _know_what_was_written(self) -> None:
        """Pair also what the officer wrote just as it is generated now."""
        free = {each.text: at for at, each in enumerate(self.now) if at not in self.now_of.values()}
        for place, own in self.base_of.items():
            if (
                own not in self.now_of
                and (at := free.pop(self.written[place].text, None)) is not None
            ):
                self.now_of[own] = at

    def open(self) -> Iterator[Open]:
        """Yield what is to be decided: of base's sentences first, then of new ones."""
        for own, base in enumerate(self.base):
            yield from self._moved(own, base)
        written = {each.text for each in self.written}
        began = set(self.now_of.values())
        for number, now in enumerate(self.now):
            if number not in began and now.text not in written:
                place, paragraph, sure = self._place_of(number)
                stands = now.text if sure else ""
                offer = Offer(OfferKind.NEW, None, now, stands, place)
                yield Open(offer, None, number, None, place, paragraph)

    def _moved(self, own: int, base: Sentence) -> Iterator[Open]:
        written = next((place for place, from_ in self.base_of.items() if from_ == own), None)
        stands = "" if written is None else self.wording(written)
        number = self.now_of.get(own)
        now = None if number is None else self.now[number]
        if stands == base.text or (now and now.text in {base.text, stands}):
            return  # left alone, or nothing new
        if now is None and written is not None:
            paragraph = self.written[written].paragraph
            offer = Offer(OfferKind.GONE, base, None, stands, written)
            yield Open(offer, own, None, written, written, paragraph)
        if now is not None and number is not None and not _renumbered(base.text, now.text):
            place, paragraph, _sure = self._place_of(number)
            at = place if written is None else written
            offer = Offer(OfferKind.CHANGED, base, now, stands, at)
            yield Open(offer, own, number, written, at, paragraph)

    def wording(self, place: int) -> str:
        """Return the officer's sentence, its ordinal moved on where only that was changed."""
        text, own = self.written[place].text, self.base_of[place]
        number = self.now_of.get(own)
        if number is None:
            return text
        ordinal = _renumbered(self.base[own].text, self.now[number].text)
        old = _ORDINAL.match(self.base[own].text)
        if ordinal and old and text.startswith(old.group()):
            return ordinal + text.removeprefix(old.group())
        return text

    def _place_of(self, number: int) -> tuple[int, int, bool]:
        """Return where a sentence of now belongs, its paragraph, and whether that is sure.

        It is where a neighbour stands as it was generated.
        """
        stand = {
            self.now_of[own]: place for place, own in self.base_of.items() if own in self.now_of
        }
        new = set(range(len(self.now))) - set(self.now_of.values())
        before = next((n for n in range(number - 1, -1, -1) if n not in new), -1)
        after = next((n for n in range(number + 1, len(self.now)) if n not in new), -1)
        for neighbour, step in ((before, 1), (after, 0)):
            place = stand.get(neighbour)
            if place is not None and self.is_left_alone(place):
                return place + step, self.written[place].paragraph, True
        earlier = [stand[n] + 1 for n in range(number) if n in stand]
        later = [stand[n] for n in range(number + 1, len(self.now)) if n in stand]
        place = (earlier[-1:] or later[:1] or [len(self.written)])[0]
        nearest = self.written[place - 1 : place] if earlier else self.written[place : place + 1]
        return place, (nearest or self.written[-1:] or [Written("", 0)])[0].paragraph, False

    def is_left_alone(self, place: int) -> bool:
        """Tell whether one of the officer's sentences is as it was generated."""
        return self.written[place].text == self.base[self.base_of[place]].text


def _parted(told: Sequence[Sentence]) -> list[Sentence]:
    """Return generated sentences one by one: the words of a record may hold several."""
    return [
        Sentence(one, each.records) for each in told for one in report_split.sentences(each.text)
    ]


def _lined(told: Sequence[Sentence]) -> list[Sentence]:
    return [each for each in told if each.text]


def _renumbered(old: str, new: str) -> str:
    """Return the new ordinal ("3. ") where nothing but the ordinal differs, else ""."""
    before, after = _ORDINAL.match(old), _ORDINAL.match(new)
    same = before and after and old[before.end() :] == new[after.end() :] and old != new
    return after.group() if after and same else ""
