"""A paragraph as the rules see it, and the runs it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.text import nfc, tidy
from ttdn_desktop.word.check.names import BREAK, RUN, RUN_LOOK, TAB, TEXT, TEXT_BOX, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.word.check.styles import ParagraphLook, RunLook

_SIGNS = {TAB: "\t", BREAK: "\n", f"{W}noBreakHyphen": "-", f"{W}cr": "\n", f"{W}sym": "\u2022"}


class Run(NamedTuple):
    """A stretch of text with one look, and the element it comes from."""

    text: str
    look: RunLook
    element: etree._Element


class Cell(NamedTuple):
    """A place in a layout table: its number, row and column, and whether it is the last column."""

    table: int
    row: int
    column: int
    last: bool
    width: float
    """In twips; 0 where the table does not say."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the flow. `text` begins with the number that the word processor prints."""

    element: etree._Element
    look: ParagraphLook
    label: str
    text: str
    plain: str
    """The text on one line, in NFC (`on_one_line`)."""
    runs: list[Run]
    section: int
    cell: Cell | None
    shapes: tuple[etree._Element, ...]
    after_table: bool
    """Whether a table that is no layout stands between it and the paragraph before."""


class Form(NamedTuple):
    """What paragraphs of one outline (`outlines.outlines`) share: their look, and that of each run.

    A run is known by its place among the paragraph's children; `plain` is one that holds a single
    text behind its formatting.
    """

    look: ParagraphLook
    runs: list[tuple[int, RunLook, bool]]

    def read(self, paragraph: etree._Element) -> list[Run]:
        """Return the runs of a paragraph of this form."""
        runs = []
        for place, look, plain in self.runs:
            run = paragraph[place]
            text = run[-1].text if plain else text_of(run)
            runs.append(Run(text or "", look, run))
        return runs


def form_of(paragraph: etree._Element, look: ParagraphLook, runs: list[Run]) -> Form | None:
    """Return the form of a paragraph, None where runs stand in a link or the like."""
    if any(run.element.getparent() is not paragraph for run in runs):
        return None
    return Form(
        look, [(paragraph.index(run.element), run.look, _is_plain(run.element)) for run in runs]
    )


def _is_plain(run: etree._Element) -> bool:
    return [each.tag for each in run] in ([TEXT], [RUN_LOOK, TEXT])


def text_of(run: etree._Element) -> str | None:
    """Return what a run prints, None where it has no text of its own."""
    text = None
    for child in run:
        if child.tag == TEXT:
            text = (text or "") + (child.text or "")
        elif child.tag in _SIGNS:
            text = (text or "") + _sign(child)
    return text


def own_runs(paragraph: etree._Element, *, boxes: bool) -> Iterator[etree._Element]:
    """Return the runs of a paragraph, but for those of text boxes in it if there are any."""
    found = paragraph.iter(RUN)
    return (run for run in found if not _foreign(run, paragraph)) if boxes else found


def on_one_line(text: str) -> str:
    """Return a text as `tidy` does; prose without odd spaces is not taken apart."""
    plain = text.isprintable() and "  " not in text and text == text.strip()
    return nfc(text) if plain else tidy(text)


def _sign(element: etree._Element) -> str:
    """Return what stands for a tab, a break or a sign; a break of the page is no line's."""
    turns = element.tag == BREAK and element.get(f"{W}type") in ("page", "column")
    return "" if turns else _SIGNS[str(element.tag)]


def _foreign(run: etree._Element, paragraph: etree._Element) -> bool:
    """Tell whether a run belongs to a text box inside the paragraph."""
    for above in run.iterancestors():
        if above is paragraph:
            return False
        if above.tag == TEXT_BOX:
            return True
    return False
