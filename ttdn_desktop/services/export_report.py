"""Exporting the report as it stands: a bản trình, whole or not at all."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_check, report_text
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.round import adhoc_round, annual_round
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.set_state import require_year
from ttdn_desktop.store import editions, rounds, submissions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import ReportWriter

_KEY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Exported:
    """A report written: its code and bytes, its period, what it holds, what to look at."""

    sha256: str
    code: str
    new: bool
    period: Span
    tasks: int
    activities: int
    evidence: int
    notices: tuple[Notice, ...]


def export(
    office: Office, writer: ReportWriter, year: int, period: Span | None, target: Path
) -> Exported:
    """Compose the report of a year, or of any days, and write it to `target`.

    The file appears whole or not at all; its bytes are kept in `editions/`. The same content
    gives the same bytes and code, and is no new bản trình.
    Raises KnownError `year_impossible`, `period_outside_year`, `target_inside_data` or
    `target_unwritable`.
    """
    require_year(year)
    asked = _round(office, year, period)
    if target.resolve().is_relative_to(office.store.folder.root.resolve()):
        raise KnownError("target_inside_data", place=target)
    facts = gather(office, asked)
    document = report_text.compose(facts)
    code = writer.code(document)
    with _beside(target, office.store.folder.root) as unfinished:
        sha256 = _written(writer, document, unfinished)
        with editions.kept(office.store.folder, sha256, unfinished):
            new = _recorded(office, asked, code, sha256)
        unfinished.replace(target)
    return _told(facts, asked, sha256, code, new=new)


def _round(office: Office, year: int, period: Span | None) -> Round:
    asking = office.surroundings().version.plan.coordinator_id
    yearly = annual_round(year, asking)
    if period is None:
        return yearly
    if period.last < yearly.period.first or period.first > date(year, 12, 31):
        raise KnownError(
            "period_outside_year", first=short(period.first), last=short(period.last), year=year
        )
    return adhoc_round(year, period, asking)


@contextmanager
def _beside(target: Path, data: Path) -> Iterator[Path]:
    """Lend a file beside the target, gone at the end; raises KnownError `target_unwritable`.

    Its name is that of the data folder and the target: whoever holds the folder's lock knows
    that one found there is what a kill has left.
    """
    key = hashlib.sha256(os.fsencode(data.resolve() / target.name)).hexdigest()
    unfinished = target.with_name(f".{key[:_KEY_LENGTH]}.tmp")
    try:
        _require_replaceable(target)
        unfinished.unlink(missing_ok=True)
        unfinished.open("xb").close()
        yield unfinished
    except OSError as fault:
        raise KnownError("target_unwritable", place=target) from fault
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _require_replaceable(target: Path) -> None:
    """Find out before anything is recorded: a folder, a write protection, a file open in Word."""
    if target.exists():
        target.open("r+b").close()


def _written(writer: ReportWriter, document: Document, unfinished: Path) -> str:
    with unfinished.open("w+b") as stream:
        writer.write(document, stream)
        stream.flush()
        os.fsync(stream.fileno())
        stream.seek(0)
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _recorded(office: Office, asked: Round, code: str, sha256: str) -> bool:
    """Record the bản trình where its content is new; tell whether it is."""
    label = f"Xuất báo cáo năm {asked.year}"
    with office.store.change(office.actor(), label, undoable=False) as tx:
        rounds.ensure(tx, asked)
        newest = submissions.newest(tx.connection, asked.id)
        new = newest is None or newest.code != code
        if new:
            submissions.add(tx, asked.id, code, sha256)
    return new


def _told(facts: ReportFacts, asked: Round, sha256: str, code: str, *, new: bool) -> Exported:
    evidence = {proof.id for activity in facts.activities for proof in activity.evidence}
    return Exported(
        sha256,
        code,
        new,
        asked.period,
        tasks=len(facts.tasks()),
        activities=len(facts.activities),
        evidence=len(evidence),
        notices=tuple(report_check.notices(facts)),
    )
