"""The report's wording, section by section, read top to bottom as the report reads.

Outline and sentences follow the model of a department's yearly report: I chỉ đạo, II kết quả by
the five directions of the plan, III đánh giá, IV phương hướng, V kiến nghị, then the annexes.
Text never praises: adjectives of judgement are the officer's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates, report_annexes, report_follows, report_period
from ttdn_desktop.domain.document import Block, Document, Role
from ttdn_desktop.domain.report_ahead import outlook, proposals
from ttdn_desktop.domain.report_assessment import assessment, gathered
from ttdn_desktop.domain.report_blocks import heading, paragraph
from ttdn_desktop.domain.report_case import lower_first
from ttdn_desktop.domain.report_citations import shortened
from ttdn_desktop.domain.report_direction import direction_work
from ttdn_desktop.domain.report_nows import with_names_of_today
from ttdn_desktop.domain.report_results import results
from ttdn_desktop.domain.report_titles import with_short_days
from ttdn_desktop.domain.round import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round

_ROMAN = ("I", "II", "III", "IV", "V")


def compose(facts: ReportFacts) -> Document:
    """Return the whole report as a tree."""
    full = facts.outline is Outline.FULL
    told = _body(facts) if full else _obstacles_alone(facts)
    cited = shortened(told, facts.activities, facts.body.name)
    return Document(
        title=f"Báo cáo {lower_first(subject(facts.round))}",
        author=facts.body.name,
        dated=facts.day,
        head=facts.head,
        body=tuple(with_names_of_today(cited, facts.activities, facts.names_now)),
        closing=facts.closing,
        annexes=report_annexes.annexes(facts) if full else (),
    )


def subject(asked: Round) -> str:
    """Return the trích yếu."""
    return report_period.subject(asked)


def subject_note(plan_name: str, issuer: str) -> str:
    """Return the line in brackets under the trích yếu."""
    return f"(theo {plan_name} của {issuer})"


def _body(facts: ReportFacts) -> Iterator[Block]:
    yield from _opening(facts, report_period.told(facts.round))
    time, year = report_period.ahead(facts.round)
    yield from _numbered(
        ("i", "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", direction_work(facts)),
        ("ii", "KẾT QUẢ THỰC HIỆN", results(facts)),
        ("iii", "ĐÁNH GIÁ CHUNG", assessment(facts)),
        ("iv", f"PHƯƠNG HƯỚNG, NHIỆM VỤ {time.upper()}", outlook(facts, year)),
        ("v", "ĐỀ XUẤT, KIẾN NGHỊ", proposals(facts)),
    )
    yield from _ending(facts)


def _obstacles_alone(facts: ReportFacts) -> Iterator[Block]:
    """Tell only what was hard and what is asked, gathered from the records."""
    yield from _opening(facts, report_period.told(facts.round))
    yield from _numbered(
        ("iii", "KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN", gathered(facts)),
        ("v", "ĐỀ XUẤT, KIẾN NGHỊ", proposals(facts)),
    )
    yield from _ending(facts)


def _numbered(*sections: tuple[str, str, Iterator[Block]]) -> Iterator[Block]:
    """Yield the sections that have something to tell, numbered in their order."""
    filled = [(key, title, told) for key, title, blocks in sections if (told := tuple(blocks))]
    for number, (key, title, told) in zip(_ROMAN, filled, strict=False):
        yield heading(key, Role.SECTION, f"{number}. {title}")
        yield from told


def _opening(facts: ReportFacts, what: str) -> Iterator[Block]:
    period = facts.round.period
    yield paragraph(
        "opening",
        f"Thực hiện {_asked_by(facts)}{facts.plan_name} "
        f"của {_of_today(facts.issuer_name, facts.issuer_now)} "
        f"về {facts.version.plan.subject} "
        f"(sau đây gọi tắt là Kế hoạch), {_of_today(facts.body.name, facts.body.now)} "
        f"báo cáo {what} như sau:",
    )
    yield paragraph("opening.period", report_period.figures(facts.round))
    if period.first < _in_force_from(facts.version.plan) <= period.last:
        yield paragraph("opening.two_plans", _two_plans(facts))
    if facts.follows is not None:
        yield paragraph("opening.follows", report_follows.sentence(facts.follows))


def _asked_by(facts: ReportFacts) -> str:
    """Return the letter that asks for the report, before the plan: "Công văn số …, căn cứ "."""
    letter = with_short_days(facts.round.terms.letter.strip(" .;,"))
    return f"{letter}, căn cứ " if letter else ""


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
        f"hành Kế hoạch ({since}), {short} thực hiện {_replaced(plan)} "
        f"của {facts.issuer_name}; từ {since}, {short} thực hiện Kế hoạch (thay thế kế hoạch trên)."
    )


def _replaced(plan: Plan) -> str:
    return with_short_days(plan.replaces_reference or plan.replaces)


def _ending(facts: ReportFacts) -> Iterator[Block]:
    if facts.outline is Outline.FULL:
        names = "; ".join(f"{label}: {title}" for label, title in report_annexes.names(facts))
        yield paragraph("ending.annexes", f"(Kèm theo {names}.)")
    aim = "xem xét" if facts.recipient.startswith("Ủy ban nhân dân") else "tổng hợp"
    to = f", kính gửi {facts.recipient} {aim}" if facts.recipient else ""
    what = lower_first(subject(facts.round))
    yield paragraph("ending", f"Trên đây là báo cáo {what} của {facts.body.name}{to}./.")
