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
from ttdn_desktop.domain.report_words import Opener

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

    _Asked = dict[str, dict[str, list[Activity]]]
    """By addressee, by text, who asked."""

_CONTINUED = {
    Involvement.LEAD: ("lead", "thực hiện {} được giao chủ trì"),
    Involvement.SUPPORT: (
        "support",
        "phối hợp với cơ quan chủ trì thực hiện {} được giao",
    ),
    Involvement.COMMON: ("common", "thực hiện {} chung"),
}
_ASKS = Opener(("đề nghị", "kính đề nghị", "kiến nghị", "đề xuất"))
_ABOVE = Opener(
    ("Ủy ban nhân dân tỉnh", "UBND tỉnh", "Tỉnh ủy", "Ban Thường vụ", "Thường trực", "Hội đồng",
     "Chính phủ", "Thủ tướng", "Bộ", "Trung ương", "Ban Chỉ đạo", "Quốc hội")
)  # fmt: skip
"""Bodies that are asked with respect: "Kính đề nghị"."""

_AGAIN = r"(?i)^(?:kính )?(?:đề nghị|đề xuất|kiến nghị)"
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
    yield from _numbered([Block(f"iv.{name}", Role.BODY, (each,)) for name, each in lines.items()])
    if not lines:
        yield gap("iv", "Chưa nhập phương hướng, nhiệm vụ. Bổ sung trước khi trình ký")


def _numbered(paragraphs: Sequence[Block]) -> Iterator[Block]:
    """Yield paragraphs with their numbers; one that stands alone has none."""
    if not paragraphs[1:]:
        yield from paragraphs
        return
    for number, block in enumerate(paragraphs, start=1):
        first, *more = block.sentences
        opened = replace(first, text=f"{number}. {first.text}")
        yield replace(block, sentences=(opened, *more))


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
            text = f"Tiếp tục {words.format('các nhiệm vụ' if codes[1:] else 'nhiệm vụ')}"
            yield name, f"{text} ({', '.join(codes)})." if facts.codes_shown else f"{text}."


def _runs_in(item: ItemFacts, year: int) -> bool:
    return isinstance(item.item, Task) and item.item.runs_in(year)


def proposals(facts: ReportFacts) -> Iterator[Block]:
    """Tell what is asked, one paragraph an addressee, each thing once with all it came from.

    What was answered is no longer asked; what an earlier round asked in vain is asked again.
    """
    told = _by_addressee(facts.activities, facts.addressees_now)
    again = {
        to: {text: asked for text, asked in texts.items() if text not in told.get(to, {})}
        for to, texts in _by_addressee(facts.before, facts.addressees_now).items()
    }
    of_activity: Counter[str] = Counter()
    asked: list[Block] = []
    for to, texts, asked_again in _in_order(told, again):
        first = next(iter(texts.values()))[0]
        code = f"again.{first.code}" if asked_again else facts.code_of(first)
        of_activity[code] += 1
        key = f"v.{code}.{of_activity[code]}"
        asked.append(_paragraph(key, to, texts, again=asked_again))
    yield from _numbered(asked)
    if not asked:
        yield gap("v", "Chưa nhập đề xuất, kiến nghị. Bổ sung hoặc bỏ mục này trước khi trình ký")


def _in_order(told: _Asked, again: _Asked) -> Iterator[tuple[str, dict[str, list[Activity]], bool]]:
    """Yield what this round asks, then what an earlier one asked in vain."""
    yield from ((to, texts, False) for to, texts in told.items())
    yield from ((to, texts, True) for to, texts in again.items() if texts)


def _by_addressee(activities: Iterable[Activity], now: Mapping[str, str]) -> _Asked:
    """Return the unanswered proposals: by addressee, who may be an heir, by text, who asked."""
    found: _Asked = {}
    for activity in activities:
        for proposal in activity.proposals:
            text = proposal.text.strip(" .;")
            if text and not proposal.answered:
                to = proposal.addressee.strip(" .;:")
                found.setdefault(now.get(to, to), {}).setdefault(text, []).append(activity)
    return found


def _paragraph(key: str, to: str, texts: dict[str, list[Activity]], *, again: bool) -> Block:
    """Return "Đề nghị Sở … tổ chức …; cung cấp ….", three requests a sentence."""
    told = list(texts)
    parts = [told[start : start + _A_SENTENCE] for start in range(0, len(told), _A_SENTENCE)]
    made = [Sentence(_request(part, to, again=again), _who(part, texts)) for part in parts]
    return Block(key, Role.BODY, tuple(made))


def _who(part: Sequence[str], texts: dict[str, list[Activity]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(activity.id for text in part for activity in texts[text]))


def _request(texts: Sequence[str], to: str, *, again: bool) -> str:
    first, *more = texts
    words = "; ".join([_asked(first, to), *(_bare(text, to) for text in more)])
    if again:
        words = f"Tiếp tục {re.sub(_AGAIN, 'kiến nghị', words, count=1)}"
    return sentence(words)


def _bare(text: str, to: str) -> str:
    """Return a further request to the same body, which need not be named again."""
    asked = text[len(to) :].strip() if to and text.casefold().startswith(to.casefold()) else text
    return lower_first(asked)


def _asked(text: str, to: str) -> str:
    """Return "Đề nghị Sở … tổ chức …", "Kính đề nghị Ủy ban nhân dân tỉnh …"."""
    if _ASKS.of(text):
        return text
    verb = "Kính đề nghị" if _ABOVE.of(to) else "Đề nghị"
    whom = "" if text.casefold().startswith(to.casefold()) else f" {to}"
    return f"{verb}{whom} {lower_first(text)}"
