"""What an element of formatting says itself: w:pPr and w:rPr as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.word.check.names import VALUE, W, is_on, twips

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    Properties = dict[str, Any]

OF_THEME = "theme:"
"""Begins the name of a font that the theme knows."""
NO_SIZE = 10.0
"""What Word prints where a file says nothing, pt."""


def _switch(name: str) -> Callable[[etree._Element, Properties], None]:
    def read(element: etree._Element, into: Properties) -> None:
        into[name] = is_on(element.get(VALUE))

    return read


def _value(name: str) -> Callable[[etree._Element, Properties], None]:
    def read(element: etree._Element, into: Properties) -> None:
        into[name] = element.get(VALUE, "")

    return read


def _fonts(element: etree._Element, into: Properties) -> None:
    for name, attribute in (("font", "ascii"), ("accented", "hAnsi")):
        if theme := element.get(f"{W}{attribute}Theme"):
            into[name] = f"{OF_THEME}{theme[:5]}"  # majorHAnsi and minorAscii: the first five tell
        elif font := element.get(f"{W}{attribute}"):
            into[name] = font


def _colour(element: etree._Element, into: Properties) -> None:
    into["colour"] = element.get(VALUE, "auto")


def _size(element: etree._Element, into: Properties) -> None:
    value = element.get(VALUE, "")
    into["size"] = twips(value) / (20 if value.endswith("t") else 2) or NO_SIZE


_RUN_READERS = {
    f"{W}rFonts": _fonts,
    f"{W}sz": _size,
    f"{W}b": _switch("bold"),
    f"{W}i": _switch("italic"),
    f"{W}caps": _switch("caps"),
    f"{W}vanish": _switch("hidden"),
    f"{W}u": _value("underline"),
    f"{W}color": _colour,
    f"{W}highlight": _value("highlight"),
    f"{W}lang": _value("language"),
    f"{W}rStyle": _value("style"),
}


def _spacing(element: etree._Element, into: Properties) -> None:
    for name in ("before", "after"):
        if (written := element.get(f"{W}{name}")) is not None:
            into[name] = twips(written) / 20
        if (auto := element.get(f"{W}{name}Autospacing")) is not None and is_on(auto):
            into[name] = 14.0
    if (written := element.get(f"{W}line")) is not None:
        into["line"] = twips(written)
        into["exact"] = element.get(f"{W}lineRule", "auto") != "auto"


def _indent(element: etree._Element, into: Properties) -> None:
    for name, other in (("left", "start"), ("right", "end")):
        written = element.get(f"{W}{name}", element.get(f"{W}{other}"))
        if written is not None:
            into[name] = twips(written)
    if (written := element.get(f"{W}hanging")) is not None:
        into["first"] = -twips(written)
    elif (written := element.get(f"{W}firstLine")) is not None:
        into["first"] = twips(written)


def _numbering(element: etree._Element, into: Properties) -> None:
    for child in element:
        if child.tag == f"{W}numId":
            into["number"] = child.get(VALUE, "0")
        elif child.tag == f"{W}ilvl":
            into["level"] = int(twips(child.get(VALUE)))


def _tabs(element: etree._Element, into: Properties) -> None:
    kept = [each for each in element if each.get(VALUE) not in ("clear", "bar")]
    into["tabs"] = tuple(twips(each.get(f"{W}pos")) for each in kept)


def _border(element: etree._Element, into: Properties) -> None:
    lines = (f"{W}top", f"{W}bottom")
    into["border"] = any(
        each.tag in lines and each.get(VALUE) not in ("nil", "none") for each in element
    )


_PARAGRAPH_READERS = {
    f"{W}jc": _value("align"),
    f"{W}spacing": _spacing,
    f"{W}ind": _indent,
    f"{W}contextualSpacing": _switch("contextual"),
    f"{W}numPr": _numbering,
    f"{W}tabs": _tabs,
    f"{W}pBdr": _border,
}
READ = frozenset(_PARAGRAPH_READERS)
"""The properties of a paragraph that its look is made of."""
NESTED = frozenset({f"{W}numPr", f"{W}tabs", f"{W}pBdr"})
"""Those of them that say what they say by elements of their own."""


def _read(
    element: etree._Element | None,
    readers: Mapping[Any, Callable[[etree._Element, Properties], None]],
) -> Properties:
    into: Properties = {}
    if element is not None:
        for child in element:
            if reader := readers.get(child.tag):
                reader(child, into)
    return into


def paragraph_properties(element: etree._Element | None) -> Properties:
    """Return what a w:pPr says itself."""
    return _read(element, _PARAGRAPH_READERS)


def run_properties(element: etree._Element | None) -> Properties:
    """Return what a w:rPr says itself."""
    return _read(element, _RUN_READERS)
