"""What can be put right without touching a word: look, place, paper, margins, page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.word.check.names import PARAGRAPH_LOOK, RUN, RUN_LOOK, VALUE, W

if TYPE_CHECKING:
    from collections.abc import Mapping

_RUN_ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
_PARAGRAPH_ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
_SECTION_ORDER = [
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
    "sectPrChange",
]


def run_look(run: etree._Element, **values: str) -> None:
    """Set properties of a run by their names: `sz="28"`."""
    look = run.find(RUN_LOOK)
    if look is None:
        look = etree.Element(RUN_LOOK)
        run.insert(0, look)
    for name, value in values.items():
        _set(look, name, {VALUE: value}, _RUN_ORDER)


def run_fonts(run: etree._Element, font: str) -> None:
    """Set all fonts of a run."""
    look = run.find(RUN_LOOK)
    if look is None:
        look = etree.Element(RUN_LOOK)
        run.insert(0, look)
    _drop(look, "rFonts")
    names = {f"{W}{name}": font for name in ("ascii", "hAnsi", "eastAsia", "cs")}
    _set(look, "rFonts", names, _RUN_ORDER)


def paragraph_look(paragraph: etree._Element, name: str, values: Mapping[str, str]) -> None:
    """Set attributes of a paragraph's property: `"spacing", {"before": "120"}`."""
    look = paragraph.find(PARAGRAPH_LOOK)
    if look is None:
        look = etree.Element(PARAGRAPH_LOOK)
        paragraph.insert(0, look)
    _set(look, name, {f"{W}{key}": value for key, value in values.items()}, _PARAGRAPH_ORDER)


def section_look(section: etree._Element, name: str, values: Mapping[str, str]) -> None:
    """Set attributes of a section's property: `"pgMar", {"left": "1701"}`."""
    _set(section, name, {f"{W}{key}": value for key, value in values.items()}, _SECTION_ORDER)


def drop_indent(paragraph: etree._Element, *names: str) -> None:
    """Remove attributes of a paragraph's indent."""
    indent = paragraph.find(f"{PARAGRAPH_LOOK}/{W}ind")
    for name in names:
        if indent is not None:
            indent.attrib.pop(f"{W}{name}", None)


def runs_of(paragraph: etree._Element) -> list[etree._Element]:
    """Return the runs of a paragraph."""
    return list(paragraph.iter(RUN))


def _drop(parent: etree._Element, name: str) -> None:
    for each in parent.findall(f"{W}{name}"):
        parent.remove(each)


def _set(parent: etree._Element, name: str, values: Mapping[str, str], order: list[str]) -> None:
    """Set attributes of a child, made at its place in the schema's order where it is missing."""
    there = parent.findall(f"{W}{name}")
    for doubled in there[1:]:
        parent.remove(doubled)
    child = there[0] if there else None
    if child is None:
        child = etree.Element(f"{W}{name}")
        behind = frozenset(f"{W}{each}" for each in order[order.index(name) + 1 :])
        at = next((place for place, each in enumerate(parent) if each.tag in behind), len(parent))
        parent.insert(at, child)
    for key, value in values.items():
        child.set(key, value)
