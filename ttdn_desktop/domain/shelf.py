"""The page "Tài liệu": which pieces of evidence are looked at, and how each reads in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.evidence import DocumentReference, EvidenceKind


@immutable
class Shelf:
    """Which evidence: all words of `search` in name, number, excerpt, address or code.

    A word typed with accents must stand so; one without stands for all its accents. `unfiled`
    asks for what proves no activity; `year` is the plan year whose codes they bear.
    """

    search: str = ""
    unfiled: bool = False
    kind: EvidenceKind | None = None
    year: int | None = None


@immutable
class ProvenActivity:
    """An activity that a piece of evidence proves."""

    id: str
    code: str
    title: str


@immutable
class EvidenceRow:
    """One piece of evidence in the list.

    `size` is in bytes; `activities` counts what it proves, `first_activity` is the earliest of
    them; `added_at` is UTC milliseconds, None where that is not known.
    """

    id: str
    code: str
    kind: EvidenceKind
    name: str
    dated: date | None
    size: int
    sha256: str
    url: str
    document: DocumentReference | None
    activities: int
    first_activity: ProvenActivity | None
    added_at: int | None
