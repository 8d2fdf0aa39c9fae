"""Tài liệu kiểm chứng: files, links and references to official documents."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date


class EvidenceKind(StrEnum):
    """What proves: a file in the vault, a web link, an official document by its reference."""

    FILE = "file"
    LINK = "link"
    DOCUMENT = "document"


@immutable
class DocumentReference:
    """An official document as in Decree 30, annex VI: loại, số ký hiệu, ngày, cơ quan."""

    written: str
    type_name: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    excerpt: str = ""


@immutable
class Evidence:
    """One piece of evidence. `code` is its short code in annexes (E3).

    Files have `name`, `original_name` (bytes of the name as it came), `sha256` and `size` in bytes;
    links have `url`; documents have `document`. `dated` is the evidence's own date.
    """

    id: str
    code: str
    kind: EvidenceKind
    name: str
    original_name: str = ""
    sha256: str = ""
    size: int = 0
    url: str = ""
    document: DocumentReference | None = None
    dated: date | None = None
