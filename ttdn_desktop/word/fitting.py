"""An element's text fitted to a width: planned lines, and the rule under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.word import breaking, metrics
from ttdn_desktop.word.layout import LOOKS, Element
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import indent, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable


@immutable
class Fitted:
    """Lines of an element's text and the width of the longest, mm."""

    element: Element
    lines: tuple[str, ...]
    longest: float

    @property
    def text(self) -> str:
        """The lines with newlines between them."""
        return "\n".join(self.lines)


def width_mm(element: Element, text: str) -> float:
    """Return the width of a text on one line as the element prints it."""
    look = LOOKS[element]
    shown = text.upper() if look.caps else text
    return metrics.width_mm(shown, look.size, bold=look.bold, italic=look.italic)


def fit(element: Element, texts: Iterable[str], width: float) -> Fitted:
    """Break each text that is wider than `width` mm into balanced lines."""
    lines = tuple(
        line
        for text in texts
        for line in breaking.lines(text, width, lambda piece: width_mm(element, piece))
    )
    longest = max((min(width_mm(element, line), width) for line in lines), default=0.0)
    return Fitted(element, lines, longest)


def rule_under(fitted: Fitted, column: float) -> str:
    """Return the element's rule as a tiny paragraph, centred in a column of so many mm, or ""."""
    rule = LOOKS[fitted.element].rule
    if rule is None or not fitted.lines:
        return ""
    side = twips((column - rule.share * fitted.longest) / 2)
    return paragraph(Element.RULE, direct=indent(side, side))
