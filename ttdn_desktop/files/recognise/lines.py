"""Lines within a cell: those broken by the width of a column are joined, items keep theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.files.recognise.wordings import OPEN_ENDINGS, OPEN_NAMES, UNIT_STARTS

if TYPE_CHECKING:
    from collections.abc import Callable

_GONE = str.maketrans(dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff"))
_ITEM = re.compile(r"(?:[-–+•*●▪]|[a-zđ]\)|\d{1,2}\))\s+(?=(\S))")
_ENDED = (".", ";", ":", "!", "?", "…")
_HELD = ("-", "/")
_YEAR_BEGUN = re.compile(r"(?<!\d)\d{1,3}$")
_YEAR_REST = re.compile(r"\d{1,3}(?![\d/])")
_YEAR_DIGITS, _CENTURIES = 4, ("19", "20")
_SEPARATED = (",", ";", "-", "–", "&", "(", "/")


def flowing(text: str) -> str:
    r"""Return a text whose broken lines are joined by a space; an item keeps its own line.

    A hyphen or slash within a number or a word stays closed up ("57-\nKL/TW" → "57-KL/TW"),
    one between words stays apart ("xã hội -\nnghề nghiệp" → "xã hội - nghề nghiệp").
    """
    return _joined(text, _between)


def names_apart(text: str) -> str:
    r"""Return a cell of bodies whose broken lines are joined; a line that begins a name is kept."""
    return _joined(text, _between_names)


def one_line(text: str) -> str:
    """Return a text on one line, closed up where a hyphen held it together."""
    return flowing(text).replace("\n", " ")


def _joined(text: str, between: Callable[[str, str], str]) -> str:
    if text.isprintable() and "  " not in text:  # a break or a strange space is not printable
        return text.strip()
    whole = ""
    for piece in text.translate(_GONE).splitlines():
        line = " ".join(piece.split())
        whole = f"{whole}{between(whole, line)}{line}" if whole and line else whole or line
    return whole


def _between(before: str, line: str) -> str:
    if item := _ITEM.match(line):
        begun = item[1].isupper() or line[0] not in "-–+"
        if begun or before.endswith(_ENDED):
            return "\n"
    return _held(before, line)


def _held(before: str, line: str) -> str:
    closed = before.endswith(_HELD) and before[-2:-1].isalnum() and line[0].isalnum()
    return "" if closed or _broken_year(before, line) else " "


def _broken_year(before: str, line: str) -> bool:
    r"""Tell whether a narrow column has broken a year in two: "30/6/202\n5", "2024-20\n30"."""
    begun, rest = _YEAR_BEGUN.search(before), _YEAR_REST.match(line)
    if begun is None or rest is None:
        return False
    year = begun[0] + rest[0]
    return len(year) == _YEAR_DIGITS and year.startswith(_CENTURIES)


def _between_names(before: str, line: str) -> str:
    if item := _ITEM.match(line):
        named = line[item.end() :].lower().startswith(UNIT_STARTS)
        return "\n" if named or _ITEM.match(before) or before.endswith(_ENDED) else " "
    if not line[0].isupper() or not line.lower().startswith(UNIT_STARTS):
        return _held(before, line)
    return _held(before, line) if _goes_on(before) else "\n"


def _goes_on(before: str) -> bool:
    """Tell whether a name, or a list of names, is not at its end."""
    name = re.split(r"[\n,;]", before)[-1].strip(" -–+•").lower()
    last = name.rpartition(" ")[2]
    return before.endswith(_SEPARATED) or last in OPEN_ENDINGS or name in OPEN_NAMES
