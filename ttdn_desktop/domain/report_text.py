"""The report's wording, section by section, read top to bottom as the report reads.

Outline and sentences follow the model of a department's yearly report: I chỉ đạo, II kết quả by
the five directions of the plan, III đánh giá, IV phương hướng, V kiến nghị, then the annexes.
Text never praises: adjectives of judgement are the officer's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates, report_annexes, report_period
from ttdn_desktop.domain.document import Block, Document, Role
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.report_ahead import outlook, proposals
from ttdn_desktop.domain.report_assessment import assessment
from ttdn_desktop.domain.report_blocks import heading, paragraph
from ttdn_desktop.domain.report_case import lower_first
from ttdn_desktop.domain.report_citations import shortened
from ttdn_desktop.domain.report_items import item_block
from ttdn_desktop.domain.report_results import results

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts
    from ttdn_desktop.domain.round import Round

_OWN_PLAN = "IV.1"
_OFFICER_TASK = "3.4"


def compose(facts: ReportFacts) -> Document:
    """Return the whole report as a tree."""
    return Document(
        title=f"Báo cáo {lower_first(subject(facts.round))}",
        author=facts.body.name,
        dated=facts.day,
        head=facts.head,
        body=tuple(shortened(_body(facts), facts.activities)),
        closing=facts.closing,
        annexes=report_annexes.annexes(facts),
    )


def subject(asked: Round) -> str:
    """Return the trích yếu."""
    return f"Kết quả thực hiện công tác thông tin đối ngoại {report_period.named(asked)}"


def subject_note(plan_name: str, issuer: str) -> str:
    """Return the line in brackets under the trích yếu."""
    return f"(theo {plan_name} của {issuer})"


def _body(facts: ReportFacts) -> Iterator[Block]:
    yield from _opening(facts)
    yield heading("i", Role.SECTION, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
    yield from _direction_work(facts)
    yield heading("ii", Role.SECTION, "II. KẾT QUẢ THỰC HIỆN")
    yield from results(facts)
    yield heading("iii", Role.SECTION, "III. ĐÁNH GIÁ CHUNG")
    yield from assessment(facts)
    time, year = report_period.ahead(facts.round)
    yield heading("iv", Role.SECTION, f"IV. PHƯƠNG HƯỚNG, NHIỆM VỤ {time.upper()}")
    yield from outlook(facts, year)
    yield heading("v", Role.SECTION, "V. ĐỀ XUẤT, KIẾN NGHỊ")
    yield from proposals(facts)
    yield from _ending(facts)


def _opening(facts: ReportFacts) -> Iterator[Block]:
    period = facts.round.period
    yield paragraph(
        "opening",
        f"Thực hiện {facts.plan_name} của {_of_today(facts.issuer_name, facts.issuer_now)} "
        f"về {facts.version.plan.subject} "
        f"(sau đây gọi tắt là Kế hoạch), {_of_today(facts.body.name, facts.body.now)} "
        f"báo cáo kết quả thực hiện {report_period.named(facts.round)} như sau:",
    )
    yield paragraph("opening.period", f"(Số liệu tính {report_period.days(facts.round)}.)")
    if period.first < _in_force_from(facts.version.plan) <= period.last:
        yield paragraph("opening.two_plans", _two_plans(facts))


def _of_today(name: str, now: str) -> str:
    """Return a name at its first mention, with the one that the body bears today, if asked."""
    return f"{name} (nay là {now})" if now else name


def _in_force_from(plan: Plan) -> date:
    return plan.issued_on or plan.month


def _two_plans(facts: ReportFacts) -> str:
    plan, short = facts.version.plan, facts.body.short
    since = f"tháng {plan.month.month}/{plan.month.year}"
    if plan.issued_on:
        since = f"ngày {dates.short(plan.issued_on)}"
    return (
        f"Kỳ báo cáo có hai kế hoạch: từ ngày {dates.short(facts.round.period.first)} đến khi ban "
        f"hành Kế hoạch ({since}), {short} thực hiện {plan.replaces_reference or plan.replaces} "
        f"của {facts.issuer_name}; từ {since}, {short} thực hiện Kế hoạch (thay thế kế hoạch trên)."
    )


def _direction_work(facts: ReportFacts) -> Iterator[Block]:
    """Tell the unit's duties of section IV: its own plan and officer, then its other duties."""
    duties = [item for item in facts.items if item.kind is ItemKind.DUTY]
    for duty in sorted(duties, key=lambda item: item.code):
        own_plan = duty.code == _OWN_PLAN
        if duty.must_answer or duty.state:
            yield item_block(facts, duty, f"i.{duty.code.lower()}", lead_in=_duty_lead_in(duty))
        if own_plan:
            yield from _officer(facts)


def _duty_lead_in(duty: ItemFacts) -> str:
    if duty.code != _OWN_PLAN:
        return f"Thực hiện trách nhiệm tại mục {duty.code} của Kế hoạch: "
    return "" if duty.activities else "Về xây dựng kế hoạch hoặc lồng ghép để triển khai Kế hoạch: "


def _officer(facts: ReportFacts) -> Iterator[Block]:
    if facts.officer is None:
        return
    mode = "chuyên trách" if facts.officer.full_time else "kiêm nhiệm"
    basis = f" theo {facts.officer.decision}" if facts.officer.decision else ""
    answered = all(item.code != _OFFICER_TASK for item in facts.gaps())
    task = f" (nhiệm vụ {_OFFICER_TASK})" if facts.codes_shown and answered else ""
    yield paragraph(
        "i.officer",
        f"{facts.body.name} phân công 01 {facts.body.staff} {mode} phụ trách công tác thông tin "
        f"đối ngoại{basis}{task}.",
    )


def _ending(facts: ReportFacts) -> Iterator[Block]:
    names = "; ".join(f"{label}: {title}" for label, title in report_annexes.names(facts))
    yield paragraph("ending.annexes", f"(Kèm theo {names}.)")
    aim = "xem xét" if facts.recipient.startswith("Ủy ban nhân dân") else "tổng hợp"
    to = f", kính gửi {facts.recipient} {aim}" if facts.recipient else ""
    yield paragraph(
        "ending",
        f"Trên đây là báo cáo {lower_first(subject(facts.round))} của {facts.body.name}{to}./.",
    )
