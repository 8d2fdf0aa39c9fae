"""Tài liệu kiểm chứng: records of files, links and official documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from ttdn_desktop.domain.citation import same_issuer
from ttdn_desktop.domain.evidence import DocumentReference, Evidence, EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import rows
from ttdn_desktop.store.database import run_prepared
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import cells, values
from ttdn_desktop.store.tables import activities, activity_evidence, evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

    from ttdn_desktop.store.changes import Tx

CODE_LETTER = "E"
_KINDS = {kind.value: kind for kind in EvidenceKind}
FIELDS = (
    evidence.c.id,
    evidence.c.code,
    evidence.c.kind,
    evidence.c.name,
    evidence.c.original_name,
    evidence.c.sha256,
    evidence.c.size,
    evidence.c.url,
    evidence.c.dated,
    evidence.c.document_written,
    evidence.c.document_type,
    evidence.c.document_number,
    evidence.c.document_issued_on,
    evidence.c.document_issuer,
    evidence.c.document_excerpt,
)
"""What `from_fields` takes, in its order."""
_LAST_ORDINAL = select(func.max(evidence.c.ordinal)).where(
    evidence.c.unit_id == bindparam("unit_id"), evidence.c.year == bindparam("year")
)


def next_code(connection: Connection, unit_id: str, year: int) -> str:
    """Return the next short code of a unit's evidence in a year: E1, then E2."""
    (last,) = run_prepared(connection, _LAST_ORDINAL, unit_id=unit_id, year=year).fetchone()
    return f"{CODE_LETTER}{(last or 0) + 1}"


def add(tx: Tx, new: Evidence, *, unit_id: str, year: int) -> None:
    """Record one; its `code` comes from `next_code` and its file, if any, is in the vault."""
    add_many(tx, (new,), unit_id=unit_id, year=year)


def add_many(tx: Tx, new: Sequence[Evidence], *, unit_id: str, year: int) -> None:
    """Record several at once."""
    tx.insert_many(evidence, [_row(one, unit_id, year) for one in new])


def link(tx: Tx, activity_id: str, evidence_id: str) -> None:
    """Say that a piece of evidence proves an activity; what is said already stays as it is."""
    links = activity_evidence.c
    known = select(links.evidence_id, links.ordinal).where(links.activity_id == activity_id)
    ordinals = {row.evidence_id: row.ordinal for row in tx.connection.execute(known)}
    if evidence_id not in ordinals:
        ordinal = max(ordinals.values(), default=-1) + 1
        tx.insert(
            activity_evidence,
            {"activity_id": activity_id, "evidence_id": evidence_id, "ordinal": ordinal},
        )


def unlink(tx: Tx, activity_id: str, evidence_id: str) -> None:
    """Say no longer that a piece of evidence proves an activity."""
    key = (activity_id, evidence_id)
    if rows.fetch(tx.connection, activity_evidence, key) is not None:
        tx.delete(activity_evidence, key)


def put_name(tx: Tx, evidence_id: str, name: str, dated: date | None) -> None:
    """Give a piece of evidence another name and day."""
    tx.update(evidence, evidence_id, {"name": name, "dated": to_text(dated)})


def bin_one(tx: Tx, evidence_id: str) -> None:
    """Put a piece of evidence into the bin: it is kept, and not found."""
    tx.update(evidence, evidence_id, {"binned_at": tx.at})


def by_id(connection: Connection, evidence_id: str) -> Evidence:
    """Return one piece of evidence; raises KnownError `piece_gone`."""
    found = _first(connection, evidence.c.id == evidence_id)
    if found is None:
        raise KnownError("piece_gone")
    return found


def users(connection: Connection, evidence_id: str) -> tuple[str, ...]:
    """Return the codes of the activities that have a piece of evidence, binned ones too."""
    having = select(activities.c.code).join(activity_evidence)
    having = having.where(activity_evidence.c.evidence_id == evidence_id)
    return tuple(connection.scalars(having.order_by(activities.c.year, activities.c.ordinal)))


def same_file(connection: Connection, sha256: str, name: str) -> Evidence | None:
    """Return the evidence with this content under this name, or None."""
    columns = evidence.c
    return _first(connection, columns.sha256 == sha256, columns.name == name)


