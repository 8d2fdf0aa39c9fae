"""Phiếu trình: the page that goes before the signer with a bản trình, in the report's own looks.

Decree 30 has no form for it; offices use head, sender, what is submitted, a summary, and room for
the leaders' opinions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates, report_annexes, report_text
from ttdn_desktop.domain.document import Block, Closing, Document, Role, Sentence
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.report_blocks import paragraph
from ttdn_desktop.domain.report_case import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.report_facts import ReportFacts

TITLE = "PHIẾU TRÌNH"
_LINE = "…" * 30
_LINES = 3


def slip(facts: ReportFacts, ordinal: int, code: str, evidence: int, officer: str) -> Document:
    """Return the slip of bản trình lần `ordinal` with its code; `officer` submits it."""
    what = f"Báo cáo {lower_first(report_text.subject(facts.round))}"
    head = replace(
        facts.head,
        number_line="",
        title=TITLE,
        subject=f"Về việc ký ban hành {what}",
        subject_note="",
        addressees=(f"Lãnh đạo {facts.body.short}",),
        mark="",
    )
    return Document(
        title=f"Phiếu trình {lower_first(what)}",
        author=facts.body.name,
        dated=facts.day,
        head=head,
        body=tuple(_body(facts, what, f"lần {ordinal}, mã {code}", evidence)),
        closing=Closing(("NGƯỜI TRÌNH",), officer, ()),
        annexes=(),
    )


def _body(facts: ReportFacts, what: str, which: str, evidence: int) -> Iterator[Block]:
    grounds = f"{facts.plan_name} của {facts.issuer_name}"
    if facts.round.terms.letter:
        grounds = f"{facts.round.terms.letter}; {grounds}"
    yield _titled("what", "1. Văn bản trình:", f"{what} (bản trình {which}).")
    yield _titled("grounds", "2. Căn cứ:", f"{grounds}.")
    day = dates.short(facts.day)
    yield _titled("to", "3. Nơi nhận, hạn gửi:", f"{facts.recipient}; gửi chậm nhất ngày {day}.")
    yield _titled("summary", "4. Tóm tắt nội dung:", _summary(facts, evidence))
    yield _titled("open", "5. Nội dung còn thiếu:", _open(facts))
    yield from _room("unit", "6. Ý kiến của lãnh đạo đơn vị soạn thảo:")
    yield from _room("leader", "7. Ý kiến, quyết định của người ký:")


def _titled(key: str, title: str, text: str) -> Block:
    return Block(f"slip.{key}", Role.BODY, (Sentence(title), Sentence(text)))


def _summary(facts: ReportFacts, evidence: int) -> str:
    annexes = ", ".join(label for label, _title in report_annexes.names(facts))
    return (
        f"số liệu từ ngày {dates.short(facts.round.period.first)} đến ngày "
        f"{dates.short(facts.round.period.last)}; {counted(len(facts.activities))} hoạt động thuộc "
        f"{counted(len(facts.tasks()))} nhiệm vụ, {counted(evidence)} tài liệu kiểm chứng; "
        f"kèm theo {annexes}."
    )


def _open(facts: ReportFacts) -> str:
    codes = ", ".join(item.code for item in facts.gaps())
    return f"chưa có số liệu, tình trạng của các mục {codes}." if codes else "không."


def _room(key: str, title: str) -> Iterator[Block]:
    yield paragraph(f"slip.{key}", title)
    for number in range(1, _LINES + 1):
        yield paragraph(f"slip.{key}.{number}", _LINE)
