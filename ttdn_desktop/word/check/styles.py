"""Effective looks: defaults, styles on styles, table and character styles, direct formatting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.word.check.formatting import (
    NO_SIZE,
    OF_THEME,
    paragraph_properties,
    run_properties,
)
from ttdn_desktop.word.check.names import RUN_LOOK, STYLE, VALUE, W, is_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from ttdn_desktop.word.check.formatting import Properties

_DEEPEST = 20  # styles based on one another
_TOGGLES = ("bold", "italic", "caps", "hidden")
_NO_FONT = "Times New Roman"  # what Word prints where a file says nothing


class RunLook(NamedTuple):
    """How letters look: fonts of plain and of accented letters, size in pt, colour "000000"."""

    font: str
    accented: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    hidden: bool
    underlined: bool
    colour: str
    highlight: str
    language: str


class ParagraphLook(NamedTuple):
    """How a paragraph stands: gaps in pt; lengths in twips; `line` in 240ths or twips by `exact`.

    `start` is where its first line begins from the margin, `left` where the others do.
    """

    align: str
    before: float
    after: float
    line: float
    exact: bool
    start: float
    left: float
    right: float
    contextual: bool
    numbering: tuple[str, int] | None
    tabs: tuple[float, ...]
    border: bool
    """Whether a line is drawn above or below it."""


class Sheet:
    """The styles of a file; each look is worked out once."""

    def __init__(
        self,
        styles: etree._Element | None,
        more: Callable[[], etree._Element | None],
        theme: Callable[[], etree._Element | None],
    ) -> None:
        """Take the root of styles or None; what gives those of tables too, and the theme."""
        self._more: Callable[[], etree._Element | None] | None = more
        self._theme = theme
        self._themes: dict[str, str] | None = None
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._paragraphs: dict[str, Properties] = {}
        self._letters: dict[str, Properties] = {}
        self._looks: dict[object, RunLook] = {}
        self._base_run: Properties = {}
        self._base_paragraph: Properties = {}
        if styles is not None:
            self._take(styles)

    def _take(self, styles: etree._Element) -> None:
        self._learn(styles)
        defaults = f"{W}docDefaults"
        run = styles.find(f"{defaults}/{W}rPrDefault/{W}rPr")
        paragraph = styles.find(f"{defaults}/{W}pPrDefault/{W}pPr")
        self._base_run = run_properties(run)
        self._base_paragraph = paragraph_properties(paragraph)

    def _learn(self, styles: etree._Element) -> None:
        for style in styles.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._styles.setdefault(key, style)
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0")):
                self._default = self._default or key

    def _style(self, key: str) -> etree._Element | None:
        """Return a style; those of tables are asked for where no other is called so."""
        if key and key not in self._styles and self._more is not None:
            styles, self._more = self._more(), None
            if styles is not None:
                self._learn(styles)
        return self._styles.get(key)

    @property
    def looks(self) -> Iterable[RunLook]:
        """All looks of letters that have been asked for."""
        return self._looks.values()

    def style_of(self, properties: etree._Element | None) -> str:
        """Return the id of a paragraph's style; the default one where it names none."""
        if properties is not None and len(properties) and properties[0].tag == STYLE:
            return properties[0].get(VALUE, self._default)
        return self._default

    def paragraph(self, style: str) -> Properties:
        """Return what defaults and a paragraph style say of the paragraph."""
        if style not in self._paragraphs:
            said = dict(self._base_paragraph)
            for each in self._chain(style):
                said |= paragraph_properties(each.find(f"{W}pPr"))
            self._paragraphs[style] = said
        return self._paragraphs[style]

    def run(self, style: str, direct: etree._Element | None, table: str = "") -> RunLook:
        """Return the look of a run in a paragraph of a style, in a table of a style or none."""
        key = (style, table, *_key(direct))
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(style, direct, table)
        return look

    def _look(self, style: str, direct: etree._Element | None, table: str) -> RunLook:
        own = run_properties(direct)
        said = dict(self._base_run)
        said |= self._of_style(table) if table else {}
        paragraph, letters = self._of_style(style), self._of_style(own.get("style", ""))
        said |= paragraph
        for toggle in _TOGGLES:  # ECMA-376 17.7.3: on in one of the two styles, not in both
            if paragraph.get(toggle) and letters.get(toggle):
                letters = letters | {toggle: False}
        return self._finished(said | letters | own)

    def _finished(self, said: Properties) -> RunLook:
        font = self._font(said.get("font", _NO_FONT))
        return RunLook(
            font,
            self._font(said.get("accented", font)),
            said.get("size", NO_SIZE),
            said.get("bold", False),
            said.get("italic", False),
            said.get("caps", False),
            said.get("hidden", False),
            said.get("underline", "none") not in ("none", ""),
            said.get("colour", "auto"),
            said.get("highlight", "none"),
            said.get("language", ""),
        )

    def _font(self, name: str) -> str:
        if not name.startswith(OF_THEME):
            return name
        if self._themes is None:
            self._themes = _theme_fonts(self._theme())
        return self._themes.get(name, name)

    def _of_style(self, style: str) -> Properties:
        if style not in self._letters:
            said: Properties = {}
            for each in self._chain(style):
                said |= run_properties(each.find(RUN_LOOK))
            self._letters[style] = said
        return self._letters[style]

    def _chain(self, style: str) -> list[etree._Element]:
        """Return a style and those it is based on, the deepest first."""
        chain: list[etree._Element] = []
        while (each := self._style(style)) is not None and len(chain) < _DEEPEST:
            chain.insert(0, each)
            base = each.find(f"{W}basedOn")
            style = "" if base is None else base.get(VALUE, "")
        return chain


def _key(direct: etree._Element | None) -> list[object]:
    key: list[object] = []
    if direct is not None:
        for each in direct:
            key.append(each.tag)
            key += each.items()
    return key


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    if theme is None:
        return {}
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    fonts = {}
    for size in ("major", "minor"):
        latin = theme.find(f".//{drawing}{size}Font/{drawing}latin")
        if latin is not None:
            fonts[f"{OF_THEME}{size}"] = latin.get("typeface", "")
    return fonts
