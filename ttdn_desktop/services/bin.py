"""Thùng rác: what was put away, taken back, or purged by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.story import RecordKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import bin as store_bin
from ttdn_desktop.store import search_index
from ttdn_desktop.store.bin import Binned

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.services.office import Office

__all__ = ["Binned", "listed", "purge", "restore"]


def listed(office: Office) -> tuple[Binned, ...]:
    """Return all that is in the bin, activities and evidence, the last put there first."""
    with office.store.read() as connection:
        return store_bin.contents(connection)


def restore(office: Office, ids: Sequence[str]) -> tuple[Binned, ...]:
    """Take things out of the bin, back to where they were, as one change; return them.

    Raises KnownError `bin_gone` where one is not in the bin; then nothing is changed.
    """
    wanted = _wanted(office, ids)
    told = f"{wanted[0].code} {wanted[0].name}" if len(wanted) == 1 else f"{len(wanted)} mục"
    with office.store.change(office.actor(), f"Lấy lại từ thùng rác: {told}") as tx:
        store_bin.take_out(tx, wanted)
    return wanted


def purge(
    office: Office,
    ids: Sequence[str],
    *,
    before: Callable[[Office, str], object] = lambda _office, _label: None,
) -> tuple[Binned, ...]:
    """Delete things in the bin for ever; this is never undone. Return what they were.

    `before` is called with the label first: the restore point. The lines of the history stay, with
    who, when and their labels; what the rows said is blanked, and the chain still verifies. Files
    of evidence go with the next sweep when nothing else speaks of them. Raises KnownError
    `bin_gone`, or `evidence_in_use` naming the activities that have a piece; nothing is changed.
    """
    wanted = _wanted(office, ids)
    label = f"Xóa hẳn: {', '.join(each.code for each in wanted)}"
    _require_unused(office, wanted)
    before(office, label)
    with office.store.change(office.actor(), label, undoable=False) as tx:
        store_bin.purge(tx, wanted)
    with office.store.write() as connection:
        search_index.merge(connection)
    office.store.empty_log()
    return wanted


def _wanted(office: Office, ids: Sequence[str]) -> tuple[Binned, ...]:
    there = {each.id: each for each in listed(office)}
    if not ids or not there.keys() >= set(ids):
        raise KnownError("bin_gone")
    return tuple(there[each] for each in dict.fromkeys(ids))


def _require_unused(office: Office, wanted: Sequence[Binned]) -> None:
    going = [each.id for each in wanted if each.kind is RecordKind.ACTIVITY]
    with office.store.read() as connection:
        for each in wanted:
            if each.kind is RecordKind.EVIDENCE:
                users = store_bin.users(connection, each.id, but=going)
                if users:
                    raise KnownError("evidence_in_use", code=each.code, activities=", ".join(users))
