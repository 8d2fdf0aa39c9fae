"""Which activities of an item are told together: three of a kind, and what is counted with them.

Rule 2 of the wording: from three alike up one sentence has their sums; what is not alike is told
one by one, unless that were too much to be read.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.report_figure_words import GUESTS, SERVING
from ttdn_desktop.domain.report_sums import main_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.domain.activity import Activity

GROUPED_FROM = 3
"""From so many activities of a kind up they are told as one sentence of sums."""

MOST_SINGLE = 6
"""How many activities of their own kind an item tells one by one."""


class Alike(NamedTuple):
    """Activities told together, or, where there are fewer than three, one by one."""

    activities: tuple[Activity, ...]

    @property
    def summed(self) -> bool:
        """Tell whether they are told as sums."""
        return len(self.activities) >= GROUPED_FROM


def alike(activities: Sequence[Activity]) -> list[Alike]:
    """Return the activities in sets: those told together first, each in the order it begins."""
    place = {activity.id: number for number, activity in enumerate(activities)}
    folded = cache(str.casefold)  # thousands of activities are of some forty kinds
    kinds = [folded(activity.kind) for activity in activities]
    often = {kind for kind, number in Counter(kinds).items() if number >= GROUPED_FROM}
    links = _links(activities)
    counted = {activity.id for activity, link in zip(activities, links, strict=True) if link}
    sets = _joined(activities, kinds, links, often)
    taken = {activity.id for each in sets for activity in each}
    single = [activity for activity in activities if activity.id not in taken]
    sets += _rest(single, often, counted)
    backwards = zip(reversed(kinds), reversed(activities), strict=True)
    begins = {kind or each.id: place[each.id] for kind, each in backwards}
    sets.sort(key=lambda each: (*_rank(each, counted), _begins(each, begins), place[each[0].id]))
    return [Alike(tuple(each)) for each in sets]


def _begins(group: Sequence[Activity], begins: Mapping[str, int]) -> int:
    """Return where a kind begins, so that one or two of it are told one after the other."""
    first = group[0]
    return begins[first.kind.casefold() or first.id]


def _rank(group: Sequence[Activity], counted: set[str]) -> tuple[bool, bool]:
    """Return what goes first: sums, and of them those that are counted."""
    return len(group) < GROUPED_FROM, counted.isdisjoint([each.id for each in group])


def _joined(
    activities: Sequence[Activity],
    kinds: Sequence[str],
    links: Sequence[frozenset[str]],
    often: set[str],
) -> list[list[Activity]]:
    """Return what is of a kind often, kinds counted alike together, with what is counted as they.

    Of a kind that is counted at all, an activity without a count is not among the sum.
    """
    codes = _codes_of_kinds(kinds, links, often)
    linked = _linked([*filter(None, codes.values())], set(links))
    meeting = {
        link: [number for number, own in enumerate(linked) if own & link] for link in set(links)
    }
    sets: list[list[Activity]] = [[] for _own in linked]
    for activity, link in zip(activities, links, strict=True):
        for number in meeting[link][:1]:
            sets[number].append(activity)
    found = [members for members in sets if len(members) >= GROUPED_FROM]
    uncounted = {kind for kind, own in codes.items() if not own}
    if uncounted:
        told = zip(kinds, activities, strict=True)
        _bring_in(found, [each for kind, each in told if kind in uncounted])
    return found


def _links(activities: Sequence[Activity]) -> list[frozenset[str]]:
    """Return what each activity is alike by, nothing where it is not counted.

    Many share the very tuple of readings, so that each is looked into once.
    """
    known = {id(each.readings): each for each in activities}
    linking = {key: _linking(each) for key, each in known.items()}
    return [linking[id(each.readings)] for each in activities]


def _linked(seeds: list[set[str]], counted_by: set[frozenset[str]]) -> list[set[str]]:
    """Return the codes of kinds put together wherever a kind or an activity is counted by both."""
    linked: list[set[str]] = []
    for own in seeds:
        linked = _with_those_meeting(linked, own)
    for link in sorted(counted_by, key=sorted):
        if sum(bool(each & link) for each in linked) > 1:
            linked = _with_those_meeting(linked, set(link))
    return linked


def _with_those_meeting(linked: list[set[str]], own: set[str]) -> list[set[str]]:
    meeting = [each for each in linked if each & own]
    apart = [each for each in linked if not each & own]
    return [*apart, own.union(*meeting)]


def _codes_of_kinds(
    kinds: Sequence[str], links: Sequence[frozenset[str]], often: set[str]
) -> dict[str, set[str]]:
    """Return what the activities of each kind that is often are counted by."""
    codes: dict[str, set[str]] = {}
    for kind, link in dict.fromkeys(zip(kinds, links, strict=True)):
        if kind in often:
            codes.setdefault(kind, set()).update(link)
    return codes


def _bring_in(sets: list[list[Activity]], uncounted: Sequence[Activity]) -> None:
    """Put activities of a kind that is not counted itself to those that brought the same."""
    for members in sets:
        brought = {reading.code for activity in members for reading in activity.readings}
        taken = {each.id for each in uncounted if {r.code for r in each.readings} & brought}
        members += [each for each in uncounted if each.id in taken]
        uncounted = [each for each in uncounted if each.id not in taken]


def _linking(activity: Activity) -> frozenset[str]:
    """Return the codes by which an activity is like others; what any kind may bring comes last."""
    codes = main_codes(activity)
    codes = codes - SERVING or codes
    return codes | GUESTS if codes & GUESTS else codes


def _rest(single: Sequence[Activity], often: set[str], counted: set[str]) -> list[list[Activity]]:
    """Return what is left: one by one, or where it is too much, by whether it has figures."""
    kinds = [activity.kind.casefold() for activity in single]
    times = Counter(kinds)
    still = {kind for kind in often if times[kind] >= GROUPED_FROM}
    alone = sum(number for kind, number in times.items() if kind not in still)
    groups: dict[str, list[Activity]] = {}
    for kind, activity in zip(kinds, single, strict=True):
        together = "counted" if activity.id in counted else "not counted"
        place = together if alone > MOST_SINGLE else activity.id
        groups.setdefault(f"kind {kind}" if kind in still else place, []).append(activity)
    return [part for each in groups.values() for part in _told_apart(each)]


def _told_apart(group: list[Activity]) -> list[list[Activity]]:
    """Return one or two that were left together as one by one."""
    return [group] if len(group) >= GROUPED_FROM else [[activity] for activity in group]
