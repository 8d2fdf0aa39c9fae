"""Annex III: each piece of evidence once, with the activities it proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation, dates
from ttdn_desktop.domain.document import Align, Column, Row, RowKind
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.domain.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.report_facts import ReportFacts

EVIDENCE_COLUMNS = (
    Column("Mã", 0.09, Align.CENTER),
    Column("Tên, trích yếu", 0.49),
    Column("Loại", 0.12, Align.CENTER),
    Column("Ngày", 0.13, Align.CENTER),
    Column("Hoạt động", 0.17, Align.CENTER),
)
KINDS = {
    EvidenceKind.FILE: "Tệp",
    EvidenceKind.LINK: "Đường dẫn",
    EvidenceKind.DOCUMENT: "Văn bản",
}

_CODES_SHOWN = 10


def evidence_rows(facts: ReportFacts) -> Iterator[Row]:
    """Yield the evidence in the order of its codes."""
    codes = facts.arranged.codes
    users: dict[str, list[str]] = {}
    proofs: dict[str, Evidence] = {}
    for activity in facts.activities:
        for evidence in activity.evidence:
            proofs[evidence.id] = evidence
            users.setdefault(evidence.id, []).append(codes[activity.id])
    for evidence in sorted(proofs.values(), key=lambda each: code_order(codes[each.id])):
        code, used = codes[evidence.id], users[evidence.id]
        listed = _listed(used) if used[1:] else used[0]
        cells = (code, _name(evidence), KINDS[evidence.kind], _day(evidence), listed)
        yield Row(f"annex.evidence.{code}", RowKind.ENTRY, cells, (evidence.id,))


def _listed(codes: Sequence[str]) -> str:
    """Return the codes; of very many the first, for annex I names the evidence of each."""
    ordered, more = sorted(codes, key=code_order), len(codes) - _CODES_SHOWN
    if more <= _CODES_SHOWN:
        return ", ".join(ordered)
    return f"{', '.join(ordered[:_CODES_SHOWN])} và {counted(more)} hoạt động khác tại Phụ lục I"


def code_order(code: str) -> tuple[str, str, int]:
    """Return the order of short codes: E2 before E10, those of an earlier year first."""
    short, _, year = code.partition("/")
    letters = short.rstrip("0123456789")
    return year, letters, int(short[len(letters) :] or 0)


def _name(evidence: Evidence) -> str:
    document = evidence.document
    if document is None:
        return evidence.url if evidence.kind is EvidenceKind.LINK else evidence.name
    return f"{citation.full(document)} {document.excerpt if document.number else ''}".rstrip()


def _day(evidence: Evidence) -> str:
    day = evidence.document.issued_on if evidence.document else evidence.dated
    return dates.short(day) if day else ""
