"""Sections IV and V of the report: what comes next, and what is asked of others."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.plan import Task
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import gap
from ttdn_desktop.domain.report_case import lower_first, sentence
from ttdn_desktop.domain.report_refer import tasks
from ttdn_desktop.domain.report_words import opener

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

    _Asked = dict[str, dict[str, list[Activity]]]
    """By addressee, by text, who asked."""

_CONTINUED = {
    Involvement.LEAD: ("lead", "Tiếp tục thực hiện các nhiệm vụ được giao chủ trì"),
    Involvement.SUPPORT: ("support", "Tiếp tục phối hợp thực hiện các nhiệm vụ được giao phối hợp"),
    Involvement.COMMON: ("common", "Tiếp tục thực hiện các nhiệm vụ chung"),
}
_ASKS = opener(("đề nghị", "kính đề nghị", "kiến nghị", "đề xuất"))
_ABOVE = opener(
    ("Ủy ban nhân dân tỉnh", "UBND tỉnh", "Tỉnh ủy", "Ban Thường vụ", "Thường trực", "Hội đồng",
     "Chính phủ", "Thủ tướng", "Bộ", "Trung ương", "Ban Chỉ đạo", "Quốc hội")
)  # fmt: skip
"""Bodies that are asked with respect: "Kính đề nghị"."""

_AGAIN = re.compile(r"^(?:kính )?(?:đề nghị|đề xuất|kiến nghị)", re.IGNORECASE)
_A_SENTENCE = 3
_MOST_NAMED = 3
"""How many activities without a result are named; the others are in annex I."""


def outlook(facts: ReportFacts, year: int) -> Iterator[Block]:
    """Tell the tasks that go on in a year, those still to be begun, and what is unfinished."""
    running = [item for item in facts.tasks() if _runs_in(item, year)]
    late = [item for item in running if item.state is TaskState.NOT_STARTED]
    lines = {
        name: Sentence(words)
        for name, words in _going_on(facts, [item for item in running if item not in late])
    }
    if late:
        text = f"Triển khai {tasks(facts, late)} (chưa triển khai trong kỳ báo cáo)."
        lines["late"] = Sentence(text)
    lines |= dict(_unfinished(facts, running))
    for number, (name, line) in enumerate(lines.items(), start=1):
        numbered = Sentence(f"{number}. {line.text}", line.records)
        yield Block(f"iv.{name}", Role.BODY, (numbered,))
    if not lines:
        yield gap("iv", "Chưa nhập phương hướng, nhiệm vụ. Bổ sung trước khi trình ký")


def _unfinished(facts: ReportFacts, running: list[ItemFacts]) -> Iterator[tuple[str, Sentence]]:
    """Carry over the tasks under way and the activities that nothing came of yet."""
    under_way = [item for item in running if item.state is TaskState.IN_PROGRESS]
    if under_way:
        yield "under_way", Sentence(f"Hoàn thành {tasks(facts, under_way)} đang triển khai.")
    without = [
        activity
        for activity in facts.activities
        if not (activity.result or activity.readings)
        and facts.first_told_at(activity) not in {item.code for item in under_way}
    ]
    if without:
        titles = [lower_first(activity.title.rstrip(" .;,")) for activity in without[:_MOST_NAMED]]
        more = len(without) - len(titles)
        if more:
            titles.append(f"{counted(more)} hoạt động khác chưa có kết quả tại Phụ lục I")
        text = sentence(f"Tiếp tục hoàn thành việc {'; '.join(titles)}")
        yield "unfinished", Sentence(text, tuple(activity.id for activity in without))


def _going_on(facts: ReportFacts, running: list[ItemFacts]) -> Iterator[tuple[str, str]]:
    for involvement, (name, words) in _CONTINUED.items():
        codes = [item.code for item in running if item.involvement is involvement]
        if codes:
            yield name, f"{words} ({', '.join(codes)})." if facts.codes_shown else f"{words}."


def _runs_in(item: ItemFacts, year: int) -> bool:
    return isinstance(item.item, Task) and item.item.runs_in(year)


def proposals(facts: ReportFacts) -> Iterator[Block]:
    """Tell what is asked, one paragraph an addressee, each thing once with all it came from.

    What was answered is no longer asked; what an earlier round asked in vain is asked again.
    """
    told = _by_addressee(facts.activities)
    again = {
        to: {text: asked for text, asked in texts.items() if text not in told.get(to, {})}
        for to, texts in _by_addressee(facts.before).items()
    }
    of_activity: Counter[str] = Counter()
    number = 0
    for to, texts, asked_again in _in_order(told, again):
        number += 1
        first = next(iter(texts.values()))[0]
        code = f"again.{first.code}" if asked_again else facts.code_of(first)
        of_activity[code] += 1
        key = f"v.{code}.{of_activity[code]}"
        yield _paragraph(key, number, to, texts, again=asked_again)
    if not number:
        yield gap("v", "Chưa nhập đề xuất, kiến nghị. Bổ sung hoặc bỏ mục này trước khi trình ký")


def _in_order(told: _Asked, again: _Asked) -> Iterator[tuple[str, dict[str, list[Activity]], bool]]:
    """Yield what this round asks, then what an earlier one asked in vain."""
    yield from ((to, texts, False) for to, texts in told.items())
    yield from ((to, texts, True) for to, texts in again.items() if texts)


def _by_addressee(activities: Iterable[Activity]) -> _Asked:
    """Return the unanswered proposals: by addressee, by text, who asked."""
    found: _Asked = {}
    for activity in activities:
        for proposal in activity.proposals:
            text = proposal.text.strip(" .;")
            if text and not proposal.answered:
                to = proposal.addressee.strip(" .;:")
                found.setdefault(to, {}).setdefault(text, []).append(activity)
    return found


def _paragraph(
    key: str, number: int, to: str, texts: dict[str, list[Activity]], *, again: bool
) -> Block:
    """Return "1. Đề nghị Sở … tổ chức …; cung cấp ….", three requests a sentence."""
    told = list(texts)
    parts = [told[start : start + _A_SENTENCE] for start in range(0, len(told), _A_SENTENCE)]
    made = [Sentence(_request(part, to, again=again), _who(part, texts)) for part in parts]
    first, *more = made
    return Block(key, Role.BODY, (replace(first, text=f"{number}. {first.text}"), *more))


def _who(part: Sequence[str], texts: dict[str, list[Activity]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(activity.id for text in part for activity in texts[text]))


def _request(texts: Sequence[str], to: str, *, again: bool) -> str:
    first, *more = texts
    words = "; ".join([_asked(first, to), *(_bare(text, to) for text in more)])
    if again:
        words = f"Tiếp tục {_AGAIN.sub('kiến nghị', words, count=1)}"
    return sentence(words)


def _bare(text: str, to: str) -> str:
    """Return a further request to the same body, which need not be named again."""
    asked = text[len(to) :].strip() if to and text.casefold().startswith(to.casefold()) else text
    return lower_first(asked)


def _asked(text: str, to: str) -> str:
    """Return "Đề nghị Sở … tổ chức …", "Kính đề nghị Ủy ban nhân dân tỉnh …"."""
    if _ASKS.match(text):
        return text
    verb = "Kính đề nghị" if _ABOVE.match(to) else "Đề nghị"
    whom = "" if text.casefold().startswith(to.casefold()) else f" {to}"
    return f"{verb}{whom} {lower_first(text)}"
