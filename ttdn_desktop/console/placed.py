"""Where something stands in a file, in the words of the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.place_words import place_words

if TYPE_CHECKING:
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.grid import Place


def told(place: Place, messages: Messages) -> str:
    """Return a place on one line: 'trang tính "Phụ lục", ô B7'."""
    key, facts = place_words(place)
    return messages.line(f"place.{key}", **facts)
