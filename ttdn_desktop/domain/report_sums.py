"""Activities alike told as their sums: "06 đoàn ra với 52 lượt người và 09 đoàn vào …" (rule 2).

What activities are counted by comes first, then what else came of them, then what stands at a day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates, report_figure_words, report_words
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.report_case import joined, lower_first, sentence, spelled
from ttdn_desktop.domain.report_figure_words import (
    ADDING_UP,
    BARE,
    BESIDES,
    GIVEN,
    GUESTS,
    HOLD,
    ISSUING,
    MADE,
    MAIN,
    MAKING,
    SORTS,
)
from ttdn_desktop.domain.report_figures import (
    COMPANIONS,
    NOUNS,
    amount,
    as_shared,
    expected,
    is_whole,
    named,
    parts,
)
from ttdn_desktop.domain.report_outcome import stands
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.report_facts import Body


@immutable
class Summed:
    """Activities with their figures; `own` tells that they were done for one's own duty."""

    body: Body
    activities: tuple[Activity, ...]
    figures: tuple[Figure, ...]
    own: bool = False

    @property
    def kind(self) -> str:
        """The one kind of the activities within a sentence, or "" where there are several."""
        return _kind(self.activities)


def sort_of(activities: Sequence[Activity]) -> str:
    """Return "hoạt động đón đoàn vào", or "hoạt động" where they are of several kinds."""
    kind = _kind(activities)
    return kind if kind.startswith("hoạt động") else f"hoạt động {kind}".rstrip()


def _kind(activities: Sequence[Activity]) -> str:
    kinds = {kind.casefold() for kind in {activity.kind for activity in activities}}
    return spelled(lower_first(activities[0].kind)) if len(kinds) == 1 else ""


def told(summed: Summed) -> list[str]:
    """Return the sentences' texts without their full stop, the main one first."""
    flows = [each for each in summed.figures if not stands(each)]
    own = [each for each in flows if each.value is not None]
    shared = [as_shared(each) for each in flows if each.shared is not None]
    ours = replace(summed, figures=tuple(own or shared))
    main, besides = _apart(ours.figures)
    texts = [_opening(ours, main, besides)]
    if main and (more := _phrases(ours, besides)):
        texts.append(f"Qua các hoạt động, {summed.body.short} đã {more}")
    if own and shared:
        texts.append(_beside(replace(summed, figures=tuple(shared))))
    texts += standing(summed.figures)
    if estimates := "; ".join(filter(None, map(expected, summed.figures))):
        texts.append(sentence(estimates).rstrip("."))
    return texts


def _beside(summed: Summed) -> str:
    """Return what was only supported or joined beside the unit's own."""
    others = tuple(each for each in summed.activities if each.part not in OWN_PARTS)
    shared, short = replace(summed, activities=others), summed.body.short
    main, besides = _apart(summed.figures)
    return (
        f"Ngoài ra, {short} đã {_phrases(shared, [*main, *besides])} "
        f"(số liệu thuộc đơn vị chủ trì, không cộng vào số liệu của {short})"
    )


def standing(figures: Iterable[Figure]) -> list[str]:
    """Return "Đến ngày …, lũy kế có 07 thỏa thuận …", a sentence a day (rule 4)."""
    days: dict[date, list[str]] = {}
    for figure in figures:
        given = figure if figure.value is not None else as_shared(figure)
        if stands(figure) and given.value is not None and given.as_of:
            days.setdefault(given.as_of, []).append(_stock(given))
    return [f"Đến ngày {dates.short(day)}, {_listed(told)}" for day, told in days.items()]


def _listed(stocks: list[str]) -> str:
    first, *more = stocks
    return "; ".join([first, *(each.removeprefix("có ") for each in more)])


def _stock(figure: Figure) -> str:
    adds_up = "lũy kế " if figure.indicator.code in ADDING_UP else ""
    return f"{adds_up}có {named(figure)}{parts(figure)}"


def main_codes(activity: Activity) -> frozenset[str]:
    """Return the codes that an activity itself is counted by."""
    return frozenset(
        [each.code for each in activity.readings if each.split is None and each.code in MAIN]
    )


