"""What stands at the edges of a page: footnotes, page numbers, lines repeated on each page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.files.pdf_fragments import PageParts
    from ttdn_desktop.files.pdf_words import TextLine

_NUMBER = re.compile(
    r"^[-–—\s]*((trang|page)\s*)?(\d{1,4}|[ivxl]{1,6})(\s*(/|of)\s*\d{1,4})?[-–—\s.]*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MARKED = re.compile(rf"^{NOTE_OPEN}([^{NOTE_CLOSE}]+){NOTE_CLOSE}\s*")
_BEHIND = re.compile(f"{NOTE_OPEN}(.*?){NOTE_CLOSE}")
_NUMBERED = re.compile(r"^[(\[]?(\d{1,3}|\*{1,3})[)\].]?\s+(?=\D)")
_EDGE = 2
"""So many lines at the top and at the bottom of a page may be a header or a footer."""
_HEAD, _FOOT = 0.14, 0.86
"""Between these shares of a page's height stands no header and no footer."""
_SHORTEST, _LONGEST = 0.1, 0.5
"""The rule over footnotes, in widths of the page."""
_INDENT = 8.0
_WHOLE_LINE = 0.9
_PITCH = 2.0


class Note(NamedTuple):
    """A footnote as one page has it; without a mark it goes on from the page before."""

    mark: str
    text: str


def running(pages: Sequence[PageParts]) -> frozenset[str]:
    """Return the lines, digits left out, that stand at the edges of half of the pages and more."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_likeness(page.lines[at]) for at in _at_edges(page)})
    least = max(2, len(pages) / 2)
    return frozenset(text for text, count in seen.items() if count >= least)


def body(page: PageParts, repeated: frozenset[str]) -> list[TextLine]:
    """Return a page's lines without page numbers and without what is repeated on each page."""
    left_out = {
        at
        for at in _at_edges(page)
        if _NUMBER.match(page.lines[at].text) or _likeness(page.lines[at]) in repeated
    }
    return [line for at, line in enumerate(page.lines) if at not in left_out]


def _at_edges(page: PageParts) -> list[int]:
    top = [at for at, line in enumerate(page.lines) if line.y < _HEAD * page.height]
    foot = [at for at, line in enumerate(page.lines) if line.y > _FOOT * page.height]
    return [*top[:_EDGE], *foot[-_EDGE:]]


def _likeness(line: TextLine) -> str:
    return f"{line.y:.0f} {_DIGITS.sub('#', line.text)}"


def footnotes(
    page: PageParts, lines: list[TextLine], *, going_on: bool
) -> tuple[list[TextLine], list[Note]]:
    """Part a page's lines into its text and its footnotes; `going_on` where one may be unended."""
    start = _first_note(page, lines, going_on=going_on)
    notes: list[list[str]] = []
    marks: list[str] = []
    for line in lines[start:]:
        mark, rest = _marked(line)
        if mark and _follows(mark, marks):
            marks.append(mark)
            notes.append([rest])
        elif notes:
            notes[-1].append(rest)
        else:
            marks.append("")
            notes.append([rest])
    texts = (joined(note) for note in notes)
    return lines[:start], [Note(*each) for each in zip(marks, texts, strict=True)]


def _follows(mark: str, marks: list[str]) -> bool:
    """Whether a mark is the next one; any other number at a line's start is of the text."""
    last = next((each for each in reversed(marks) if each.isdigit()), None)
    return last is None or not mark.isdigit() or int(mark) == int(last) + 1


def _first_note(page: PageParts, lines: Sequence[TextLine], *, going_on: bool) -> int:
    """Return the index of the first line that is of a footnote; the end where there is none."""
    bottom = max((fragment.bottom for fragment in page.fragments), default=0.0)
    below = [at for at, line in enumerate(lines) if line.y > bottom]
    for height in sorted(_note_rules(page, bottom), reverse=True):
        under = [at for at in below if lines[at].y > height]
        if under and (going_on or _marked(lines[under[0]])[0]):
            return under[0]
    marks = _marks_on(page, lines)
    told = [at for at in below if _MARKED.match(lines[at].text) or _marked(lines[at])[0] in marks]
    return told[0] if told else len(lines)


def _marked(line: TextLine) -> tuple[str, str]:
    """Return the mark that a line begins with, "" where there is none, and what follows."""
    text = line.text.replace("\t", " ")
    found = _MARKED.match(text) or _NUMBERED.match(text)
    return (found.group(1), text[found.end() :]) if found else ("", text)


def _marks_on(page: PageParts, lines: Sequence[TextLine]) -> frozenset[str]:
    """Return the marks that stand behind words on a page."""
    texts = [box.text for fragment in page.fragments for box in fragment.boxes]
    texts += [line.text[1:] for line in lines]
    return frozenset(mark for text in texts for mark in _BEHIND.findall(text))


def _note_rules(page: PageParts, bottom: float) -> list[float]:
    """Return the heights of the short rules at the left below all tables."""
    edges = [line.x0 for line in page.lines] + [part.edges[0] for part in page.fragments]
    left = min(edges, default=0.0) + _INDENT
    return [
        y
        for x0, x1, y in page.footlines
        if y > bottom and x0 <= left and _SHORTEST < (x1 - x0) / page.width < _LONGEST
    ]


def joined(lines: Sequence[str]) -> str:
    """Return lines as one text; a line that ends within "47/NQ-CP" goes on without a space."""
    text = ""
    for line in lines:
        stops = text[-1:] in {"-", "/"} and text[-2:-1].strip() != ""
        text += line if not text or stops else f" {line}"
    return text


def paragraphs(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """Return lines as paragraphs: one goes on where the line before it reaches the right edge."""
    if not lines:
        return ()
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    parts: list[list[str]] = []
    before: TextLine | None = None
    for line in lines:
        if before is not None and _same_paragraph(before, line, left, right):
            parts[-1].append(line.text)
        else:
            parts.append([line.text])
        before = line
    return tuple(joined(part) for part in parts)


def _same_paragraph(above: TextLine, line: TextLine, left: float, right: float) -> bool:
    whole = above.x1 - left >= _WHOLE_LINE * (right - left)
    near = 0 < line.y - above.y < _PITCH * line.size
    plain = above.bold == line.bold and "\t" not in above.text + line.text
    return whole and near and plain and line.x0 - left < _INDENT
