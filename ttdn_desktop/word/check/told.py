"""What was found and what is expected, as keys of sentences; lengths with comma decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.text import shortened

if TYPE_CHECKING:
    from ttdn_desktop.word.layout import Look, Span

_LONGEST = 80


def number(value: float) -> str:
    """Return a length or size with at most two decimals, and a comma."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def text(words: str) -> Notice:
    """Return what stands there."""
    return Notice("text", {"text": shortened(words, _LONGEST)})


def length(key: str, value: float) -> Notice:
    """Return a length ("mm"), a size ("size") or a gap ("pt")."""
    return Notice(key, {"value": number(value)})


def span(key: str, allowed: Span) -> Notice:
    """Return what is allowed: one value ("size"), or from one to another ("size_span")."""
    low, high = number(allowed.low), number(allowed.high)
    if low == high:
        return Notice(key, {"value": low})
    return Notice(f"{key}_span", {"low": low, "high": high})


def style(*, bold: bool, italic: bool) -> Notice:
    """Return whether letters are bold and slanted."""
    return Notice(_STYLES[bold, italic])


def style_of(look: Look) -> Notice:
    """Return how letters are to be."""
    return style(bold=look.bold, italic=look.italic)


_STYLES = {
    (False, False): "style_plain",
    (True, False): "style_bold",
    (False, True): "style_italic",
    (True, True): "style_bold_italic",
}


def align(value: str) -> Notice:
    """Return how a paragraph stands."""
    return Notice(f"align_{_ALIGNED.get(value, 'left')}")


_ALIGNED = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
