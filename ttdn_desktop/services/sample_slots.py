"""Fills the slots of the sample's texts; within one activity a slot means one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.services.sample_numbers import SLOTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from ttdn_desktop.services.sample_dice import Dice
    from ttdn_desktop.services.sample_templates import Library


class Slots(dict[str, str]):
    """The slots filled so far; what is not yet filled is drawn when a text first asks for it."""

    def __init__(
        self, library: Library, dice: Dice, day: date, cite: Callable[[str], str] | None = None
    ) -> None:
        """Fill from the library as of a day; `cite` gives a document its number."""
        super().__init__()
        self._library, self._dice, self._day, self._cite = library, dice, day, cite

    def __missing__(self, slot: str) -> str:
        """Fill a slot; a slot that nothing fills is a fault of the stories (KeyError)."""
        if slot in self._library.dated:
            self[slot] = self._library.name_on(slot, self._day)
        elif slot in SLOTS and self._cite is not None:
            self[slot] = self._cite(slot)
        else:
            entry = self._dice.pick(self._library.choices[slot])
            self.update({name: self.fill(words) for name, words in entry.items()})
        return self[slot]

    def fill(self, words: str) -> str:
        """Return a text with its slots filled."""
        return words.format_map(self)

    def fill_all(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return texts with their slots filled."""
        return tuple(map(self.fill, texts))
