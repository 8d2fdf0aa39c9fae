"""Codes of tasks and groups in any style, as numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ttdn_desktop.domain.text import fold
from ttdn_desktop.files.recognise.wordings import GROUP_WORDS

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that items are numbered with, in the order of the Vietnamese alphabet."""

SUBSTYLES = frozenset({"a", "-", "1)", "i"})
"""Styles of items within a task."""

_ROMAN = {"I": 1, "V": 5, "X": 10}
_DASHES = frozenset("-–+•*●▪")
_LONGEST = 24
_HIGHEST = 9_999
"""No list is longer: a higher number is a telephone's, a document's, or meant to do harm."""

_DOTTED = re.compile(r"(?:\d{1,4}|[IVX]+|[A-ZĐ])(?:[.,\-](?:\d{1,4}|[a-zđ]|[IVX]+))+")
_TRAILING = re.compile(r"[^\W\d_][\w./\-]*?(\d{1,3}(?:\.\d{1,3})*)")
_LED = re.compile(r"(\d{1,3})[./\-][^\W\d_]+")
_IN_TEXT = re.compile(
    r"(\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|\(\d{1,2}\)|[IVX]+(?:\.\d+)+\.?|[IVX]+[.)]"
    r"|[A-ZĐ][.)]|[a-zđ]\)|[-–+•●▪])\s+(?=\S)"
)
_ROMAN_IN_TEXT = re.compile(r"([IVX]{2,5}|[IVX])\s*[-–:]\s+(?=\S)")


class Code(NamedTuple):
    """A code as numbers: "1.10", "I.10", "A.10" are (1, 10); `style` tells kinds of rows apart.

    Styles: "1", "1)", "I", "A", "a", "i", "-", a word ("nhóm"), and one for each length of
    a dotted number (".", "..").
    """

    style: str
    parts: tuple[int, ...]


def read_code(text: str) -> Code | None:
    """Return a cell that is a code, as numbers; None for what is none."""
    bare = text.strip()
    if bare.replace(".", "").isdecimal():  # the many, without more ado
        return _of_numbers(bare)
    if not bare or len(bare) > _LONGEST:
        return None
    return _single(bare) or _dotted(bare) or _worded(bare) or _prefixed(bare)


def leading_code(text: str) -> tuple[str, str]:
    """Return the code that a text begins with, and the rest; "" where it begins with none."""
    if worded := _word_in_text().match(text):
        return worded[1], text[worded.end() :].strip()
    found = _IN_TEXT.match(text) or _ROMAN_IN_TEXT.match(text)
    return (found[1], text[found.end() :].strip()) if found else ("", text)


def _of_numbers(text: str) -> Code | None:
    parts = tuple(map(int, filter(None, text.split(".")))) if len(text) <= _LONGEST else ()
    if not parts or max(parts) > _HIGHEST:
        return None
    if parts[1:] == (0,):  # "1.0" is a group kept as a number
        parts = parts[:1]
    return Code("1" if len(parts) == 1 else "." * (len(parts) - 1), parts)


def _single(text: str) -> Code | None:
    bare = text.strip("().:/ ")
    closed = text.rstrip(" .:").endswith(")")
    if (not bare and text[0] in _DASHES) or text in _DASHES:
        return Code("-", (0,))
    if bare.isascii() and bare.isdigit() and len(bare) <= 4:  # noqa: PLR2004 (as above)
        return Code("1)" if closed else "1", (int(bare),))
    if len(bare) == 1 and bare.lower() in LETTERS and (bare.islower() or bare not in _ROMAN):
        return Code("a" if bare.islower() else "A", (LETTERS.index(bare.lower()) + 1,))
    if number := roman(bare):
        return Code("I", (number,))
    small = roman(bare.upper()) if bare.islower() else 0
    return Code("i", (small,)) if small else None


def roman(text: str) -> int:
    """Return the value of a Roman numeral below 40; 0 for what is none."""
    if not text or not re.fullmatch(r"X{0,3}(IX|IV|V?I{0,3})", text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < later else value for value, later in pairs)


def _dotted(text: str) -> Code | None:
    bare = text.strip("() ").rstrip(".:) ")
    if not _DOTTED.fullmatch(bare):
        return None
    pieces = re.split(r"[.,\-]", bare)
    parts = tuple(map(_piece, pieces))
    return Code("." * (len(parts) - 1), parts)


def _piece(text: str) -> int:
    if text.isdigit():
        return int(text)
    return roman(text) or LETTERS.find(text.lower()) + 1


def _worded(text: str) -> Code | None:
    found = _word_in_text().fullmatch(f"{text.rstrip('.: ')}:")
    if not found:
        return None
    number = found[3]
    parts = tuple(map(_piece, number.split(".")))
    return Code(" ".join(fold(found[2]).split()), parts)


def _prefixed(text: str) -> Code | None:
    """Return the numbers that "KH20_N01.1", "NV-05" end with, or "01/NV" begins with."""
    found = _TRAILING.fullmatch(text.rstrip(".")) or _LED.fullmatch(text)
    if not found:
        return None
    parts = tuple(map(int, found[1].split(".")))
    return Code("1" if len(parts) == 1 else "." * (len(parts) - 1), parts)


@cache
def _word_in_text() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in GROUP_WORDS)
    number = r"\d{1,3}(?:\.\d{1,3})*|[IVX]+|[A-Z]"
    return re.compile(rf"(({words})\s+(?i:thứ\s+|số\s+)?({number}))\s*[.:)\-–]\s*", re.IGNORECASE)
