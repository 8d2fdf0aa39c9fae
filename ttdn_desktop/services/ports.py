"""What the services need from outside, as Protocols; `desk.py` hands them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import BinaryIO

    from ttdn_desktop.domain.document import Document


class Clock(Protocol):
    """The one source of time and randomness."""

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds."""

    def today(self) -> date:
        """Return today's date at +07:00."""

    def random(self, count: int) -> bytes:
        """Return `count` bytes of randomness for identities."""


class ReportWriter(Protocol):
    """Writes a document tree into a file's bytes."""

    def code(self, document: Document) -> str:
        """Return the first 12 hex digits of SHA-256 over tree, template and writer version."""

    def write(self, document: Document, target: BinaryIO) -> None:
        """Write the whole file; the same document gives the same bytes."""


class EvidenceMaker(Protocol):
    """Makes small evidence files for the sample; the same arguments give the same bytes."""

    def photo(self, seed: int) -> bytes:
        """Return a PNG: a landscape for an even seed, a hall for an odd one."""

    def scan(self, seed: int) -> bytes:
        """Return a PDF of one scanned page."""

    def paper(self, title: str, paragraphs: Sequence[str]) -> bytes:
        """Return a .docx of a title and paragraphs."""
