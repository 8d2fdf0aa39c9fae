"""Bản phát hành: what was signed and numbered, what took its place, and where it was sent."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class EditionKind(StrEnum):
    """What an issued document is to the round (Decree 30/2020, Điều 18)."""

    ORIGINAL = "original"
    REPLACEMENT = "replacement"  # báo cáo thay thế: sai nội dung
    SUPPLEMENT = "supplement"  # báo cáo bổ sung
    CORRECTION = "correction"  # công văn đính chính: sai thể thức, kỹ thuật trình bày


class Saying(StrEnum):
    """What the next report of a round says of the last one issued."""

    REPLACEMENT = "replacement"
    SUPPLEMENT = "supplement"
    NOTHING = "none"


class Way(StrEnum):
    """How a report is sent (Decree 09/2019, Điều 9)."""

    DIRECT = "direct"
    POST = "post"
    FAX = "fax"
    EMAIL = "email"
    SOFTWARE = "software"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of a sending."""

    SENT = "sent"
    RECEIVED = "received"
    ASKED_BACK = "asked_back"


@immutable
class Edition:
    """One document that left the office.

    `number` and `dated` were given by văn thư; `code` stands for the content, `sha256` for the
    frozen file; `corrects_id` is the edition that a replacement, supplement or correction is
    about; `scan_sha256` is the signed scan, or None; `at` is UTC milliseconds.
    """

    id: str
    round_id: str
    ordinal: int
    kind: EditionKind
    number: str
    dated: date
    code: str
    sha256: str
    at: int
    signer_name: str = ""
    signer_title: str = ""
    corrects_id: str | None = None
    submission_id: str | None = None
    scan_name: str = ""
    scan_sha256: str | None = None
    note: str = ""


def reports(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Return those that are reports, letters of correction left out."""
    return tuple(each for each in editions if each.kind is not EditionKind.CORRECTION)


@immutable
class Dispatch:
    """One sending of an edition: to whom, how, when, and what came back (`their_number`)."""

    id: str
    edition_id: str
    ordinal: int
    recipient: str
    way: Way
    sent_on: date
    outcome: Outcome = Outcome.SENT
    answered_on: date | None = None
    their_number: str = ""
    note: str = ""
