"""Exporting the report as it stands: a bản trình, whole or not at all."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.counting import evidence_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.beside import beside, require_outside
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.report_draft import notices, written_over
from ttdn_desktop.services.resting import collector_resting
from ttdn_desktop.services.watching import Share, WatchedFile
from ttdn_desktop.store import editions, rounds, submissions
from ttdn_desktop.store.durable import put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.round_presets import Preset
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress, ReportWriter
    from ttdn_desktop.services.report_draft import Draft

WHOLE = 100
READ, COMPOSED, CODED, WRITTEN = 32, 84, 88, 97
"""How far the export has come, in hundredths of the time it takes with many activities."""


@immutable
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


@collector_resting()
def export(
    office: Office,
    writer: ReportWriter,
    year: int,
    period: Span | Round | Preset | None,
    target: Path,
    watch: Progress = SILENT,
) -> Exported:
    """Compose the report of a year, of any days or of a round, and write it to `target`.

    The file appears whole or not at all; its bytes are kept in `editions/`. The same content
    gives the same bytes and code, and is no new bản trình.
    `watch` hears of its stages and may stop it until the bản trình is recorded.
    Raises KnownError `year_impossible`, `period_outside_year`, `target_inside_data` or
    `target_unwritable`.
    """
    asked = asked_round(office, year, period)
    require_outside(office, target)
    facts = gather(office, asked, Share(watch, 0, READ, WHOLE))
    made = written_over(office, facts)
    document = made.document
    watch.step(COMPOSED, WHOLE)
    code = writer.code(document)
    watch.step(CODED, WHOLE)
    with _place_for(target, office.store.folder.root) as unfinished:
        tick = partial(watch.step, CODED, WHOLE)
        sha256 = _written(writer, document, office.store.vault.read, unfinished, tick)
        watch.step(WRITTEN, WHOLE)
        with editions.kept(office.store.folder, sha256, unfinished):
            new = _recorded(office, asked, code, sha256)
        put(unfinished, target)
    return _told(made, asked, sha256, code, new=new)


@contextmanager
def _place_for(target: Path, data: Path) -> Iterator[Path]:
    """Lend a file beside the target; raises KnownError `target_unwritable`."""
    try:
        with beside(target, data) as unfinished:
            yield unfinished
    except OSError as fault:
        raise KnownError("target_unwritable", place=target) from fault


def _written(
    writer: ReportWriter,
    document: Document,
    pictures: Callable[[str], bytes],
    unfinished: Path,
    tick: Callable[[], None],
) -> str:
    with WatchedFile(unfinished, tick) as stream:
        writer.write(document, stream, pictures)
        stream.flush()
        os.fsync(stream.fileno())
        stream.seek(0)
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _recorded(office: Office, asked: Round, code: str, sha256: str) -> bool:
    """Record the bản trình where its content is new; tell whether it is."""
    label = f"Xuất báo cáo {report_period.named(asked)}"
    with office.store.change(office.actor(), label, undoable=False) as tx:
        rounds.ensure(tx, asked)
        newest = submissions.newest(tx.connection, asked.id)
        new = newest is None or newest.code != code
        if new:
            submissions.add(tx, asked.id, code, sha256)
    return new


def _told(made: Draft, asked: Round, sha256: str, code: str, *, new: bool) -> Exported:
    facts = made.facts
    return Exported(
        sha256,
        code,
        new,
        asked.period,
        tasks=len(facts.tasks()),
        activities=len(facts.activities),
        evidence=evidence_of(facts.activities),
        notices=tuple(notices(made)),
    )
