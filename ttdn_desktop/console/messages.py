"""The console's words, out of `resources/i18n`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from ttdn_desktop.errors import KnownError

LANGUAGES = ("vi", "en")
"""The first is spoken where none is asked for."""

_BREAKS = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+"
"""What breaks a line, steers a terminal, or turns the letters behind it around: seldom met."""

_LONGEST = 300


class Messages:
    """The sentences of one language by key."""

    def __init__(self, language: str) -> None:
        """Read the catalogue of a language, "vi" or "en"."""
        self.language = language
        text = resource("i18n", f"{language}.json").read_text(encoding="utf-8")
        self._sentences: dict[str, str] = json.loads(text)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence with its places filled."""
        return self._sentences[key].format(**facts)

    def line(self, key: str, **facts: object) -> str:
        """Return a sentence on one line, whatever names with line breaks fill its places."""
        return self.say(key, **{name: _on_one_line(str(fact)) for name, fact in facts.items()})

    def refusal(self, error: KnownError) -> str:
        """Return the one line for something an officer can be told."""
        return self.line(f"error.{error.key}", **error.facts)


def _on_one_line(fact: str) -> str:
    line = fact if fact.isprintable() else re.sub(_BREAKS, " ", fact)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
