"""Dùng câu mới, giữ câu cũ: what an edit becomes once the officer has decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_split
from ttdn_desktop.domain.report_edit import Edit, Offer, OfferKind
from ttdn_desktop.domain.report_weighing import Open, Weighing, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.document import Sentence


def accepted(edit: Edit, now: Sequence[Sentence], offer: Offer, *, by_line: bool = False) -> Edit:
    """Return the edit after "dùng câu mới": the sentence follows the records from now on."""
    weighed = Weighing.of(edit, now, by_line=by_line)
    chosen = _of(weighed, offer)
    written = list(weighed.written)
    if chosen.written is not None:
        fresh = [] if offer.new is None else [Written(offer.new.text, chosen.paragraph)]
        if fresh:
            fresh = [replace(fresh[0], paragraph=written[chosen.written].paragraph)]
        written[chosen.written : chosen.written + 1] = fresh
    elif offer.new is not None:
        written.insert(chosen.place, Written(offer.new.text, chosen.paragraph))
    return replace(edit, base=_moved_on(weighed, chosen), text=_text(written))


def kept(edit: Edit, now: Sequence[Sentence], offer: Offer, *, by_line: bool = False) -> Edit:
    """Return the edit after "giữ câu cũ": what stands is held against what is generated now."""
    weighed = Weighing.of(edit, now, by_line=by_line)
    return replace(edit, base=_moved_on(weighed, _of(weighed, offer)))


def base_for(edit: Edit, now: Sequence[Sentence], *, by_line: bool = False) -> tuple[Sentence, ...]:
    """Return what a wording written on top of an edit is held against.

    That is what is generated now, but for what is still offered: writing decides nothing.
    """
    weighed = Weighing.of(edit, now, by_line=by_line)
    base: list[Sentence] = list(weighed.now)
    waiting = list(weighed.open())
    unseen = [each.now for each in waiting if each.now is not None and not each.is_placed]
    for each in sorted(waiting, key=lambda one: -1 if one.now is None else one.now, reverse=True):
        if each.now in unseen and each.now is not None:
            base[each.now : each.now + 1] = [] if each.offer.base is None else [each.offer.base]
        elif each.offer.kind is OfferKind.GONE and each.offer.base is not None:
            base.insert(min(each.base or 0, len(base)), each.offer.base)
    return tuple(base)


def _of(weighed: Weighing, offer: Offer) -> Open:
    """Return the offer's places; raises LookupError where it is not made any more."""
    return next(each for each in weighed.open() if each.offer == offer)


def _moved_on(weighed: Weighing, chosen: Open) -> tuple[Sentence, ...]:
    """Return base with the offer's sentence as it is generated now."""
    base, fresh = list(weighed.base), chosen.offer.new
    if chosen.base is not None:
        base[chosen.base : chosen.base + 1] = [] if fresh is None else [fresh]
    elif fresh is not None and chosen.now is not None:
        came = {now: own for own, now in weighed.now_of.items()}
        earlier = [came[n] + 1 for n in range(chosen.now) if n in came]
        base.insert(earlier[-1] if earlier else 0, fresh)
    return tuple(base)


def _text(written: Sequence[Written]) -> str:
    parts: dict[int, list[str]] = {}
    for each in written:
        parts.setdefault(each.paragraph, []).append(each.text)
    return report_split.together([parts[number] for number in sorted(parts)])
