"""A finding of the layout check in words: title, place, what stands there, what is demanded, why.

The words of rules are shared with the console (`resources/i18n/<language>.json`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ttdn_desktop.domain.format_finding import Finding
    from ttdn_desktop.gui.words import Words

_PLACE = re.compile(r"([IVX]+)\.(\d+)([a-zđ]?)")
_BOX = re.compile(r"ô (\d+[a-z]?)")
_FORM = re.compile(r"(?:Phụ lục III, )?mẫu ([\d.]+)")
_OF_LETTERS = "V"
"""The section of Phụ lục I that is a table: how letters of each part look, row by row."""


def title(words: Words, each: Finding) -> str:
    """Return what the rule is about."""
    return words.shared(f"rule.{each.rule}")


def where(words: Words, each: Finding) -> str:
    """Return the place, and how many there are like it."""
    at = each.where
    told = words.shared(f"spot.{at.key}", name=at.name, number=at.number, line=at.line)
    return words.shared("spot.more", place=told, count=each.more) if each.more else told


def found(words: Words, each: Finding) -> str:
    """Return what stands there."""
    return words.shared(f"found.{each.found.key}", **each.found.facts)


def expected(words: Words, each: Finding) -> str:
    """Return what is demanded."""
    return words.shared(f"expected.{each.expected.key}", **each.expected.facts)


def source(words: Words, each: Finding) -> tuple[str, ...]:
    """Return where it is demanded, a place a line."""
    pieces = re.split(r"; |, (?=[IVX]|mẫu)| - ", each.source.replace("Phụ lục III, ", ""))
    return tuple(_demanded(words, piece) for piece in pieces)


def _demanded(words: Words, piece: str) -> str:
    if form := _FORM.fullmatch(piece):
        return words.say("format.of_form", number=form[1])
    if box := _BOX.fullmatch(piece):
        return words.say("format.of_box", number=box[1])
    if not (place := _PLACE.fullmatch(piece)):
        return words.say("format.of_practice")
    section, number, letter = place.groups()
    if section == _OF_LETTERS:
        return words.say("format.of_letters", number=f"{number}{letter}")
    key = "format.of_point" if letter else "format.of_clause"
    return words.say(key, section=section, clause=number, point=letter)
