"""The page "Tài liệu": evidence listed, added to the pile, put to activities, renamed, binned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.shelf import EvidenceRow, ProvenActivity, Shelf
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.attach_evidence import IncomingFile, Pile, attach
from ttdn_desktop.services.copy_evidence import (
    copy_out,
    forget_copies,
    may_run,
    read,
    temporary_copy,
)
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import activities, evidence_shelf
from ttdn_desktop.store import evidence as proofs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress

__all__ = [
    "EvidenceRow",
    "IncomingFile",
    "ProvenActivity",
    "Shelf",
    "add_document",
    "add_files",
    "add_link",
    "copy_out",
    "count",
    "forget_copies",
    "link",
    "may_run",
    "page",
    "put_into_bin",
    "read",
    "rename",
    "temporary_copy",
    "unlink",
]


def page(office: Office, shelf: Shelf, offset: int, limit: int) -> tuple[EvidenceRow, ...]:
    """Return one page of the evidence wanted, the last added first."""
    with office.store.read() as connection:
        return evidence_shelf.page(connection, shelf, offset, limit)


def count(office: Office, shelf: Shelf) -> int:
    """Return how many pieces of evidence are wanted."""
    with office.store.read() as connection:
        return evidence_shelf.count(connection, shelf)


def add_files(
    office: Office,
    files: Sequence[IncomingFile],
    *,
    dated: date | None = None,
    watch: Progress = SILENT,
) -> tuple[Evidence, ...]:
    """Copy files into the vault, unfiled, as one change; known ones are given back as they are.

    Raises KnownError `file_unreadable` or as the vault does, or Cancelled; then nothing is added.
    """
    label = f"Thêm tài liệu: {files[0].name}" if len(files) == 1 else f"Thêm {len(files)} tài liệu"
    return _added(office, Pile(files=files, dated=dated), label, watch)


def add_document(office: Office, written: str) -> Evidence:
    """Add an official document as written, unfiled; a known one is given back.

    Several documents in one text are added each, and the first is returned.
    Raises KnownError `document_missing` for a blank, or `date_impossible`.
    """
    if not written.strip():
        raise KnownError("document_missing")
    return _added(office, Pile(documents=(written,)), f"Thêm tài liệu: {tidy(written)}")[0]


def add_link(office: Office, url: str) -> Evidence:
    """Add a web address, unfiled; a known one is given back. KnownError `link_unreadable`."""
    return _added(office, Pile(links=(url,)), f"Thêm tài liệu: {tidy(url)}")[0]


def link(office: Office, evidence_ids: Sequence[str], activity_id: str) -> None:
    """Say that pieces of evidence prove an activity; what was said already stays as it is.

    Raises KnownError `piece_gone` or `activity_gone`.
    """
    with office.store.read() as connection:
        codes = ", ".join(proofs.by_id(connection, each).code for each in evidence_ids)
    activity = _activity_code(office, activity_id)
    with office.store.change(office.actor(), f"Gắn tài liệu {codes} vào {activity}") as tx:
        for each in evidence_ids:
            proofs.link(tx, activity_id, each)


def unlink(office: Office, evidence_id: str, activity_id: str) -> None:
    """Take a piece of evidence from an activity; the piece itself stays.

    Raises KnownError `piece_gone` or `activity_gone`.
    """
    with office.store.read() as connection:
        code = proofs.by_id(connection, evidence_id).code
    activity = _activity_code(office, activity_id)
    with office.store.change(office.actor(), f"Gỡ tài liệu {code} khỏi {activity}") as tx:
        proofs.unlink(tx, activity_id, evidence_id)


def put_into_bin(office: Office, evidence_id: str) -> None:
    """Put a piece of evidence that proves nothing into the bin; its file stays in the vault.

    Raises KnownError `piece_gone`, or `evidence_in_use` naming the activities that have it,
    binned ones too: they may come back.
    """
    with office.store.read() as connection:
        code = proofs.by_id(connection, evidence_id).code
    with office.store.change(office.actor(), f"Bỏ tài liệu {code} vào thùng rác") as tx:
        if users := proofs.users(tx.connection, evidence_id):
            raise KnownError("evidence_in_use", code=code, activities=", ".join(users))
        proofs.bin_one(tx, evidence_id)


def rename(office: Office, evidence_id: str, name: str, dated: date | None) -> None:
    """Give a piece of evidence another name and day; a file keeps its bytes and the name it had.

    Raises KnownError `piece_gone`, or `evidence_unnamed` for a blank.
    """
    tidied = tidy(name)
    if not tidied:
        raise KnownError("evidence_unnamed")
    with office.store.read() as connection:
        code = proofs.by_id(connection, evidence_id).code
    with office.store.change(office.actor(), f"Sửa tài liệu {code}: {tidied}") as tx:
        proofs.put_name(tx, evidence_id, tidied, dated)


def _added(
    office: Office, pile: Pile, label: str, watch: Progress = SILENT
) -> tuple[Evidence, ...]:
    unit, year = office.surroundings().unit, plan_year(office.clock.today())
    with office.store.change(office.actor(), label) as tx:
        return attach(office, tx, unit.id, year, pile, watch)


def _activity_code(office: Office, activity_id: str) -> str:
    with office.store.read() as connection:
        found = activities.by_ids(connection, (activity_id,))
    if not found:
        raise KnownError("activity_gone")
    return found[0].code
