"""The page "Báo cáo": the report's text as it would be printed now, and what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation
from ttdn_desktop.domain.document import Role
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import keep_draft
from ttdn_desktop.services.edit_report import draft_key
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.plan_of_round import around_round
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.report_draft import draft
from ttdn_desktop.services.show_overview import days_left, late_matters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.dates import Moment, Span
    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.report_apply import Edited
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.round_presets import Preset
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.services.report_draft import Draft


@immutable
class Proof:
    """A piece of evidence: its short code and its name."""

    id: str
    code: str
    name: str
    day: date | None


@immutable
class Source:
    """An activity that a sentence was made from, and what proves it."""

    id: str
    code: str
    title: str
    start: Moment
    proofs: tuple[Proof, ...] = ()


@immutable
class Preview:
    """The text and its records.

    `edited` is the report with the officer's wording, `generated` the one of the records alone.
    `typed` is what was typed in a block and is not written yet, by its key. `sources` are the
    activities by the ids that sentences bear, `proofs` the evidence by the ids of annex III.
    `gaps` name the code of the plan item that a gap's block (by its key) asks for; `item_codes`
    are the codes of all items by id. `days_left` counts to the sending day, None for bodies that
    only receive; `late_matters` tells whether it may be coloured.
    """

    edited: Edited
    generated: Document
    typed: Mapping[str, str]
    sources: Mapping[str, Source]
    proofs: Mapping[str, Proof]
    gaps: Mapping[str, str]
    item_codes: Mapping[str, str]
    days_left: int | None
    late_matters: bool

    @property
    def document(self) -> Document:
        """What is printed."""
        return self.edited.document


def preview(
    office: Office,
    year: int,
    period: Span | Round | Preset | None = None,
    watch: Progress = SILENT,
    made: Draft | None = None,
) -> Preview:
    """Return the report of a year, of any days or of a round as a text to be read.

    `made` is that report, where it is composed already.
    Raises KnownError `year_impossible` or `period_outside_year`, or Cancelled.
    """
    asked = asked_round(office, year, period)
    around = around_round(office, asked)
    made = made or draft(office, asked, watch)
    facts = made.facts
    sources = {each.id: _source(each, facts) for each in facts.activities}
    left = days_left(around, asked, office.clock.today())
    return Preview(
        edited=made.edited,
        generated=made.generated,
        typed=_typed(office, asked),
        sources=sources,
        proofs={proof.id: proof for each in sources.values() for proof in each.proofs},
        gaps=dict(_gaps(facts, made.document)),
        item_codes={item.id: item.code for _kind, item in around.version.items()},
        days_left=left,
        late_matters=late_matters(around, left),
    )


def _source(activity: Activity, facts: ReportFacts) -> Source:
    proofs = tuple(_proof(each, facts) for each in activity.evidence)
    return Source(activity.id, activity.code, activity.title, activity.start, proofs)


def _proof(evidence: Evidence, facts: ReportFacts) -> Proof:
    document = evidence.document
    name = citation.full(document) if document else evidence.name or evidence.url
    day = document.issued_on if document else evidence.dated
    return Proof(evidence.id, facts.code_of(evidence), name, day)


def _typed(office: Office, asked: Round) -> dict[str, str]:
    """Return what was typed and not written, by the keys of the blocks."""
    before = draft_key(asked, "")
    kept = (each for each in keep_draft.all_drafts(office) if each.key.startswith(before))
    return {each.key.removeprefix(before): str(each.content.get("text", "")) for each in kept}


def _gaps(facts: ReportFacts, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the key of each gap that an item of the plan would fill, and the item's code."""
    codes = {item.code.lower(): item.code for item in facts.gaps()}
    for block in document.body:
        if block.role is Role.GAP:
            place = block.key.removesuffix(".gap")
            for key in (place, place.partition(".")[2]):
                if key in codes:
                    yield block.key, codes[key]
                    break
