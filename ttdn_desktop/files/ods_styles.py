"""Styles of an .ods, as far as they say something of a cell: bold, raised, hidden, fonts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ttdn_desktop.files.legacy_fonts import legacy_of
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from lxml import etree

    from ttdn_desktop.domain.grid import LegacyEncoding

_OASIS: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
STYLE: Final = f"{_OASIS}style:1.0}}"
TABLE: Final = f"{_OASIS}table:1.0}}"
TEXT: Final = f"{_OASIS}text:1.0}}"
OFFICE: Final = f"{_OASIS}office:1.0}}"
_FO: Final = f"{_OASIS}xsl-fo-compatible:1.0}}"

_RAISED = re.compile(r"super|[1-9]\d*%")
_BOLD = re.compile(r"bold|[6-9]00")


@immutable
class Style:
    """What a style says; what it leaves open is that of its parent."""

    bold: bool = False
    raised: bool = False
    hidden: bool = False
    legacy: LegacyEncoding | None = None


NO_STYLE: Final = Style()


class Styles:
    """Styles by name, as they are met; parents stand before their children."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, Style] = {}

    def of(self, name: str | None) -> Style:
        """Return a style; one that says nothing where it is not known."""
        return self._known.get(name or "", NO_STYLE)

    def learn(self, element: etree._Element) -> None:
        """Take in a style:style element."""
        parent = self.of(element.get(f"{STYLE}parent-style-name"))
        said = {key: value for part in element for key, value in part.items()}
        weight, font = said.get(f"{_FO}font-weight"), _font(said)
        self._known[element.get(f"{STYLE}name", "")] = Style(
            bold=parent.bold if weight is None else bool(_BOLD.fullmatch(weight)),
            raised=bool(_RAISED.match(said.get(f"{STYLE}text-position", ""))),
            hidden=said.get(f"{TABLE}display") == "false",
            legacy=legacy_of(font) if font else parent.legacy,
        )


def _font(said: dict[str, str]) -> str:
    return (said.get(f"{STYLE}font-name") or said.get(f"{_FO}font-family", "")).strip("'\"")
