"""A document read once: parts of the package, looks, flow, and the parts of the layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.errors import KnownError
from ttdn_desktop.word.check.flow import FlowReader
from ttdn_desktop.word.check.names import TEXT_BOX, VALUE, W, twips
from ttdn_desktop.word.check.numbering import Numbering
from ttdn_desktop.word.check.outlines import outlines
from ttdn_desktop.word.check.pages import sections
from ttdn_desktop.word.check.parts import Parts
from ttdn_desktop.word.check.recognise_body import find_address, find_basis, find_content
from ttdn_desktop.word.check.recognise_end import find_annexes, find_closing
from ttdn_desktop.word.check.recognise_head import find_head
from ttdn_desktop.word.check.styles import Sheet

if TYPE_CHECKING:
    from ttdn_desktop.word.check.flow import Flow
    from ttdn_desktop.word.check.opening import Package
    from ttdn_desktop.word.check.pages import Section
    from ttdn_desktop.word.check.swatches import Swatch

_USUAL_TAB = 720.0


@dataclass(slots=True)
class Reading:
    """A document as the rules see it. `touched` are the members that a repair has changed."""

    package: Package
    root: etree._Element
    body: etree._Element
    boxes: bool
    """Whether there are text boxes, which are paragraphs within paragraphs."""
    sheet: Sheet
    flow: Flow
    sections: list[Section]
    parts: Parts
    touched: set[str] = field(default_factory=set)
    swatches: tuple[Swatch, ...] | None = None
    """The different looks of letters, once a rule has asked for them (`swatches.swatches`)."""

    usual_tab: float | None = None
    """The distance of the usual tab stops, once a rule has asked for it (`tab`)."""

    def tab(self) -> float:
        """Return the distance of the usual tab stops, twips; raises KnownError as `read`."""
        if self.usual_tab is None:
            self.usual_tab = _tab(self.package.other("settings"))
        return self.usual_tab

    def section_of(self, number: int) -> Section:
        """Return the section that a paragraph's `section` counts from 0."""
        return self.sections[min(number, len(self.sections) - 1)]


def read(package: Package) -> Reading:
    """Read a document; raises KnownError as `opening.opened`."""
    root = package.tree(package.main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise KnownError("file_damaged", name=package.name)
    sheet = Sheet(package.styles(), package.with_table_styles, lambda: package.other("theme"))
    boxes = next(root.iter(TEXT_BOX), None) is not None
    known = outlines(body, package.take_source())
    numbering = Numbering(lambda: package.other("numbering"))
    flow = FlowReader(sheet, numbering, known, boxes=boxes).read(body)
    pages = sections(package, flow.sections or [_missing(body)], sheet)
    parts = recognise(flow)
    return Reading(package, root, body, boxes, sheet, flow, pages, parts)


def recognise(flow: Flow) -> Parts:
    """Return the parts of a flow, found from the head on, then from the signature."""
    parts = Parts()
    start = find_head(flow, parts)
    find_closing(flow, start, parts)
    closing = parts.closing
    behind = start if closing.last is None else closing.last + 1
    find_annexes(flow, behind, parts)
    if closing.first is not None:
        last = closing.first
    else:
        last = parts.annexes[0].first if parts.annexes else len(flow.paragraphs)
    start = find_address(flow, start, last, parts)
    parts.body_first, parts.body_last = start, last
    find_content(flow, find_basis(flow, start, last, parts), last, parts)
    return parts


def _missing(body: etree._Element) -> etree._Element:
    """Return the section of a body that declares none: what Word then takes."""
    return etree.SubElement(body, f"{W}sectPr")


def _tab(settings: etree._Element | None) -> float:
    stop = None if settings is None else settings.find(f"{W}defaultTabStop")
    return _USUAL_TAB if stop is None else twips(stop.get(VALUE), _USUAL_TAB)
