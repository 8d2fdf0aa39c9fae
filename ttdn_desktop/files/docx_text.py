"""The text of one paragraph as it stands once all tracked changes are accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.files import docx_markup as markup
from ttdn_desktop.files.docx_markup import RUN_LOOK, W
from ttdn_desktop.files.docx_notes import NoteKind
from ttdn_desktop.files.docx_styles import encoding_of, paragraph_look
from ttdn_desktop.files.docx_symbols import SIGNS_BEGIN, SIGNS_END, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from ttdn_desktop.domain.grid import LegacyEncoding
    from ttdn_desktop.files.docx_notes import Notes
    from ttdn_desktop.files.docx_styles import Look, Styles

_TEXT, _FIELD = W + "t", W + "fldChar"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SIGNS = {
    **dict.fromkeys((W + "br", W + "cr"), "\n"),
    **dict.fromkeys((W + "tab", W + "ptab"), " "),
    W + "noBreakHyphen": "-",
}
_REFERENCES = {f"{W}{kind}Reference": kind for kind in NoteKind}
_SPACES = str.maketrans({"\n": " ", "\r": " ", "\t": " "})
_DROPPED = str.maketrans({NOTE_OPEN: None, NOTE_CLOSE: None, "\u00ad": None})
_RAISED_MARK = re.compile(r"\s*(\(?(?:\d{1,3}|\*{1,5})\)?)\s*")
_MEASURE = re.compile(r"(?:^|[\s\d(/])[kcdmh]?m$")
_UNICODE_VIETNAMESE = re.compile("[ăđĩũơưĂĐĨŨƠƯẠ-ỹ\u0300-\u0323]")
_PLACES = {place: place - SIGNS_BEGIN for place in range(SIGNS_BEGIN, SIGNS_END + 1)}


@dataclass(slots=True)
class Prose:
    """What was read of a paragraph so far: pieces of text, each raised or not, and its notes."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    raised: bool = False
    all_bold: bool = True
    notes: dict[str, str] = field(default_factory=dict)
    fonts: dict[LegacyEncoding | None, int] = field(default_factory=dict)

    def text(self) -> str:
        """Return the text; figures and stars that are raised within it become marks of notes."""
        if not self.raised:
            return "".join([text for text, _ in self.pieces])
        whole = ""
        for text, raised in self._joined():
            mark = _RAISED_MARK.fullmatch(text) if raised else None
            of_measure = text in {"2", "3"} and _MEASURE.search(whole[-4:])
            whole += f"{NOTE_OPEN}{mark[1]}{NOTE_CLOSE}" if mark and not of_measure else text
        alone = not any(text.strip() for text, raised in self.pieces if not raised)
        return "".join(text for text, _ in self.pieces) if alone else whole

    def _joined(self) -> list[tuple[str, bool]]:
        joined: list[tuple[str, bool]] = []
        for text, raised in self.pieces:
            if joined and joined[-1][1] == raised:
                joined[-1] = (joined[-1][0] + text, raised)
            else:
                joined.append((text, raised))
        return joined


