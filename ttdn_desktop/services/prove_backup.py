"""Proving a backup: once a week the latest is restored aside, checked whole, and removed again."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.back_up import latest, own
from ttdn_desktop.services.ports import SILENT, Cancelled
from ttdn_desktop.services.watching import Share
from ttdn_desktop.store import (
    backup_notes,
    backup_sources,
    engine,
    integrity,
    kept_backups,
    restoring,
)
from ttdn_desktop.store.upgrade import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.store.kept_backups import Backup

WEEK_MS = 7 * 24 * 60 * 60 * 1000
UNSOUND = "backup_proof_failed"
_NOTE = "proved"
_RESTORED, _CHECKED, _WHOLE = 60, 80, 100


@immutable
class Proof:
    """How the last proof went: when (UTC milliseconds), of which backup; `problem` "" where well.

    `problem` is the key of a refusal, or UNSOUND where the restored folder did not pass the check.
    """

    at: int
    name: str
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Whether the backup was restored whole."""
        return not self.problem


def last_proof(office: Office) -> Proof | None:
    """Return how the last proof went; None where there was none."""
    note = backup_notes.read(own(office), _NOTE)
    try:
        return Proof(int(note["at"]), str(note["name"]), str(note["problem"]))
    except (KeyError, TypeError, ValueError):
        return None


def proof_due(office: Office) -> bool:
    """Tell whether the latest backup should be proved: a week after the last, or it had failed.

    A failed proof is repeated as soon as there is another backup.
    """
    newest, last = latest(office), last_proof(office)
    if newest is None or newest.manifest is None or newest.manifest.schema != SCHEMA_VERSION:
        return False
    if last is None or (not last.ok and last.name != newest.name):
        return True
    elapsed = office.clock.now_ms() - last.at
    return elapsed < 0 or elapsed >= WEEK_MS


def prove(office: Office, watch: Progress = SILENT) -> Proof:
    """Restore the latest backup aside, check it whole, remove it, and note how it went.

    Where it fails, files of the backups that are no longer what they were are dropped: the next
    backup copies them anew. Older databases are compressed on the way. Raises KnownError
    `backup_missing` where there is none, or Cancelled.
    """
    newest, repository = latest(office), own(office)
    if newest is None:
        raise KnownError("backup_missing", place=str(repository.root))
    problem = _problem(newest, office, Share(watch, 0, _CHECKED, _WHOLE))
    upkeep = Share(watch, _CHECKED, _WHOLE, _WHOLE)
    if problem:
        kept_backups.drop_altered(repository, upkeep.step)
    else:
        kept_backups.pack_old(repository, upkeep.step)
    proof = Proof(office.clock.now_ms(), newest.name, problem)
    backup_notes.put(repository, _NOTE, asdict(proof))
    return proof


def _problem(newest: Backup, office: Office, watch: Progress) -> str:
    aside = newest.repository.unfinished / "proof"
    shutil.rmtree(aside, ignore_errors=True)
    try:
        source = backup_sources.in_repository(newest)
        restoring.unpack(source, aside, Share(watch, 0, _RESTORED, _WHOLE).step)
        return "" if _is_sound(aside, office) else UNSOUND
    except Cancelled:
        raise
    except KnownError as refusal:
        return refusal.key
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _is_sound(aside: Path, office: Office) -> bool:
    with engine.open(aside, clock=office.clock, read_only=True) as store:
        return integrity.check(store).ok
