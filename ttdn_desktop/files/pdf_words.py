"""Lines of words out of the letters of a PDF: by baselines and gaps, never by the file's order."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.files.pdf_letters import Letter

SMALL = 0.75
"""A letter of at most this share of its line's size, and raised, is a mark of a footnote."""

_SAME_LINE = 0.22
_RAISED = (0.1, 0.8)
"""How far above its line's baseline a raised mark stands, in sizes of the line."""
_GAP_WITH_SPACE = 0.08
_GAP = 0.18
"""The least gap between words, in letter sizes: where the file has a space there, and where not."""
_FAR = 2.0
"""From this gap on, in letter sizes, two words are not of one sentence."""
_SAME_SPOT = 0.12

_MARK = re.compile(r"^[(\[]?(\d{1,3}|\*{1,3})[)\]]?$")


class Word(NamedTuple):
    """Letters without a gap, with a footnote's mark at its end; its ends in points."""

    text: str
    x0: float
    x1: float


@immutable
class TextLine:
    """A line: its words from left to right, its baseline and letter size in points."""

    words: tuple[Word, ...]
    y: float
    size: float
    bold: bool
    hidden: bool = False

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """Its words, those that stand far apart parted by a tab."""
        parts = [self.words[0].text]
        for left, right in zip(self.words, self.words[1:], strict=False):
            far = right.x0 - left.x1 > _FAR * self.size
            parts += ["\t" if far else " ", right.text]
        return "".join(parts)


def mark_of(text: str) -> str | None:
    """Return the mark that a raised run is ("1" for "(1)"), or None where it is none."""
    found = _MARK.match(text)
    return found.group(1) if found else None


def text_lines(letters: Iterable[Letter]) -> list[TextLine]:
    """Return the lines that letters make, from top to bottom."""
    rows = _rows(list(letters))
    lines = (_line(row) for row in rows)
    return sorted((line for line in lines if line), key=lambda line: (line.y, line.x0))


def _rows(letters: list[Letter]) -> list[list[Letter]]:
    """Group letters by baseline; small ones join the line that they stand beside or raised in."""
    printed = [letter.size for letter in letters if letter.text != " "]
    least = SMALL * median(printed) if printed else 0.0
    rows = _by_height(letter for letter in letters if letter.size > least)
    others: list[Letter] = []
    for letter in (letter for letter in letters if letter.size <= least):
        row = next((row for row in rows if _belongs_to(letter, row)), others)
        row.append(letter)
    return rows + _by_height(others)


def _by_height(letters: Iterable[Letter]) -> list[list[Letter]]:
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.y):
        if rows and letter.y - rows[-1][0].y <= _SAME_LINE * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return rows


def _belongs_to(letter: Letter, row: Sequence[Letter]) -> bool:
    big = row[0]
    if not -_SAME_LINE <= (big.y - letter.y) / big.size <= _RAISED[1]:
        return False
    return any(
        abs(each.x1 - letter.x0) < big.size or abs(letter.x1 - each.x0) < big.size for each in row
    )


def _line(row: list[Letter]) -> TextLine | None:
    row = _once(sorted(row, key=lambda letter: letter.x0))
    printed = [letter for letter in row if letter.text != " "]
    if not printed:
        return None
    size = max(letter.size for letter in printed)
    y = median(letter.y for letter in printed if letter.size > SMALL * size)
    words = tuple(_words(row, size, y))
    heavy = sum(letter.face.bold for letter in printed)
    hidden = sum(letter.face.hidden for letter in printed)
    half = len(printed) / 2
    return TextLine(words, y, size, heavy > half, hidden > half)


def _once(letters: list[Letter]) -> list[Letter]:
    """Leave out letters printed twice at one spot to look bold."""
    kept: list[Letter] = []
    for letter in letters:
        same = (
            other.text == letter.text
            and other.source != letter.source
            and letter.text != " "
            and abs(other.x0 - letter.x0) < _SAME_SPOT * letter.size
            and abs(other.y - letter.y) < _SAME_SPOT * letter.size
            for other in kept[-3:]
        )
        if not any(same):
            kept.append(letter)
    return kept


def _words(row: list[Letter], size: float, y: float) -> Iterable[Word]:
    group: list[Letter] = []
    space = False
    for letter in row:
        if letter.text == " ":
            space = space or bool(group)
            continue
        if group and _parted(group[-1], letter, space=space, size=size):
            yield _word(group, size, y)
            group = []
        group.append(letter)
        space = False
    if group:
        yield _word(group, size, y)


def _parted(left: Letter, right: Letter, *, space: bool, size: float) -> bool:
    gap = right.x0 - max(left.x1, left.x0)
    least = min(left.size, right.size, size)
    if space and left.x0 == right.x0 and left.source == right.source:
        return True  # letters given for a whole run, all at its start
    return gap > (_GAP_WITH_SPACE if space else _GAP) * least


def _word(group: list[Letter], size: float, y: float) -> Word:
    text = ""
    at = 0
    while at < len(group):
        end = at
        while end < len(group) and _raised(group[end], size, y):
            end += 1
        if end > at:
            text += _marked("".join(letter.text for letter in group[at:end]))
            at = end
        else:
            text += group[at].text
            at += 1
    return Word(nfc(text), group[0].x0, max(letter.x1 for letter in group))


def _raised(letter: Letter, size: float, y: float) -> bool:
    return letter.size <= SMALL * size and y - letter.y > _RAISED[0] * size


def _marked(text: str) -> str:
    mark = mark_of(text)
    return text if mark is None else f"{NOTE_OPEN}{mark}{NOTE_CLOSE}"
