"""The whole check of a data folder: what is well, and each problem as something to be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.store import integrity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.chain import ChainReport
    from ttdn_desktop.store.integrity import EvidenceReport, IntegrityReport

SOUND, FAULTY = "ok", "faulty"


@dataclass(frozen=True, slots=True)
class Health:
    """What the check found; `database` is SOUND or FAULTY."""

    ok: bool
    database: str
    evidence: EvidenceReport
    journal: ChainReport
    problems: tuple[Notice, ...]


def check(office: Office) -> Health:
    """Check database, evidence and journal; nothing is changed.

    Raises KnownError `database_damaged` where not even the journal can be read.
    """
    found = integrity.check(office.store)
    database = SOUND if found.database.ok else FAULTY
    return Health(found.ok, database, found.evidence, found.chain, tuple(_problems(found)))


def _problems(found: IntegrityReport) -> Iterator[Notice]:
    for line in found.database.damage:
        yield Notice("damage", {"line": line})
    for dangling in dict.fromkeys(found.database.dangling):
        yield Notice("dangling", {"table": dangling.table, "refers_to": dangling.refers_to})
    for name in found.database.schema:
        yield Notice("schema", {"name": name})
    if found.chain.broken_at is not None:
        yield Notice("chain_broken", {"seq": found.chain.broken_at})
    for row in found.rows:
        yield Notice(f"row_{row.fault}", {"table": row.table, "row": row.row_id})
    for digest in found.evidence.missing:
        yield Notice("evidence_missing", {"sha256": digest})
    for digest in found.evidence.altered:
        yield Notice("evidence_altered", {"sha256": digest})
    for digest in found.editions:
        yield Notice("edition_unsound", {"sha256": digest})
