"""What to look at before signing: each a notice, none a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.citation import brief
from ttdn_desktop.domain.heirs import open_inheritances
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_contradictions import about, contradictions
from ttdn_desktop.domain.succession import has_ended
from ttdn_desktop.domain.succession_rules import is_open
from ttdn_desktop.domain.validity import validity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_NOTHING_DONE = frozenset({TaskState.NONE, TaskState.NOT_STARTED})


def notices(facts: ReportFacts) -> Iterator[Notice]:
    """Name what is blank, missing, contradictory or undecided in a report."""
    if not any(task.runs_in(facts.round.year) for task in facts.version.tasks):
        yield Notice("year_outside_plan", {"year": facts.round.year})
    if facts.round.terms.estimate and not any(each.estimate for each in facts.totals()):
        yield Notice("estimate_missing", {"year": facts.round.year})
    if facts.version.plan.number is None:
        yield Notice("plan_number_blank")
    if not facts.closing.signer:
        yield Notice("signer_missing")
    yield from _organisation(facts)
    if gaps := facts.gaps():
        yield Notice("gaps", {"codes": _codes(gaps)}, item_ids=_items(gaps))
    told = [item for item in facts.items if item.activities and item.state_set in _NOTHING_DONE]
    if told:
        yield Notice("state_overruled", {"codes": _codes(told)}, item_ids=_items(told))
    yield from _activities(facts)
    yield from _expired(facts)
    yield from _pictures(facts)
    if facts.activities and not any(each.fundings for each in facts.activities):
        yield Notice("without_funding")


def _organisation(facts: ReportFacts) -> Iterator[Notice]:
    open_proposals = [
        each.code for each in facts.successions if is_open(each, facts.day, facts.successions)
    ]
    if open_proposals:
        yield Notice("unconfirmed", {"codes": ", ".join(open_proposals)})
    if left := list(open_inheritances(facts.version, facts.successions, facts.day)):
        codes = ", ".join(dict.fromkeys(each.code for _step, each in left))
        yield Notice("heirs_undecided", {"count": len(left), "codes": codes})
    if has_ended(facts.body.id, facts.day, facts.successions):
        yield Notice("unit_ended", {"unit": facts.body.name})


def _activities(facts: ReportFacts) -> Iterator[Notice]:
    if apart := facts.arranged.withheld:
        yield about("withheld", apart)
    if bare := [each for each in facts.activities if not each.evidence]:
        yield about("without_evidence", bare)
    if empty := [each for each in facts.activities if not each.result]:
        yield about("without_result", empty)
    yield from contradictions(facts)


def _expired(facts: ReportFacts) -> Iterator[Notice]:
    """Name the documents that activities cite and that were no longer in force on the day."""
    cited = [
        (each, proof.document)
        for each in (facts.activities if facts.validities else ())
        for proof in each.evidence
        if proof.document is not None
    ]
    expired = [
        (each, document)
        for each, document in cited
        if (known := validity_of(document, facts.validities)) and known.expired_on(facts.day)
    ]
    if expired:
        named = "; ".join(dict.fromkeys(brief(document) for _each, document in expired))
        yield Notice("citation_expired", {"documents": named}, _ids([each for each, _ in expired]))


def _pictures(facts: ReportFacts) -> Iterator[Notice]:
    """Name the photos that were chosen and cannot be printed, by the reason."""
    for why, proofs in facts.left_out.items():
        left = {proof.id for proof in proofs}
        proven = [each for each in facts.activities if left & {one.id for one in each.evidence}]
        named = "; ".join(proof.name for proof in proofs)
        yield Notice(f"pictures_{why}", {"count": len(proofs), "names": named}, _ids(proven))


def _codes(items: Sequence[ItemFacts]) -> str:
    return ", ".join(item.code for item in items)


def _items(items: Sequence[ItemFacts]) -> tuple[str, ...]:
    return tuple(item.item.id for item in items)


def _ids(activities: Sequence[Activity]) -> tuple[str, ...]:
    return tuple(activity.id for activity in activities)
