"""Attaching evidence: copy, hash and record in the transaction of what it proves.

A path alone is never stored. The same file under the same name, the same document and the same
link are one piece of evidence, used in several places.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from ttdn_desktop.domain import citation, text
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import evidence as proofs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from typing import BinaryIO

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.store.changes import Tx

_WEB = frozenset({"http", "https"})


@immutable
class IncomingFile:
    """A file on its way into the vault: its own name and how to read it."""

    name: str
    open: Callable[[], BinaryIO]


class Brought(Protocol):
    """What brings evidence along: the form of an activity, or a pile to be sorted later."""

    @property
    def evidence_ids(self) -> Sequence[str]:
        """Pieces that are recorded already."""

    @property
    def files(self) -> Sequence[IncomingFile]:
        """Files to be copied into the vault."""

    @property
    def documents(self) -> Sequence[str]:
        """Official documents as written."""

    @property
    def links(self) -> Sequence[str]:
        """Addresses on the web."""


@immutable
class Pile:
    """Evidence that proves no activity yet; `dated` is the day of its files."""

    evidence_ids: Sequence[str] = ()
    files: Sequence[IncomingFile] = ()
    documents: Sequence[str] = ()
    links: Sequence[str] = ()
    dated: date | None = None


def attach(
    office: Office, tx: Tx, unit_id: str, year: int, brought: Brought, watch: Progress = SILENT
) -> tuple[Evidence, ...]:
    """Return the evidence that was brought, recorded where it is new, each piece once.

    Raises KnownError `evidence_gone`, `file_unreadable`, `link_unreadable` or `date_impossible`,
    or Cancelled.
    """
    desk = _Attaching(office, tx, unit_id, year, getattr(brought, "dated", None), watch)
    return tuple({proof.id: proof for proof in desk.all_of(brought)}.values())


@immutable
class _Attaching:
    office: Office
    tx: Tx
    unit_id: str
    year: int
    dated: date | None
    watch: Progress

    def all_of(self, brought: Brought) -> Iterator[Evidence]:
        yield from self._recorded(brought.evidence_ids)
        count = len(brought.files)
        for number, each in enumerate(brought.files):
            yield self._file(each, partial(self.watch.step, number, count))
        for written in filter(str.strip, brought.documents):
            yield from map(self._document, citation.parse_references(written))
        yield from (self._link(each) for each in brought.links)

    def _recorded(self, evidence_ids: Sequence[str]) -> tuple[Evidence, ...]:
        found = proofs.by_ids(self.tx.connection, evidence_ids)
        gone = set(evidence_ids) - {each.id for each in found}
        if gone:
            raise KnownError("evidence_gone", count=len(gone), ids=tuple(sorted(gone)))
        return found

    def _file(self, incoming: IncomingFile, tick: Callable[[], None]) -> Evidence:
        try:
            with incoming.open() as stream:
                stored = self.office.store.vault.add(_Told(stream, tick))
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
                dated=self.dated,
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


@immutable
class _Told:
    """A stream that ticks at each block; its faults are told from those of the vault's disk."""

    stream: BinaryIO
    tick: Callable[[], None]

    def read(self, size: int) -> bytes:
        self.tick()
        try:
            return self.stream.read(size)
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
