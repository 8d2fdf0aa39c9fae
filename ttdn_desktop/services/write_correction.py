"""Writing the draft of a công văn đính chính into a file; nothing is recorded.

Signed and numbered it is kept by `correct_report`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_correction, report_text
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.domain.report_correction import Corrected, Sender
from ttdn_desktop.domain.text import fold
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import around_text, keep_report_options, keep_signers, shipped
from ttdn_desktop.services.beside import require_outside
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.write_beside import write_beside
from ttdn_desktop.store import issued

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.domain.document import Closing, Document
    from ttdn_desktop.domain.edition import Edition
    from ttdn_desktop.domain.header import Header
    from ttdn_desktop.domain.report_correction import Correction
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress, ReportWriter

_AS_ABOVE = "Như trên"


def write_correction(
    office: Office,
    writer: ReportWriter,
    asked: Round,
    edition: Edition,
    given: Sequence[Correction],
    target: Path,
    watch: Progress = SILENT,
) -> Document:
    """Write the letter that corrects a bản phát hành of a round; return what is written.

    It goes to those to whom the report was sent, else to those whom the round names, and is dated
    and signed by the names of today. The file appears whole or not at all. Raises KnownError
    `correction_empty`, `correction_incomplete`, `target_inside_data` or `target_unwritable`.
    """
    require_outside(office, target)
    corrections = checked(given)
    day = max(office.clock.today(), edition.dated)
    facts = gather(office, asked, watch)
    header = _header(office, day)
    about = Corrected(
        edition.number,
        edition.dated,
        report_text.subject(asked),
        _header(office, edition.dated).name,
    )
    options = keep_report_options.current(office)
    sender = Sender(header, day, options.drafter, _addressees(office, edition, facts))
    closing = _closing(office, facts, header, day)
    document = report_correction.letter(about, sender, closing, corrections)
    write_beside(office, writer, document, target)
    return document


def checked(given: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return corrections as they are written.

    Raises KnownError `correction_empty` or `correction_incomplete`.
    """
    corrections = tuple(map(report_correction.tidied, given))
    if not corrections:
        raise KnownError("correction_empty")
    for number, each in enumerate(corrections, start=1):
        if not report_correction.is_whole(each):
            raise KnownError("correction_incomplete", number=number)
    return corrections


def _header(office: Office, day: date) -> Header:
    around = office.surroundings()
    return header_on(around.unit_on(day), around.organisation, shipped.header_profiles(), day)


def _addressees(office: Office, edition: Edition, facts: ReportFacts) -> tuple[str, ...]:
    """Return whom the report reached, each once; several named in one sending stand apart."""
    with office.store.read() as connection:
        sent = issued.dispatches_of(connection, edition.id)
    named = facts.head.addressees or (facts.recipient,)
    found: dict[str, str] = {}
    for each in sent:
        together = named if fold(each.recipient) == fold(facts.recipient) else ()
        for name in together or each.recipient.split(";"):
            if bare := name.strip(" .;"):
                found.setdefault(fold(bare), bare)
    return tuple(found.values()) or named


def _closing(office: Office, facts: ReportFacts, header: Header, day: date) -> Closing:
    """Return signature and recipients as those of the report, signed by who signs on the day."""
    options = replace(keep_report_options.current(office), addressed=True)
    apart = {_AS_ABOVE, options.filed}
    usual = tuple(each for each in facts.closing.recipients if each not in apart)
    signer = keep_signers.on_day(office, day)
    return around_text.closing(header, options, signer, usual)
