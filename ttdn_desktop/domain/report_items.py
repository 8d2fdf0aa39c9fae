"""One item of the plan told: its activities, or the state that was set, or the gap."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_alike import alike
from ttdn_desktop.domain.report_blocks import gap
from ttdn_desktop.domain.report_case import joined, lower_first, sentence
from ttdn_desktop.domain.report_deeds import PARTS
from ttdn_desktop.domain.report_extras import marked, share
from ttdn_desktop.domain.report_highlight import highlights
from ttdn_desktop.domain.report_refer import named, placed
from ttdn_desktop.domain.report_running import companies, run_together
from ttdn_desktop.domain.report_single import Single
from ttdn_desktop.domain.report_single import told as one_told
from ttdn_desktop.domain.report_sums import Summed, sort_of
from ttdn_desktop.domain.report_sums import told as sums_told
from ttdn_desktop.domain.report_words import Opener

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_alike import Alike
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_SHARED_WORDS = 4
_WITH = "phối hợp với "
_TIME = Opener(("tháng", "quý", "đợt", "lần", "kỳ"))
MOST_NAMED = 3
"""How many activities without figures are named together."""

_MOST_TIMES = 4
"""How many times of one thing are listed; of more it is told how often it was done."""


def item_block(
    facts: ReportFacts, item: ItemFacts, key: str, lead_in: str = "", role: Role = Role.BODY
) -> Block:
    """Return the paragraph of one item; `lead_in` opens it."""
    if facts.is_gap(item):
        return missing(facts, key, item)
    first, *more = sentences(facts, item)
    opened = Sentence(lead_in + first.text, first.records)
    return Block(f"{key}.result", role, (opened, *more))


def missing(facts: ReportFacts, key: str, item: ItemFacts) -> Block:
    """Return the explicit gap of an item that was not answered."""
    return gap(key, f"Chưa nhập: {named(facts, item)}. Bổ sung trước khi trình ký")


def sentences(
    facts: ReportFacts, item: ItemFacts, left_out: frozenset[str] = frozenset()
) -> list[Sentence]:
    """Return what is told of an item; `left_out` are the ids of what is told elsewhere."""
    here = [each for each in told_here(facts, item) if each.id not in left_out]
    told: list[Sentence] = []
    groups = alike(here)
    for group in groups:
        if group.summed:
            told += _many(facts, item, group.activities, again=bool(told))
        else:
            for activity in group.activities:
                told += one(facts, item, activity)
    told += _elsewhere(facts, item, also=bool(told))
    subjects = (facts.body.short, facts.body.name)
    return run_together(told, subjects, companies(_told_alone(groups))) or [
        Sentence(_stated(facts, item))
    ]


def told_here(facts: ReportFacts, item: ItemFacts) -> list[Activity]:
    """Return those of an item's activities that are told there, and not cited."""
    told_at, here = facts.arranged.told_at, item.code
    return [each for each in item.activities if told_at[each.id] == here]


def _told_alone(groups: Iterable[Alike]) -> Iterator[Activity]:
    for group in groups:
        if not group.summed:
            yield from group.activities


def one(
    facts: ReportFacts, item: ItemFacts, activity: Activity, worth: str = ""
) -> Iterator[Sentence]:
    """Yield the sentences of one activity; `worth` is what it brought in."""
    figures = facts.figures((activity,))
    single = Single(facts.body, activity, figures, own=item.is_everyones, worth=worth)
    first, *more = one_told(single, facts.body.short, dated=activity.highlight)
    yield Sentence(marked(facts, activity, first), (activity.id,))
    yield from (Sentence(text, (activity.id,)) for text in more)


def _many(
    facts: ReportFacts, item: ItemFacts, activities: Sequence[Activity], *, again: bool
) -> Iterator[Sentence]:
    records = tuple([activity.id for activity in activities])
    figures = facts.figures(activities)
    if not figures:
        yield Sentence(sentence(_titles(facts, item, activities, again=again)), records)
        yield from _standing_out(activities)
        return
    first, *more = sums_told(Summed(facts.body, tuple(activities), figures, own=item.is_everyones))
    first += share(facts, activities)
    yield Sentence(sentence(first if again else f"Trong kỳ, {first}"), records)
    yield from _standing_out(activities)
    for text in more:
        yield Sentence(sentence(text), records)


def _standing_out(activities: Sequence[Activity]) -> Iterator[Sentence]:
    for text, activity in highlights(activities):
        yield Sentence(text, (activity.id,))


def _titles(
    facts: ReportFacts, item: ItemFacts, activities: Sequence[Activity], *, again: bool
) -> str:
    """Name the first of activities that have no figures to be summed."""
    doing = _part(item, activities)
    titles = [lower_first(each.title.rstrip(" .;")) for each in activities]
    if doing.startswith(_WITH):
        titles = [title.removeprefix("phối hợp ") for title in titles]
    named = _by_times(titles)
    more = sum(number for _title, number in named[MOST_NAMED:])
    shown = _without_shared_opening([title for title, _number in named[:MOST_NAMED]])
    rest = [f"{counted(more)} hoạt động khác tại Phụ lục I"] if more else []
    opening = "" if again else "Trong kỳ, "
    return (
        f"{opening}{facts.body.short} đã {doing} "
        f"{counted(len(activities))} {sort_of(activities)}{share(facts, activities)}: "
        f"{'; '.join(shown + rest)}"
    )


