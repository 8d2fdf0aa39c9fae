"""Which activities a unit had in a year: of what kind, for which item, from when to when."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from ttdn_desktop.domain.involvement import Involvement, must_answer
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.sample_days import end_of, moment_of
from ttdn_desktop.services.sample_templates import ANY_ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ttdn_desktop.domain.dates import Moment
    from ttdn_desktop.services.sample_dice import Dice
    from ttdn_desktop.services.sample_templates import Library, Template

_STRENGTH = {
    Involvement.LEAD: 40,
    Involvement.COMMON: 20,
    Involvement.SUPPORT: 12,
    Involvement.OPTIONAL: 1,
}
_OWN = frozenset({Involvement.LEAD, Involvement.COMMON})
_MOST_ONE_OFFS = 0.45
"""The share of a year's activities that happen only once or twice in it."""


@immutable
class Scene:
    """One activity to be told: the plan item it serves first, its template and its time."""

    item: str
    template: Template
    start: Moment
    until: date | None


@immutable
class _Part:
    """A template for an item, and how much the unit has to do with the item."""

    item: str
    template: Template
    involvement: Involvement

    @property
    def weight(self) -> int:
        return _STRENGTH[self.involvement] * self.template.often


def cast(
    roles: Mapping[str, Involvement], library: Library, year: int, count: int, dice: Dice
) -> list[Scene]:
    """Return `count` scenes in order of time, for items by code.

    Each item that must be answered comes first with one, then what happens only once or twice a
    year, then what recurs, by how much the unit has to do with it.
    """
    parts = list(_parts(roles, library))
    chosen = _one_for_each(parts, dice)[:count]
    chosen += _one_offs(parts, chosen, dice)[: max(0, int(count * _MOST_ONE_OFFS) - len(chosen))]
    chosen += _recurring(parts, count - len(chosen), dice)
    turns: Counter[int] = Counter()
    scenes = [_scene(part, year, turns, dice) for part in chosen]
    return sorted(scenes, key=lambda scene: scene.start.first)


def _parts(roles: Mapping[str, Involvement], library: Library) -> Iterator[_Part]:
    for item, involvement in roles.items():
        fitting = [each for each in library.templates if each.leads == (involvement in _OWN)]
        own = [each for each in fitting if each.item == item]
        general = [each for each in fitting if each.item == ANY_ITEM]
        yield from (_Part(item, each, involvement) for each in own or general)


def _one_for_each(parts: Sequence[_Part], dice: Dice) -> list[_Part]:
    """Choose one part for each item that must be answered, the strongest involvement first."""
    by_item: dict[str, list[_Part]] = {}
    for part in parts:
        if must_answer(part.involvement):
            by_item.setdefault(part.item, []).append(part)
    strongest = sorted(by_item.values(), key=lambda own: -_STRENGTH[own[0].involvement])
    return [dice.pick(own) for own in strongest]


def _one_offs(parts: Sequence[_Part], used: Sequence[_Part], dice: Dice) -> list[_Part]:
    had = Counter(id(part) for part in used)
    left = [
        part
        for part in parts
        if must_answer(part.involvement)
        for _time in range((part.template.times or 0) - had[id(part)])
    ]
    return sorted(left, key=lambda _part: dice.share())


def _recurring(parts: Sequence[_Part], count: int, dice: Dice) -> list[_Part]:
    """Draw with replacement; where nothing recurs (few templates), anything may."""
    pool = [part for part in parts if part.template.times is None] or list(parts)
    if not pool:
        return []
    upto = list(accumulate(part.weight for part in pool))
    return [pool[bisect(upto, dice.share() * upto[-1])] for _number in range(count)]


def _scene(part: _Part, year: int, turns: Counter[int], dice: Dice) -> Scene:
    template = part.template
    start = moment_of(template, year, turns[id(part)], dice)
    turns[id(part)] += 1
    return Scene(part.item, template, start, end_of(template, start, dice))
