"""Styles of an office's own template for the text: taken as far as the decree allows (II.6e)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from ttdn_desktop.domain.template_finding import TemplateFinding
from ttdn_desktop.word.layout import (
    FIRST_LINES,
    FONT,
    LINE_SPACING,
    LOOKS,
    PARAGRAPH_GAP,
    Element,
)
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import WORDML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_W = f"{{{WORDML}}}"
PROSE = (
    *(Element.SECTION, Element.CLAUSE, Element.POINT),
    *(Element.BODY, Element.BULLET, Element.GAP),
)
_BUILT_IN = {
    Element.SECTION: "heading 1",
    Element.CLAUSE: "heading 2",
    Element.POINT: "heading 3",
    Element.BODY: "body text",
    Element.BULLET: "body text",
    Element.GAP: "body text",
}
_BLACK = frozenset({"", "auto", "000000"})
_SINGLE, _POINT, _HALF = 240, 20, 2
"""A single line in the file's unit, a point in twips, a point in the unit of sizes."""


class _Measure(NamedTuple):
    """An attribute that says a measure, and where it stands."""

    where: str
    part: str
    name: str


_MEASURES = (
    _Measure("rPr", "sz", "val"),
    _Measure("pPr", "spacing", "before"),
    _Measure("pPr", "spacing", "after"),
    _Measure("pPr", "spacing", "line"),
    _Measure("pPr", "ind", "firstLine"),
)


def taken(ours: _Element, theirs: _Element) -> Iterator[TemplateFinding]:
    """Write into our styles what theirs say of the text; yield what was taken and what not.

    Styles by our names count, and Word's own where the office has given them a font: they are in
    every file.
    """
    named = {_name(each): each for each in theirs.iter(f"{_W}style")}
    by_id = {str(each.get(f"{_W}styleId", "")): each for each in theirs.iter(f"{_W}style")}
    own = {str(each.get(f"{_W}styleId", "")): each for each in ours.iter(f"{_W}style")}
    for element in PROSE:
        found = by_id.get(element) or named.get(LOOKS[element].name.lower())
        built_in = named.get(_BUILT_IN.get(element, ""))
        if found is not None:
            yield from _one(own[element], list(_with_bases(found, by_id)), element)
        elif built_in is not None:
            chain = list(_with_bases(built_in, by_id))
            if _said(chain, "rPr", "rFonts", "ascii") and not _is_themed(chain):
                yield from _one(own[element], chain, element)


def _one(own: _Element, chain: list[_Element], element: Element) -> Iterator[TemplateFinding]:
    facts = {"style": _shown_name(chain[0]), "part": LOOKS[element].name}
    font, colour = _said(chain, "rPr", "rFonts", "ascii"), _said(chain, "rPr", "color", "val")
    if font not in {"", FONT} or colour.lower() not in _BLACK or _is_themed(chain):
        yield TemplateFinding("style_letters", taken=False, facts=facts)
        return
    wrong = [name for name, allowed in _measures(own, chain, element) if not allowed]
    if wrong:
        yield TemplateFinding("style_measures", taken=False, facts=facts)
    else:
        yield TemplateFinding("style", taken=True, facts=facts)


def _measures(own: _Element, chain: list[_Element], element: Element) -> Iterator[tuple[str, bool]]:
    """Take each measure that is said and allowed; yield its name and whether it is allowed."""
    for measure in _MEASURES:
        said = _said(chain, measure.where, measure.part, measure.name)
        if said.isdecimal():
            is_allowed = _is_allowed(measure, int(said), chain, element)
            yield measure.name, is_allowed
            if is_allowed:
                _set(own, measure.where, measure.part, measure.name, said)


def _is_allowed(measure: _Measure, said: int, chain: list[_Element], element: Element) -> bool:
    if measure.part == "sz":
        return said / _HALF in LOOKS[element].allowed
    if measure.name == "line":
        rule = _said(chain, "pPr", "spacing", "lineRule")
        return rule in {"", "auto"} and said / _SINGLE in LINE_SPACING
    if measure.name == "firstLine":
        return any(abs(said - twips(each)) <= _POINT for each in FIRST_LINES)
    return not said or said / _POINT in PARAGRAPH_GAP


def _set(own: _Element, where: str, part: str, name: str, value: str) -> None:
    """Write a measure into a style of ours, which has one of its kind already."""
    for each in own.iter(f"{_W}{part}"):
        parent = each.getparent()
        if parent is not None and parent.tag == f"{_W}{where}":
            each.set(f"{_W}{name}", value)


def _said(chain: list[_Element], where: str, part: str, name: str) -> str:
    """Return what the nearest style of a chain says, "" where none does."""
    paths = (each.find(f"{_W}{where}/{_W}{part}") for each in chain)
    return next((text for each in paths if each is not None
                 if (text := str(each.get(f"{_W}{name}", "")))), "")  # fmt: skip


def _is_themed(chain: list[_Element]) -> bool:
    return bool(_said(chain, "rPr", "rFonts", "asciiTheme"))


def _with_bases(style: _Element, by_id: Mapping[str, _Element]) -> Iterator[_Element]:
    seen: set[str] = set()
    present: _Element | None = style
    while present is not None and (identity := str(present.get(f"{_W}styleId", ""))) not in seen:
        seen.add(identity)
        yield present
        base = present.find(f"{_W}basedOn")
        present = by_id.get(str(base.get(f"{_W}val", ""))) if base is not None else None


def _name(style: _Element) -> str:
    return _shown_name(style).lower()


def _shown_name(style: _Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else str(name.get(f"{_W}val", ""))


def written(root: _Element) -> bytes:
    """Return styles as a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
