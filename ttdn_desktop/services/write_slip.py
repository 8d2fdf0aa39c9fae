"""Writing the phiếu trình of a round's last bản trình into a file; nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.counting import evidence_of
from ttdn_desktop.domain.report_slip import slip
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.beside import require_outside
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.write_beside import write_beside
from ttdn_desktop.store import submissions

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress, ReportWriter


def write_slip(
    office: Office, writer: ReportWriter, asked: Round, target: Path, watch: Progress = SILENT
) -> int:
    """Write the slip of the round's last bản trình; return the bản trình's number.

    The file appears whole or not at all. Raises KnownError `issue_nothing_exported`,
    `target_inside_data` or `target_unwritable`.
    """
    require_outside(office, target)
    with office.store.read() as connection:
        newest = submissions.newest(connection, asked.id)
    if newest is None:
        raise KnownError("issue_nothing_exported", year=asked.year)
    facts = gather(office, asked, watch)
    evidence = evidence_of(facts.activities)
    document = slip(facts, newest.ordinal, newest.code, evidence, office.actor())
    write_beside(office, writer, document, target)
    return newest.ordinal
