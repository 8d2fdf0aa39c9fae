"""Names of WordprocessingML, and how its values are read.

Everything here and in the modules beside it speaks the transitional names; `docx_package` turns a
strict document's names into these before it is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

PARAGRAPH, RUN, TABLE, ROW, CELL = W + "p", W + "r", W + "tbl", W + "tr", W + "tc"
PARAGRAPH_LOOK, RUN_LOOK = W + "pPr", W + "rPr"
CONTROL, CONTROL_LOOK, CONTROL_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
DELETED, MOVED_AWAY = W + "del", W + "moveFrom"
BOX = W + "txbxContent"
ALTERNATIVES = COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = COMPATIBILITY + "Choice", COMPATIBILITY + "Fallback"
VALUE = W + "val"

WRAPPERS = frozenset(
    W + name
    for name in (
        *("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"),
        *("ruby", "rubyBase"),
    )
)
"""Elements that only stand around what is read."""

_OFF = frozenset({"0", "false", "off"})
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}


def is_on(element: _Element) -> bool:
    """Tell whether a switch such as <w:b/> is on; it is where it says nothing."""
    return element.get(VALUE) not in _OFF


def switched_on(parent: _Element | None, name: str) -> bool:
    """Tell whether the parent has a switch of this name that is on."""
    found = None if parent is None else parent.find(W + name)
    return found is not None and is_on(found)


def value(parent: _Element | None, name: str) -> str | None:
    """Return w:val of the parent's child of this name; None where it has none."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VALUE)


def whole(text: str | None, *, otherwise: int = 0) -> int:
    """Return a whole number as it is written in an attribute; `otherwise` where it is none."""
    try:
        return int(float(text)) if text else otherwise
    except (ValueError, OverflowError):
        return otherwise


def measure(text: str | None) -> float:
    """Return a length in twips ("567", or "28.35pt" in strict documents); 0 where it is none."""
    number, factor = text or "", 1.0
    if number[-2:] in _TWIPS:
        number, factor = number[:-2], _TWIPS[number[-2:]]
    try:
        length = float(number.rstrip("%")) * factor
    except ValueError:
        return 0.0
    return length if 0 < length < 1e6 else 0.0  # noqa: PLR2004 (Word's own limit is 31,680)


def unwrapped(parent: _Element) -> Iterator[_Element]:
    """Yield rows, cells or paragraphs as they stand, out of controls and other wrappings.

    Of alternatives the first is taken. What was deleted or moved away is left out.
    """
    for child in parent:
        if child.tag == CONTROL:
            content = child.find(CONTROL_CONTENT)
            if content is not None:
                yield from unwrapped(content)
        elif child.tag in WRAPPERS:
            yield from unwrapped(child)
        elif child.tag == ALTERNATIVES:
            if len(child):
                yield from unwrapped(child[0])
        elif child.tag not in {DELETED, MOVED_AWAY}:
            yield child


def asks_for_text(control: _Element) -> bool:
    """Tell whether a content control still shows its prompt ("Click here…") and no text."""
    return switched_on(control.find(CONTROL_LOOK), "showingPlcHdr")
