"""The page "Báo cáo": the report's text as it would be printed now, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_text
from ttdn_desktop.domain.document import Role
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.plan_of_round import around_round
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.show_overview import days_left, late_matters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.dates import Moment, Span
    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.round_presets import Preset
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress


@dataclass(frozen=True, slots=True)
class Source:
    """An activity that a sentence was made from."""

    id: str
    code: str
    title: str
    start: Moment


@dataclass(frozen=True, slots=True)
class Preview:
    """The text and its records.

    `sources` are by the ids that sentences bear; `gaps` name the code of the plan item that a
    gap's block (by its key) asks for; `item_codes` are the codes of all items by id.
    `days_left` counts to the sending day, None for bodies that only receive; `late_matters` tells
    whether it may be coloured.
    """

    document: Document
    sources: Mapping[str, Source]
    gaps: Mapping[str, str]
    item_codes: Mapping[str, str]
    days_left: int | None
    late_matters: bool


def preview(
    office: Office, year: int, period: Span | Round | Preset | None = None, watch: Progress = SILENT
) -> Preview:
    """Return the report of a year, of any days or of a round as a text to be read.

    Raises KnownError `year_impossible` or `period_outside_year`, or Cancelled.
    """
    asked = asked_round(office, year, period)
    around = around_round(office, asked)
    facts = gather(office, asked, watch)
    document = report_text.compose(facts)
    left = days_left(around, asked, office.clock.today())
    return Preview(
        document=document,
        sources={each.id: _source(each) for each in facts.activities},
        gaps=dict(_gaps(facts, document)),
        item_codes={item.id: item.code for _kind, item in around.version.items()},
        days_left=left,
        late_matters=late_matters(around, left),
    )


def _source(activity: Activity) -> Source:
    return Source(activity.id, activity.code, activity.title, activity.start)


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
