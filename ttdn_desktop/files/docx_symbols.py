"""Letters that Word keeps as places in a font of signs, as the letters they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.files.docx_markup import W
from ttdn_desktop.files.docx_styles import encoding_of

if TYPE_CHECKING:
    from lxml.etree import _Element

SIGNS_BEGIN, SIGNS_END = 0xF000, 0xF0FF
"""Where Word keeps the 256 places of a font of signs."""

_LAST_LETTER = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
_SHOWN = {
    "symbol": {
        **{place: chr(place) for place in range(0x20, 0x40)},
        0x2D: "-",
        0xA3: "≤",
        0xA5: "∞",
        0xAB: "↔",
        0xAC: "←",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xBC: "…",
        0xDE: "⇒",
    },
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x76: "❖",
        0x9F: "•",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xE0: "→",
        0xE8: "➔",
        0xF0: "⇨",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "□"},
}
"""The places that offices use, by font. Source: the tables of Adobe and Microsoft for them."""


def shown(symbol: _Element) -> str:
    """Return the letter of a w:sym; its own private letter where its font is not known."""
    try:
        place = int(symbol.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if not 0 < place <= _LAST_LETTER or place in _SURROGATES:
        return ""
    if not SIGNS_BEGIN <= place <= SIGNS_END:
        return chr(place)
    font = symbol.get(W + "font", "")
    if encoding_of(font) is not None:
        return chr(place - SIGNS_BEGIN)
    return _SHOWN.get(font.lower(), {}).get(place - SIGNS_BEGIN, chr(place))
