"""When a task runs, as the cell of a task list says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.period_marks import FIRST_YEAR, LAST_YEAR, MARK, mark_number, marked
from ttdn_desktop.domain.text import fold
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.period_marks import Mark

_LONGEST = 500
"""Letters of the longest cell that is still a period and not a text."""

_DASHES = re.compile(r"[\u2010-\u2015\u2212\uff0d\u00ad\u00f7~→]|->")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_TORN_YEAR = re.compile(r"(?<![\d/.-])(?<!\d )(20) (\d\d)(?= ?(?:$|[-,;]))")
_WHOLE_NUMBER = re.compile(r"\b(\d{4})\.0+$")
_CITED = re.compile(
    r"\b(?:so )?\d+[/-]?\d*[/-][a-z]+[a-z0-9/-]*(?:,? ngay \d{1,2}(?:[/.-]| thang )\d{1,2}"
    r"(?:[/.-]| nam )\d{4})?"
)
"""The number of a document and its day: no period."""

_WEEK = re.compile(
    r"\btuan (?:le )?(?:thu )?(?:\d{1,2}|nhat|hai|ba|tu|dau|cuoi)\b(?! ?(?:[/.-] ?\d|/?lan))"
    r"|\b(?:ke )?tu nay\b"
)
"""A week of a month, and "from now on": the years stand beside it."""

_RECURRING = re.compile(
    r"\b(?:(?<![/.-])\d{1,2} )?(?:hang|moi|tung) (?:nam|quy|thang|tuan|ngay)\b"
    r"|\bthuong xuyen\b|\blien tuc\b|\bdinh ky\b"
    r"|\bdot xuat\b|\blau dai\b|\b(?:trong|ca) nam\b(?! [\d\ue100-\uefff])"
    r"|\b(?:\d+|mot|hai) (?:ngay|tuan|thang|quy|nam) ?(?:/|mot|moi)? ?(?:\d+ )?lan\b"
    r"|\bthuong nien\b|\bkhong (?:co )?thoi han\b|\b24 ?/ ?(?:7|24)\b(?!/)"
    r"|\b0?[69] thang ?(?:,|va|/|-) ?(?:(?:0?1|ca) )?nam\b(?! [\d\ue100-\uefff])"
    r"|\b(?:\d+|mot|hai) lan ?(?:/|mot|moi|trong)? ?(?:\d+ |mot )?(?:ngay|tuan|thang|quy|nam)\b"
)
_CONDITION = re.compile(
    r"(?:(?<!tiep )\btheo|\b(?:khi|sau khi|ngay sau|ngay khi|tuy|can cu|phu hop|dong bo|cung)"
    r"|\btu (?:ngay|khi) (?:ky|ban hanh|duoc|co))\b[^,;.\d\ue100-\uefff]*"
)
"""What names no year because it names something else: a plan, a request, an event."""

_FILL = r"(?:(?:giai doan|nam|ngay|thang|quy|het|cuoi|dau|vao) )*"
_RANGE = re.compile(
    rf"(?:\b(?:bat dau |ke )?tu {_FILL})?({MARK}) ?(?:-|\bden\b|\btoi\b) ?{_FILL}({MARK})"
)
_VISION = re.compile(rf"\b(?:dinh huong|tam nhin)\b[^,;\ue100-\uefff]*{MARK}")
_NEXT_YEARS = r"(?:cac |nhung )?nam (?:tiep theo|tiep sau|ke tiep|sau|toi)(?: do)?\b"
_PART = re.compile(
    rf"\b(?:bat dau |ke )?tu {_FILL}(?P<since>{MARK})(?: tro di\b)?"
    rf"|(?P<onward>{MARK}) ?(?:tro di\b|(?:va |, ?|; ?)?(?:trong )?{_NEXT_YEARS})"
    rf"|\btruoc {_FILL}(?P<before>{MARK})"
    r"|\b(?:den|toi|cham nhat|muon nhat|khong qua|khong muon hon)(?: den| la| truoc| trong)* "
    rf"{_FILL}(?P<until>{MARK})"
    rf"|\bsau {_FILL}(?P<after>{MARK})"
    rf"|(?P<plain>{MARK})"
)
_WORD = re.compile(r"[^\W_]+")
_PLAIN_WORDS = frozenset(
    _WORD.findall(
        "nam thang quy ngay giai doan nhiem ky trong cac nhung tu den het va hoac thuc hien "
        "trien khai hoan thanh xong bat dau ket thuc du kien thoi gian diem han vao khoang ca cua "
        "hang moi dinh cuoi giua nua tiep theo sau truoc tro di hoc cham nhat muon phan dau co "
        "ban to chuc toi xuyen suot dip bao cao tong ket so gui nop ban hanh trinh phe duyet "
        "i ii iii 1 2 3 a b c"
    )
)
"""Words that change nothing of the years they stand beside."""


@immutable
class Period:
    """The years that a cell names, both included; None where it leaves that end open.

    `doubt` is blank, or the key of the sentence ("read.<key>") that says what is unclear; the
    years are then those that were understood, if any.
    """

    first_year: int | None
    last_year: int | None
    doubt: str = ""


_Part = tuple[int | None, int | None]
_YEAR_BEGIN, _YEAR_END = (1, 1), (12, 31)


def parse_period(text: str, base_year: int | None = None) -> Period:
    """Read "2024 - 2030", "Quý IV/2025", "Hằng năm"; never raises.

    `base_year` is the year the plan was issued in: what is counted in days from there is in it.
    A text that names no year on purpose ("thường xuyên", "theo lộ trình") has neither years nor
    a doubt.
    """
    words = _plain(text)
    if not _WORD.search(words):
        return Period(None, None)
    if len(words) > _LONGEST:
        return Period(None, None, "period_unclear")
    recurring = bool(_RECURRING.search(words))
    reduced, marks = marked(_RECURRING.sub(" , ", words), base_year)
    return _understood(reduced, marks, recurring=recurring)


def _plain(text: str) -> str:
    folded = _DASHES.sub("-", fold(_PRIVATE.sub("", text)))
    words = _WHOLE_NUMBER.sub(r"\1", " ".join(folded.replace("(", ", ").replace(")", " ").split()))
    return _TORN_YEAR.sub(r"\1\2", _WEEK.sub(" ", _CITED.sub(" ", words)))


def _understood(reduced: str, marks: Sequence[Mark], *, recurring: bool) -> Period:
    named = [mark for mark in marks if mark.first]
    doubt = _worst(marks, recurring=recurring)
    if doubt in {"period_impossible", "period_backwards"}:
        return Period(None, None, doubt)
    text = " ".join(reduced.split())
    text = _VISION.sub(" ", text) if len(named) > 1 else text
    conditional = bool(_CONDITION.search(text))
    text = _CONDITION.sub(" ", text)
    parts = _parts(text, marks)
    if parts is None:
        return Period(None, None, "period_backwards")
    left = _PART.sub(" ", _RANGE.sub(" ", text))
    if not doubt and not (marks or recurring or conditional):
        doubt = "period_unclear"
    return _joined(parts, left, doubt)


def _worst(marks: Sequence[Mark], *, recurring: bool) -> str:
    """Return the weightiest doubt; a day without a year is none where it comes every year."""
    doubts = {mark.doubt for mark in marks}
    if recurring:
        doubts -= {"period_without_year"}
    if any(mark.first for mark in marks):
        doubts -= {"period_counted"}
    if any(_is_whole_year(mark) for mark in marks):
        doubts -= {"period_without_year"}
    return next((doubt for doubt in _WEIGHT if doubt in doubts), "")


def _is_whole_year(mark: Mark) -> bool:
    """Tell whether a mark is one year: "Năm 2025 (Quý II)" leaves no doubt of the quarter."""
    if mark.first is None or mark.last is None:
        return False
    same = mark.first[0] == mark.last[0]
    return same and (mark.first[1:], mark.last[1:]) == (_YEAR_BEGIN, _YEAR_END)


_WEIGHT = (
    "period_impossible",
    "period_backwards",
    "period_short_year",
    "period_without_year",
    "period_counted",
)


def _parts(text: str, marks: Sequence[Mark]) -> list[_Part] | None:
    """Return the years of each expression, or None where one runs backwards."""
    parts: list[_Part] = []
    for found in _RANGE.finditer(text):
        begin, end = (marks[mark_number(letter)] for letter in found.groups())
        if begin.first and end.last and begin.first > end.last:
            return None
        parts.append((_year(begin.first), _year(end.last)))
    for found in _PART.finditer(_RANGE.sub(" ", text)):
        mark = marks[mark_number(found[str(found.lastgroup)])]
        if mark.first and mark.last:
            parts.append(_open(str(found.lastgroup), mark.first, mark.last))
    return parts


def _open(how: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> _Part:
    if how in {"since", "onward"}:
        return first[0], None
    if how == "after":
        return min(last[0] + int(last[1:] == _YEAR_END), LAST_YEAR), None
    if how == "before":
        return None, max(last[0] - int(last[1:] == _YEAR_BEGIN), FIRST_YEAR)
    return (None if how == "until" else first[0]), last[0]


def _year(day: tuple[int, int, int] | None) -> int | None:
    return day[0] if day else None


def _joined(parts: Sequence[_Part], left: str, doubt: str) -> Period:
    words = _WORD.findall(left)
    if not all(word in _PLAIN_WORDS for word in words):
        doubt = doubt or "period_unclear"
        if any(any(map(str.isdigit, word)) for word in words):
            return Period(None, None, doubt)
    if not parts:
        return Period(None, None, doubt)
    first, last = _ends(parts)
    if first and last and first > last:
        return Period(None, None, "period_backwards")
    return Period(first, last, doubt or ("period_gap" if _has_gap(parts) else ""))


def _ends(parts: Sequence[_Part]) -> _Part:
    """Return the first and last year of all; an end is open where a part beyond it is."""
    firsts = [first for first, _ in parts if first]
    lasts = [last for _, last in parts if last]
    first = min(firsts, default=None)
    last = max(lasts, default=None)
    if first and any(begin is None and end and end < first for begin, end in parts):
        first = None
    if last and any(end is None and begin and begin > last for begin, end in parts):
        last = None
    return first, last


def _has_gap(parts: Sequence[_Part]) -> bool:
    """Tell whether years between the parts are left out, which two ends cannot say."""
    whole = sorted((first, last) for first, last in parts if first and last)
    reached = whole[0][1] if whole else 0
    for first, last in whole:
        if first > reached + 1:
            return True
        reached = max(reached, last)
    return False
