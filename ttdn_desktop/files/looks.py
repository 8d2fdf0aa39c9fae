"""How cells look, as far as it says something of them: bold, plain formats, old fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.grid import Cell, LegacyEncoding

Format = tuple[int, int]
"""Digits before the point and behind it."""

_BUILT_IN: Final[Mapping[int, Format]] = {1: (1, 0), 2: (1, 2)}
_PLAIN = re.compile(r"(0+)(?:\.(0+))?")


@immutable
class Style:
    """What a style says of the cells that have it."""

    bold: bool = False
    format: Format | None = None
    legacy: LegacyEncoding | None = None

    def tells(self) -> bool:
        """Tell whether it says anything."""
        return self.bold or self.format is not None or self.legacy is not None


@dataclass(slots=True)
class Look:
    """What is told of one sheet's cells; places are those of the sheet."""

    bold: set[Cell] = field(default_factory=set)
    formats: dict[Cell, Format] = field(default_factory=dict)
    legacy: LegacyEncoding | None = None
    hidden_rows: set[int] = field(default_factory=set)

    def note(self, cell: Cell, style: Style) -> None:
        """Take note of a cell's style."""
        if style.bold:
            self.bold.add(cell)
        if style.format:
            self.formats[cell] = style.format
        self.legacy = style.legacy or self.legacy


class Looks(Protocol):
    """Looks at the sheets of one workbook."""

    @property
    def marked(self) -> Mapping[str, str]:
        """Texts that hold marks of footnotes, and with these set apart."""

    def of(self, sheet: str, /) -> Look:
        """Return what the first rows of a sheet show."""


class NoLooks:
    """Of a workbook that is not looked at."""

    def __init__(self) -> None:
        """Know nothing."""
        self.marked: Mapping[str, str] = {}

    def of(self, _sheet: str) -> Look:
        """Return nothing."""
        return Look()


def format_of(key: int, code: str) -> Format | None:
    """Return a format of plain digits ("0", "00", "0.00"), by Excel's own number or its code."""
    found = _PLAIN.fullmatch(code)
    return _BUILT_IN.get(key) or ((len(found[1]), len(found[2] or "")) if found else None)
