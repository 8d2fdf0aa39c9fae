"""One item of the plan told: its activities, or the state that was set, or the gap."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_figures
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import gap
from ttdn_desktop.domain.report_case import joined, lower_first, sentence, spelled
from ttdn_desktop.domain.report_deeds import PARTS, deed
from ttdn_desktop.domain.report_extras import marked, share
from ttdn_desktop.domain.report_refer import named, placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

GROUPED_FROM = 3
"""From so many activities of a kind up they are told as one sentence of sums (rule 2)."""

HIGHLIGHTS = 2
MOST_NAMED = 3
"""How many activities without figures are named together."""

_DONE = "thực hiện"
_SUMMED = {
    **PARTS,
    Part.SUPPORT: f"phối hợp {_DONE}",
    Part.ADVISE: f"tham mưu {_DONE}",
}
"""The verb of a sentence of sums, by part."""

DUTIES = "IV."
"""How the codes of duties begin; of them the documents issued are what matters."""

MOST_SINGLE = 6
"""How many activities of their own kind an item tells one by one."""


def item_block(
    facts: ReportFacts, item: ItemFacts, key: str, lead_in: str = "", role: Role = Role.BODY
) -> Block:
    """Return the paragraph of one item; `lead_in` opens it."""
    if facts.is_gap(item):
        return missing(key, item)
    first, *more = _told(facts, item)
    opened = Sentence(lead_in + first.text, first.records)
    return Block(f"{key}.result", role, (opened, *more))


def missing(key: str, item: ItemFacts) -> Block:
    """Return the explicit gap of an item that was not answered."""
    return gap(key, f"Chưa nhập: {named(item)}. Bổ sung trước khi trình ký")


def _told(facts: ReportFacts, item: ItemFacts) -> list[Sentence]:
    here = [each for each in item.activities if facts.first_told_at(each) == item.code]
    told: list[Sentence] = []
    for group in _by_kind(here):
        told += _group(facts, item, group, again=bool(told))
    told += _elsewhere(facts, item, also=bool(told))
    return told or [Sentence(_stated(facts, item))]


def _by_kind(activities: Sequence[Activity]) -> list[list[Activity]]:
    """Put together what is of a kind and often enough; the rest stays single, in order of time."""
    kinds = Counter(each.kind.casefold() for each in activities)
    often = {kind for kind, number in kinds.items() if number >= GROUPED_FROM}
    many_singles = sum(each.kind.casefold() not in often for each in activities) > MOST_SINGLE
    groups: dict[str, list[Activity]] = {}
    for each in activities:
        kind = each.kind.casefold()
        alone = "" if many_singles else each.id
        groups.setdefault(kind if kind in often else alone, []).append(each)
    return list(groups.values())


def _group(
    facts: ReportFacts, item: ItemFacts, activities: Sequence[Activity], *, again: bool
) -> Iterator[Sentence]:
    if len(activities) < GROUPED_FROM:
        yield from chain.from_iterable(_one(facts, item, each) for each in activities)
        return
    summed = _many(facts, item, activities)
    text = sentence(summed if again else f"Trong kỳ, {summed}")
    yield Sentence(text, tuple(activity.id for activity in activities))
    for activity in [each for each in activities if each.highlight][:HIGHLIGHTS]:
        first, *more = _one(facts, item, activity)
        yield Sentence(f"Nổi bật: {first.text[:1].lower()}{first.text[1:]}", first.records)
        yield from more


def _one(facts: ReportFacts, item: ItemFacts, activity: Activity) -> Iterator[Sentence]:
    figures = report_figures.told(facts.figures((activity,)))
    done = deed(activity, facts.body.advised, own=item.is_everyones)
    text = words.told(activity, facts.body.short, done, figures)
    yield Sentence(marked(facts, activity, text), (activity.id,))
    if outcome := words.outcome(activity):
        yield Sentence(outcome, (activity.id,))


def _many(facts: ReportFacts, item: ItemFacts, activities: Sequence[Activity]) -> str:
    """Return "Sở đã chủ trì 09 hoạt động đón đoàn vào: 09 đoàn vào với …"."""
    by_part = Counter(activity.part for activity in activities)
    alone = len(by_part) == 1
    verb = _verb(item, activities) if alone else _DONE
    text = f"{facts.body.short} đã {verb} {counted(len(activities))} {_sort(activities)}"
    if not alone:
        shares = [
            f"{told} {counted(by_part[part])}" for part, told in PARTS.items() if by_part[part]
        ]
        text += f" (gồm {', '.join(shares)})"
    text += share(facts, activities)
    if details := "; ".join(_details(facts, activities)):
        text += f": {details}"
    return text + _papers(facts, activities)


def _verb(item: ItemFacts, activities: Sequence[Activity]) -> str:
    """Return the verb of activities of one part; who supports nobody, for its own, just does."""
    part = activities[0].part
    just_done = part is Part.SUPPORT and item.is_everyones
    return _DONE if just_done and not any(a.partners for a in activities) else _SUMMED[part]


def _sort(activities: Sequence[Activity]) -> str:
    """Return "hoạt động đón đoàn vào", or "hoạt động" where they are of several kinds."""
    if len({activity.kind.casefold() for activity in activities}) > 1:
        return "hoạt động"
    kind = spelled(lower_first(activities[0].kind))
    return kind if kind.startswith("hoạt động") else f"hoạt động {kind}".rstrip()


def _details(facts: ReportFacts, activities: Sequence[Activity]) -> Iterator[str]:
    """Yield the sums, those only supported or joined apart; without figures, the first titles."""
    figures = facts.figures(activities)
    own, shared = report_figures.listed(figures), report_figures.listed_shared(figures)
    if own:
        yield own
    if shared:
        yield f"{_apart(activities)}{shared}"
    if not own and not shared:
        yield _titles(activities)


def _papers(facts: ReportFacts, activities: Sequence[Activity]) -> str:
    """Return the documents issued for a duty; elsewhere annex III is enough."""
    is_duty = facts.first_told_at(activities[0]).startswith(DUTIES)
    documents = words.documents_of(activities) if is_duty else ""
    return f" (văn bản: {documents})" if documents else ""


def _apart(activities: Sequence[Activity]) -> str:
    if all(activity.part not in OWN_PARTS for activity in activities):
        return ""
    return "số liệu phối hợp, tham gia (không cộng vào số liệu của đơn vị): "


def _titles(activities: Sequence[Activity]) -> str:
    """Name the first of activities that have no figures to be summed."""
    titles = [lower_first(activity.title.rstrip(" .;")) for activity in activities]
    more = len(titles) - MOST_NAMED
    rest = [f"{counted(more)} hoạt động khác tại Phụ lục I"] if more > 0 else []
    return "; ".join(titles[:MOST_NAMED] + rest)


def _elsewhere(facts: ReportFacts, item: ItemFacts, *, also: bool) -> Iterator[Sentence]:
    """Cite what is told at another item, so that nothing is told or counted twice."""
    places = {each.code: each for each in facts.items}
    cited: dict[str, list[Activity]] = {}
    for activity in item.activities:
        if (code := facts.first_told_at(activity)) != item.code:
            cited.setdefault(code, []).append(activity)
    if not cited:
        return
    counts = [
        f"{counted(len(activities))} hoạt động nêu tại {placed(places[code])}"
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
