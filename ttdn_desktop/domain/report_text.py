"""The report's wording, section by section, read top to bottom as the report reads.

Outline and sentences follow the model of a department's yearly report: I chỉ đạo, II kết quả by
the five directions of the plan, III đánh giá, IV phương hướng, V kiến nghị, then the annexes.
Text never praises: adjectives of judgement are the officer's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates, report_annexes
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.document import Block, Document, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.plan import ItemKind, Task
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_assessment import assessment
from ttdn_desktop.domain.report_blocks import heading, paragraph
from ttdn_desktop.domain.report_results import clause, item_blocks, task_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts
    from ttdn_desktop.domain.round import Round

_OWN_PLAN = "IV.1"
_OFFICER_TASK = "3.4"


def compose(facts: ReportFacts) -> Document:
    """Return the whole report as a tree."""
    return Document(
        title=f"Báo cáo {words.lower_first(subject(facts.round))}",
        author=facts.body.name,
        dated=facts.day,
        head=facts.head,
        body=tuple(_body(facts)),
        closing=facts.closing,
        annexes=report_annexes.annexes(facts),
    )


def subject(asked: Round) -> str:
    """Return the trích yếu."""
    return f"Kết quả thực hiện công tác thông tin đối ngoại năm {asked.year}"


def subject_note(plan_name: str, issuer: str) -> str:
    """Return the line in brackets under the trích yếu."""
    return f"(theo {plan_name} của {issuer})"


def _body(facts: ReportFacts) -> Iterator[Block]:
    yield from _opening(facts)
    yield heading("i", Role.SECTION, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
    yield from _direction_work(facts)
    yield heading("ii", Role.SECTION, "II. KẾT QUẢ THỰC HIỆN")
    for number, direction in enumerate(facts.version.directions, start=1):
        yield from clause(facts, number, direction)
    yield heading("iii", Role.SECTION, "III. ĐÁNH GIÁ CHUNG")
    yield from assessment(facts)
    yield heading("iv", Role.SECTION, f"IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {facts.round.year + 1}")
    yield from _outlook(facts)
    yield heading("v", Role.SECTION, "V. ĐỀ XUẤT, KIẾN NGHỊ")
    yield from _proposals(facts)
    yield from _ending(facts)


def _opening(facts: ReportFacts) -> Iterator[Block]:
    period = facts.round.period
    yield paragraph(
        "opening",
        f"Thực hiện {facts.plan_name} của {facts.issuer_name} về {facts.version.plan.subject} "
        f"(sau đây gọi tắt là Kế hoạch), {facts.body.name} báo cáo kết quả thực hiện năm "
        f"{facts.round.year} như sau:",
    )
    yield paragraph(
        "opening.period",
        f"(Số liệu tính từ ngày {dates.short(period.first)} đến ngày {dates.short(period.last)}.)",
    )
    if period.first < facts.version.plan.month <= period.last:
        yield paragraph("opening.two_plans", _two_plans(facts))


def _two_plans(facts: ReportFacts) -> str:
    plan = facts.version.plan
    month = f"tháng {plan.month.month}/{plan.month.year}"
    return (
        f"Kỳ báo cáo có hai kế hoạch: từ ngày {dates.short(facts.round.period.first)} đến khi ban "
        f"hành Kế hoạch, {facts.body.short} thực hiện {plan.replaces} của {facts.issuer_name}; "
        f"từ {month} thực hiện Kế hoạch thay thế."
    )


def _direction_work(facts: ReportFacts) -> Iterator[Block]:
    duties = [item for item in facts.items if item.kind is ItemKind.DUTY]
    for duty in sorted(duties, key=lambda item: item.code):
        if duty.code == _OWN_PLAN:
            yield from item_blocks(facts, duty, "i")
            yield from _officer(facts)
        elif duty.must_answer or duty.activities:
            yield from item_blocks(
                facts, duty, "i", lead_in=f"Thực hiện trách nhiệm tại mục {duty.code}: "
            )


def _officer(facts: ReportFacts) -> Iterator[Block]:
    if facts.officer is None:
        return
    mode = "chuyên trách" if facts.officer.full_time else "kiêm nhiệm"
    basis = f" theo {facts.officer.decision}" if facts.officer.decision else ""
    task = f" (nhiệm vụ {_OFFICER_TASK})" if facts.codes_shown else ""
    yield paragraph(
        "i.officer",
        f"{facts.body.short} phân công 01 {facts.body.staff} {mode} phụ trách công tác thông tin "
        f"đối ngoại{basis}{task}.",
    )


def _outlook(facts: ReportFacts) -> Iterator[Block]:
    year = facts.round.year + 1
    lines = list(_tasks_ahead(facts, year))
    late = [item for item in facts.tasks() if item.state in {None, TaskState.NOT_STARTED}]
    if late:
        lines.append(f"Triển khai {task_codes(late)} chưa thực hiện trong năm {facts.round.year}.")
    for number, line in enumerate(lines, start=1):
        yield paragraph(f"iv.{number}", f"{number}. {line}")


def _tasks_ahead(facts: ReportFacts, year: int) -> Iterator[str]:
    verbs = {
        Involvement.LEAD: "Tiếp tục thực hiện các nhiệm vụ được giao chủ trì",
        Involvement.SUPPORT: "Phối hợp thực hiện các nhiệm vụ được giao phối hợp",
        Involvement.COMMON: "Thực hiện các nhiệm vụ chung",
    }
    running = [each for each in facts.tasks() if _runs_in(each, year)]
    for involvement, verb in verbs.items():
        codes = [each.code for each in running if each.involvement is involvement]
        if codes:
            yield f"{verb} ({', '.join(codes)})." if facts.codes_shown else f"{verb}."


def _runs_in(item: ItemFacts, year: int) -> bool:
    return isinstance(item.item, Task) and item.item.runs_in(year)


def _proposals(facts: ReportFacts) -> Iterator[Block]:
    told: dict[str, str] = {}
    for activity in facts.activities:
        for proposal in activity.proposals:
            to = f"Đề nghị {proposal.addressee}: " if proposal.addressee else ""
            told.setdefault(words.sentence(to + proposal.text), activity.id)
    for number, (text, record) in enumerate(told.items(), start=1):
        yield Block(f"v.{number}", Role.BODY, (Sentence(f"{number}. {text}", (record,)),))
    if not told:
        yield paragraph("v.none", f"{facts.body.short} không có đề xuất, kiến nghị trong kỳ.")


def _ending(facts: ReportFacts) -> Iterator[Block]:
    names = "; ".join(f"{label}: {title}" for label, title in report_annexes.NAMES)
    yield paragraph("ending.annexes", f"(Kèm theo {names}.)")
    to = f", kính gửi {facts.recipient} tổng hợp" if facts.recipient else ""
    yield paragraph(
        "ending",
        f"Trên đây là báo cáo kết quả thực hiện công tác thông tin đối ngoại năm "
        f"{facts.round.year} của {facts.body.name}{to}./.",
    )
