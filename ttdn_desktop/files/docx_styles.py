"""How text looks by its styles: bold, hidden, raised, and in a font from before Unicode."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.files import limits
from ttdn_desktop.files.docx_markup import (
    DELETED,
    DRAWING,
    MOVED_AWAY,
    PARAGRAPH_LOOK,
    RUN_LOOK,
    VALUE,
    W,
    is_on,
    value,
    whole,
)
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_FONT, _FONT_OF_THEME = W + "hAnsi", W + "hAnsiTheme"
_BOLD, _HIDDEN, _RAISED, _FONTS = W + "b", W + "vanish", W + "vertAlign", W + "rFonts"
_RUN_STYLE = W + "rStyle"
_SAID = frozenset({_BOLD, _HIDDEN, _RAISED, _FONTS, _RUN_STYLE})
_NOTHING = (None,) * 5
_STYLE, _NUMBERED = W + "pStyle", W + "numPr"
_GONE = frozenset({DELETED, MOVED_AWAY})
_FAMILIES = ((".vn", LegacyEncoding.TCVN3), ("vni-", LegacyEncoding.VNI))


@immutable
class Look:
    """What one set of run properties says, and the style they name; None where it is silent."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None
    style: str | None = None

    def over(self, below: Look) -> Look:
        """Return this look where it speaks, and the one below where it is silent."""
        if self is _SILENT:
            return below
        return Look(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
            below.font if self.font is None else self.font,
        )


_SILENT = Look()


@dataclass(slots=True)
class ParagraphLook:
    """What a paragraph says of itself: its style, its list and level (id "0": in none), its mark.

    `runs_on` where the mark at its end is deleted or hidden: it and the next are one paragraph.
    """

    style: str | None = None
    list_id: str | None = None
    level: int | None = None
    mark: _Element | None = None
    runs_on: bool = False


@immutable
class _Style:
    based_on: str | None
    look: Look
    paragraph: ParagraphLook
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
            paragraph_look(style),
            {part.get(W + "type", ""): self.direct(part.find(RUN_LOOK)) for part in parts},
        )

    def direct(self, look: _Element | None) -> Look:
        """Return what run properties themselves say, fonts of the theme by their names."""
        bold = hidden = raised = font = style = None
        for mark in () if look is None else look:
            tag = mark.tag
            if tag not in _SAID:
                continue
            if tag == _FONTS:
                font = self._font(mark)
            elif tag == _BOLD:
                bold = is_on(mark)
            elif tag == _HIDDEN:
                hidden = is_on(mark)
            elif tag == _RAISED:
                raised = mark.get(VALUE) == "superscript"
            elif tag == _RUN_STYLE:
                style = mark.get(VALUE)
        said = (bold, hidden, raised, font, style)
        return _SILENT if said == _NOTHING else Look(*said)

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

    def numbered(self, paragraph: str | None) -> tuple[str | None, int | None, str]:
        """Return the list and level that a paragraph's style stands in, and which style says so."""
        for name, style in self._chain(paragraph or self._paragraph_default):
            if style.paragraph.list_id is not None:
                return style.paragraph.list_id, style.paragraph.level, name
        return None, None, ""

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
        for _ in range(limits.DOCX_STYLES_DEEP):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield name or "", style
            name = style.based_on


def paragraph_look(element: _Element) -> ParagraphLook:
    """Return what a paragraph, or a style, says of its paragraphs."""
    look = ParagraphLook()
    for mark in element.iterchildren(PARAGRAPH_LOOK):
        for said in mark:
            tag = said.tag
            if tag == _STYLE:
                look.style = said.get(VALUE)
            elif tag == _NUMBERED:
                level = value(said, "ilvl")
                look.list_id = value(said, "numId")
                look.level = None if level is None else whole(level)
            elif tag == RUN_LOOK:
                look.mark = said
                look.runs_on = any(
                    switch.tag in _GONE or (switch.tag == _HIDDEN and is_on(switch))
                    for switch in said
                )
    return look


@lru_cache(maxsize=1024)
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
