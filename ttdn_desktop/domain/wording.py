"""What of a text is wording: two copies of one list say the same, however they were typed."""

from __future__ import annotations

import re

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import exact

_NOTE = re.compile(f"{NOTE_OPEN}[^{NOTE_CLOSE}]*{NOTE_CLOSE}")
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uf0b7"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _UNSEEN), ""),
    ord("…"): "...",
}
_IDLE_HYPHEN = re.compile(r"(?<!\d)-|-(?!\d)")
_END = ".;,:"


def comparable(text: str) -> str:
    """Return what two copies of one wording have in common.

    Line breaks, spaces, hyphens but those between figures, kinds of quotation marks, NFD, places
    of tones (hoà, hòa), capitals, footnote marks and the stop at the end are no wording.
    """
    joined = "".join(_bared(text).split())
    return (_IDLE_HYPHEN.sub("", joined) if "-" in joined else joined).rstrip(_END)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they compare, without those that are only signs."""
    words = (_IDLE_HYPHEN.sub("", word) if "-" in word else word for word in _bared(text).split())
    return [bare for word in words if (bare := word.rstrip(_END))]


def _bared(text: str) -> str:
    return exact(_NOTE.sub("", text) if NOTE_OPEN in text else text).translate(_PLAIN)
