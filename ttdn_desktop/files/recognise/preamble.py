"""The plan's own number, day and title, in the lines around a list."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARK = re.compile(f"{NOTE_OPEN}.*?{NOTE_CLOSE}")
_NUMBER = re.compile(
    r"(?:kế hoạch|quyết định|công văn|chương trình|văn bản|kết luận)\s*(?:số)?\s*:?\s*"
    r"(?P<number>\d[\w./\-]*[/-][\w\-]+)?[^)]{0,40}?ngày\s*(?P<day>\d{0,2})\s*(?:tháng|/)\s*"
    r"(?P<month>\d{0,2})\s*(?:năm|/)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"số\s*:\s*(\d+\s*/\s*[\w\-]+)", re.IGNORECASE)
_OWN_DAY = re.compile(r"[^\d,]{2,40},?\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\.?")
_KINDS = ("ke hoach", "quyet dinh", "chuong trinh", "chuong trinh hanh dong")
_BODY = ("thuc hien", "can cu", "i. ", "i.", "de ", "nham ", "phan ", "kinh gui", "_", "-", "*")
_ENCLOSED = ("kem theo", "ban hanh kem theo", "dinh kem", "kem ke hoach")
_TITLE_LINES = 8
_HEAD_LINES = 30


class Preamble(NamedTuple):
    """The plan's number ("" where it is blank), its day, its title, and the year it is of."""

    number: str = ""
    issued_on: date | None = None
    title: str = ""
    year: int | None = None


def preamble(before: Sequence[str], after: Iterable[str]) -> Preamble:
    """Read the lines before a list and those after it.

    "(Kèm theo Kế hoạch số 157/KH-UBND ngày 17 tháng 01 năm 2022 …)" goes before the number and
    day of the letter itself; blanks ("số:      /KH-UBND ngày     tháng 7") stay blank.
    """
    pieces = (piece for text in before for piece in _MARK.sub("", text).splitlines() or [""])
    lines = [tidy(piece) for piece in pieces]
    found = _enclosed(lines) or _enclosed([tidy(text) for text in after]) or _letter(lines)
    return found._replace(title=_title(lines))


def _enclosed(lines: Sequence[str]) -> Preamble | None:
    for start, line in reversed(list(enumerate(lines))):
        if not fold(line).lstrip("( ").startswith(_ENCLOSED):
            continue
        if found := _NUMBER.search(" ".join(lines[start : start + 3])):
            number = (found["number"] or "").strip("/-")
            day = _day(found["day"], found["month"], found["year"])
            return Preamble(number, day, year=int(found["year"]))
    return None


def _letter(lines: Sequence[str]) -> Preamble:
    """Read the head of a letter: "Số: 157/KH-UBND", "Kon Tum, ngày 17 tháng 01 năm 2022"."""
    number, day, year = "", None, None
    for line in lines[:_HEAD_LINES]:
        if not number and (found := _OWN_NUMBER.match(line)):
            number = "".join(found[1].split())
        if year is None and (when := _OWN_DAY.fullmatch(line)):
            day, year = _day(when[1], when[2], when[3]), int(when[3])
    return Preamble(number, day, year=year)


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _title(lines: Sequence[str]) -> str:
    """Return what follows "KẾ HOẠCH" on a line of its own, else the lines above "(Kèm theo"."""
    for start, line in enumerate(lines):
        if fold(line).strip(" .") in _KINDS and line.isupper():
            return _until_the_body(lines[start + 1 : start + 1 + _TITLE_LINES])
    for end, line in enumerate(lines):
        if "kem theo" in fold(line):
            return tidy(" ".join(filter(_is_of_a_title, lines[max(0, end - 4) : end])))
    return ""


def _is_of_a_title(line: str) -> bool:
    head = _OWN_NUMBER.match(line) or _OWN_DAY.fullmatch(line)
    return not head and not fold(line).startswith(("phu luc", "bieu so", "mau so"))


def _until_the_body(lines: Sequence[str]) -> str:
    title: list[str] = []
    for line in lines:
        begun = fold(line)
        if title and (not line or (begun.startswith(_BODY) and line[0].isupper())):
            break
        if line and not line.startswith(("_", "--", "**")):
            title.append(line)
    return tidy(" ".join(title))
