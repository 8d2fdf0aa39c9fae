"""Repairing what is safe to repair: indexes, evidence files from their copies, the log.

A record is never touched silently. What another program did to rows is told, and taken into the
history only where that is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.services.check_folder import Health, health_of
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import editions, integrity, mending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.store.integrity import IntegrityReport

    Find = Callable[[str], Path | None]
    """Where an intact copy of a file may be, by its SHA-256; None where there is none."""

REPAIR, ADOPTED = "Sửa chữa dữ liệu", "Sửa ngoài chương trình"


def mend(
    office: Office,
    *,
    find: Find | None = None,
    adopt: bool = False,
    before: Callable[[Office, str], object] = lambda _office, _label: None,
    watch: Progress = SILENT,
) -> Health:
    """Check the folder, repair what is safe, check again; what was mended is in `repaired`.

    `find` looks for copies of files, by default in `backups/`; `adopt` takes what another program
    did to rows into the history, as one change that can be undone; `before` is called first: the
    restore point. A database with damaged pages is left as it is. Raises KnownError as `check`
    does, and as the disk does.
    """
    found = integrity.check(office.store, watch.step)
    if found.ok or not mending.only_indexes(found.database):
        return health_of(found)
    before(office, REPAIR)
    repaired = tuple(_repaired(office, found, find or _in_backups(office), adopt=adopt))
    office.store.empty_log()
    return health_of(integrity.check(office.store, watch.step), repaired)


def _repaired(
    office: Office, found: IntegrityReport, find: Find, *, adopt: bool
) -> Iterator[Notice]:
    store = office.store
    if found.database.damage and mending.reindex(store):
        yield Notice("reindexed")
    for name in mending.add_indexes(store, found.database.schema):
        yield Notice("index_added", {"name": name})
    if adopt and found.rows:
        yield from _adopted(office)
    if not found.search.ok:
        mending.rebuild_search(store)
        yield Notice("search_rebuilt")
    yield from _files(office, found, find)


def _adopted(office: Office) -> Iterator[Notice]:
    with office.store.change(office.actor(), ADOPTED) as tx:
        count = mending.adopt(tx)
    if count:
        yield Notice("rows_adopted", {"count": count})


def _files(office: Office, found: IntegrityReport, find: Find) -> Iterator[Notice]:
    """Put intact copies in the place of files that are gone or altered."""
    folder, vault = office.store.folder, office.store.vault
    for digest in (*found.evidence.missing, *found.evidence.altered):
        copy = find(digest)
        if copy is not None and vault.put_back(digest, copy, folder.aside):
            yield Notice("evidence_put_back", {"record": found.names.get(digest, digest)})
    for digest in found.editions:
        copy = find(digest)
        if copy is not None and editions.put_back(folder, digest, copy):
            yield Notice("edition_put_back", {"record": found.names.get(digest, digest)})


def _in_backups(office: Office) -> Find:
    """Look for a file named by its SHA-256 anywhere below `backups/`."""

    def find(digest: str) -> Path | None:
        return next((path for path in office.store.folder.backups.rglob(digest)), None)

    return find
