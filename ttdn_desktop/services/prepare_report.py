"""The page "Báo cáo": what the report would hold as things stand, and what to look at first."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.counting import evidence_of
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.domain.round_days import internal_day
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import keep_rounds, round_days, shipped
from ttdn_desktop.services.known_rounds import asked_round, is_due
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.report_draft import draft, notices
from ttdn_desktop.store import submissions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.round_presets import Preset
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.services.report_draft import Draft

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@immutable
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


@immutable
class Submitted:
    """Bản trình lần `ordinal`: `code` stands for the content; `at` is UTC milliseconds."""

    ordinal: int
    code: str
    at: int
    sha256: str


@immutable
class Outlook:
    """The report as it would be exported now; names are those of its sending day.

    `is_due` tells whether somebody has said when to send it; `internal_day` is the unit's own
    deadline; `missed` counts what was missed before and may be told, `taken` what is.
    """

    round: Round
    recipient: str
    unit: str
    activities: int
    evidence: int
    tasks: int
    notices: tuple[Finding, ...]
    submissions: tuple[Submitted, ...]
    is_due: bool
    internal_day: date
    missed: int
    taken: int


def outlook(
    office: Office,
    year: int,
    period: Span | Round | Preset | None = None,
    watch: Progress = SILENT,
    made: Draft | None = None,
) -> Outlook:
    """Return what the report of a year, of any days or of a round would hold, and its bản trình.

    `made` is that report, where it is composed already.
    Raises KnownError `year_impossible` or `period_outside_year`, or Cancelled.
    """
    asked = asked_round(office, year, period)
    made = made or draft(office, asked, watch)
    facts = made.facts
    with office.store.read() as connection:
        sent = submissions.of_round(connection, asked.id)
    missed = round_days.missed(office, asked)
    return Outlook(
        round=asked,
        recipient=facts.recipient,
        unit=facts.body.name,
        activities=len(facts.activities),
        evidence=evidence_of(facts.activities),
        tasks=len(facts.tasks()),
        notices=tuple(_finding(each, facts) for each in notices(made)),
        submissions=tuple(Submitted(one.ordinal, one.code, one.at, one.sha256) for one in sent),
        is_due=is_due(office, asked),
        internal_day=internal_day(asked, keep_rounds.internal_days(office)),
        missed=len(missed),
        taken=sum(each.taken for each in missed),
    )


def suggested_name(office: Office, year: int, period: Span | Round | Preset | None = None) -> str:
    """Return a file name for the report of a year, of any days or of a round, plain letters only.

    "BC-SNgV-TTDN-2026.docx", "BC-SNgV-TTDN-6-thang-dau-2026.docx".
    Raises KnownError `year_impossible` or `period_outside_year`.
    """
    asked = asked_round(office, year, period)
    around, day = office.surroundings(), asked.sending_day
    header = header_on(around.unit_on(day), around.organisation, shipped.header_profiles(), day)
    parts = ("BC", _plain(header.abbreviation), "TTDN", _plain(report_period.file_words(asked)))
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
