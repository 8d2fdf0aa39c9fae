"""Short sentences on one subject run together, as official prose runs: "Sở đã A; B và C"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.report_case import upper_first
from ttdn_desktop.domain.report_deeds import with_whom
from ttdn_desktop.domain.report_outcome import continues, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.activity import Activity

_LONGEST, _LONGEST_TOGETHER = 300, 480
"""Signs of a sentence that is still read in one breath, and of one on work with one partner."""

_MOST = 3
_PAIR = 2
_JOINED = re.compile(r" (?:và|với|gồm) ")


class _Part(NamedTuple):
    """A sentence that may go on: with whom its last part was done, how many parts it has."""

    told: Sentence
    company: str
    parts: int


_WITH = ("chủ trì, phối hợp với", "phối hợp với", "cùng")


def companies(activities: Iterable[Activity]) -> dict[str, str]:
    """Return by id with whom activities were done: "Sở Nội vụ và Công an tỉnh"."""
    return {each.id: with_whom(each) for each in activities if each.partners}


def run_together(
    told: Iterable[Sentence], subjects: Sequence[str], partners: Mapping[str, str] | None = None
) -> list[Sentence]:
    """Return sentences where those that open with "Sở đã …" follow one another as one.

    What is said already of another activity ("Nội dung được đăng tải.") is not said again.

    `subjects` are what the unit calls itself, its short name first; `partners` are `companies`:
    the same partner is named once. A sentence keeps the records of all that it was made from.
    """
    openings = tuple(f"{subject} đã " for subject in subjects)
    made: list[_Part] = []
    for each in told:
        own = next((opening for opening in openings if each.text.startswith(opening)), "")
        if not own:
            _add_alone(made, each)
            continue
        fresh = _not_again(made, each)
        deed = fresh.text[len(own) :]
        part = _Part(fresh, _company(fresh, deed, partners or {}), 1)
        if made and (joint := _joint(made[-1], part, deed)):
            made[-1] = joint
        else:
            made.append(part)
    return [_as_pair(each.told) if each.parts == _PAIR else each.told for each in made]


def opened_once(told: Iterable[Sentence], opening: str) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph of which only the first with an opening keeps it."""
    opened = False
    for each in told:
        again = opened and each.text.startswith(opening)
        opened = opened or each.text.startswith(opening)
        yield replace(each, text=upper_first(each.text.removeprefix(opening))) if again else each


def by_company(
    told: Mapping[str, list[Sentence]], partners: Mapping[str, str]
) -> dict[str, list[Sentence]]:
    """Return sentences by whom they tell of work with, set by set in the order they begin.

    `told` are sets by a name of their own, which a set without a partner keeps.
    """
    sets: dict[str, list[Sentence]] = {}
    for name, each in told.items():
        with_them = next((partners.get(record, "") for record in each[0].records), "")
        sets.setdefault(with_them or name, []).extend(each)
    return sets


def _company(each: Sentence, deed: str, partners: Mapping[str, str]) -> str:
    """Return what a deed opens with where it was done with others: "phối hợp với Sở Nội vụ "."""
    whom = next((partners.get(record, "") for record in each.records), "")
    openings = (f"{words} {whom} " for words in _WITH) if whom else ()
    return next((opening for opening in openings if deed.startswith(opening)), "")


def _not_again(made: Sequence[_Part], each: Sentence) -> Sentence:
    """Return a sentence without what the one before says in the same words, if no number."""
    deed, *more = each.text.rstrip(".").split("; ")
    said = set(made[-1].told.text.rstrip(".").split("; ")) if made and more else set()
    fresh = [clause for clause in more if clause not in said or numbers(clause)]
    return replace(each, text=f"{'; '.join([deed, *fresh])}.") if len(fresh) < len(more) else each


def _add_alone(made: list[_Part], each: Sentence) -> None:
    """Add a sentence of its own, or only its records where another says the very same."""
    if any(each.text == before.told.text for before in made):
        last = made[-1]
        made[-1] = last._replace(told=replace(last.told, records=_both(last.told, each)))
    else:
        made.append(_Part(each, "", 0))


def _joint(before: _Part, each: _Part, deed: str) -> _Part | None:
    same = bool(each.company) and each.company == before.company
    if not 0 < before.parts < _MOST or not (same or _may_follow(before, each)):
        return None
    rest = deed[len(each.company) :] if same else deed
    longest = _LONGEST_TOGETHER if same else _LONGEST
    if len(before.told.text) + len(rest) > longest:
        return None
    text = f"{before.told.text.rstrip('.')}; {rest}"
    return _Part(Sentence(text, _both(before.told, each.told)), each.company, before.parts + 1)


def _may_follow(before: _Part, each: _Part) -> bool:
    """Tell whether a sentence may go on with other work without being misread."""
    alone_after_company = before.company and not each.company
    last = before.told.text.rpartition("; ")
    return not (
        alone_after_company or ": " in before.told.text or (last[1] and not continues(last[2]))
    )


def _as_pair(told: Sentence) -> Sentence:
    """Return "A và B" for "A; B", where nothing else in it would then be misread."""
    first, mark, second = told.text.partition("; ")
    closed = first.endswith(")") and first.count("(") == first.count(")")
    plain = mark and ";" not in second and (closed or not _JOINED.search(first))
    return Sentence(f"{first} và {second}", told.records) if plain else told


def _both(before: Sentence, each: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before.records, *each.records)))
