"""What contradicts itself in a round's records: said before signing, mended by the officer."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.report_annex_evidence import code_order
from ttdn_desktop.domain.report_figures import COMPANIONS
from ttdn_desktop.domain.text import exact, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.indicator import Indicator, Reading
    from ttdn_desktop.domain.report_facts import ReportFacts

SHOWN_CODES = 10
_PLACEHOLDER = r"……|\.\.\.\.|___|\?\?|x(?<!\wx)[xX]{2,}\b|X(?<!\wX)[xX]{2,}\b"
"""Each way begins with a letter of its own, so that the search leaps from one to the next."""
_IN_PLACEHOLDERS = ("……", "....", "___", "??", "xx", "xX", "Xx", "XX")
"""Of these stands one in each placeholder: looked for sooner than the pattern."""
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?<![\d./-])(\d{1,3}(?:\.\d{3})+|\d+)\s+")
_WORD_ENDS = re.compile(r"\b")


def about(key: str, activities: Sequence[Activity]) -> Notice:
    """Return a notice that names its activities by code, the first of them in order."""
    codes = sorted((each.code for each in activities), key=code_order)
    shown = ", ".join(codes[:SHOWN_CODES]) + (", …" if codes[SHOWN_CODES:] else "")
    ids = tuple(each.id for each in activities)
    return Notice(key, {"count": len(activities), "codes": shown}, ids)


def contradictions(facts: ReportFacts) -> Iterator[Notice]:
    """Name figures that cannot both be true, what was recorded twice, and what lies outside."""
    told, units = facts.activities, {each.code: each for each in facts.catalogue}
    nouns = {each.code: _nouns(each) for each in facts.catalogue}
    asking = [each for each in told if each.proposals]
    met = [each for each in told if each.obstacles]
    found = (
        about("figure_pairs", _impossible_pairs(told, units)),
        about("result_differs", _telling_other_numbers(told, nouns)),
        about("outside_period", [each for each in told if _goes_beyond(each, facts)]),
        about("evidence_later", _with_later_evidence(told, facts.day)),
        about("placeholder", _with_placeholder(told)),
        about("proposal_unaddressed", [each for each in asking if _asks_nobody(each)]),
        about("obstacle_without_cause", [each for each in met if _lacks_cause(each)]),
        about("recorded_twice", _recorded_twice(told)),
        about("over_budget", _above_budget(facts)),
    )
    yield from (notice for notice in found if notice.activity_ids)


def _impossible_pairs(
    activities: Sequence[Activity], catalogue: Mapping[str, Indicator]
) -> list[Activity]:
    """Return those with visitors of no delegation, or fewer visitors than delegations."""
    sets = {id(each.readings): each.readings for each in activities}  # many share the very tuple
    wrong = {key for key, read in sets.items() if _has_impossible_pair(read, catalogue)}
    return [each for each in activities if id(each.readings) in wrong] if wrong else []


def _has_impossible_pair(readings: Sequence[Reading], catalogue: Mapping[str, Indicator]) -> bool:
    totals = {one.code: one.value for one in readings if one.split is None}
    for code, company in totals.items():
        indicator = catalogue.get(code)
        if code in COMPANIONS and indicator and indicator.pair and company:
            head = totals.get(indicator.pair)
            if head is not None and (not head or company < head):
                return True
    return False


def _telling_other_numbers(
    activities: Sequence[Activity], nouns: Mapping[str, frozenset[str]]
) -> list[Activity]:
    """Return those whose result counts what a figure counts, and comes to another number.

    Parts may be told one by one: what they add up to is the figure as well.
    """
    numbered = {text for text in {each.result for each in activities} if _DIGIT.search(text)}
    counting = [each for each in activities if each.readings and each.result in numbered]
    known = {(each.result, id(each.readings)): each.readings for each in counting}  # as above
    folded = {text: fold(text) for text in numbered}
    wrong = {
        key for key, read in known.items() if _says_another_number(folded[key[0]], read, nouns)
    }
    return [each for each in counting if (each.result, id(each.readings)) in wrong] if wrong else []


def _says_another_number(
    told: str, readings: Sequence[Reading], nouns: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether a result, folded, counts a noun and comes to another number than readings."""
    counted = {noun for one in readings for noun in nouns.get(one.code, ())}
    for noun in counted:
        if noun in told:  # seldom so
            numbers = _numbers(told, noun)
            if numbers and not _agree(numbers, readings, noun, nouns):
                return True
    return False


def _nouns(indicator: Indicator) -> frozenset[str]:
    """Return what a figure counts, folded: "luot khach"; of "tin, bài" the whole alone."""
    unit = indicator.unit
    return frozenset({fold(unit), fold(COMPANIONS.get(indicator.code, unit))})


def _numbers(told: str, noun: str) -> list[Decimal]:
    """Return the numbers that stand before a noun."""
    return [
        Decimal(found[1].replace(".", ""))
        for found in _NUMBER.finditer(told)
        if told.startswith(noun, found.end()) and _WORD_ENDS.match(told, found.end() + len(noun))
    ]


def _agree(
    numbers: list[Decimal],
    readings: Sequence[Reading],
    noun: str,
    nouns: Mapping[str, frozenset[str]],
) -> bool:
    known = {one.value for one in readings if noun in nouns.get(one.code, ())}
    return sum(numbers) in known or any(number in known for number in numbers)


def _goes_beyond(activity: Activity, facts: ReportFacts) -> bool:
    """Tell whether it begins in the round and ends after its last day."""
    return activity.until is not None and activity.until > facts.round.period.last


def _with_later_evidence(activities: Sequence[Activity], day: date) -> list[Activity]:
    """Return those proved by something dated after the report itself."""
    found = {
        each.id: each
        for each in activities
        for proof in each.evidence
        if proof.dated is not None and proof.dated > day
    }
    return list(found.values())


_TYPED = tuple(map(attrgetter, ("title", "content", "result", "place")))


def _with_placeholder(activities: Sequence[Activity]) -> list[Activity]:
    """Return those where something typed was left to be filled in; most words recur."""
    typed = set(chain.from_iterable({*map(words, activities)} for words in _TYPED))
    if not any(map("\n".join(typed).__contains__, _IN_PLACEHOLDERS)):
        return []
    blank = {text for text in typed if re.search(_PLACEHOLDER, text)}
    if not blank:
        return []
    return [each for each in activities if any(words(each) in blank for words in _TYPED)]


def _asks_nobody(activity: Activity) -> bool:
    return any(not each.addressee for each in activity.proposals)


def _lacks_cause(activity: Activity) -> bool:
    return any(each.cause is None for each in activity.obstacles)


def _above_budget(facts: ReportFacts) -> list[Activity]:
    """Return those with money where more of the state budget was spent than planned."""
    planned, spent = counting.state_budget(facts.money)
    return [each for each in facts.activities if each.fundings] if spent > planned > 0 else []


def _recorded_twice(activities: Sequence[Activity]) -> list[Activity]:
    """Return activities alike in title, day, place and part, all of each kind."""
    near = [  # what is alike is as long, too, and of as many words: seldom so, and sooner told
        (each.start.first, each.part, len(each.title), each.title.count(" "), len(each.place))
        for each in activities
    ]
    times = Counter(near)
    alike: dict[tuple[object, ...], list[Activity]] = {}
    for hint, each in zip(near, activities, strict=True):
        if times[hint] > 1:
            start, title, place = each.start, exact(each.title), exact(each.place)
            key = title, start.first, start.precision, place, each.part
            alike.setdefault(key, []).append(each)
    return [each for same in alike.values() if same[1:] for each in same]
