"""References to official documents, read out of a line of text.

Decree 30/2020, annex I, II.6.b: a citation gives type, number, day, issuer and subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates
from ttdn_desktop.domain.evidence import DocumentReference
from ttdn_desktop.domain.text import fold, nfc, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# What follows is compiled when something typed is read: writing a report reads nothing.
_NUMBER = (
    r"(?i)(?:số\s*:?\s*)?(?<![\w.…])(?P<number>(?=[.…\w]{0,20}\d)[\w.…]{1,20}\s*[/-]\s*"
    r"(?=[\d&./-]{0,20}[^\W\d_])[\w&./-]{0,60}[\w&](?:\s{0,3}-\s{1,3}(?-i:[A-ZĐ]\w{0,9}[A-ZĐ]+\b))?)"
)
"""Figures, a slash or dash, then letters: "157/KH-UBND", "106-KH/TU"; never a day, or "2021-2025".

The lengths are bounded so that no text, however odd, is slow to read.
"""
_DAY = r"(?i)ngày\s+(?P<day>\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4})"
_ISSUER = r"(?i)\bcủa\s+(?P<issuer>.+?)(?=\s+(?:về|v/v|quy định|ban hành)\b|[,;.]?$)"
_EXCERPT = r"(?i)\b(?P<excerpt>(?:về|v/v|quy định|ban hành)\s+.+?)[.;]?$"


_NEXT = r"(?i)(\s*[;\n]\s*|\s*,\s+|\s+và\s+)"
_SUBJECT = r"(?i)\b(?:về|v/v|quy định|ban hành)\s"


def parse_references(text: str) -> tuple[DocumentReference, ...]:
    """Read one or several documents out of a text: "Kế hoạch số 1/KH-A; Công văn số 2/A-VP".

    A further one has a number of its own and stands behind a semicolon; behind a line's end where
    the one before has its number; behind a comma or "và" where that has not yet said what it is
    about.
    Raises as `parse_reference`.
    """
    return tuple(map(parse_reference, _apart(nfc(text))))


def _apart(text: str) -> Iterator[str]:
    """Yield the text in its documents; each part is looked at once."""
    parts = re.split(_NEXT, text)
    begun = parts[0]
    numbered, told = bool(re.search(_NUMBER, begun)), bool(re.search(_SUBJECT, begun))
    for gap, part in zip(parts[1::2], parts[2::2], strict=True):
        mark, own = gap.strip(), bool(re.search(_NUMBER, part))
        ended = mark == ";" or (numbered and (not mark or not told))
        if own and ended and any(map(str.isalnum, begun)):
            yield begun
            begun, numbered, told = part, True, bool(re.search(_SUBJECT, part))
            continue
        begun += gap + part
        numbered, told = numbered or own, told or bool(re.search(_SUBJECT, part))
    yield begun


def parse_reference(text: str) -> DocumentReference:
    """Read "Kế hoạch số 157/KH-UBND ngày 17/01/2022 của Ủy ban nhân dân tỉnh về …".

    What is not there stays "" or None; the words are kept whole in `written`.
    Raises KnownError `date_impossible` for a day no calendar has.
    """
    words = tidy(text)
    number = re.search(_NUMBER, words)
    if number is None:
        return DocumentReference(written=words)
    rest = words[number.end() :]
    excerpt = re.search(_EXCERPT, rest)
    issuer = re.search(_ISSUER, rest[: excerpt.start()] if excerpt else rest)
    return DocumentReference(
        written=words,
        type_name=words[: number.start()].strip(" ,:"),
        number=re.sub(r"\s+", "", number["number"]),
        issued_on=_issued_on(rest),
        issuer=issuer["issuer"].strip(" ,;") if issuer else "",
        excerpt=excerpt["excerpt"] if excerpt else "",
    )


def _issued_on(words: str) -> date | None:
    found = re.search(_DAY, words)
    return dates.parse_day(found["day"]) if found else None


def identity(reference: DocumentReference) -> tuple[str, str]:
    """Return what makes two references the same document: its number and its day."""
    if not reference.number:
        return fold(reference.written), ""
    return fold(reference.number), reference.issued_on.isoformat() if reference.issued_on else ""


def full(reference: DocumentReference) -> str:
    """Return the citation of a first mention: type, number, day, issuer (rule 8 of the wording)."""
    if not reference.number:
        return reference.written
    issued_on = f" ngày {dates.short(reference.issued_on)}" if reference.issued_on else ""
    issuer = f" của {reference.issuer}" if reference.issuer else ""
    return f"{brief(reference)}{issued_on}{issuer}"


def brief(reference: DocumentReference) -> str:
    """Return the citation as at later mentions: type and number."""
    if not reference.number:
        return reference.written
    return f"{reference.type_name or 'Văn bản'} số {reference.number}"


def same_issuer(one: str, other: str) -> bool:
    """Tell whether two ways of writing an issuer mean one body.

    "UBND tỉnh", "Ủy ban nhân dân tỉnh" and "Ủy ban nhân dân tỉnh Kon Tum" do, and a blank is
    anybody; remarks in brackets ("bản sao") say nothing of the issuer.
    """
    first, second = sorted((_issuer_key(one), _issuer_key(other)), key=len)
    return second[: len(first)] == first


def _issuer_key(issuer: str) -> list[str]:
    plain = re.sub(r"\([^)]*\)", " ", fold(issuer)).replace("ubnd", "uy ban nhan dan")
    return re.findall(r"\w+", plain)