class TextReader:
    """Reads the runs of paragraphs, to be asked in the document's order: it counts the notes."""

    def __init__(self, styles: Styles, notes: Notes | None) -> None:
        """Keep the styles and the notes; without notes their marks are left out."""
        self._styles = styles
        self._notes = notes
        self._paragraph_style: str | None = None
        self._bold_table = False
        self._fields: list[bool] = []
        self._note_texts: dict[tuple[NoteKind, str], str] = {}

    def read(
        self, paragraph: _Element, prose: Prose, *, style: str | None, bold_table: bool = False
    ) -> None:
        """Add a paragraph's visible text; `bold_table` says how its table's style has it.

        Of fields the results are read. A field that a paragraph leaves open ends with it.
        """
        self._paragraph_style = style
        self._bold_table = bold_table
        self._fields.clear()
        self._inline(paragraph, prose)

    def _inline(self, parent: _Element, prose: Prose) -> None:
        for child in parent:
            tag = child.tag
            if tag == markup.RUN:
                self._run(child, prose)
            elif tag in markup.WRAPPERS:
                self._inline(child, prose)
            elif tag == markup.CONTROL:
                content = child.find(markup.CONTROL_CONTENT)
                if content is not None and not markup.asks_for_text(child):
                    self._inline(content, prose)
            elif tag == markup.ALTERNATIVES:
                self._first_that_speaks(child, prose, self._inline)
            elif isinstance(tag, str) and tag.startswith(_FORMULA):
                formula = "".join(text.text or "" for text in child.iter(_FORMULA + "t"))
                prose.pieces.append((formula, False))

    @staticmethod
    def _first_that_speaks(
        alternatives: _Element, prose: Prose, read: Callable[[_Element, Prose], None]
    ) -> None:
        before = len(prose.pieces)
        for branch in alternatives:
            read(branch, prose)
            if len(prose.pieces) > before:
                return

    def _run(self, run: _Element, prose: Prose) -> None:
        look = self._look(run)
        if look.hidden:
            self._turn_fields(run)
            return
        before = len(prose.pieces)
        self._content(run, prose, raised=bool(look.raised))
        if len(prose.pieces) == before:
            return
        if look.raised:
            prose.raised = True
        text = "".join([text for text, _ in prose.pieces[before:]])
        if not (look.bold or look.raised or not text.strip() or text[0] == NOTE_OPEN):
            prose.all_bold = False
        if not text.isascii():
            _weigh_font(prose, encoding_of(look.font), before)

    def _content(self, run: _Element, prose: Prose, *, raised: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == _FIELD:
                self._turn(child)
            elif self._fields and any(self._fields):
                continue
            elif tag == _TEXT:
                prose.pieces.append((_plain(child.text or ""), raised))
            elif tag in _SIGNS:
                prose.pieces.append((_SIGNS[tag], raised))
            elif tag == W + "sym":
                prose.pieces.append((shown(child), raised))
            elif tag in _REFERENCES:
                if self._note(_REFERENCES[str(tag)], child, run, prose):
                    return
            elif tag == markup.ALTERNATIVES:
                self._first_that_speaks(
                    child, prose, lambda branch, into: self._content(branch, into, raised=raised)
                )

    def _note(self, kind: NoteKind, reference: _Element, run: _Element, prose: Prose) -> bool:
        """Read a note's mark; tell whether the run's own text was that mark."""
        if self._notes is None:
            return False
        own = reference.get(W + "customMarkFollows") in {"1", "true", "on"}
        mark = _own_mark(run) if own else self._notes.mark(kind)
        prose.pieces.append((f"{NOTE_OPEN}{mark}{NOTE_CLOSE}", False))
        key = (kind, reference.get(W + "id", ""))
        if key not in self._note_texts:
            self._note_texts[key] = self._note_text(self._notes.element(*key), mark)
        text, said = self._note_texts[key], prose.notes.get(mark)
        prose.notes[mark] = text if said is None else f"{said}\n{text}"
        return own

    def _note_text(self, note: _Element | None, mark: str) -> str:
        """Return the text of a note without its mark, which stands before it where it was typed."""
        reader, lines = TextReader(self._styles, None), []
        for paragraph in () if note is None else note.iter(markup.PARAGRAPH):
            prose = Prose()
            reader.read(paragraph, prose, style=paragraph_look(paragraph).style)
            lines.append("".join(text for text, _ in prose.pieces))
        return nfc("\n".join(lines).strip().removeprefix(mark).strip())

    def _turn_fields(self, run: _Element) -> None:
        for turn in run.iterfind(_FIELD):
            self._turn(turn)

    def _turn(self, turn: _Element) -> None:
        """Follow a field: True on the stack while its instruction runs, False for its result."""
        kind = turn.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _look(self, run: _Element) -> Look:
        direct = self._styles.direct(next(run.iterchildren(RUN_LOOK), None))
        style = self._paragraph_style
        return direct.over(self._styles.look(style, direct.style, bold_table=self._bold_table))


def _plain(text: str) -> str:
    """Return a text without private letters that mean something here; white space as Word does."""
    if not text.isprintable():
        text = text.translate(_SPACES).translate(_DROPPED)
    return text


def _own_mark(run: _Element) -> str:
    """Return a note's mark that somebody typed or chose himself: the rest of its run."""
    signs = (
        shown(child) if child.tag == W + "sym" else child.text or ""
        for child in run
        if child.tag in {_TEXT, W + "sym"}
    )
    return _plain("".join(signs)).strip() or "*"


def _weigh_font(prose: Prose, encoding: LegacyEncoding | None, begin: int) -> None:
    """Count the letters of the pieces from `begin` on for the encoding of their font.

    Letters that only Unicode has tell that the font is a leftover.
    """
    for place in range(begin, len(prose.pieces)):
        text, raised = prose.pieces[place]
        told = encoding
        if encoding is not None:
            prose.pieces[place] = (text.translate(_PLACES), raised)
            told = None if _UNICODE_VIETNAMESE.search(text) else encoding
        prose.fonts[told] = prose.fonts.get(told, 0) + len(text)
