"""How text looks by its styles: bold, hidden, raised, and in a font from before Unicode."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.files.docx_markup import (
    DRAWING,
    PARAGRAPH_LOOK,
    RUN_LOOK,
    VALUE,
    W,
    is_on,
    value,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

DEEPEST = 20
"""Styles based on one another; Word itself stops earlier."""

_FONT, _FONT_OF_THEME = W + "hAnsi", W + "hAnsiTheme"
_FAMILIES = ((".vn", LegacyEncoding.TCVN3), ("vni-", LegacyEncoding.VNI))


@dataclass(frozen=True, slots=True)
class Look:
    """What one set of run properties says; None where it is silent."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """Return this look where it speaks, and the one below where it is silent."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
            below.font if self.font is None else self.font,
        )


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list a paragraph or a style stands in, and how deep; None where it does not say."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    look: Look
    numbered: Numbered
    parts: dict[str, Look] = field(default_factory=dict)


class Styles:
    """The styles of a document, each with what it takes from those it is based on."""

    def __init__(self, styles: _Element | None, theme: _Element | None) -> None:
        """Read the parts "styles" and "theme", where they are there."""
        self._theme = dict(_theme_fonts(theme))
        self._styles: dict[str, _Style] = {}
        self._paragraph_default = ""
        self._below = Look()
        self._resolved: dict[tuple[str | None, str | None, bool], Look] = {}
        for style in () if styles is None else styles.iterfind(W + "style"):
            self._take(style)
        if styles is not None:
            defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{RUN_LOOK}")
            self._below = self.direct(defaults)

    def _take(self, style: _Element) -> None:
        name = style.get(W + "styleId", "")
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
            self._paragraph_default = name
        parts = style.iterfind(W + "tblStylePr")
        self._styles[name] = _Style(
            value(style, "basedOn"),
            self.direct(style.find(RUN_LOOK)),
            numbered(style.find(PARAGRAPH_LOOK)),
            {part.get(W + "type", ""): self.direct(part.find(RUN_LOOK)) for part in parts},
        )

    def direct(self, look: _Element | None) -> Look:
        """Return what run properties themselves say, fonts of the theme by their names."""
        found = Look()
        for mark in () if look is None else look:
            if mark.tag == W + "b":
                found = replace(found, bold=is_on(mark))
            elif mark.tag == W + "vanish":
                found = replace(found, hidden=is_on(mark))
            elif mark.tag == W + "vertAlign":
                found = replace(found, raised=mark.get(VALUE) == "superscript")
            elif mark.tag == W + "rFonts":
                found = replace(found, font=self._font(mark))
        return found

    def _font(self, fonts: _Element) -> str | None:
        of_theme = fonts.get(_FONT_OF_THEME)
        return self._theme.get(of_theme[:5]) if of_theme else fonts.get(_FONT)

    def look(self, paragraph: str | None, run: str | None, *, bold_table: bool) -> Look:
        """Return the look by styles alone: of a paragraph, a run, and the table around them.

        Bold of two of them is bold no more, as Word has it.
        """
        key = (paragraph, run, bold_table)
        if key not in self._resolved:
            of_paragraph = self._inherited(paragraph or self._paragraph_default)
            of_run = self._inherited(run)
            bold = bool(of_paragraph.bold) ^ bool(of_run.bold) ^ bold_table
            look = of_run.over(of_paragraph).over(self._below)
            self._resolved[key] = replace(look, bold=bold or bool(self._below.bold))
        return self._resolved[key]

    def numbered(self, paragraph: str | None) -> tuple[Numbered, str]:
        """Return the list that a paragraph's style stands in, and the style that says so."""
        for name, style in self._chain(paragraph or self._paragraph_default):
            if style.numbered.list_id is not None:
                return style.numbered, name
        return Numbered(), ""

    def bold_parts(self, table: str | None) -> frozenset[str]:
        """Return which parts of a table its style makes bold, as it calls them ("firstRow")."""
        parts: dict[str, bool | None] = {}
        for _, style in self._chain(table):
            for part, look in (("wholeTable", style.look), *style.parts.items()):
                if parts.get(part) is None:
                    parts[part] = look.bold
        return frozenset(part for part, bold in parts.items() if bold)

    def _inherited(self, name: str | None) -> Look:
        found = Look()
        for _, style in self._chain(name):
            found = found.over(style.look)
        return found

    def _chain(self, name: str | None) -> Iterator[tuple[str, _Style]]:
        for _ in range(DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield name or "", style
            name = style.based_on


def numbered(paragraph_look: _Element | None) -> Numbered:
    """Return what paragraph properties say of a list; id "0" says that there is none."""
    found = None if paragraph_look is None else paragraph_look.find(W + "numPr")
    if found is None:
        return Numbered()
    level = value(found, "ilvl")
    return Numbered(value(found, "numId"), None if level is None else whole(level))


def encoding_of(font: str | None) -> LegacyEncoding | None:
    """Return the encoding that a font from before Unicode draws; None for any other font."""
    begun = (font or "").lower()
    return next((encoding for family, encoding in _FAMILIES if begun.startswith(family)), None)


def _theme_fonts(theme: _Element | None) -> Iterator[tuple[str, str]]:
    for name in ("major", "minor"):
        path = f".//{DRAWING}{name}Font/{DRAWING}latin"
        latin = None if theme is None else theme.find(path)
        if latin is not None:
            yield name, latin.get("typeface", "")