def _by_times(titles: Sequence[str]) -> list[tuple[str, int]]:
    """Return titles that differ by their time alone as one, each with how many it stands for.

    "… phục vụ lễ hội, tháng 3/2026" and "…, tháng 6/2026" are "…, tháng 3/2026 và tháng 6/2026";
    of many times annex I has them all, and the text says "(12 lần)".
    """
    alike: dict[str, list[str]] = {}
    for title in titles:
        alike.setdefault(_timeless(title), []).append(title)
    return [(_at_times(head, same), len(same)) for head, same in alike.items()]


def _timeless(title: str) -> str:
    """Return a title without the times at its end: "…, tháng 3/2026, đợt 2"."""
    head, mark, tail = title.rpartition(", ")
    return _timeless(head) if mark and _TIME.of(tail) else title


def _at_times(head: str, titles: Sequence[str]) -> str:
    if not titles[1:]:
        return titles[0]
    once = list(dict.fromkeys(title[len(head) :].removeprefix(", ") for title in titles))
    if "" in once or once[_MOST_TIMES:]:
        return f"{head} ({counted(len(titles))} lần)"
    return f"{head}, {joined([_one_time(each) for each in once])}"


def _one_time(times: str) -> str:
    """Return "tháng 3/2026 (đợt 2)", so that a list of such times is not misread."""
    time, mark, closer = times.partition(", ")
    return f"{time} ({closer})" if mark else time


def _without_shared_opening(titles: list[str]) -> list[str]:
    """Return titles of which all but the first leave out the words that all open with."""
    apart = [title.split() for title in titles]
    same = (len(set(words)) == 1 for words in zip(*apart, strict=False))
    shared = sum(1 for _word in takewhile(bool, same)) if titles[1:] else 0
    if shared < _SHARED_WORDS or min(map(len, apart)) == shared:
        return titles
    return [titles[0], *(" ".join(each[shared:]) for each in apart[1:])]


def _part(item: ItemFacts, activities: Sequence[Activity]) -> str:
    parts = {activity.part for activity in activities}
    just_done = item.is_everyones and not any(each.partners for each in activities)
    if just_done or Part.LEAD in parts or (Part.ADVISE in parts and len(parts) > 1):
        return "thực hiện"
    if (partner := _one_partner(activities)) and parts <= {Part.SUPPORT, Part.JOIN}:
        return f"{_WITH}{partner} thực hiện"
    if len(parts) > 1:
        return "phối hợp, tham gia"
    (part,) = parts
    return PARTS[part] if part is Part.JOIN else f"{PARTS[part]} thực hiện"


def _one_partner(activities: Sequence[Activity]) -> str:
    """Return the partners of activities that were all done with the same, or ""."""
    partners = {activity.partners for activity in activities}
    return joined(partners.pop()) if len(partners) == 1 else ""


def _elsewhere(facts: ReportFacts, item: ItemFacts, *, also: bool) -> Iterator[Sentence]:
    """Cite what is told at another item, so that nothing is told or counted twice."""
    told_at, here = facts.arranged.told_at, item.code
    cited: dict[str, list[Activity]] = {}
    for activity in item.activities:
        if (code := told_at[activity.id]) != here:
            cited.setdefault(code, []).append(activity)
    if not cited:
        return
    places = {each.code: each for each in facts.items}
    counts = [
        f"{counted(len(activities))} hoạt động nêu tại {placed(facts, places[code])}"
        for code, activities in cited.items()
    ]
    records = tuple(activity.id for activities in cited.values() for activity in activities)
    opening = "Ngoài ra, nội dung này" if also else "Nội dung này"
    yield Sentence(
        f"{opening} được lồng ghép trong {joined(counts)} (không tính lặp số liệu).", records
    )


def _stated(facts: ReportFacts, item: ItemFacts) -> str:
    short, reason = facts.body.short, item.reason
    texts = {
        TaskState.NONE: f"{short} không có hoạt động phát sinh trong kỳ",
        TaskState.NOT_STARTED: f"{short} chưa triển khai trong kỳ",
        TaskState.IN_PROGRESS: f"{short} đang triển khai",
        TaskState.DONE: f"{short} đã thực hiện, có kết quả trong kỳ",
        TaskState.SEPARATE: f"{short} có báo cáo riêng theo chế độ mật",
    }
    text = texts[item.state or TaskState.NONE]
    shown = reason and item.state is not TaskState.SEPARATE
    return sentence(f"{text}: {lower_first(reason)}" if shown else text)
