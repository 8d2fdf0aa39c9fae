"""Collecting orphans: files that a crash left between their rename and their record.

In the vault it is evidence, in `editions/` a report on its way to be exported or issued, or a scan.

A file that any record speaks of stays, be the record in the bin, taken back, or known to the
history alone: an undo may bring it back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, select

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import editions, evidence, submissions
from ttdn_desktop.store.tables import change_rows, drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from ttdn_desktop.store.engine import Store

KEPT_DAYS = 7
_DAY_SECONDS = 24 * 60 * 60
_AT_ONCE = 1000
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PAST = select(change_rows.c.before, change_rows.c.after)
_DRAFTED = select(cast(drafts.c.content, Text))


def collect_orphans(store: Store) -> None:
    """Remove what nobody speaks of and is older than a week; the store holds the lock.

    The history is read only where there is such a file, and for one that it speaks of once a
    week. What cannot be read is left as it is.
    """
    now, vault, folder = store.clock.now_ms() / 1000, store.vault, store.folder
    before = now - KEPT_DAYS * _DAY_SECONDS
    try:
        with store.read() as connection:
            unknown = evidence.unknown_digests(connection, tuple(vault.digests()))
            old = vault.written_before(before, unknown)
            loose = editions.written_before(folder, before) - submissions.all_digests(connection)
            found = old | loose
            spoken = found.intersection(_spoken_of(connection)) if found else found
    except (KnownError, OSError):
        return
    for digest in sorted(old):
        if digest in spoken:
            vault.renew(digest, at=now)
        else:
            vault.collect(digest)
    for digest in sorted(loose):
        if digest in spoken:
            editions.renew(folder, digest, at=now)
        else:
            editions.collect(folder, digest)


def _spoken_of(connection: Connection) -> Iterator[str]:
    """Find every digest that history and drafts speak of, in whatever place."""
    for wanted in (_PAST, _DRAFTED):
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(wanted):
            for text in filter(None, row):
                yield from _DIGEST.findall(text)
