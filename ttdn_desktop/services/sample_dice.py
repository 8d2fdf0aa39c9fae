"""Chance that always falls the same way for the same words."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Dice:
    """Draws from `Random.random()` alone, the one sequence Python promises to keep."""

    def __init__(self, *words: object) -> None:
        """Seed from words: the same words, the same draws, on every machine."""
        self._random = Random(":".join(map(str, words)))  # noqa: S311 - stories, not secrets

    def share(self) -> float:
        """Return a number from 0 up to but without 1."""
        return self._random.random()

    def falls(self, share: float) -> bool:
        """Tell whether something happens that happens in `share` of all cases."""
        return self.share() < share

    def between(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both included."""
        return least + int(self.share() * (most - least + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return choices[int(self.share() * len(choices))]
