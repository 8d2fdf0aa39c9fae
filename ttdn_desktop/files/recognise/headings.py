"""What a column holds, by its heading in any wording."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import fold
from ttdn_desktop.files.recognise.wordings import ENDS, HEADING_WORDS, HEADINGS, STARTS, TELLING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.task_list import Column

_MARK = re.compile(f"{NOTE_OPEN}.*?{NOTE_CLOSE}")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_YEAR = re.compile(r"\s*(?:năm\s*)?(20\d\d)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_LONGEST = 60
_SHORTEST_FUZZY = 6
_LIKENESS = 84


class Heading(NamedTuple):
    """What a heading was taken for; `sure` is False where it is only like a known one."""

    column: Column | None
    sure: bool = True


NO_HEADING = Heading(None)


def key(text: str) -> str:
    """Return the folded letters and digits of a text, without spaces or footnote marks."""
    return _NO_LETTER.sub("", fold(_MARK.sub("", text)))


def read_heading(text: str, *, near: bool = False) -> Heading:
    """Return what a column under this heading holds; nothing for what is no known heading.

    `near` takes those that are only like a known one, too: mistyped, or read from a picture.
    """
    if not text or len(text) > 2 * _LONGEST:
        return NO_HEADING
    bare = key(_IN_BRACKETS.sub("", text)) or key(text)
    if not bare or len(bare) > _LONGEST:
        return NO_HEADING
    found = _whole(bare) or _telling(bare)
    return found or (_near(bare) if near else None) or NO_HEADING


def stands_whole(text: str) -> bool:
    """Tell whether a heading is a known one as a whole, not by some words in it."""
    return key(text) in _known()


def year_of(text: str) -> int | None:
    """Return the year of a heading that is one ("2025", "Năm 2025")."""
    found = _YEAR.fullmatch(text)
    return int(found[1]) if found else None


def begins_a_period(text: str) -> bool:
    """Tell whether a heading is that of the first half of a period in two columns."""
    return key(text).removeprefix("thoigian") in _halves()[0]


def ends_a_period(text: str) -> bool:
    """Tell whether a heading is that of the second half of a period in two columns."""
    return key(text).removeprefix("thoigian") in _halves()[1]


def is_part_of_a_heading(text: str) -> bool:
    """Tell whether a cell holds nothing but words of headings, or a year."""
    words = re.findall(r"[a-z]+", fold(_MARK.sub("", text)))
    made_of_them = bool(words) and all(word in HEADING_WORDS for word in words)
    return year_of(text) is not None or (made_of_them and not re.search(r"\d", text))


@cache
def _known() -> Mapping[str, Column]:
    return {key(text): column for column, texts in HEADINGS.items() for text in texts}


@cache
def _halves() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(key, STARTS)), frozenset(map(key, ENDS))


@cache
def _needles() -> tuple[tuple[tuple[str, ...], Column], ...]:
    return tuple((tuple(map(key, words)), column) for words, column in TELLING)


def _whole(bare: str) -> Heading | None:
    column = _known().get(bare)
    return Heading(column) if column else None


def _telling(bare: str) -> Heading | None:
    for words, column in _needles():
        if all(word in bare for word in words):
            return Heading(column)
    return None


def _near(bare: str) -> Heading | None:
    if len(bare) < _SHORTEST_FUZZY:
        return None
    known = tuple(_known())
    best = process.extractOne(bare, known, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return Heading(_known()[best[0]], sure=False) if best else None
