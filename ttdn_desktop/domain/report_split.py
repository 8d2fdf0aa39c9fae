"""Sentences of a Vietnamese official text, as an officer types them.

A stop ends a sentence only before a capital, a figure, a dash or an opening mark, never within
brackets or quotation marks, behind an abbreviation ("TM.", "TP.", "Th.S"), or behind the number
that opens it ("1.", "II.", "a.").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STOP = re.compile(r"(?:\./\.|[.!?…]+)[\"”’»)\]]*(?=\s)")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[a-zđ])\.")
_OPENING = '"“‘«([-–+*•'
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_ABBREVIATIONS = frozenset(
    {
        "tm", "kt", "tl", "tuq", "ts", "th.s", "ths", "pgs", "gs", "bs", "ks", "cn", "cv",
        "tp", "tx", "tt", "đ/c", "đc", "tr", "mr", "mrs", "ms", "dr", "st", "no", "nxb",
        "đt", "tel", "fax", "nsnd", "nsưt", "ngnd", "ngưt", "pct", "ct", "pgđ", "gđ", "tg",
    }
)  # fmt: skip


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of one paragraph, each without spaces around it."""
    text = " ".join(nfc(paragraph).split())
    held, begun, found = _held(text), 0, []
    for stop in _STOP.finditer(text):
        if stop.end() not in held and _ends(text, begun, stop):
            found.append(text[begun : stop.end()])
            begun = stop.end() + 1
    return [each for each in (*found, text[begun:]) if each]


def paragraphs(text: str, known: Iterable[str] = ()) -> list[list[str]]:
    """Return the sentences of each paragraph that says something; newlines part them.

    `known` sentences are found whole, however they end: what was generated is never torn.
    """
    wanted = sorted(set(known) - {""}, key=lambda each: (-len(each), each))
    told = ([*_around(" ".join(nfc(line).split()), wanted)] for line in text.splitlines())
    return [each for each in told if each]


def lines(text: str) -> list[list[str]]:
    """Return each line that says something as a paragraph of one sentence."""
    return [[line] for each in text.splitlines() if (line := " ".join(nfc(each).split()))]


def together(parts: Sequence[Sequence[str]]) -> str:
    """Return paragraphs of sentences as one text: the opposite of `paragraphs`."""
    return "\n".join(" ".join(part) for part in parts if part)


def _around(text: str, known: Sequence[str]) -> Iterator[str]:
    """Yield the sentences of a paragraph, cut at the longest that is known first."""
    for number, wanted in enumerate(known):
        place = _place_of(wanted, text)
        if place >= 0:
            yield from _around(text[:place].strip(), known[number + 1 :])
            yield wanted
            yield from _around(text[place + len(wanted) :].strip(), known[number:])
            return
    yield from sentences(text)


def _place_of(wanted: str, text: str) -> int:
    """Return where a sentence stands in a text with spaces around it, else -1."""
    place = text.find(wanted)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(wanted) :][:1]
        if before in {"", " "} and after in {"", " "}:
            return place
        place = text.find(wanted, place + 1)
    return place


def _ends(text: str, begun: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() + 1 : stop.end() + 2]
    if not (following.isupper() or following.isdigit() or following in _OPENING):
        return False
    word = text[begun : stop.start()].rpartition(" ")[2].lstrip("".join(_OPENING))
    if not word:  # a stop that stands alone: "ngày … tháng"
        return stop.group().strip("…")[:1] in {"!", "?"}
    if stop.group() != ".":
        return True
    is_first = not text[begun : stop.start()].removesuffix(word).strip(_OPENING + " ")
    opens = is_first and _NUMBERED.fullmatch(f"{word}.")
    is_initial = len(word) == 1 and word.isupper()
    return not (opens or is_initial or word.casefold() in _ABBREVIATIONS)


def _held(text: str) -> set[int]:
    """Return the places within brackets and quotation marks that are closed again."""
    held: set[int] = set()
    for opening, closing in _PAIRS:
        start = text.find(opening)
        while start >= 0 and (end := text.find(closing, start)) >= 0:
            held.update(range(start, end + 1))
            start = text.find(opening, end)
    marks = [place for place, char in enumerate(text) if char == '"']
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        held.update(range(start, end + 1))
    return held