def _apart(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return what activities are counted by, and the rest; companions stay with their pair."""
    order = list(MAIN)
    alone = _without_companions(figures)
    main = [each for each in alone if each.indicator.code in MAIN and each.value]
    main.sort(key=lambda each: order.index(each.indicator.code))
    codes = {each.indicator.code for each in main}
    return main, [each for each in alone if each.indicator.code not in codes]


def _without_companions(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures without those that are told with their pair: "… với 52 lượt người"."""
    given = {each.indicator.code for each in figures if each.value}
    told_with = {
        each.indicator.pair
        for each in figures
        if each.value and each.indicator.pair in COMPANIONS and each.indicator.pair in given
    }
    return [each for each in figures if each.indicator.code not in told_with]


def _opening(summed: Summed, main: list[Figure], besides: list[Figure]) -> str:
    subject = summed.body.short
    if main:
        return f"{subject} đã {_phrases(summed, main)}{_nothing_found(besides)}"
    number, sort = counted(len(summed.activities)), sort_of(summed.activities)
    text = f"{subject} đã {_plain_verb(summed)} {number} {sort}"
    nouns = _nouns(summed, besides)
    return f"{text} với {nouns}" if nouns else text


def _nothing_found(besides: Iterable[Figure]) -> str:
    none = any(each.indicator.code == "K2" and not each.value for each in besides)
    return "; không phát hiện vi phạm" if none else ""


def _plain_verb(summed: Summed) -> str:
    held = {activity.part for activity in summed.activities}
    if len(held) > 1 or held == {Part.LEAD} or _just_done(summed):
        return "thực hiện"
    return {Part.SUPPORT: "phối hợp thực hiện", Part.JOIN: "tham gia"}.get(
        next(iter(held)), "tham mưu thực hiện"
    )


def _just_done(summed: Summed) -> bool:
    return summed.own and not any(activity.partners for activity in summed.activities)


def _phrases(summed: Summed, figures: Sequence[Figure]) -> str:
    """Return the figures by verb: "tham mưu, phục vụ A và B; tổ chức C, gồm …; …"."""
    by_verb: dict[str, list[str]] = {}
    for figure in figures:
        if not figure.value:
            continue
        by_verb.setdefault(_verb(summed, figure), []).append(_phrase(summed, figure))
    done = [f"{verb} {_listing(phrases)}" for verb, phrases in by_verb.items()]
    return "; ".join(done)


def _listing(phrases: list[str]) -> str:
    return joined(phrases, "; " if any(", " in phrase for phrase in phrases[:-1]) else " và ")


def _nouns(summed: Summed, figures: Sequence[Figure]) -> str:
    return "; ".join(_phrase(summed, each) for each in figures if each.value)


def _verb(summed: Summed, figure: Figure) -> str:
    code = figure.indicator.code
    read_by = frozenset(figure.records)
    readers = [activity for activity in summed.activities if activity.id in read_by]
    held = {activity.part for activity in readers}
    verb = MAIN.get(code) or BESIDES.get(code, "thực hiện")
    if code in MADE and (common := _common_verb(readers)) in MAKING:
        verb = common
    if held & OWN_PARTS:
        return _own_verb(summed, code, verb, held)
    if _just_done(summed) or code == "T1N":
        return verb
    return f"phối hợp {verb}" if held == {Part.SUPPORT} else "tham gia"


def _own_verb(summed: Summed, code: str, verb: str, held: set[Part]) -> str:
    if code in GUESTS:
        return GIVEN if summed.body.advised else verb if code == "D1" else HOLD
    if held == {Part.ADVISE}:
        to = f" {summed.body.advised}" if summed.body.advised else ""
        return f"tham mưu{to} {verb}"
    return f"chủ trì {HOLD}" if verb == HOLD and held == {Part.LEAD} else verb


def _common_verb(activities: Sequence[Activity]) -> str:
    """Return the verb that all titles open with, or ""."""
    verbs = (report_words.VERBS.of(activity.title).casefold() for activity in activities)
    first = next(verbs, "")
    return first if all(verb == first for verb in verbs) else ""


def _purpose(summed: Summed, figure: Figure) -> str:
    """Return " để rà soát, kiến nghị …": what documents of one kind were for."""
    if figure.indicator.code != "V1":
        return ""
    kind = summed.kind
    is_purpose = report_words.VERBS.of(kind) and not kind.startswith(ISSUING)
    return f" để {kind}" if is_purpose else ""


def _phrase(summed: Summed, figure: Figure) -> str:
    """Return "09 đoàn vào với 118 lượt khách, gồm Lào 06 đoàn, …"."""
    code, number = figure.indicator.code, amount(figure.value, approximate=figure.approximate)
    noun = _kind_noun(summed, figure) or BARE.get(code, NOUNS.get(code, ""))
    noun = noun.replace("{staff}", summed.body.staff)
    if not is_whole(figure):
        text = f"{number} {noun}" if noun else named(figure)
        text += _purpose(summed, figure)
        return text + _company(summed, figure) + parts(figure)
    sort = SORTS.get(figure.parts[0][0].name, "").format(figure.parts[0][0].value)
    text = f"{number} {sort}" if sort else f"{number} {noun}{parts(figure)}"
    return text + _purpose(summed, figure) + _company(summed, figure)


def _kind_noun(summed: Summed, figure: Figure) -> str:
    """Return the kind itself where it is what is held and the figure counts just that."""
    if figure.value != len(summed.activities) or MAIN.get(figure.indicator.code) != HOLD:
        return ""
    kind = summed.kind
    held = report_figure_words.EVENT.of(kind)
    return report_figure_words.EVENTS[held.casefold()] + kind if held else ""


def _company(summed: Summed, figure: Figure) -> str:
    pair = figure.indicator.pair or ""
    if pair not in COMPANIONS:
        return ""
    for each in summed.figures:
        if each.indicator.code == pair and each.value:
            return f" với {amount(each.value, approximate=each.approximate)} {COMPANIONS[pair]}"
    return ""
