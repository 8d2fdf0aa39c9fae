"""Numbers and money as Vietnamese officers type and read them."""

from __future__ import annotations

import re
from decimal import Decimal

from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError

# What follows is compiled when something typed is read: writing a report reads nothing.
_THOUSANDS = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?"
_COMMA = r"\d+,\d+"
_PLAIN = r"-?\d+(?:\.\d+)?"
_SCALED = r"\s*(-?\d[\d., ]*?)\s*(nghìn|ngàn|k|triệu|tr|tỷ|tỉ)"
_CURRENCY = r"\s*(?:đồng|đ|vnd|vnđ)$"
_TAIL = r"\d{1,3}|rưỡi"
_SCALES: dict[str, int] = {
    "k": 10**3,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
MILLION = 10**6
_LONGEST = 15
"""Signs of the longest number read: past it, a slip of the keyboard, and no database's number."""
_TOO_MUCH: int = 10**_LONGEST
_PADDED_BELOW = 10


def parse_number(text: str) -> Decimal:
    """Read "3", "1.234.567,8", "1 234", "1,5" or "1.5" into an exact number of zero or more.

    Raises KnownError `number_unreadable`, or `number_negative` below zero.
    """
    return _number(" ".join(text.split()), text)


def _number(words: str, text: str) -> Decimal:
    """Read words that are the whole or a piece of what was typed, `text`."""
    if re.fullmatch(_THOUSANDS, words.removeprefix("-")):
        words = words.replace(".", "").replace(" ", "").replace(",", ".")
    elif re.fullmatch(_COMMA, words.removeprefix("-")):
        words = words.replace(",", ".")
    if not re.fullmatch(_PLAIN, words) or len(words) > _LONGEST:
        raise KnownError("number_unreadable", text=text)
    value = Decimal(words)
    if value < 0:
        raise KnownError("number_negative", text=text)
    return value


def parse_quantity(text: str) -> Decimal:
    """Read what `parse_number` reads, "18,5 triệu", "18tr5", "1 tỷ 200 triệu" or "500k".

    A dot before three digits parts thousands, with a unit too: "1.234 triệu" is 1234 million,
    "1.2 tr" is one and a fifth. Raises as `parse_number` does.
    """
    words = tidy(text).casefold()
    plain = re.sub(_CURRENCY, "", words)
    total, at, least = Decimal(0), 0, _TOO_MUCH
    for found in re.finditer(_SCALED, plain):
        piece = _number(found[1], text) * _SCALES[found[2]]
        if found.start() != at or piece >= least:
            raise KnownError("number_unreadable", text=text)
        total, at, least = total + piece, found.end(), _SCALES[found[2]]
    if not at:
        return _number(plain, text)
    tail = plain[at:].strip()
    if tail and (plain != words or not re.fullmatch(_TAIL, tail)):
        raise KnownError("number_unreadable", text=text)
    fraction = Decimal(f"0.{tail.replace('rưỡi', '5') or 0}")
    return total + fraction * least


def parse_amount(text: str) -> int:
    """Read "18.500.000", "18,5 triệu" or "1,2 tỷ đồng" into whole đồng.

    Raises KnownError as `parse_quantity` does, and `amount_not_whole` for parts of a đồng.
    """
    amount = parse_quantity(text)
    if amount != amount.to_integral_value():
        raise KnownError("amount_not_whole", text=text)
    return int(amount)


def grouped(value: Decimal | int) -> str:
    """Return 1.234.567,8: dots between thousands, a decimal comma, no idle zeros."""
    whole = int(value)
    dotted = f"{whole:,}".replace(",", ".")
    if whole == value:
        return dotted
    return f"{dotted},{f'{Decimal(value):f}'.partition('.')[2].rstrip('0')}"


def counted(value: Decimal | int) -> str:
    """Return a number as official prose counts: two digits below ten (02), else grouped."""
    whole = int(value)
    if whole == value and 0 <= whole < _PADDED_BELOW:
        return f"{whole:02d}"
    return grouped(value)


def in_millions(amount: int) -> str:
    """Return whole đồng as "352,5 triệu đồng", or in đồng where less than a tenth would be lost."""
    if amount % (MILLION // 10):
        return f"{grouped(amount)} đồng"
    return f"{grouped(Decimal(amount) / MILLION)} triệu đồng"
