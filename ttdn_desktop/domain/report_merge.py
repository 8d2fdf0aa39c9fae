"""The officer's wording of a block and what is generated now, brought together by sentence.

Three ways: generated then (`base`), written, generated now. What the officer left alone follows
the records; what the officer changed, added or took out stays, and is never lost: where the
records moved on beneath it, the new sentence is offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_split
from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.report_edit import Edit, Mark, Offer
from ttdn_desktop.domain.report_likeness import holds
from ttdn_desktop.domain.report_weighing import Weighing, Written
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence


@immutable
class Told:
    """One sentence of the merged block: what it is, and the number of its paragraph."""

    sentence: Sentence
    mark: Mark
    paragraph: int


@immutable
class Merged:
    """A block as it is printed, and what is to be decided of it."""

    told: tuple[Told, ...]
    offers: tuple[Offer, ...]

    @property
    def text(self) -> str:
        """The block as the officer goes on editing it; a newline begins a paragraph."""
        parts: dict[int, list[str]] = {}
        for each in self.told:
            parts.setdefault(each.paragraph, []).append(each.sentence.text)
        return report_split.together([parts[number] for number in sorted(parts)])


def merge(edit: Edit, now: Sequence[Sentence], *, by_line: bool = False) -> Merged:
    """Bring an edit together with what is generated now.

    `by_line` holds each line for one sentence: headings, addressees, recipients.
    """
    weighed = Weighing.of(edit, now, by_line=by_line)
    opened = list(weighed.open())
    placed: dict[int, list[Told]] = {}
    for each in opened:
        if each.is_placed and each.now is not None:
            fresh = Told(weighed.now[each.now], Mark.NEW, each.paragraph)
            placed.setdefault(each.place, []).append(fresh)
    told: list[Told] = []
    for place in range(len(weighed.written) + 1):
        told += sorted(placed.get(place, ()), key=lambda one: one.paragraph)
        if place < len(weighed.written):
            told += _told(weighed, place)
    offers = sorted((each.offer for each in opened), key=lambda offer: offer.place)
    return Merged(tuple(told), tuple(offers))


def _told(weighed: Weighing, place: int) -> list[Told]:
    """Return one of the officer's sentences as it is printed, or what became of base's."""
    typed, own = weighed.written[place], weighed.base_of.get(place)
    if own is None:
        return [_added(weighed, typed)]
    base, number = weighed.base[own], weighed.now_of.get(own)
    now = None if number is None else weighed.now[number]
    if typed.text == base.text:
        return [] if now is None else [Told(now, Mark.GENERATED, typed.paragraph)]
    if now is None:
        return [Told(Sentence(typed.text, base.records), Mark.STALE, typed.paragraph)]
    text = weighed.wording(place)
    mark = Mark.GENERATED if text == now.text else Mark.OFFICER
    return [Told(Sentence(text, now.records), mark, typed.paragraph)]


def _added(weighed: Weighing, typed: Written) -> Told:
    """Return a sentence that came from none: it rests on what it shares most words with."""
    for each in weighed.now:
        if each.text == typed.text:
            return Told(each, Mark.GENERATED, typed.paragraph)
    rests = [each for each in (*weighed.now, *weighed.base) if each.records]
    records = dict.fromkeys(
        record
        for each in rests
        if holds(each.text, typed.text) or holds(typed.text, each.text)
        for record in each.records
    )
    return Told(Sentence(typed.text, tuple(records)), Mark.OFFICER, typed.paragraph)
