"""Sections IV and V of the report: what comes next, and what is asked of others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.plan import Task
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import gap, paragraph
from ttdn_desktop.domain.report_case import lower_first, sentence
from ttdn_desktop.domain.report_refer import tasks
from ttdn_desktop.domain.report_words import opener

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.activity import Activity, Proposal
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

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


def outlook(facts: ReportFacts, year: int) -> Iterator[Block]:
    """Tell the tasks that go on in a year, and those that are still to be begun."""
    running = [item for item in facts.tasks() if _runs_in(item, year)]
    late = [item for item in running if item.state is TaskState.NOT_STARTED]
    lines = dict(_going_on(facts, [item for item in running if item not in late]))
    if late:
        lines["late"] = f"Triển khai {tasks(facts, late)} (chưa triển khai trong kỳ báo cáo)."
    for number, (name, line) in enumerate(lines.items(), start=1):
        yield paragraph(f"iv.{name}", f"{number}. {line}")
    if not lines:
        yield gap("iv", "Chưa nhập phương hướng, nhiệm vụ. Bổ sung trước khi trình ký")


def _going_on(facts: ReportFacts, running: list[ItemFacts]) -> Iterator[tuple[str, str]]:
    for involvement, (name, words) in _CONTINUED.items():
        codes = [item.code for item in running if item.involvement is involvement]
        if codes:
            yield name, f"{words} ({', '.join(codes)})." if facts.codes_shown else f"{words}."


def _runs_in(item: ItemFacts, year: int) -> bool:
    return isinstance(item.item, Task) and item.item.runs_in(year)


def proposals(facts: ReportFacts) -> Iterator[Block]:
    """Tell each proposal once, with all the activities that it came from."""
    told: dict[str, list[Activity]] = {}
    for activity in facts.activities:
        for proposal in activity.proposals:
            if proposal.text:
                told.setdefault(_asked(proposal), []).append(activity)
    of_activity: Counter[str] = Counter()
    for number, (text, askers) in enumerate(told.items(), start=1):
        code = facts.code_of(askers[0])
        of_activity[code] += 1
        key = f"v.{code}.{of_activity[code]}"
        records = tuple(dict.fromkeys(activity.id for activity in askers))
        yield Block(key, Role.BODY, (Sentence(f"{number}. {text}", records),))
    if not told:
        yield gap("v", "Chưa nhập đề xuất, kiến nghị. Bổ sung hoặc bỏ mục này trước khi trình ký")


def _asked(proposal: Proposal) -> str:
    """Return "Đề nghị Sở … tổ chức …", "Kính đề nghị Ủy ban nhân dân tỉnh …"."""
    text, to = proposal.text.strip(" .;"), proposal.addressee.strip(" .;:")
    if _ASKS.match(text):
        return sentence(text)
    verb = "Kính đề nghị" if _ABOVE.match(to) else "Đề nghị"
    whom = "" if text.casefold().startswith(to.casefold()) else f" {to}"
    return sentence(f"{verb}{whom} {lower_first(text)}")
