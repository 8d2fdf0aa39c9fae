"""Short sentences on one subject run together, as official prose runs: "Sở đã A; B và C"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = 300
"""Signs of a sentence that is still read in one breath."""
_MOST = 3
_PAIR = 2
_JOINED = re.compile(r" (?:và|với|gồm) ")


def run_together(told: Iterable[Sentence], subjects: Sequence[str]) -> list[Sentence]:
    """Return sentences where those that open with "Sở đã …" follow one another as one.

    What is said already of another activity ("Văn bản được gửi …") is not said again.

    `subjects` are what the unit calls itself, its short name first. A sentence keeps the records
    of all that it was made from.
    """
    opening = re.compile(rf"(?:{'|'.join(map(re.escape, subjects))}) đã ")
    made: list[Sentence] = []
    parts = 0
    for each in told:
        own = opening.match(each.text)
        if not own and any(each.text == before.text for before in made):
            made[-1] = replace(made[-1], records=_both(made[-1], each))
            continue
        if own and 0 < parts < _MOST and (joint := _joint(made[-1], each, each.text[own.end() :])):
            made[-1], parts = joint, parts + 1
            continue
        if parts == _PAIR:
            made[-1] = _as_pair(made[-1])
        made.append(each)
        parts = 1 if own else 0
    if parts == _PAIR:
        made[-1] = _as_pair(made[-1])
    return made


def _as_pair(told: Sentence) -> Sentence:
    """Return "A và B" for "A; B", where nothing else in it would then be misread."""
    first, mark, second = told.text.partition("; ")
    plain = mark and ";" not in second and not _JOINED.search(first)
    return Sentence(f"{first} và {second}", told.records) if plain else told


def _joint(before: Sentence, each: Sentence, rest: str) -> Sentence | None:
    if ": " in before.text or len(before.text) + len(rest) > _LONGEST:
        return None
    return Sentence(f"{before.text.rstrip('.')}; {rest}", _both(before, each))


def _both(before: Sentence, each: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before.records, *each.records)))
