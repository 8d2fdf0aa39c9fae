"""The numbers that Word makes: lists, their templates, and counts that run through a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.files.docx_markup import (
    ALTERNATIVES,
    FALLBACK,
    RUN_LOOK,
    VALUE,
    W,
    is_on,
    switched_on,
    value,
    whole,
)
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

LEVELS = 9
HIGHEST = 1_000_000
"""A number beyond is somebody's joke and is written in digits of its own."""

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LONGEST_ROMAN = 10_000
_MOST_LETTERS = 26 * 50


@immutable
class Label:
    """What is printed before a paragraph, without the space behind it.

    `bullet` counts nothing; `bold` is None where the paragraph decides.
    """

    text: str
    bullet: bool = False
    bold: bool | None = None


@immutable
class _Level:
    start: int
    form: str
    template: str
    restart: int | None
    plain_digits: bool
    style: str | None
    bold: bool | None


@immutable
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """All lists of a document, and where each stands: to be asked once a paragraph, in order."""

    def __init__(self, numbering: _Element | None) -> None:
        """Read the part "numbering", where it is there."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: _Element) -> None:
        abstracts = {
            abstract.get(W + "abstractNumId", ""): abstract
            for abstract in numbering.iterfind(W + "abstractNum")
        }
        lists = {number.get(W + "numId", ""): number for number in numbering.iterfind(W + "num")}
        linked = {
            link: name
            for name, abstract in abstracts.items()
            if (link := value(abstract, "styleLink")) is not None
        }
        for list_id, number in lists.items():
            name = value(number, "abstractNumId") or ""
            abstract = abstracts.get(name)
            if abstract is not None and (link := value(abstract, "numStyleLink")) in linked:
                name = linked[link or ""]
                abstract = abstracts[name]
            if abstract is not None:
                self._lists[list_id] = _list(name, abstract, number)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """Return the level of a list that a paragraph style is tied to; None where none is."""
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def next(self, list_id: str, depth: int) -> Label | None:
        """Count one paragraph of a list at a depth from 0; None where the list prints nothing."""
        found = self._lists.get(list_id)
        if found is None or depth not in found.levels:
            return None
        self._count(list_id, found, depth)
        level = found.levels[depth]
        if level.form == "bullet":
            return Label("+" if level.template.strip() == "+" else "-", bullet=True)
        counts = self._counts[found.abstract]
        text = _PLACE.sub(
            lambda place: _part(found, level, counts, int(place[1]) - 1), level.template
        )
        return Label(" ".join(text.split()), bold=level.bold) if text.strip() else None

    def _count(self, list_id: str, found: _List, depth: int) -> None:
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        for above in range(depth):
            if counts[above] is None:
                counts[above] = found.starts.get(above, _start(found, above))
        before = counts[depth]
        if depth in found.starts and (list_id, depth) not in self._begun:
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = _start(found, depth) if before is None else before + 1
        self._begun.add((list_id, depth))
        for below in range(depth + 1, LEVELS):
            if _restarts(found.levels.get(below), below, depth):
                counts[below] = None


def _list(name: str, abstract: _Element, number: _Element) -> _List:
    levels = {_depth(level): _level(level) for level in abstract.iterfind(W + "lvl")}
    starts: dict[int, int] = {}
    for change in number.iterfind(W + "lvlOverride"):
        depth, level = _depth(change), change.find(W + "lvl")
        if level is not None:
            levels[depth] = _level(level)
        start = value(change, "startOverride")
        if start is not None:
            starts[depth] = whole(start)
    return _List(name, {depth: levels[depth] for depth in levels if 0 <= depth < LEVELS}, starts)


def _level(level: _Element) -> _Level:
    restart, bold = value(level, "lvlRestart"), level.find(f"{RUN_LOOK}/{W}b")
    return _Level(
        start=whole(value(level, "start")),
        form=_form(level),
        template=value(level, "lvlText") or "",
        restart=None if restart is None else whole(restart),
        plain_digits=switched_on(level, "isLgl"),
        style=value(level, "pStyle"),
        bold=None if bold is None else is_on(bold),
    )


def _form(level: _Element) -> str:
    plain = value(level, "numFmt")
    if plain is None:
        fallback = level.find(f"{ALTERNATIVES}/{FALLBACK}/{W}numFmt")
        plain = None if fallback is None else fallback.get(VALUE)
    return plain or "decimal"


def _depth(level: _Element) -> int:
    return whole(level.get(W + "ilvl"), otherwise=-1)


def _start(found: _List, depth: int) -> int:
    level = found.levels.get(depth)
    return 0 if level is None else level.start


def _restarts(level: _Level | None, below: int, counted: int) -> bool:
    """Tell whether a level begins anew: behind any level above it, or only behind some."""
    restart = below if level is None or level.restart is None else level.restart
    return counted < restart


def _part(found: _List, level: _Level, counts: list[int | None], depth: int) -> str:
    number = counts[depth]
    if number is None:
        return ""
    asked = found.levels.get(depth, level)
    return written(number, "decimal" if level.plain_digits else asked.form)


def written(number: int, form: str) -> str:
    """Return a number as Word writes it in one of its forms ("lowerRoman"); digits for others."""
    if not 0 <= number < HIGHEST:
        return str(number)
    return _FORMS.get(form, str)(number)


def _roman(number: int) -> str:
    if not 0 < number < _LONGEST_ROMAN:
        return str(number)
    letters = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        letters += sign * times
    return letters


def _letters(number: int) -> str:
    """Return a, b … z, aa, bb …: Word doubles letters and knows no đ."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (rounds + 1)


_SIGNS = "*†‡§"


def _signs(number: int) -> str:
    rounds, sign = divmod(max(number, 1) - 1, len(_SIGNS))
    return _SIGNS[sign] * min(rounds + 1, 10)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
    "chicago": _signs,
    "none": lambda _: "",
}
