"""The paragraphs of a Word 97-2003 file as they are printed, with the marks of their notes."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.files.cell_text import tidied
from ttdn_desktop.files.doc_file import Part, plc
from ttdn_desktop.files.doc_looks import Looks, ParagraphLook, letter_look, paragraph_look
from ttdn_desktop.files.raised_marks import Piece as Text
from ttdn_desktop.files.raised_marks import with_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.files.doc_file import Piece, WordFile
    from ttdn_desktop.files.doc_looks import LetterLook

CELL_END = "\x07"
_FOOTNOTES, _ENDNOTES = 1, 5
_PARAGRAPH = re.compile("[^\r\x07\x0c]*[\r\x07\x0c]|[^\r\x07\x0c]+")
_FIELD = re.compile("([\x13\x14\x15])")
_OPEN, _RESULT, _CLOSE = "\x13", "\x14", "\x15"
_NOTE = "\x02"
_SHOWN = {ord("\x1e"): "-", ord("\x1f"): None, ord("\t"): " ", ord(_NOTE): None}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text in pieces, its look, and the character that ends it."""

    pieces: list[Text] = field(default_factory=list)
    bold: bool = True
    look: ParagraphLook = field(default_factory=ParagraphLook)
    end: str = ""

    def text(self) -> str:
        """Return its text, tidied, with marks of notes between their signs."""
        return tidied(with_marks(self.pieces), soft_hyphens=True).strip()


class TextReader:
    """Reads a file's paragraphs in order."""

    def __init__(self, file: WordFile) -> None:
        """Read where the looks and the notes are."""
        self._file = file
        self._letters = Looks(file, Part.LETTERS)
        self._paragraphs = Looks(file, Part.PARAGRAPHS)
        self._letter_looks: dict[bytes, LetterLook] = {}
        self._paragraph_looks: dict[bytes, ParagraphLook] = {}
        self._marks: dict[int, str] = {}
        self._fields: list[bool] = []
        self._note_places: dict[str, tuple[int, int]] = {}
        self._take_notes(Part.FOOTNOTE_MARKS, Part.FOOTNOTE_TEXTS, _FOOTNOTES)
        self._take_notes(Part.ENDNOTE_MARKS, Part.ENDNOTE_TEXTS, _ENDNOTES)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield those of the text itself."""
        return self._between(0, self._file.lengths[0])

    def notes(self) -> dict[str, str]:
        """Return the texts of all notes by their marks."""
        return {mark: self._note(*place) for mark, place in self._note_places.items()}

    def _note(self, begin: int, end: int) -> str:
        lines = (paragraph.text() for paragraph in self._between(begin, end))
        return "\n".join(line for line in lines if line)

    def _take_notes(self, marks: int, texts: int, story: int) -> None:
        """Learn which mark stands at which character, and from where to where its note is."""
        places, entries = plc(self._file.part(marks), 2)
        ends, _ = plc(self._file.part(texts), 0)
        story_begin = sum(self._file.lengths[:story])
        counted = 0
        for number, (place, entry) in enumerate(zip(places, entries, strict=False)):
            if not struct.unpack("<h", entry)[0] or number + 1 >= len(ends):
                continue  # a mark of its own: it stands in the text
            counted += 1
            self._marks[place] = mark = str(counted) if story == _FOOTNOTES else _roman(counted)
            self._note_places[mark] = (story_begin + ends[number], story_begin + ends[number + 1])

    def _between(self, begin: int, end: int) -> Iterator[Paragraph]:
        current = Paragraph()
        self._fields.clear()
        for piece, first, last in self._file.spread(begin, end):
            for place, text, look in self._runs(piece, first, last):
                for found in _PARAGRAPH.finditer(text):
                    self._add(current, found[0], place + found.start(), look)
                    if current.end:
                        at = piece.place + (place + found.end() - 1 - piece.begin) * piece.width
                        current.look = self._paragraph_look(at, piece)
                        yield current
                        current = Paragraph()
                        self._fields.clear()
        if current.pieces:
            yield current

    def _runs(self, piece: Piece, begin: int, end: int) -> Iterator[tuple[int, str, LetterLook]]:
        """Yield a piece's text in runs of one look, each with its first character's place."""
        text = self._file.text(piece, begin, end)
        base = piece.place + (begin - piece.begin) * piece.width
        for first, last, look in self._letters.between(base, base + len(text) * piece.width):
            here, there = (first - base) // piece.width, (last - base) // piece.width
            yield begin + here, text[here:there], self._letter_look(look + piece.extra)

    def _add(self, paragraph: Paragraph, text: str, place: int, look: LetterLook) -> None:
        if text[-1] in "\r\x07\x0c":
            paragraph.end, text = text[-1], text[:-1]
        for part in _FIELD.split(text):
            if part in {_OPEN, _RESULT, _CLOSE}:
                self._turn(part)
            elif part and not look.unseen and not any(self._fields):
                self._show(paragraph, part, place, look)
            place += len(part)

    def _turn(self, sign: str) -> None:
        """Go into or out of a field, or from what it computes to what it shows."""
        if sign == _OPEN:
            self._fields.append(True)
        elif self._fields:
            self._fields.pop()
            if sign == _RESULT:
                self._fields.append(False)

    def _show(self, paragraph: Paragraph, text: str, place: int, look: LetterLook) -> None:
        begin = 0
        for found in re.finditer(_NOTE, text):
            mark = self._marks.get(place + found.start())
            paragraph.pieces.append((text[begin : found.start()].translate(_SHOWN), look.raised))
            if mark:
                paragraph.pieces.append((f"[{mark}]", True))
            begin = found.end()
        rest = text[begin:].translate(_SHOWN)
        paragraph.pieces.append((rest, look.raised))
        if rest.strip() and not look.raised:
            paragraph.bold &= look.bold

    def _letter_look(self, data: bytes) -> LetterLook:
        look = self._letter_looks.get(data)
        if look is None:
            look = self._letter_looks[data] = letter_look(data)
        return look

    def _paragraph_look(self, place: int, piece: Piece) -> ParagraphLook:
        data = self._paragraphs.at(place) + piece.extra
        look = self._paragraph_looks.get(data)
        if look is None:
            look = self._paragraph_looks[data] = paragraph_look(data, self._file.data)
        return look


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
