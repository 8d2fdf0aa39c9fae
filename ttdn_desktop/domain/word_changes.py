"""How the text of a file differs from the one we keep: what văn thư filled in, and what was edited.

Looks, runs and properties do not count, nor do blanks and line breaks: Word and LibreOffice write
them anew whenever they save. Lines are paired by their text, then by hidden bookmark, then by
their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ttdn_desktop.domain.word_lines import Line, Spot, Where, lines_of
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.filling import Places
    from ttdn_desktop.domain.word_text import WordText

_ROOM = re.compile(r"\s{3,}")
_FILLED = r"\s*[\w./…-]{0,24}\s*"
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+(?=[^\W\d_])")
_LONGEST_NAME = 60


@immutable
class Difference:
    """One place that reads otherwise: `before` is "" where it was added, `after` where removed."""

    where: Where
    before: str
    after: str


@dataclass(slots=True)
class Comparison:
    """What was filled in after the signature, and what else is not as it was."""

    filled: list[Difference] = field(default_factory=list)
    changed: list[Difference] = field(default_factory=list)


def compare(kept: WordText, given: WordText, places: Places) -> Comparison:
    """Return how a given file reads against the one that is kept."""
    found = Comparison()
    ours = lines_of(kept, places)
    theirs = lines_of(given, places, boxes={line.table for line in ours if line.boxed})
    for old, new in _pairs(ours, theirs):
        _weigh(found, old, new, places)
    if kept.beside != given.beside:
        where = Where(Spot.BESIDE)
        found.changed.append(Difference(where, " ".join(kept.beside), " ".join(given.beside)))
    return found


def _pairs(ours: list[Line], theirs: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Yield lines that differ, side by side; None where one has no counterpart."""
    start, ends = _same_ends(ours, theirs)
    old, new = ours[start : len(ours) - ends], theirs[start : len(theirs) - ends]
    texts = [line.plain for line in old], [line.plain for line in new]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired(old[low:high], new[first:last])


def _same_ends(ours: Sequence[Line], theirs: Sequence[Line]) -> tuple[int, int]:
    least = min(len(ours), len(theirs))
    start = next((n for n in range(least) if ours[n].plain != theirs[n].plain), least)
    rest = range(least - start)
    ends = next((n for n in rest if ours[-1 - n].plain != theirs[-1 - n].plain), len(rest))
    return start, ends


def _paired(old: list[Line], new: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    by_mark = {mark: line for line in new for mark in line.marks}
    taken: set[int] = set()
    left: list[Line] = []
    for line in old:
        other = next((by_mark[mark] for mark in line.marks if mark in by_mark), None)
        if other is None or id(other) in taken:
            left.append(line)
            continue
        taken.add(id(other))
        yield line, other
    rest = [line for line in new if id(line) not in taken]
    if len(left) == len(rest):
        yield from zip(left, rest, strict=True)
        return
    yield from ((line, None) for line in left)
    yield from ((None, line) for line in rest)


def _weigh(found: Comparison, old: Line | None, new: Line | None, places: Places) -> None:
    where = (old or new or Line()).where
    before, after = old.plain if old else "", new.plain if new else ""
    if _is_filling(old, new, places):
        found.filled.append(Difference(where, before, after))
    elif old is None or new is None:
        found.changed.append(Difference(where, before, after))
    else:
        found.changed += _inside(where, old, new)


def _is_filling(old: Line | None, new: Line | None, places: Places) -> bool:
    """Tell whether a line differs by what is filled in after the signature, and by nothing else."""
    if new is None:
        return old is not None and places.mark in old.marks
    if old is None or places.signer in old.marks:
        named = len(new.plain) <= _LONGEST_NAME and not new.plain.startswith("-")
        return new.last_of_signature and named
    if places.place_date in old.marks:
        place = re.escape(old.plain.rpartition(", ngày")[0])
        day = rf"{place}, ngày{_FILLED}tháng{_FILLED}năm{_FILLED}"
        return re.fullmatch(day, new.plain) is not None
    if not _ROOM.search(old.text):
        return False
    pattern = _FILLED.join(_squeezed(part) for part in _ROOM.split(old.text))
    return re.fullmatch(pattern, new.plain) is not None


def _squeezed(part: str) -> str:
    """Return a pattern of a piece of text, blanks and the month and year of a day left open."""
    words = [re.escape(word) for word in part.split()]
    for number, word in enumerate(words[:-1]):
        if word in {"tháng", "năm"} and words[number + 1].isdigit():
            words[number + 1] = r"\d{1,4}"
    return r"\s*".join(words)


def _inside(where: Where, old: Line, new: Line) -> list[Difference]:
    """Return what differs within a line: cells of a row, or sentences of a paragraph."""
    if old.cells and len(old.cells) == len(new.cells):
        pairs = zip(old.cells, new.cells, strict=True)
        return [Difference(where, *pair) for pair in pairs if pair[0] != pair[1]]
    before, after = _SENTENCE.split(old.plain), _SENTENCE.split(new.plain)
    found: list[Difference] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            pair = " ".join(before[low:high]), " ".join(after[first:last])
            found.append(Difference(where, *pair))
    return found