def same_document(connection: Connection, reference: DocumentReference) -> Evidence | None:
    """Return the evidence of the same official document, or None.

    Same number, day and issuer, as `citation.same_issuer` tells; without a number the same words.
    """
    columns = evidence.c
    number = reference.number
    if not number:
        return _first(connection, columns.document_written == reference.written)
    numbered = _all(
        connection,
        func.upper(columns.document_number) == func.upper(number),
        columns.document_issued_on.is_not_distinct_from(to_text(reference.issued_on)),
    )
    for each in numbered:
        if each.document and same_issuer(each.document.issuer, reference.issuer):
            return each
    return None


def same_url(connection: Connection, url: str) -> Evidence | None:
    """Return the evidence with this address, or None."""
    return _first(connection, evidence.c.url == url)


def by_ids(connection: Connection, wanted: Sequence[str]) -> tuple[Evidence, ...]:
    """Return evidence by id, in the order asked, each piece once; no unknown or binned ones."""
    if not wanted:
        return ()
    found = {
        row[0]: from_fields(*row) for row in cells(connection, FIELDS, id=wanted, binned_at=None)
    }
    return tuple(found[one] for one in dict.fromkeys(wanted) if one in found)


def all_digests(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 of every file any evidence speaks of, binned evidence too."""
    files = select(evidence.c.sha256).where(evidence.c.kind == EvidenceKind.FILE).distinct()
    return frozenset(connection.scalars(files))


def unknown_digests(connection: Connection, digests: Collection[str]) -> frozenset[str]:
    """Return those digests that no evidence speaks of, binned evidence neither."""
    found = values(connection, evidence.c.sha256, sha256=digests)
    return frozenset(digests).difference(found)


def digests_by_age(connection: Connection) -> tuple[str, ...]:
    """Return the SHA-256 of every file, each once, the newest record first."""
    files = select(evidence.c.sha256).where(evidence.c.kind == EvidenceKind.FILE)
    return tuple(dict.fromkeys(connection.scalars(files.order_by(evidence.c.id.desc()))))


def names(connection: Connection) -> dict[str, str]:
    """Return what each file's evidence is called ("E3 ảnh.jpg"), by SHA-256."""
    files = select(evidence.c.sha256, evidence.c.code, evidence.c.name).order_by(
        evidence.c.year, evidence.c.ordinal
    )
    found: dict[str, str] = {}
    for sha256, code, name in connection.execute(files.where(evidence.c.kind == EvidenceKind.FILE)):
        told = f"{code} {name}"
        found[sha256] = f"{found[sha256]}, {told}" if sha256 in found else told
    return found


def _first(connection: Connection, *same: ColumnElement[bool]) -> Evidence | None:
    return next(_all(connection, *same), None)


def _all(connection: Connection, *same: ColumnElement[bool]) -> Iterator[Evidence]:
    kept = select(*FIELDS).where(*same, evidence.c.binned_at.is_(None)).order_by(evidence.c.id)
    yield from (from_fields(*row) for row in connection.execute(kept))


def from_fields(*values: Any) -> Evidence:  # noqa: ANN401  (the columns of FIELDS)
    """Return the evidence of a row's `FIELDS`."""
    identity, code, kind, name, original_name, sha256, size, url, dated, *document = values
    cited = None if document[0] is None else _reference(*document)
    own = (_KINDS[kind], name, original_name, sha256, size, url, cited, to_day(dated))
    return Evidence(identity, code, *own)


def _reference(
    written: str, type_name: str, number: str, issued_on: str | None, issuer: str, excerpt: str
) -> DocumentReference:
    return DocumentReference(written, type_name, number, to_day(issued_on), issuer, excerpt)


def _row(new: Evidence, unit_id: str, year: int) -> dict[str, Any]:
    document = new.document or DocumentReference("")
    return {
        "id": new.id,
        "unit_id": unit_id,
        "year": year,
        "ordinal": int(new.code.removeprefix(CODE_LETTER)),
        "code": new.code,
        "kind": new.kind,
        "name": new.name,
        "original_name": _storable(new.original_name),
        "sha256": new.sha256,
        "size": new.size,
        "url": new.url,
        "document_written": new.document and document.written,
        "document_type": document.type_name,
        "document_number": document.number,
        "document_issued_on": document.issued_on,
        "document_issuer": document.issuer,
        "document_excerpt": document.excerpt,
        "dated": new.dated,
    }


def _storable(original: str) -> str:
    """Return a file name whose undecodable bytes are written as escapes."""
    return original.encode("utf-8", "backslashreplace").decode()
