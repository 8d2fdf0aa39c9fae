"""Names and lengths of WordprocessingML, as a reader meets them."""

from __future__ import annotations

import re

from ttdn_desktop.word.markup import RELATIONS, WORDML

W = f"{{{WORDML}}}"
R = f"{{{RELATIONS}}}"
PARAGRAPH, RUN, TEXT, TAB, BREAK = (f"{W}{each}" for each in ("p", "r", "t", "tab", "br"))
PARAGRAPH_LOOK, RUN_LOOK, SECTION_LOOK = (f"{W}{each}" for each in ("pPr", "rPr", "sectPr"))
TABLE, ROW, CELL = (f"{W}{each}" for each in ("tbl", "tr", "tc"))
STYLE, VALUE = f"{W}pStyle", f"{W}val"
TEXT_BOX = f"{W}txbxContent"

MM_PER_TWIP = 25.4 / 1440
MM_PER_EMU = 1 / 36000
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pc": 12.0, "pi": 12.0}
_LENGTH = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in|pc|pi)?")
_OFF = frozenset({"0", "false", "off", "none"})


def twips(written: str | None, missing: float = 0.0) -> float:
    """Return a length in twips, `missing` for none; Strict files write units ("12.5pt")."""
    if written is None:
        return missing
    found = _LENGTH.match(written)
    if not found:
        return missing
    number = float(found[1])
    return number * _POINTS[found[2]] * 20 if found[2] else number


def points(written: str | None, missing: float = 0.0) -> float:
    """Return a length of a style sheet ("12.5pt", "3cm") in points; bare numbers are points."""
    found = _LENGTH.match(written or "")
    if not found:
        return missing
    return float(found[1]) * (_POINTS[found[2]] if found[2] else 1.0)


def is_on(written: str | None) -> bool:
    """Tell whether a switch is on; one without a value is."""
    return written is None or written.lower() not in _OFF
