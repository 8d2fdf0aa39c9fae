"""Numbers that the word processor prints itself: "I.", "1.", "a)", "-"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.check.formatting import paragraph_properties
from ttdn_desktop.word.check.names import PARAGRAPH_LOOK, VALUE, W, twips

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from ttdn_desktop.word.check.formatting import Properties

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PRIVATE = "\ue000", "\uf8ff"  # where symbol fonts keep their bullets
_LEVELS = 9
_NONE = "0"  # no list


@immutable
class Level:
    """One level of a list: form of its number, text with %1 for it, first number, indents."""

    form: str
    text: str
    first: int
    place: Properties


class Numbering:
    """The lists of a file, counted as the text is read from its beginning to its end."""

    def __init__(self, part: Callable[[], etree._Element | None]) -> None:
        """Take what gives the root of numbering.xml or None; asked where a list is met first."""
        self._part: Callable[[], etree._Element | None] | None = part
        self._lists: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int]] = {}

    def _take(self, root: etree._Element) -> None:
        kinds = {
            each.get(f"{W}abstractNumId", ""): _levels(each)
            for each in root.iter(f"{W}abstractNum")
        }
        for each in root.iter(f"{W}num"):
            base = each.find(f"{W}abstractNumId")
            levels = dict(kinds.get("" if base is None else base.get(VALUE, ""), {}))
            for over in each.iter(f"{W}lvlOverride"):
                levels |= _levels(over)
            self._lists[each.get(f"{W}numId", "")] = levels

    def level(self, number: str, level: int) -> Level | None:
        """Return a level of a list, None where the file has none."""
        if number == _NONE:
            return None
        if self._part is not None:
            root, self._part = self._part(), None
            if root is not None:
                self._take(root)
        return self._lists.get(number, {}).get(level)

    def label(self, number: str, level: int) -> str:
        """Count one paragraph on; return what is printed before it."""
        found = self.level(number, level)
        if found is None:
            return ""
        counts = self._counts.setdefault(number, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else found.first
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if found.form == "bullet":
            return (
                "-"
                if any(_PRIVATE[0] <= each <= _PRIVATE[1] for each in found.text)
                else found.text
            )
        return _PLACE.sub(lambda place: self._shown(number, int(place[1]) - 1), found.text)

    def _shown(self, number: str, level: int) -> str:
        found = self.level(number, level)
        counts = self._counts[number]
        if found is None or not 0 <= level < _LEVELS:
            return ""
        return _written(found.form, counts[level] or found.first)


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for each in element.iter(f"{W}lvl"):
        said = defaultdict(str, {child.tag: child.get(VALUE, "") for child in each})
        place = paragraph_properties(each.find(PARAGRAPH_LOOK))
        level = int(twips(each.get(f"{W}ilvl")))
        if 0 <= level < _LEVELS:
            first = int(twips(said[f"{W}start"], 1))
            form = said[f"{W}numFmt"] or "decimal"
            levels[level] = Level(form, said[f"{W}lvlText"], first, place)
    return levels


def _written(form: str, number: int) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = roman_numeral(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


def roman_numeral(number: int) -> str:
    """Return a number below 40 in Roman numerals; a higher one in digits."""
    if not 0 < number < 40:  # noqa: PLR2004 (no document has so many sections)
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


def roman_value(written: str) -> int:
    """Return what a Roman numeral below 40 says; 0 for anything else."""
    return _VALUES.get(written, 0)


_VALUES = {roman_numeral(number): number for number in range(1, 40)}
