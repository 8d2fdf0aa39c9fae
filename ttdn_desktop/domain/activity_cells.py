"""The cells of a table of activities, read as an officer means them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import Reading, parse_value
from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.activity import Part
    from ttdn_desktop.domain.funding import Funding
    from ttdn_desktop.domain.indicator import Indicator

_BETWEEN = re.compile(r"[;\n]")
_CODE = re.compile(r"\s*(?:nhiệm vụ\s+)?([IVX]+\.\d+|\d+\.\d+)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>.+?)\s*[:=]\s*(?P<value>[^:=]+)")
_AND = re.compile(r"[;,\n]|\s+và\s+")


def listed(text: str) -> tuple[str, ...]:
    """Return what a cell lists, by semicolons or lines."""
    return tuple(part for each in _BETWEEN.split(text) if (part := tidy(each).lstrip("-• ")))


def item_codes(text: str) -> tuple[str, ...]:
    """Return the codes of plan items in a cell: "1.10; II.1", "1.10. Lồng ghép …".

    Raises KnownError `item_unknown` for a part that begins with no code.
    """
    if alone := _CODE.match(text):
        rest = text[alone.end() :]
        if not any(map(_CODE.match, _AND.split(rest)[1:])):
            return (alone[1].upper(),)
    return tuple(_code(part) for part in _AND.split(text) if part.strip())


def _code(text: str) -> str:
    found = _CODE.match(text)
    if found is None:
        raise KnownError("item_unknown", code=tidy(text))
    return found[1].upper()


def part_of(text: str, words: Mapping[Part, str]) -> Part:
    """Return the part that a cell names ("Chủ trì"); raises KnownError `part_unknown`."""
    for part, wording in words.items():
        if fold(tidy(text)) in (fold(wording), part):
            return part
    raise KnownError("part_unknown", text=tidy(text), known=", ".join(words.values()))


def readings_of(text: str, catalogue: Mapping[str, Indicator]) -> Iterator[Reading]:
    """Yield the figures of a cell: "Đoàn vào: 3; Đoàn ra: khoảng 2", by name or by code.

    Raises KnownError `reading_unreadable`, `indicator_unknown`, or as `parse_value` does.
    """
    for part in listed(text):
        found = _NAMED.fullmatch(part)
        if found is None:
            raise KnownError("reading_unreadable", text=part)
        yield reading_of(_indicator(found["name"], catalogue), found["value"])


def reading_of(code: str, text: str) -> Reading:
    """Return the figure of a cell in an indicator's own column; raises as `parse_value` does."""
    value, about = parse_value(text)
    return Reading(code, value, approximate=about)


def _indicator(name: str, catalogue: Mapping[str, Indicator]) -> str:
    wanted = fold(tidy(name))
    for code, indicator in catalogue.items():
        if wanted in (fold(code), fold(indicator.name)):
            return code
    raise KnownError("indicator_unknown", code=tidy(name), nearest=", ".join(list(catalogue)[:3]))


def fundings_of(text: str) -> Iterator[Funding]:
    """Yield the money of a cell: "chi thường xuyên: 18,5 triệu; xã hội hóa: 60 triệu".

    Raises KnownError as `parse_funding` does.
    """
    for part in listed(text):
        found = _NAMED.fullmatch(part)
        if found is None:
            raise KnownError("funding_unreadable", text=part)
        yield parse_funding(f"{found['name']}={found['value']}")
