"""What văn thư fills in once it is signed: number, day and the signer's name (Decree 30, Điều 15).

Number and day are never made up here: they come as they were given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.report_sentences import month
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date

_ROOM = re.compile(r"\s{2,}")
_DAY = ", ngày"
_BARE_DIGIT = re.compile(r"[1-9](?!\d)")


@immutable
class Filling:
    """The three places as printed: "Số: 05/BC-SNgV", "Kon Tum, ngày 05 tháng 01 năm 2026"."""

    number_line: str
    place_date: str
    signer: str


@immutable
class Places:
    """The names of the bookmarks around the places, and around the mark of a draft."""

    number: str
    place_date: str
    signer: str
    mark: str


def symbol(blank_line: str, number: str) -> str:
    """Return số và ký hiệu whole, "05/BC-SNgV", from the blank line and the number as given.

    A number that comes with its own ký hiệu is left as it is; its leading 0 is never touched.
    """
    given = "".join(number.split())
    if "/" in given or "-" in given:
        return given
    room = _ROOM.search(blank_line)
    return given + (blank_line[room.end() :] if room else "")


def number_line(blank_line: str, whole: str) -> str:
    """Return box 3 filled in: what stands before its room, then số và ký hiệu."""
    room = _ROOM.search(blank_line)
    before = blank_line[: room.start()] if room else blank_line.partition(":")[0] + ":"
    return f"{before} {whole}"


def place_date(blank_line: str, day: date) -> str:
    """Return box 4 filled in: days below 10, and months 1 and 2, bear a 0 (II.4b)."""
    return f"{blank_line.rpartition(_DAY)[0]}{_DAY} {day.day:02d} {month(day)}"


def lacks_zero(number: str) -> bool:
    """Tell whether a number below 10 is given without its 0 (II.3b)."""
    return _BARE_DIGIT.match("".join(number.split())) is not None
