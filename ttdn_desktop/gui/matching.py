"""Finding a choice by some of its words, with or without accents, in any order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import exact, fold, has_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 40
"""How many choices are offered at once."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to be chosen: its key, and the words it is shown and found by."""

    key: str
    text: str
    _folded: str = field(init=False, repr=False, compare=False)
    _exact: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep both forms in which words are compared."""
        object.__setattr__(self, "_folded", fold(self.text))
        object.__setattr__(self, "_exact", exact(self.text))

    def has(self, word: str) -> bool:
        """Tell whether a word stands in it; accents that were typed must stand there too."""
        return exact(word) in self._exact if has_accents(word) else fold(word) in self._folded

    def begins_with(self, words: str) -> bool:
        """Tell whether it begins so."""
        return self._folded.startswith(fold(words))


def found(query: str, choices: Iterable[Choice]) -> list[Choice]:
    """Return the choices that have all words of a query; those that begin with it come first."""
    words = query.split()
    hits = [choice for choice in choices if all(map(choice.has, words))]
    if words:
        hits.sort(key=lambda choice: not choice.begins_with(query.strip()))
    return hits[:MOST]
