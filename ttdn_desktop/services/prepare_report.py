"""The page "Báo cáo": what the report would hold as things stand, and what to look at first."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain.counting import evidence_of
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.services import shipped
from ttdn_desktop.services.export_report import asked_round
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.report_draft import draft, notices
from ttdn_desktop.services.show_items import round_of
from ttdn_desktop.store import submissions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.services.report_draft import Draft

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before signing, and the records it speaks of.

    `key` and `facts` make the sentence "warning.<key>"; ids are of activities and plan items.
    `activity_codes` are the codes of the activities, in the order of their ids.
    """

    key: str
    facts: Mapping[str, object]
    activity_ids: tuple[str, ...]
    item_ids: tuple[str, ...]
    activity_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Submitted:
    """Bản trình lần `ordinal`: `code` stands for the content; `at` is UTC milliseconds."""

    ordinal: int
    code: str
    at: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """The report as it would be exported now; names are those of its sending day."""

    round: Round
    recipient: str
    unit: str
    activities: int
    evidence: int
    tasks: int
    notices: tuple[Finding, ...]
    submissions: tuple[Submitted, ...]


def outlook(
    office: Office,
    year: int,
    period: Span | None = None,
    watch: Progress = SILENT,
    made: Draft | None = None,
) -> Outlook:
    """Return what the report of a year, or of any days, would hold, and what was submitted.

    `made` is that report, where it is composed already.
    Raises KnownError `year_impossible` or `period_outside_year`, or Cancelled.
    """
    asked = asked_round(office, year, period)
    made = made or draft(office, asked, watch)
    facts = made.facts
    with office.store.read() as connection:
        sent = submissions.of_round(connection, asked.id)
    return Outlook(
        round=asked,
        recipient=facts.recipient,
        unit=facts.body.name,
        activities=len(facts.activities),
        evidence=evidence_of(facts.activities),
        tasks=len(facts.tasks()),
        notices=tuple(_finding(each, facts) for each in notices(made)),
        submissions=tuple(Submitted(one.ordinal, one.code, one.at, one.sha256) for one in sent),
    )


def suggested_name(office: Office, year: int) -> str:
    """Return a file name for the report: "BC-SNgV-TTDN-2026.docx", plain letters only.

    Raises KnownError `year_impossible`.
    """
    around = office.surroundings()
    day = round_of(around, year).sending_day
    header = header_on(around.unit_on(day), around.organisation, shipped.header_profiles(), day)
    parts = ("BC", _plain(header.abbreviation), "TTDN", str(year))
    return f"{'-'.join(part for part in parts if part)}.docx"


def _finding(notice: Notice, facts: ReportFacts) -> Finding:
    codes = tuple(facts.arranged.codes[each] for each in notice.activity_ids)
    return Finding(notice.key, notice.facts, notice.activity_ids, notice.item_ids, codes)


def _plain(words: str) -> str:
    """Return letters without accents and figures, with dashes between them, in their own case."""
    return "-".join(part for part in _UNSAFE.split("".join(_letters(words))) if part)


def _letters(words: str) -> Iterator[str]:
    for char in unicodedata.normalize("NFD", words.replace("Đ", "D").replace("đ", "d")):
        if not unicodedata.combining(char):
            yield char
