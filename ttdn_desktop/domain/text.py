"""Vietnamese text: one form on the way in, folded for finding, keyed for sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

FOLD_VERSION = 2
"""Raised when `fold`, `exact` or `sort_key` change, so that the search index is rebuilt."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the CLDR order for vi
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# fmt: off
_NEW_TONE = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
             "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
             "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
# fmt: on
_OLD_TONE = re.compile("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")


def nfc(text: str) -> str:
    """Return the text in NFC; the only change ever made to what an officer wrote."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return NFC with runs of white space as one space: for names and titles on one line."""
    return " ".join(nfc(text).split())


def fold(text: str) -> str:
    """Return the text without accents, đ as d, in small letters, as long as its NFC form."""
    return nfc(text).translate(_FOLDED)


def exact(text: str) -> str:
    """Return small letters in NFC with one tone placement (hoà = hòa): the accented search key."""
    return _OLD_TONE.sub(lambda old: _NEW_TONE[old[0]], nfc(text).lower())


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters: cut behind a whole word, then "…"."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    words = cut[: cut.rfind(" ")] if " " in cut else cut[:-1]
    return f"{words.rstrip(' ,.;:-–(')}…"


def has_accents(text: str) -> bool:
    """Tell whether folding would lose something besides capitals."""
    return fold(text) != nfc(text).lower()


def sort_key(text: str) -> str:
    """Return a key that sorts as CLDR does for Vietnamese: letters first, then tones."""
    letters: list[str] = []
    tones: list[str] = []
    for char in nfc(text).lower():
        letter, tone = _letter_and_tone(char)
        letters.append(letter)
        tones.append(tone)
    return "".join(letters) + "\x00" + "".join(tones)


@cache
def _letter_and_tone(char: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks if mark in _TONES), "")
    letter = nfc("".join(mark for mark in marks if mark != tone))
    place = _LETTERS.find(letter or char)
    key = chr(0x100 + place) if place >= 0 else letter
    return key, str(_TONES.find(tone) + 1) if tone else "0"


class _FoldTable(dict[int, str]):
    """A translation table that learns each letter the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


_FOLDED = _FoldTable()


def _fold_char(char: str) -> str:
    marks = unicodedata.normalize("NFD", char.lower())
    bare = "".join(mark for mark in marks if not unicodedata.combining(mark)).replace("đ", "d")
    return bare if len(bare) == 1 else char
