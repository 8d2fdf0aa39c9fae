"""The short check when the window starts: as much as fits into the time it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.store import evidence, integrity, mending
from ttdn_desktop.store.chain import verify_last
from ttdn_desktop.store.database import interruptible
from ttdn_desktop.store.integrity import FileState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ttdn_desktop.services.office import Office

ENTRIES = 50
"""How many of the last entries of the journal are verified."""

EVERY = 30
"""Each older file is looked at once in so many starts on different days."""


@immutable
class QuickHealth:
    """What was found, told as the whole check tells it; `files` were hashed.

    `whole` tells that all that was meant to be looked at was looked at in time.
    """

    problems: tuple[Notice, ...]
    files: int
    whole: bool


def quick_check(office: Office, is_over: Callable[[], bool]) -> QuickHealth:
    """Check the pages, the end of the journal, and files: the newest, and some of the older.

    `is_over` tells that the time is up; what was found by then counts. Nothing is changed.
    """
    problems: list[Notice] = []
    try:
        problems += _of_database(office, is_over)
        if problems:
            return QuickHealth(tuple(problems), 0, whole=True)
        files, found, whole = _of_files(office, is_over)
    except Cancelled:
        return QuickHealth(tuple(problems), 0, whole=False)
    except KnownError as refusal:
        return QuickHealth((Notice("damage", {"line": refusal.key}),), 0, whole=True)
    return QuickHealth((*problems, *found), files, whole)


def _of_database(office: Office, is_over: Callable[[], bool]) -> Iterator[Notice]:
    def ask() -> None:
        if is_over():
            raise Cancelled

    with office.store.read() as connection, interruptible(connection, ask):
        line = mending.first_damage(connection)
        broken_at = None if line else verify_last(connection, ENTRIES)
    if line:
        yield Notice("damage", {"line": line})
    if broken_at is not None:
        yield Notice("chain_broken", {"seq": broken_at})


def _of_files(office: Office, is_over: Callable[[], bool]) -> tuple[int, tuple[Notice, ...], bool]:
    with office.store.read() as connection:
        names = evidence.names(connection)
        newest_first = evidence.digests_by_age(connection)
    found: list[Notice] = []
    chosen = _chosen(newest_first, office.clock.today().toordinal())
    for number, digest in enumerate(chosen):
        if is_over():
            return number, tuple(found), False
        state = integrity.state_of(office.store.vault, digest)
        if state is not FileState.WHOLE:
            facts = {"sha256": digest, "record": names[digest]}
            found.append(Notice(f"evidence_{state}", facts))
    return len(chosen), tuple(found), True


def _chosen(newest_first: Sequence[str], day: int) -> Sequence[str]:
    """Return the newest files, and of the older ones those whose turn it is on a day."""
    older = newest_first[EVERY:]
    return (*newest_first[:EVERY], *older[day % EVERY :: EVERY])
