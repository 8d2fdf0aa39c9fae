"""The numbers that Word counts itself in a Word 97-2003 file: they are not in its text.

Source: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF), 2.9.190 (PlfLfo).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from ttdn_desktop.immutable import immutable

LEVELS = 9
_LIST_BYTES, _LEVEL_BYTES, _CHANGE_BYTES = 28, 28, 16
_SIMPLE, _LEGAL, _NO_RESTART = 0x01, 0x04, 0x08
_NEW_START, _NEW_LEVEL, _LEVEL_OF_CHANGE = 0x10, 0x20, 0x0F
_CAPITAL_ROMAN, _SMALL_ROMAN, _CAPITAL, _SMALL, _TWO_DIGITS, _BULLET, _NONE = (
    1,
    2,
    3,
    4,
    22,
    23,
    255,
)
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HIGHEST = 5_000
_LONGEST = 64


@immutable
class _Level:
    """One level of a list; in its template a character below 9 stands for that level's number."""

    start: int
    form: int
    template: str
    legal: bool
    restart: int | None


@dataclass(slots=True)
class _Use:
    """A list as paragraphs use it: its own levels and starts, over those of the list."""

    list_id: int
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """All lists of a file, and where each stands: to be asked once a paragraph, in order."""

    def __init__(self, lists: bytes, uses: bytes) -> None:
        """Take the table stream from its lists on, and the part that says how they are used.

        Lists that lead nowhere are none.
        """
        self._uses: list[_Use] = []
        self._counts: dict[int, dict[int, int]] = {}
        try:
            self._uses = _uses(uses, _lists(lists)) if uses else []
        except (struct.error, IndexError, UnicodeDecodeError):
            self._uses = []

    def label(self, number: int, depth: int) -> str:
        """Count a paragraph that uses a list, from 1; return what is printed before it, or ""."""
        if not 0 < number <= len(self._uses):
            return ""
        use = self._uses[number - 1]
        level = use.levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(use.list_id, {})
        _count(counts, use, depth)
        if level.form == _BULLET:
            return "+" if level.template.strip() == "+" else "-"
        return "".join(_shown(char, level, use, counts) for char in level.template).strip()


def is_bullet(label: str) -> bool:
    """Tell whether a label counts nothing."""
    return label in {"+", "-"}


def written(number: int, form: int) -> str:
    """Return a number in one of Word's forms (2 is i, ii, iii); in digits where it knows none."""
    if not 0 < number < _HIGHEST or form not in {1, 2, 3, 4, _TWO_DIGITS, _NONE}:
        return str(number)
    if form in {_CAPITAL_ROMAN, _SMALL_ROMAN}:
        return _roman(number) if form == _CAPITAL_ROMAN else _roman(number).lower()
    if form in {_CAPITAL, _SMALL}:
        rounds, letter = divmod(number - 1, 26)
        return chr(ord("A" if form == _CAPITAL else "a") + letter) * (rounds + 1)
    return f"{number:02}" if form == _TWO_DIGITS else ""


def _roman(number: int) -> str:
    letters = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        letters += sign * times
    return letters


def _count(counts: dict[int, int], use: _Use, depth: int) -> None:
    for above in range(depth):
        counts.setdefault(above, _start(use, above))
    if depth in use.starts:
        counts[depth] = use.starts.pop(depth)
    else:
        counts[depth] = counts[depth] + 1 if depth in counts else _start(use, depth)
    for below in [level for level in counts if level > depth]:
        level = use.levels.get(below)
        if level is None or level.restart is None or depth < level.restart:
            del counts[below]


def _start(use: _Use, depth: int) -> int:
    return use.levels[depth].start if depth in use.levels else 1


def _shown(char: str, level: _Level, use: _Use, counts: dict[int, int]) -> str:
    depth = ord(char)
    if depth >= LEVELS:
        return char
    form = use.levels[depth].form if depth in use.levels else 0
    return written(counts[depth], 0 if level.legal else form) if depth in counts else ""


def _lists(data: bytes) -> dict[int, dict[int, _Level]]:
    (count,) = struct.unpack_from("<H", data)
    heads = [data[2 + _LIST_BYTES * n : 2 + _LIST_BYTES * (n + 1)] for n in range(count)]
    at = 2 + _LIST_BYTES * count
    lists: dict[int, dict[int, _Level]] = {}
    for head in heads:
        levels = lists[struct.unpack_from("<i", head)[0]] = {}
        for depth in range(1 if head[26] & _SIMPLE else LEVELS):
            levels[depth], at = _level(data, at)
    return lists


def _level(data: bytes, at: int) -> tuple[_Level, int]:
    """Return the level kept at a byte, and the byte behind it."""
    start, form, flags = struct.unpack_from("<iBB", data, at)
    looks = data[at + 24] + data[at + 25]
    restart = data[at + 26] if flags & _NO_RESTART else None
    at += _LEVEL_BYTES + looks
    (length,) = struct.unpack_from("<H", data, at)
    end = at + 2 + 2 * length
    template = data[at + 2 : end].decode("utf-16-le")[:_LONGEST]
    return _Level(start, form, template, bool(flags & _LEGAL), restart), end


def _uses(data: bytes, lists: dict[int, dict[int, _Level]]) -> list[_Use]:
    (count,) = struct.unpack_from("<I", data)
    heads = [
        struct.unpack_from("<i8xB", data, 4 + _CHANGE_BYTES * number)
        for number in range(min(count, len(data) // _CHANGE_BYTES))
    ]
    at = 4 + _CHANGE_BYTES * count
    uses: list[_Use] = []
    for list_id, changes in heads:
        use = _Use(list_id, dict(lists.get(list_id, {})))
        at += 4 if changes or at < len(data) else 0
        for _ in range(changes):
            start, flags = struct.unpack_from("<iI", data, at)
            at += 8
            depth = flags & _LEVEL_OF_CHANGE
            if flags & _NEW_LEVEL:
                use.levels[depth], at = _level(data, at)
            if flags & _NEW_START:
                use.starts[depth] = use.levels[depth].start if flags & _NEW_LEVEL else start
        uses.append(use)
    return uses
