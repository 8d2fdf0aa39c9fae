"""The console's words, out of `resources/i18n`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from ttdn_desktop.errors import KnownError

LANGUAGES = ("vi", "en")


class Messages:
    """The sentences of one language by key."""

    def __init__(self, language: str) -> None:
        """Read the catalogue of a language, "vi" or "en"."""
        text = resource("i18n", f"{language}.json").read_text(encoding="utf-8")
        self._sentences: dict[str, str] = json.loads(text)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence with its places filled."""
        return self._sentences[key].format(**facts)

    def refusal(self, error: KnownError) -> str:
        """Return the one line for something an officer can be told."""
        return self.say(f"error.{error.key}", **error.facts)
