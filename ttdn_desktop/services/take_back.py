"""Taking back changes: the last one, a named one, and the taking back itself ("làm lại")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import changes

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

UNDONE, DONE_AGAIN = "Hoàn tác", "Làm lại"


@immutable
class Step:
    """One change and whether it can be taken back now; `at` is UTC milliseconds.

    `why_not` is the refusal that taking it back would raise.
    """

    seq: int
    at: int
    actor: str
    label: str
    can: bool
    why_not: KnownError | None = None


def take_back(office: Office) -> str:
    """Undo the last change that can be undone; return its label.

    Raises KnownError `nothing_to_undo`, or as `take_back_change` does.
    """
    with office.store.read() as connection:
        last = changes.next_undo(connection)
    if last is None:
        raise KnownError("nothing_to_undo")
    return take_back_change(office, last.seq)


def take_back_change(office: Office, seq: int) -> str:
    """Take back one change, not only the last; return the label of what was done.

    Taking back an undo does the thing again. Raises KnownError `undo_blocked` naming the record
    and the later change that stand in the way, `undo_done` where it is taken back already,
    `undo_fixed` for what is never taken back, `undo_purged`, `undo_outside`, `change_unknown`.
    """
    with office.store.read() as connection:
        entry = changes.entry_of(connection, seq)
        done = changes.root_label(connection, entry)
    label = f"{DONE_AGAIN if changes.is_undo(entry) else UNDONE}: {done}"
    return changes.take_back(office.store, office.actor(), seq, label).label


def undoable(office: Office, limit: int, before_seq: int | None = None) -> tuple[Step, ...]:
    """Return the last changes, the newest first, and whether each can be taken back now.

    `before_seq` asks for those before one that was read already.
    """
    with office.store.read() as connection:
        found = changes.looked_at(connection, limit, before_seq)
    return tuple(
        Step(line.seq, line.at, line.actor, line.label, why_not is None, why_not)
        for line, why_not in found
    )


def next_undo(office: Office) -> str | None:
    """Return the label of the change that `take_back` would undo; None where there is none."""
    with office.store.read() as connection:
        found = changes.next_undo(connection)
    return None if found is None else found.label
