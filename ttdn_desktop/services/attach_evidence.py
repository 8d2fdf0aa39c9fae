"""Attaching evidence: copy, hash and record in the transaction of what it proves.

A path alone is never stored. The same file under the same name, the same document and the same
link are one piece of evidence, used in several places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ttdn_desktop.domain import citation, text
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import evidence as proofs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.record_activity import ActivityForm
    from ttdn_desktop.store.changes import Tx

_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file on its way into the vault: its own name and how to read it."""

    name: str
    open: Callable[[], BinaryIO]


def attach(
    office: Office, tx: Tx, unit_id: str, year: int, form: ActivityForm
) -> tuple[Evidence, ...]:
    """Return the evidence of a form, recorded where it is new, each piece once.

    Raises KnownError `evidence_gone`, `file_unreadable`, `link_unreadable` or `date_impossible`.
    """
    desk = _Attaching(office, tx, unit_id, year)
    return tuple({proof.id: proof for proof in desk.all_of(form)}.values())


@dataclass(frozen=True, slots=True)
class _Attaching:
    office: Office
    tx: Tx
    unit_id: str
    year: int

    def all_of(self, form: ActivityForm) -> Iterator[Evidence]:
        yield from self._recorded(form.evidence_ids)
        yield from (self._file(each) for each in form.files)
        for written in filter(str.strip, form.documents):
            yield from map(self._document, citation.parse_references(written))
        yield from (self._link(each) for each in form.links)

    def _recorded(self, evidence_ids: Sequence[str]) -> tuple[Evidence, ...]:
        found = proofs.by_ids(self.tx.connection, evidence_ids)
        gone = set(evidence_ids) - {each.id for each in found}
        if gone:
            raise KnownError("evidence_gone", count=len(gone), ids=tuple(sorted(gone)))
        return found

    def _file(self, incoming: IncomingFile) -> Evidence:
        try:
            with incoming.open() as stream:
                stored = self.office.store.vault.add(_Told(stream))
        except (OSError, _UnreadableError) as fault:
            raise KnownError("file_unreadable", name=incoming.name) from fault
        name = text.tidy(_as_text(incoming.name))
        known = proofs.same_file(self.tx.connection, stored.sha256, name)
        return known or self._new(
            Evidence(
                self.office.new_id(),
                "",
                EvidenceKind.FILE,
                name,
                original_name=incoming.name,
                sha256=stored.sha256,
                size=stored.size,
            )
        )

    def _document(self, reference: DocumentReference) -> Evidence:
        known = proofs.same_document(self.tx.connection, reference)
        return known or self._new(
            Evidence(
                self.office.new_id(),
                "",
                EvidenceKind.DOCUMENT,
                citation.full(reference),
                document=reference,
                dated=reference.issued_on,
            )
        )

    def _link(self, address: str) -> Evidence:
        url = text.nfc(address.strip())
        if not _is_web(url):
            raise KnownError("link_unreadable", link=address)
        known = proofs.same_url(self.tx.connection, url)
        return known or self._new(
            Evidence(self.office.new_id(), "", EvidenceKind.LINK, url, url=url)
        )

    def _new(self, proof: Evidence) -> Evidence:
        code = proofs.next_code(self.tx.connection, self.unit_id, self.year)
        coded = replace(proof, code=code)
        proofs.add(self.tx, coded, unit_id=self.unit_id, year=self.year)
        return coded


class _UnreadableError(Exception):
    """The file itself broke off: no fault of the disk that the vault is on."""


class _Told:
    """A stream whose faults are told from those of the disk it is copied to."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except OSError as fault:
            raise _UnreadableError from fault


def _as_text(name: str) -> str:
    """Return a file name with marks in place of bytes that are no text."""
    return name.encode(errors="replace").decode()


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.netloc) and not any(map(str.isspace, url))
