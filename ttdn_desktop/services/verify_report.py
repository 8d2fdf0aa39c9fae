"""Is a file ours: as it was kept, with what văn thư filled in, edited, or unknown here."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from ttdn_desktop.domain.edition import EditionKind
from ttdn_desktop.domain.word_changes import compare
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.freeze import kept_file
from ttdn_desktop.store import issued, submissions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ttdn_desktop.domain.word_changes import Comparison, Difference
    from ttdn_desktop.domain.word_text import WordText
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import ReportFiles


class Verdict(StrEnum):
    """What a file is to this folder."""

    ORIGINAL = "original"  # the text of a bản trình or bản phát hành, whoever saved it since
    NUMBERED = "numbered"  # only number, day and signer are filled in
    EDITED = "edited"
    UNKNOWN = "unknown"  # no code, or one that this folder does not know


@immutable
class Verified:
    """The verdict, the code that the file bears, and what is not as it was kept.

    Of `numbered` they are what was filled in. Pictures and looks are not compared.
    """

    verdict: Verdict
    code: str | None
    differences: tuple[Difference, ...] = ()


def verify(office: Office, files: ReportFiles, source: Path) -> Verified:
    """Tell whether a .docx is a report kept in this folder, and what was changed in it.

    Raises KnownError `file_unreadable`, `kept_report_damaged`, or as `ReportFiles.read` does.
    """
    try:
        with source.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            if code := _code_of_bytes(office, sha256):
                return Verified(Verdict.ORIGINAL, code)
            stream.seek(0)
            given = files.read(stream)
    except OSError as fault:
        raise KnownError("file_unreadable", name=source.name) from fault
    kept = _kept_with(office, given.code) if given.code else ()
    if not kept:
        return Verified(Verdict.UNKNOWN, given.code)
    return _judged(given.code, (_compared(office, files, digest, given) for digest in kept))


def _compared(office: Office, files: ReportFiles, digest: str, given: WordText) -> Comparison:
    return compare(files.read(BytesIO(kept_file(office, digest))), given, files.places)


def _code_of_bytes(office: Office, sha256: str) -> str | None:
    """Return the code of what is kept with these very bytes, or None."""
    with office.store.read() as connection:
        found = issued.by_digest(connection, sha256) or submissions.by_digest(connection, sha256)
    return found.code if found else None


def _kept_with(office: Office, code: str) -> tuple[str, ...]:
    """Return the SHA-256 of all that is kept with a code: the bản trình, then what was issued."""
    with office.store.read() as connection:
        editions = issued.by_code(connection, code)
        made = submissions.by_code(connection, code)
    digests = [] if made is None else [made.sha256]
    digests += [each.sha256 for each in editions if each.kind is not EditionKind.CORRECTION]
    return tuple(dict.fromkeys(digests))


def _judged(code: str | None, found: Iterable[Comparison]) -> Verified:
    """Return the verdict by the bản trình, which comes first, and the editions made of it.

    An edition differs from its bản trình by what was filled in alone: what is edited against the
    one is edited against the other, and is looked for once.
    """
    others = iter(found)
    first = next(others)
    if first.changed:
        return Verified(Verdict.EDITED, code, tuple(first.changed))
    if not first.filled or any(not (each.changed or each.filled) for each in others):
        return Verified(Verdict.ORIGINAL, code)
    return Verified(Verdict.NUMBERED, code, tuple(first.filled))
