"""A cell that holds who leads and who supports, parted by its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import fold, nfc
from ttdn_desktop.domain.unit_pieces import pieces
from ttdn_desktop.domain.unit_words import Words
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.known_bodies import KnownBodies

_LEADS = r"chu\s+tri|dau\s+moi|ct(?=\s*[:)])"
_SUPPORTS = r"(?:cung\s+)?phoi\s+hop|ph(?=\s*[:)])"
_MARKER = re.compile(
    r"(?P<open>\(\s*)?(?P<label>\b(?P<all>cac\s+)?(?:co\s+quan|don\s+vi|cq|dv)\s+)?"
    rf"\b(?:(?P<lead>{_LEADS})|(?P<support>{_SUPPORTS}))\b(?:\s+(?:thuc\s+hien|chinh)\b)?"
    r"(?P<along>\s+(?:voi|cung)\b)?(?(open)[^()]*\)|)\s*(?P<colon>:|[-–—](?=\s))?"
)
_DEED = re.compile(r"\W*(?:tham muu|theo doi|to chuc|tong hop|bao cao|trinh|huong dan|thuc hien)\b")
_ENDS = " \t\r\n\u00a0;,.:-–—•+*"
_AND = re.compile(r"\A(?i:và)\s+")
_NEXT_NUMBER = re.compile(r"(?:\A|[\n;,.])\s*(?:\d{1,2}|[a-zđ])[.)]\s*\Z")


@immutable
class Both:
    """A cell that holds lead and support, parted; `sure` where its words say which is which."""

    lead_text: str
    support_text: str
    sure: bool


@immutable
class _Marker:
    """Words that give a part: to what follows them (`before`), or to what they follow."""

    start: int
    end: int
    leads: bool
    before: bool


def split_both(text: str, known: KnownBodies) -> Both:
    """Part a cell that holds both ("Chủ trì: …; phối hợp: …"); never raises.

    Texts are the cell's own words without those that give a part. A cell that names no part is
    all lead, and sure only where it names one body.
    """
    plain = nfc(text)
    markers = _markers(plain)
    if not markers:
        whole = _clean(plain)
        names = [piece for piece in pieces(Words(whole), known) if piece.names]
        return Both(whole, "", sure=len(names) <= 1)
    lead: list[str] = []
    support: list[str] = []
    sure = True
    for part, leads, certain in _parts(plain, markers):
        if part:
            (lead if leads else support).append(part)
            sure = sure and certain
    return Both("; ".join(lead), "; ".join(support), sure)


def _markers(plain: str) -> list[_Marker]:
    found: list[_Marker] = []
    for match in _MARKER.finditer(fold(plain)):
        labelled = match["label"] and (match["colon"] or not match["all"])
        start = match.start() if labelled or not match["label"] else match.end("label")
        end = match.end()
        after = found[-1].end if found else 0
        opened = bool(match["colon"] or match["along"]) or not _clean(plain[after:start])
        taken = bool(found) and found[-1].before and not match["open"] and bool(_clean(plain[end:]))
        found.append(_Marker(start, end, bool(match["lead"]), opened or taken))
    return found


def _parts(plain: str, markers: list[_Marker]) -> Iterator[tuple[str, bool, bool]]:
    """Yield the texts of a cell, whether each leads, and whether its words say so."""
    before: _Marker | None = None
    for marker in (*markers, None):
        text = plain[before.end if before else 0 : marker.start if marker else len(plain)]
        yield from _between(text, before, marker)
        before = marker


def _between(
    text: str, before: _Marker | None, after: _Marker | None
) -> Iterator[tuple[str, bool, bool]]:
    """Tell whose a text between two markers is."""
    opens = before if before and before.before else None
    closes = after if after and not after.before else None
    if opens and closes:
        first, sign, last = _cut(text)
        yield _clean(first), opens.leads, bool(sign)
        yield _clean(last), closes.leads, bool(sign)
    elif opens or closes:
        marker = opens or closes
        yield _clean(text), bool(marker and marker.leads), True
    elif before:
        deed = bool(_DEED.match(fold(text)))
        yield _clean(text), before.leads if deed else not before.leads, deed
    else:
        yield _clean(text), not after or not after.leads, True


def _cut(text: str) -> tuple[str, str, str]:
    """Part a text at its last semicolon or line; all is the first part where there is none."""
    sign = max(text.rfind(";"), text.rfind("\n"))
    return (text[:sign], text[sign], text[sign + 1 :]) if sign >= 0 else (text, "", "")


def _clean(text: str) -> str:
    """Return a text without the signs, the number of the next item and the "và" at its ends."""
    return _AND.sub("", _NEXT_NUMBER.sub("", text).strip(_ENDS), count=1)
