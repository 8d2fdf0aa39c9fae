"""Paragraphs as lines: their text with the number that Word makes, in document order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.files.docx_markup import (
    DELETED,
    MOVED_AWAY,
    PARAGRAPH_LOOK,
    RUN_LOOK,
    switched_on,
    value,
)
from ttdn_desktop.files.docx_package import TooLargeError
from ttdn_desktop.files.docx_styles import numbered
from ttdn_desktop.files.docx_text import Prose, TextReader

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ttdn_desktop.domain.grid import LegacyEncoding
    from ttdn_desktop.files.docx_notes import Notes
    from ttdn_desktop.files.docx_numbering import Label, Numbering
    from ttdn_desktop.files.docx_styles import Styles

MOST_CHARACTERS = 20_000_000
"""Characters of a whole document, as text: some 8,000 pages."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's text in NFC; `automatic` where it is nothing but a number made by Word."""

    text: str
    bold: bool
    automatic: bool


@dataclass(slots=True)
class Story:
    """The lines of a cell, or between two tables, with the notes that are marked in them.

    `fonts` counts accented letters by the encoding of the font they are in.
    """

    lines: list[Line] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    fonts: Counter[LegacyEncoding | None] = field(default_factory=Counter)
    open: Prose | None = None

    def text(self) -> str:
        """Return all lines as one text."""
        return "\n".join(line.text for line in self.lines).strip()

    def bold(self) -> bool:
        """Tell whether there is text, and all of it is bold."""
        seen = [line for line in self.lines if line.text.strip()]
        return bool(seen) and all(line.bold for line in seen)

    def automatic(self) -> bool:
        """Tell whether there is nothing but numbers made by Word."""
        seen = [line for line in self.lines if line.text.strip()]
        return bool(seen) and all(line.automatic for line in seen)


class LineReader:
    """Reads paragraphs, each once and in document order: lists and notes are counted on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        """Keep what the paragraphs refer to."""
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._texts = TextReader(styles, notes)
        self._characters = 0

    def add(self, paragraph: _Element, story: Story, *, bold_table: bool = False) -> None:
        """Add a paragraph to a story; one whose mark is deleted or hidden runs into the next."""
        look = paragraph.find(PARAGRAPH_LOOK)
        prose = story.open or Prose()
        if _runs_on(look):
            self._begin_numbered(look, prose)
            self._texts.read(paragraph, prose, bold_table=bold_table)
            story.open = prose
            return
        story.open = None
        label = self._label(look)
        self._texts.read(paragraph, prose, bold_table=bold_table)
        self._close(prose, label, story, bold_mark=self._bold_mark(look, label, bold_table))

    def end(self, story: Story) -> None:
        """Close a story whose last paragraph was to run into one that never came."""
        if story.open is not None:
            prose, story.open = story.open, None
            self._close(prose, None, story, bold_mark=False)

    def next_section(self) -> None:
        """Go on to the next section of the document."""
        self._notes.next_section()

    def _close(self, prose: Prose, label: Label | None, story: Story, *, bold_mark: bool) -> None:
        text = nfc(prose.text())
        self._characters += len(text) + sum(map(len, prose.notes.values()))
        if self._characters > MOST_CHARACTERS:
            raise TooLargeError(self._characters)
        written = text.strip() != ""
        numbers = label is not None and not label.bullet
        bold = prose.all_bold if written else bold_mark
        story.lines.append(Line(_labelled(text, label), bold, numbers and not written))
        story.fonts.update(prose.fonts)
        for mark, note in prose.notes.items():
            story.notes[mark] = f"{story.notes[mark]}\n{note}" if mark in story.notes else note

    def _begin_numbered(self, look: _Element | None, prose: Prose) -> None:
        """Write the number of a heading that stands on one line with the paragraph behind it."""
        inside = None if look is None else look.find(RUN_LOOK)
        label = self._label(look) if switched_on(inside, "specVanish") else None
        if label is not None:
            prose.pieces.append((_labelled(" ", label), False))

    def _label(self, look: _Element | None) -> Label | None:
        direct = numbered(look)
        list_id, level = direct.list_id, direct.level
        if list_id is None:
            by_style, style = self._styles.numbered(value(look, "pStyle"))
            list_id = by_style.list_id
            if list_id is not None and level is None:
                tied = self._numbering.level_of_style(list_id, style)
                level = by_style.level if tied is None else tied
        return None if list_id is None else self._numbering.next(list_id, level or 0)

    def _bold_mark(self, look: _Element | None, label: Label | None, bold_table: bool) -> bool:  # noqa: FBT001 (private, and one of three)
        if label is None or label.bold is not None:
            return label is not None and bool(label.bold)
        inside = None if look is None else look.find(RUN_LOOK)
        below = self._styles.look(value(look, "pStyle"), None, bold_table=bold_table)
        return bool(self._styles.direct(inside).over(below).bold)


def _labelled(text: str, label: Label | None) -> str:
    if label is None:
        return text
    if not text.strip():
        return "" if label.bullet else label.text
    return f"{label.text} {text.lstrip()}"


def _runs_on(look: _Element | None) -> bool:
    """Tell whether a paragraph's mark is gone: then its text and the next are one paragraph."""
    inside = None if look is None else look.find(RUN_LOOK)
    if inside is None:
        return False
    gone = inside.find(DELETED) is not None or inside.find(MOVED_AWAY) is not None
    return gone or switched_on(inside, "vanish")
