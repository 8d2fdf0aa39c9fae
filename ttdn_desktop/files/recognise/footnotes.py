"""Footnotes: their marks out of the cells, their texts from the file or from under the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import fold
from ttdn_desktop.files.recognise.lines import flowing
from ttdn_desktop.files.recognise.wordings import REMARKS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_MARK = r"(?<!\bm)(?<!\b[kcdm]m)(?<!\d)[⁰¹²³⁴-⁹]+"
_PRIVATE = re.compile(f"{NOTE_OPEN}(.*?){NOTE_CLOSE}")
_UNMISTAKABLE = re.compile(rf"\s*(?:{NOTE_OPEN}(.*?){NOTE_CLOSE}|({_RAISED_MARK}))")
_SIGNS_OF_MARKS = f"{NOTE_OPEN}⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = re.compile(
    r"(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<raised>[⁰¹²³⁴-⁹]+)"
    r"|\(?(?P<star>\*{1,3})\)?|(?P<bare>\d{1,3})(?:\.|\s))[\s.:]*(?P<text>\S.*)",
    re.DOTALL,
)
_REMARKS = re.compile(r"\s*[:.]\s*")


class Note(NamedTuple):
    """A footnote's text, and the way its mark is written at its head ("square", "bare")."""

    style: str
    text: str


class Footnotes:
    """The footnotes of a list by mark; they remember which are asked for."""

    def __init__(self, notes: Mapping[str, Note], *, raised: bool = True) -> None:
        """Make ready to find their marks in texts; `raised` tells that unmistakable ones occur."""
        self._notes = dict(notes)
        self._raised = raised
        self.used: list[str] = []
        self._written = [
            (mark, re.compile(pattern))
            for mark, note in self._notes.items()
            if (pattern := _mark_pattern(mark, note.style))
        ]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._notes)

    def parted(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text without footnote marks, and the marks in their order."""
        if not self._written and not self._raised:  # the many
            return text, ()
        found: list[tuple[int, str]] = []
        spans: list[tuple[int, int]] = []
        for match in _UNMISTAKABLE.finditer(text):
            mark = (match[1] or match[2]).translate(_RAISED).strip("[]() ")
            found.append((match.start(), mark))
            spans.append(match.span())
        for mark, pattern in self._written:
            for match in pattern.finditer(text):
                if not any(first < match.end() and match.start() < last for first, last in spans):
                    found.append((match.start(), mark))
                    spans.append(match.span())
        if not found:
            return text, ()
        bare = _without(text, sorted(spans))
        return bare, tuple(mark for _place, mark in sorted(found))

    def text_of(self, mark: str) -> str | None:
        """Return a footnote's text; None where there is none of this mark."""
        note = self._notes.get(mark)
        if note is None:
            return None
        self.used.append(mark)
        return note.text

    def unused(self) -> list[str]:
        """Return the marks of notes that no text bears.

        A document's notes are those of all its pages: only those between used ones are missed.
        """
        numbers = [int(mark) for mark in self.used if mark.isdigit()]
        left = (mark for mark in self._notes if mark not in self.used)
        return [mark for mark in left if _is_missed(mark, self._notes[mark].style, numbers)]


def _is_missed(mark: str, style: str, numbers: list[int]) -> bool:
    if style in ("file", "bare") and mark.isdigit():
        return bool(numbers) and min(numbers) < int(mark) < max(numbers)
    return True


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, end = [], 0
    for first, last in spans:
        pieces.append(text[end:first])
        end = last
    return "".join((*pieces, text[end:])).strip()


def _mark_pattern(mark: str, style: str) -> str:
    """Return how the mark of a note is written in a text; "" where only raised ones are safe."""
    number = re.escape(mark)
    if style == "square":
        return rf"\s*\[{number}\]"
    if style == "round":
        return (
            rf"(?<=[^\W\d_])\({number}\)|\s*\({number}\)(?=\s*[.;,]?\s*$)|(?<=[”\"’])\({number}\)"
        )
    if style == "star":
        return rf"\s*\({number}\)|(?<![*(]){number}(?![*)])"
    return rf"(?<=[a-zà-ỹđ”’]){number}(?!\w)|(?<=\b20\d\d){number}(?!\w)"


def footnotes(
    of_the_file: Mapping[str, str], foot: Iterable[str], texts: Iterable[str]
) -> Footnotes:
    """Return the footnotes that the file keeps as such, and those in the lines under a table.

    `texts` are all cells that their marks are looked for in.
    """
    whole = "\n".join(texts)
    raised = any(sign in whole for sign in _SIGNS_OF_MARKS)
    notes = dict(_listed(foot))
    notes.update(
        {
            mark.translate(_RAISED).strip("[]() "): Note("file", flowing(_PRIVATE.sub("", text)))
            for mark, text in of_the_file.items()
        }
    )
    return Footnotes(notes, raised=raised)


def _listed(foot: Iterable[str]) -> Iterator[tuple[str, Note]]:
    """Read "5 Về hướng dẫn…", "[5] …", "⁵ …", "* …"; a line without a mark goes on."""
    open_note: tuple[str, Note] | None = None
    for line in _without_remarks(foot):
        found = _NOTE.fullmatch(_PRIVATE.sub(r"\1 ", line))
        if found:
            if open_note:
                yield open_note
            style = next(k for k in ("square", "round", "raised", "star", "bare") if found[k])
            open_note = found[style].translate(_RAISED), Note(style, found["text"].strip())
        elif open_note and line[:1].islower():
            mark, note = open_note
            open_note = mark, note._replace(text=flowing(f"{note.text}\n{line}"))
    if open_note:
        yield open_note


def _without_remarks(foot: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a foot without "Ghi chú:", as far as the signature."""
    for text in foot:
        for line in flowing(text).splitlines():
            begun = fold(line[:24]).strip()
            if begun.startswith(SIGNS):
                return
            if begun.startswith(REMARKS):
                yield from filter(None, [_REMARKS.split(line, 1)[-1] if ":" in line[:16] else ""])
            elif line:
                yield line
