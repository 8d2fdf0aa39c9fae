"""What to look at before signing: each a notice, none a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.succession import has_ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.report_facts import ReportFacts


def notices(facts: ReportFacts) -> Iterator[Notice]:
    """Name what is blank, missing or undecided in a report."""
    if facts.version.plan.number is None:
        yield Notice("plan_number_blank")
    yield from _organisation(facts)
    if gaps := facts.gaps():
        yield Notice("gaps", {"codes": ", ".join(item.code for item in gaps)})
    bare = [activity.code for activity in facts.activities if not activity.evidence]
    if bare:
        yield Notice("without_evidence", {"count": len(bare), "codes": _some(bare)})
    empty = [activity.code for activity in facts.activities if not activity.result]
    if empty:
        yield Notice("without_result", {"count": len(empty), "codes": _some(empty)})
    if facts.activities and not counting.money(facts.activities):
        yield Notice("without_funding")


def _organisation(facts: ReportFacts) -> Iterator[Notice]:
    open_proposals = [
        each.code for each in facts.successions if not each.confirmed and each.on <= facts.day
    ]
    if open_proposals:
        yield Notice("unconfirmed", {"codes": ", ".join(open_proposals)})
    if has_ended(facts.body.id, facts.day, facts.successions):
        yield Notice("unit_ended", {"unit": facts.body.name})


SHOWN_CODES = 10


def _some(codes: list[str]) -> str:
    shown = ", ".join(codes[:SHOWN_CODES])
    return shown if len(codes) <= SHOWN_CODES else f"{shown}, …"
