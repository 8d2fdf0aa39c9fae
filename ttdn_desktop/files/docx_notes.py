"""Footnotes and endnotes: the marks that Word prints for them, and where their texts are."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.files.docx_markup import W, value, whole
from ttdn_desktop.files.docx_numbering import written
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from ttdn_desktop.files.docx_package import Package


class NoteKind(StrEnum):
    """The two kinds of notes, by the name of their elements."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


_USUAL = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "lowerRoman"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@immutable
class _Counting:
    form: str
    start: int
    each_section: bool


class Notes:
    """The notes of a document: marks are given in the order they are asked for."""

    def __init__(self, package: Package, sections: Sequence[_Element]) -> None:
        """Read where the notes are; `sections` are the document's w:sectPr in order, or none."""
        self._package = package
        self._settings = package.related("settings")
        self._sections = sections
        self._section = 0
        self._texts: dict[NoteKind, Mapping[str, _Element]] = {}
        self._counted = dict.fromkeys(NoteKind, 0)

    def next_section(self) -> None:
        """Go on to the next section, in which a count may begin anew."""
        self._section += 1
        for kind in NoteKind:
            if self._counting(kind).each_section:
                self._counted[kind] = 0

    def mark(self, kind: NoteKind) -> str:
        """Count one note and return the mark that Word prints for it."""
        counting = self._counting(kind)
        number = counting.start + self._counted[kind]
        self._counted[kind] += 1
        return written(number, counting.form)

    def element(self, kind: NoteKind, note_id: str) -> _Element | None:
        """Return the note of this id, with its paragraphs; None where it is missing."""
        if kind not in self._texts:
            self._texts[kind] = self._read(kind)
        return self._texts[kind].get(note_id)

    def _read(self, kind: NoteKind) -> dict[str, _Element]:
        part = self._package.related(f"{kind}s")
        notes = () if part is None else part.iterfind(W + kind)
        return {
            note.get(W + "id", ""): note
            for note in notes
            if note.get(W + "type") not in _SEPARATORS
        }

    def _counting(self, kind: NoteKind) -> _Counting:
        name = f"{W}{kind}Pr"
        whole_document = None if self._settings is None else self._settings.find(name)
        here = (
            self._sections[self._section].find(name)
            if self._section < len(self._sections)
            else None
        )

        def said(what: str) -> str | None:
            return value(here, what) or value(whole_document, what)

        start = whole(said("numStart"), otherwise=1)
        each_section = said("numRestart") == "eachSect"
        return _Counting(said("numFmt") or _USUAL[kind], start, each_section)
