"""The whole check of a data folder: what is well, and each problem as something to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import integrity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.store.chain import ChainReport, RowProblem
    from ttdn_desktop.store.integrity import EvidenceReport, IntegrityReport

SOUND, FAULTY = "ok", "faulty"
_SHORT = 60


@immutable
class Health:
    """What the check found; `database` is SOUND or FAULTY.

    `repaired` is what was mended before the check, and is no problem any more.
    """

    ok: bool
    database: str
    evidence: EvidenceReport
    journal: ChainReport
    problems: tuple[Notice, ...]
    repaired: tuple[Notice, ...] = ()


def check(office: Office, watch: Progress = SILENT) -> Health:
    """Check database, evidence and journal; nothing is changed.

    Raises KnownError `database_damaged` where not even the journal can be read, or Cancelled.
    """
    return health_of(integrity.check(office.store, watch.step))


def health_of(found: IntegrityReport, repaired: tuple[Notice, ...] = ()) -> Health:
    """Return what was found as it is told."""
    database = SOUND if found.database.ok else FAULTY
    problems = (*_of_database(found), *_of_records(found), *_of_files(found))
    return Health(found.ok, database, found.evidence, found.chain, problems, repaired)


def _of_database(found: IntegrityReport) -> Iterator[Notice]:
    for line in found.database.damage:
        yield Notice("damage", {"line": line})
    for each in dict.fromkeys(found.database.dangling):
        record = each.record or each.table
        yield Notice(
            "dangling", {"table": each.table, "refers_to": each.refers_to, "record": record}
        )
    for name in found.database.schema:
        yield Notice("schema", {"name": name})


def _of_records(found: IntegrityReport) -> Iterator[Notice]:
    if found.chain.broken_at is not None:
        yield Notice("chain_broken", {"seq": found.chain.broken_at})
    for row in found.rows:
        yield Notice(
            f"row_{row.fault}",
            {
                "table": row.table,
                "row": row.row_id,
                "record": row.record or row.row_id,
                "fields": _fields(row),
            },
        )
    if not found.search.ok:
        yield Notice("search_index", {"missing": found.search.missing, "stale": found.search.stale})
    for item in found.lost_items:
        yield Notice("item_lost", {"item": item})
    for key in found.drafts:
        yield Notice("draft_unreadable", {"key": key})


def _of_files(found: IntegrityReport) -> Iterator[Notice]:
    for digest in found.evidence.missing:
        record = found.names.get(digest, "")
        yield Notice("evidence_missing", {"sha256": digest, "record": record})
    for digest in found.evidence.altered:
        record = found.names.get(digest, "")
        yield Notice("evidence_altered", {"sha256": digest, "record": record})
    for digest in found.editions:
        record = found.names.get(digest, "")
        yield Notice("edition_unsound", {"sha256": digest, "record": record})


def _fields(row: RowProblem) -> str:
    """Return each field that differs: "title: Đón đoàn → khác"."""
    differ = row.differences()
    return "; ".join(
        f"{name}: {_short(before)} → {_short(after)}" for name, before, after in differ
    )


def _short(value: object) -> str:
    text = "–" if value in (None, "") else str(value)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
