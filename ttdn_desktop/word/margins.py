"""Margins of a template of the office's own, as far as the decree allows them (I.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.layout import MARGINS
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import WORDML

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_TAKEN = ("top", "bottom")
"""The sides do not go along: the boxes of head and closing are planned for the text's width."""

_BESIDE = ("header", "footer")
SIDES = (*MARGINS, *_BESIDE)


def own_margins(found: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return top and bottom margins in twips, with the places of header and footer, or none."""
    if not all(side in found and _is_allowed(side, found[side]) for side in _TAKEN):
        return ()
    return tuple((side, found[side]) for side in (*_TAKEN, *_BESIDE) if side in found)


def outside_decree(found: Mapping[str, int]) -> tuple[str, ...]:
    """Return the sides whose margin the decree does not allow."""
    return tuple(side for side in MARGINS if side in found and not _is_allowed(side, found[side]))


def margins_of(document: _Element) -> dict[str, int]:
    """Return the margins of the first section in twips."""
    for each in document.iter(f"{{{WORDML}}}pgMar"):
        return lengths({name: each.get(f"{{{WORDML}}}{name}", "") for name in SIDES})
    return {}


def lengths(told: Mapping[str, str]) -> dict[str, int]:
    """Return the lengths that are told in whole twips."""
    return {name: int(text) for name, text in told.items() if text.isdecimal()}


def _is_allowed(side: str, length: int) -> bool:
    allowed = MARGINS[side]
    return twips(allowed.low) <= length <= twips(allowed.high) + 1
