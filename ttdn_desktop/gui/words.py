"""The window's words, out of `resources/i18n/<language>/<place>.json`, read when first needed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from ttdn_desktop.errors import KnownError

_ERRORS = "errors"


class Words:
    """The sentences of one language; the key "shell.new" is "new" of the place "shell"."""

    def __init__(self, language: str) -> None:
        """Take a language, "vi" or "en"; nothing is read yet."""
        self.language = language
        self._places: dict[str, dict[str, str]] = {}
        self._of_console: dict[str, str] = {}

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence with its places filled. KeyError: no such key."""
        place, _dot, name = key.partition(".")
        return self._place(place)[name].format(**facts)

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence."""
        place, _dot, name = key.partition(".")
        return name in self._place(place)

    def refusal(self, error: KnownError) -> str:
        """Return what an officer is told of a KnownError: the window's own words, if it has any."""
        own = self._place(_ERRORS)
        if error.key in own:
            return own[error.key].format(**error.facts)
        return self.shared(f"error.{error.key}", **error.facts)

    def shared(self, key: str, **facts: object) -> str:
        """Return a sentence that the console says too ("error.disk_full", "warning.gaps")."""
        if not self._of_console:
            text = resource("i18n", f"{self.language}.json").read_text(encoding="utf-8")
            self._of_console = json.loads(text)
        return self._of_console[key].format(**facts)

    def _place(self, place: str) -> dict[str, str]:
        if place not in self._places:
            path = resource("i18n", self.language, f"{place}.json")
            self._places[place] = json.loads(path.read_text(encoding="utf-8"))
        return self._places[place]
