"""What came of an activity, fitted to the sentence that tells it, so that nothing is said twice.

The officer's own words go before figures: a figure they state is not told again, and a result that
only repeats the title is dropped. What stands at a day (a stock) is told with its day instead.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.numbers import counted, grouped
from ttdn_desktop.domain.report_figure_words import PEOPLE
from ttdn_desktop.domain.report_figures import NOUNS
from ttdn_desktop.domain.report_words import VERBS, Opener
from ttdn_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.indicator import Indicator

_CLAUSE = re.compile(r"\s*;\s*|(?<=[^\W\d_A-Z]{2})[.!]\s+(?=[^\W_])|\s*\n\s*")
_LISTED = re.compile(r"^(?:[-–•+*]|\d{1,2}[.)])\s+")
_NUMBER = re.compile(r"(?<![\w/.,-])\d[\d.]*(?:,\d+)?(?![\w/-])")
_NUMBERED = re.compile(r"(?:khoảng |gần |hơn )?\d[\d.]*(?:,\d+)? ", re.IGNORECASE)
_DENIES = re.compile(r"(?:không|chưa) (?:có|phát|ghi|để)\b", re.IGNORECASE)
_PAPERS = Opener((
    "văn bản", "công văn", "tờ trình", "báo cáo", "kế hoạch", "chương trình", "quyết định",
    "thông báo", "hồ sơ", "ý kiến", "thông tin", "tài liệu", "tư liệu", "danh sách", "hướng dẫn",
))  # fmt: skip
_WENT = re.compile(
    r"(?:,? [^\s\d]+){0,5}? (?:đã (?:được )?|được )(?:ban hành|gửi|chuyển|trình|ghi nhận)\b",
    re.IGNORECASE,
)
_SENT = re.compile(r"(?:đã )?(?:gửi|chuyển) ", re.IGNORECASE)
_NO_MORE_THAN_THAT = 90
_WORD = re.compile(r"[^\W\d_]+")
_NEAR, _BEFORE = 5, 2
"""So many words behind a number, and before it, may name what it counts."""

_PLAIN = frozenset(
    ("va", "voi", "cac", "cua", "cho", "duoc", "da", "gom", "trong", "do", "la", "tai", "tren",
     "ve", "khoang", "luot", "nguoi", "du", "tham", "dat", "bang", "theo", "co", "mot", "tong",
     "so", "hoan", "thanh", "ban", "hanh", "thuc", "hien", "to", "chuc")
)  # fmt: skip
"""Words, folded, that add nothing to what a sentence says already."""


def clauses(words: str) -> list[str]:
    """Return what was typed, clause by clause, without dashes and marks."""
    parts = (_LISTED.sub("", part.strip()).strip(" \t-–•+*.;,") for part in _CLAUSE.split(words))
    return [part for part in parts if part]


def numbers(text: str) -> set[str]:
    """Return the numbers of a text as they would be told: "2" and "02" are one."""
    return {_plain_number(found) for found in _NUMBER.findall(text)}


def _plain_number(written: str) -> str:
    bare = written.rstrip(".")
    return bare.lstrip("0") or "0"


def states(text: str, figure: Figure) -> bool:
    """Tell whether a text says a figure: its number, near a word of what it counts."""
    value = figure.value if figure.value is not None else figure.shared
    if value is None:
        return False
    if figure.indicator.code in PEOPLE and _plain_number(counted(value)) in numbers(text):
        return True
    wanted = {_plain_number(counted(value)), _plain_number(grouped(value))}
    return any(
        _names(figure.indicator).intersection(_around(text, found))
        for found in _NUMBER.finditer(text)
        if _plain_number(found[0]) in wanted
    )


@cache
def _names(indicator: Indicator) -> frozenset[str]:
    """Return the words, folded, that name what an indicator counts."""
    noun = NOUNS.get(indicator.code, indicator.name)
    return frozenset(_words(f"{noun} {indicator.unit}")) - {"cac", "va"}


def _around(text: str, found: re.Match[str]) -> list[str]:
    behind = _words(text[found.end() :].partition(";")[0])[:_NEAR]
    return _words(text[: found.start()].rpartition(";")[2])[-_BEFORE:] + behind


def repeats(clause: str, told: str) -> bool:
    """Tell whether a clause says nothing that a text does not say, its numbers included."""
    if not numbers(clause) <= numbers(told) | {"1"}:
        return False
    return not set(_words(clause)) - set(_words(told)) - _PLAIN


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def is_handed_on(clause: str) -> bool:
    """Tell whether a clause says no more than that a paper went its way.

    "Văn bản được gửi cơ quan chủ trì" is in annex I; the text tells what was done (rule 2).
    """
    short = len(clause) <= _NO_MORE_THAN_THAT and not _NUMBER.search(clause)
    return short and _went_its_way(clause) and not _ANSWERED.search(clause)


def _went_its_way(clause: str) -> bool:
    """Tell whether a clause opens with "văn bản … đã được gửi" or with "gửi văn bản"."""
    if paper := _PAPERS.of(clause):
        return bool(_WENT.match(clause, len(paper)))
    sent = _SENT.match(clause)
    return bool(sent and _PAPERS.of(clause[sent.end() :]))


_ANSWERED = re.compile(r"\b(?:không|chưa|phê duyệt|chấp thuận|đồng ý|tiếp thu|thống nhất)\b")


def begins_with_number(clause: str) -> bool:
    """Tell whether a clause opens with how many."""
    return bool(_NUMBERED.match(clause))


def without_verb(clause: str, title: str) -> str:
    """Return a clause without the verb that it shares with the title: "Đăng 11 tin" → "11 tin"."""
    verb = VERBS.of(clause)
    if not verb or not title.casefold().startswith(verb.casefold()):
        return clause
    rest = clause[len(verb) :].strip()
    return rest if begins_with_number(rest) else clause


def stands(figure: Figure) -> bool:
    """Tell whether a figure stands at a day rather than being added."""
    return figure.indicator.kind is not IndicatorKind.FLOW


def of_stocks(clause: str, figures: Sequence[Figure]) -> bool:
    """Tell whether a clause only says what stands at a day."""
    stated = [figure for figure in figures if stands(figure) and states(clause, figure)]
    return bool(stated) and len(numbers(clause)) <= len(stated)


def denies(reason: str) -> bool:
    """Tell whether a reason says itself that nothing was done: "Trong kỳ không phát sinh …"."""
    return bool(_NOTHING.match(reason))


_NOTHING = re.compile(r"trong kỳ,? (?:đơn vị )?không (?:có [^,;]*)?phát sinh\b", re.IGNORECASE)


def continues(clause: str) -> bool:
    """Tell whether a clause goes on from what the unit did: it opens with a verb of its own."""
    verb = VERBS.of(clause)
    acts = verb and not clause[len(verb) :].startswith(" được")
    return bool(acts) or bool(_DENIES.match(clause))
