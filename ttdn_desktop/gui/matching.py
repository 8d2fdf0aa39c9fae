"""Finding a choice by some of its words, with or without accents, in any order."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import exact, fold, has_accents
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 40
"""How many choices are offered at once."""


@immutable
class Choice:
    """Something to be chosen: its key, the words it is shown by, and more it is found by."""

    key: str
    text: str
    more: str = ""
    _folded: str = field(init=False, repr=False, compare=False)
    _exact: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep both forms in which words are compared."""
        object.__setattr__(self, "_folded", fold(f"{self.text} {self.more}"))
        object.__setattr__(self, "_exact", exact(f"{self.text} {self.more}"))

    def has(self, word: str) -> bool:
        """Tell whether a word stands in it; accents that were typed must stand there too."""
        return exact(word) in self._exact if has_accents(word) else fold(word) in self._folded

    def rank(self, words: str) -> int:
        """Return how near it is: 0 where it begins so, 1 where the words stand so, else 2."""
        folded = fold(words)
        if self._folded.startswith(folded):
            return 0
        return 1 if folded in self._folded else 2


def found(query: str, choices: Iterable[Choice]) -> list[Choice]:
    """Return the choices that have all words of a query; those that begin with it come first."""
    words = query.split()
    hits = [choice for choice in choices if all(map(choice.has, words))]
    if words:
        hits.sort(key=lambda choice: choice.rank(" ".join(words)))
    return hits[:MOST]
