"""Paragraphs as lines: their text with the number that Word makes, in document order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.files import limits
from ttdn_desktop.files.docx_markup import (
    switched_on,
)
from ttdn_desktop.files.docx_package import TooLargeError
from ttdn_desktop.files.docx_styles import paragraph_look
from ttdn_desktop.files.docx_text import Prose, TextReader
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ttdn_desktop.domain.grid import LegacyEncoding
    from ttdn_desktop.files.docx_notes import Notes
    from ttdn_desktop.files.docx_numbering import Label, Numbering
    from ttdn_desktop.files.docx_styles import ParagraphLook, Styles


@immutable
class Line:
    """A paragraph's text in NFC; `automatic` where it is nothing but a number made by Word."""

    text: str
    bold: bool
    automatic: bool


@dataclass(slots=True)
class Story:
    """The lines of a cell, or between two tables, with the notes that are marked in them.

    `fonts` counts letters by the encoding of the font they are in, where any are accented.
    """

    lines: list[Line] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    fonts: dict[LegacyEncoding | None, int] = field(default_factory=dict)
    open: Prose | None = None

    def take(self, other: Prose | Story) -> None:
        """Take over the notes and the fonts of another; texts that share a mark are joined."""
        for encoding, letters in other.fonts.items():
            self.fonts[encoding] = self.fonts.get(encoding, 0) + letters
        for mark, note in other.notes.items():
            self.notes[mark] = f"{self.notes[mark]}\n{note}" if mark in self.notes else note

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
        self._counted = 0

    def add(self, paragraph: _Element, story: Story, *, bold_table: bool = False) -> None:
        """Add a paragraph to a story; one whose mark is deleted or hidden runs into the next."""
        self.count()
        look = paragraph_look(paragraph)
        prose = story.open or Prose()
        label = self._label(look) if not look.runs_on or _stands_with_next(look) else None
        if look.runs_on and label is not None:
            prose.pieces.append((f"{label.text} ", False))
        self._texts.read(paragraph, prose, style=look.style, bold_table=bold_table)
        story.open = prose if look.runs_on else None
        if look.runs_on:
            return
        bold_mark = label is not None and self._is_bold(look, label, bold_table=bold_table)
        self._close(prose, label, story, bold_mark=bold_mark)

    def count(self) -> None:
        """Count a paragraph, row or cell. Raises TooLargeError."""
        self._counted += 1
        if self._counted > limits.DOCX_LINES:
            raise TooLargeError(self._counted)

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
        self._characters += len(text) + sum([len(note) for note in prose.notes.values()])
        if self._characters > limits.DOCX_CHARACTERS:
            raise TooLargeError(self._characters)
        written = text.strip() != ""
        numbers = label is not None and not label.bullet
        bold = prose.all_bold if written else bold_mark
        story.lines.append(Line(_labelled(text, label), bold, numbers and not written))
        story.take(prose)

    def _label(self, look: ParagraphLook) -> Label | None:
        list_id, level = look.list_id, look.level
        if list_id is None:
            list_id, by_style, style = self._styles.numbered(look.style)
            if list_id is not None and level is None:
                tied = self._numbering.level_of_style(list_id, style)
                level = by_style if tied is None else tied
        return None if list_id is None else self._numbering.next(list_id, level or 0)

    def _is_bold(self, look: ParagraphLook, label: Label, *, bold_table: bool) -> bool:
        """Tell whether a number that stands alone is bold: its list, else its paragraph's mark."""
        if label.bold is not None:
            return label.bold
        below = self._styles.look(look.style, None, bold_table=bold_table)
        return bool(self._styles.direct(look.mark).over(below).bold)


def _labelled(text: str, label: Label | None) -> str:
    if label is None:
        return text
    if not text.strip():
        return "" if label.bullet else label.text
    return f"{label.text} {text.lstrip()}"


def _stands_with_next(look: ParagraphLook) -> bool:
    """Tell whether a heading stands on one line with the paragraph behind it, with its number."""
    return switched_on(look.mark, "specVanish")
