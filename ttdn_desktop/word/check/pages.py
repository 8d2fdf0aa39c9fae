"""Sections: their paper and margins in mm, and the page number in their headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.check.formatting import paragraph_properties
from ttdn_desktop.word.check.names import (
    MM_PER_TWIP,
    PARAGRAPH,
    PARAGRAPH_LOOK,
    RUN,
    RUN_LOOK,
    VALUE,
    R,
    W,
    is_on,
    twips,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from ttdn_desktop.word.check.opening import Package
    from ttdn_desktop.word.check.styles import RunLook, Sheet

SIDES = ("top", "bottom", "left", "right")
_A4 = {"w": 11906.0, "h": 16838.0}
_USUAL = 1440.0  # what Word takes for a margin that is not given


@immutable
class PageNumber:
    """A PAGE field: where it stands and how it looks. `place` is "header" or "footer"."""

    part: str
    place: str
    paragraph: etree._Element
    align: str
    look: RunLook


@dataclass(slots=True)
class Section:
    """A section. Lengths are mm; `numbers` are the fields by the kind of its header or footer."""

    element: etree._Element
    number: int
    width: float
    height: float
    margins: dict[str, float]
    title_page: bool
    number_form: str
    number_start: str
    headers: dict[tuple[str, str], str]
    """(header or footer, first or default or even) → member."""
    numbers: dict[tuple[str, str], PageNumber]

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """The width of the text, mm."""
        return self.width - self.margins["left"] - self.margins["right"]


def sections(package: Package, elements: Sequence[etree._Element], sheet: Sheet) -> list[Section]:
    """Return the sections of a document; a header that one does not name is the one before's."""
    related = package.related(package.main)
    found: list[Section] = []
    before: dict[tuple[str, str], str] = {}
    fields: dict[str, PageNumber | None] = {}
    for number, element in enumerate(elements, start=1):
        before = before | _named(element, related)
        for (place, _), member in before.items():
            if member not in fields:
                fields[member] = _field(package, member, place, sheet)
        numbers = {key: each for key, member in before.items() if (each := fields[member])}
        found.append(_section(element, number, before, numbers))
    return found


def _named(
    element: etree._Element, related: dict[str, tuple[str, str]]
) -> dict[tuple[str, str], str]:
    named = {}
    for place in ("header", "footer"):
        for each in element.iterchildren(f"{W}{place}Reference"):
            _, member = related.get(each.get(f"{R}id", ""), ("", ""))
            named[place, each.get(f"{W}type", "default")] = member
    return named


def _section(
    element: etree._Element,
    number: int,
    headers: dict[tuple[str, str], str],
    numbers: dict[tuple[str, str], PageNumber],
) -> Section:
    size, margin, numbering, title = (
        element.find(f"{W}{name}") for name in ("pgSz", "pgMar", "pgNumType", "titlePg")
    )
    given = {} if size is None else {key: twips(size.get(f"{W}{key}"), _A4[key]) for key in _A4}
    paper = _A4 | given
    return Section(
        element,
        number,
        paper["w"] * MM_PER_TWIP,
        paper["h"] * MM_PER_TWIP,
        _margins(margin),
        title is not None and is_on(title.get(VALUE)),
        "" if numbering is None else numbering.get(f"{W}fmt", ""),
        "" if numbering is None else numbering.get(f"{W}start", ""),
        headers,
        numbers,
    )


def _margins(element: etree._Element | None) -> dict[str, float]:
    if element is None:
        return dict.fromkeys(SIDES, _USUAL * MM_PER_TWIP)
    margins = {side: twips(element.get(f"{W}{side}"), _USUAL) for side in SIDES}
    margins["left"] += twips(element.get(f"{W}gutter"))
    return {side: abs(value) * MM_PER_TWIP for side, value in margins.items()}


def _field(package: Package, member: str, place: str, sheet: Sheet) -> PageNumber | None:
    """Return the page number of a header or footer, None where it has none."""
    root = package.tree(member) if member else None
    if root is None:
        return None
    for paragraph, run in _fields(root):
        first = len(paragraph) and paragraph[0].tag == PARAGRAPH_LOOK
        properties = paragraph[0] if first else None
        style = sheet.style_of(properties)
        direct = run.find(RUN_LOOK)
        align = _align(paragraph, properties, sheet.paragraph(style))
        return PageNumber(member, place, paragraph, align, sheet.run(style, direct))
    return None


def _fields(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield paragraph and run of each PAGE field, simple or of several runs."""
    for each in root.iter(f"{W}instrText", f"{W}fldSimple"):
        words = (each.text or each.get(f"{W}instr") or "").split()
        paragraph = next(each.iterancestors(PARAGRAPH), None)
        if words[:1] == ["PAGE"] and paragraph is not None:
            run = each.find(RUN) if each.tag == f"{W}fldSimple" else each.getparent()
            yield paragraph, paragraph if run is None else run


def _align(
    paragraph: etree._Element, properties: etree._Element | None, of_style: dict[str, object]
) -> str:
    """Return how a page number stands: by its paragraph, its frame, or the tab before it."""
    frame = None if properties is None else properties.find(f"{W}framePr")
    if frame is not None and (at := frame.get(f"{W}xAlign")):
        return at
    for each in paragraph.iter(f"{W}ptab"):
        return each.get(f"{W}alignment", "left")
    align = paragraph_properties(properties).get("align", of_style.get("align", "left"))
    if align in ("left", "start") and paragraph.find(f".//{W}r/{W}tab") is not None:
        return "center"  # the middle tab of a header, as Word's own style sets it
    return str(align)
