"""Paper, margins and page number of each section (I.1 to I.3, I.7)."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.word.allowances import LANDSCAPE_MARGINS, MARGIN_EASE, SHEET_EASE
from ttdn_desktop.word.check import repairs, told
from ttdn_desktop.word.check.names import RUN, W
from ttdn_desktop.word.check.pages import SIDES
from ttdn_desktop.word.check.rule import Fault, Rule
from ttdn_desktop.word.layout import LOOKS, MARGINS, PORTRAIT, Element, Span
from ttdn_desktop.word.lengths import least_twips, twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.word.check.pages import PageNumber, Section
    from ttdn_desktop.word.check.reading import Reading

_ONE_PAGE = 1_800  # letters: a head, a signature and so much text fit on one page
_SHOWN = ("header", "default")
_UPRIGHT = LOOKS[Element.PAGE_NUMBER]


def _paper(reading: Reading) -> Iterator[Fault]:
    for section in reading.sections:
        short, long = sorted((section.width, section.height))
        near = abs(short - PORTRAIT.width) <= SHEET_EASE, abs(long - PORTRAIT.height) <= SHEET_EASE
        if not all(near):
            sides = {"width": told.number(section.width), "height": told.number(section.height)}
            yield Fault(section, Notice("paper", sides), Notice("paper"), [section.element])


def _set_paper(reading: Reading, fault: Fault) -> None:
    section = next(each for each in reading.sections if each is fault.at)
    sides = [PORTRAIT.width, PORTRAIT.height]
    wide, high = reversed(sides) if section.landscape else sides
    for element in fault.elements:
        repairs.section_look(element, "pgSz", {"w": str(twips(wide)), "h": str(twips(high))})


def _orientation(reading: Reading) -> Iterator[Fault]:
    """Find a text on its side: only annexes, or a text with tables inside, may lie so (I.2)."""
    first = reading.sections[0]
    has_tables = any(table.section == 0 for table in reading.flow.tables)
    if first.landscape and not has_tables:
        yield Fault(first, Notice("landscape"), Notice("portrait"), repairable=False)


def _margin(side: str, reading: Reading) -> Iterator[Fault]:
    for section in reading.sections:
        allowed = LANDSCAPE_MARGINS if section.landscape else MARGINS[side]
        eased = Span(allowed.low - MARGIN_EASE, allowed.high + MARGIN_EASE)
        if section.margins[side] not in eased:
            found = told.length("mm", section.margins[side])
            yield Fault(section, found, told.span("mm", allowed), [section.element])


def _set_margin(side: str, _reading: Reading, fault: Fault) -> None:
    for element in fault.elements:
        values = {side: str(least_twips(getattr(PORTRAIT, side)))}
        if side == "left":
            values["gutter"] = "0"
        repairs.section_look(element, "pgMar", values)


def _first(reading: Reading) -> tuple[Section, PageNumber | None]:
    section = reading.sections[0]
    return section, section.numbers.get(_SHOWN)


def _missing(reading: Reading) -> Iterator[Fault]:
    section, shown = _first(reading)
    if section.numbers or shown:
        return
    letters = accumulate(len(paragraph.text) for paragraph in reading.flow.paragraphs)
    if reading.flow.tables or any(sofar > _ONE_PAGE for sofar in letters):
        yield Fault(section, Notice("page_number_missing"), Notice("page_number_missing"),
                    repairable=False)  # fmt: skip


def _place(reading: Reading) -> Iterator[Fault]:
    section, shown = _first(reading)
    if shown is None and any(place == "footer" for place, _ in section.numbers):
        yield Fault(section, Notice("page_number_bottom"), Notice("page_number_top"),
                    repairable=False)  # fmt: skip


def _numbers(reading: Reading) -> Iterator[tuple[Section, PageNumber]]:
    """Yield each page number that is shown, once for each header it stands in."""
    seen: set[str] = set()
    for section in reading.sections:
        for number in section.numbers.values():
            if number.part not in seen:
                seen.add(number.part)
                yield section, number


def _align(reading: Reading) -> Iterator[Fault]:
    for section, number in _numbers(reading):
        if number.align != "center":
            yield Fault(section, told.align(number.align), told.align("center"),
                        [number.paragraph], number.part)  # fmt: skip


def _set_align(_reading: Reading, fault: Fault) -> None:
    for paragraph in fault.elements:
        repairs.paragraph_look(paragraph, "jc", {"val": "center"})
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        if frame is not None:
            frame.set(f"{W}xAlign", "center")


def _size(reading: Reading) -> Iterator[Fault]:
    for section, number in _numbers(reading):
        if number.look.size not in _UPRIGHT.allowed:
            yield Fault(section, told.length("size", number.look.size),
                        told.span("size", _UPRIGHT.allowed), [number.paragraph],
                        number.part)  # fmt: skip


def _set_size(_reading: Reading, fault: Fault) -> None:
    size = str(round(_UPRIGHT.size * 2))
    for run in (run for paragraph in fault.elements for run in paragraph.iter(RUN)):
        repairs.run_look(run, sz=size, szCs=size)


def _style(reading: Reading) -> Iterator[Fault]:
    for section, number in _numbers(reading):
        look = number.look
        if look.bold or look.italic:
            yield Fault(section, told.style(bold=look.bold, italic=look.italic),
                        told.style_of(_UPRIGHT), [number.paragraph], number.part)  # fmt: skip


def _set_style(_reading: Reading, fault: Fault) -> None:
    for run in (run for paragraph in fault.elements for run in paragraph.iter(RUN)):
        repairs.run_look(run, b="0", i="0")


def _on_the_first(reading: Reading) -> Iterator[Fault]:
    section = reading.sections[0]
    if not section.numbers:
        return
    kinds = {kind for _, kind in section.numbers}
    shown = ("first" in kinds) if section.title_page else ("default" in kinds)
    if shown:
        yield Fault(section, Notice("page_number_on_first"), Notice("page_number_on_first"),
                    [section.element], repairable=not section.title_page)  # fmt: skip


def _hide_on_the_first(_reading: Reading, fault: Fault) -> None:
    for element in fault.elements:
        repairs.section_look(element, "titlePg", {"val": "1"})


def _form(reading: Reading) -> Iterator[Fault]:
    for section in reading.sections:
        if section.numbers and section.number_form not in ("", "decimal"):
            yield Fault(section, Notice("page_number_form"), Notice("page_number_form"),
                        [section.element])  # fmt: skip


def _set_form(_reading: Reading, fault: Fault) -> None:
    for element in fault.elements:
        repairs.section_look(element, "pgNumType", {"fmt": "decimal"})


def _start(reading: Reading) -> Iterator[Fault]:
    section = reading.sections[0]
    if section.numbers and section.number_start not in ("", "1"):
        found = Notice("page_number_start", {"value": section.number_start})
        yield Fault(section, found, Notice("page_number_start"), [section.element])


def set_start(_reading: Reading, fault: Fault) -> None:
    """Let a section's page numbers begin at 1."""
    for element in fault.elements:
        repairs.section_look(element, "pgNumType", {"start": "1"})


def rules() -> Iterator[Rule]:
    """Yield the rules of the page."""
    yield Rule("paper", "I.1", _paper, _set_paper)
    yield Rule("orientation", "I.2", _orientation)
    for side in SIDES:
        yield Rule(f"margin_{side}", "I.3", partial(_margin, side), partial(_set_margin, side))
    yield Rule("page_number_missing", "I.7", _missing)
    yield Rule("page_number_place", "I.7", _place)
    yield Rule("page_number_align", "I.7", _align, _set_align)
    yield Rule("page_number_size", "I.7", _size, _set_size)
    yield Rule("page_number_style", "I.7", _style, _set_style)
    yield Rule("page_number_first", "I.7", _on_the_first, _hide_on_the_first)
    yield Rule("page_number_form", "I.7", _form, _set_form)
    yield Rule("page_number_start", "I.7", _start, set_start)
