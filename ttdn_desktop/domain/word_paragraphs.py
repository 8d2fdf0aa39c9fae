"""The paragraphs of a report in Word, outside its tables, as they are paired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.domain.word_change import MARKS
from ttdn_desktop.domain.word_pairing import Line
from ttdn_desktop.domain.word_return import FILLED, SUBJECT
from ttdn_desktop.domain.word_words import seen

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.word_text import WordText


def lines_of(word: WordText, names: Mapping[str, str], known: Container[str]) -> tuple[Line, ...]:
    """Return the paragraphs outside tables that say something, those of one bookmark as one.

    Only `known` bookmarks count; those that `names` does not have stand for themselves.
    """
    found: list[Line] = []
    for each in word.paragraphs:
        told = "" if each.in_table else seen(nfc(each.text))
        keys = [names.get(mark, mark) for mark in each.marks if mark in known]
        if SUBJECT in keys:
            told = told.replace("\n", " ")
        if told and found and not found[-1].keys.isdisjoint(keys):
            last = found.pop()
            found.append(Line(f"{last.told}\n{told}", last.keys.union(keys), last.key))
        elif told:
            found.append(Line(told, frozenset(keys), keys[0] if keys else ""))
    return tuple(found)


def filled_in(text: WordText, names: Mapping[str, str]) -> dict[str, str]:
    """Return what stands in the places that are filled in after signature."""
    found = {names.get(mark, mark): told for mark, told in text.marked.items()}
    return {key: seen(nfc(found[key])) for key in FILLED if key in found}


def unfilled(now: Document) -> dict[str, str]:
    """Return what a report has in those places before anyone has filled them in."""
    places = (now.head.number_line, now.head.place_date, now.closing.signer)
    return {key: seen(text) for key, text in zip(FILLED, places, strict=True)}


def expected(now: Document) -> Iterator[Line]:
    """Yield the paragraphs that a file of a report has, outside tables."""
    yield Line(seen(now.head.title))
    yield Line(seen(now.head.subject), key=SUBJECT)
    yield from (Line(seen(text)) for text in (now.head.subject_note,) if text)
    yield from map(Line, _addressees(now.head.addressees))
    for block in now.body:
        mark = MARKS[0] if block.role is Role.BULLET else ""
        yield Line(seen(mark + block.text), key=block.key)
    for annex in now.annexes:
        yield Line(annex.label, key=annex.key)
        yield from (Line(seen(text)) for text in (annex.title, annex.guide) if text)
        if annex.empty and not annex.table.rows:
            yield Line(seen(annex.empty))
        yield from (Line(seen(note.text), key=note.key) for note in annex.notes)


def _addressees(names: Sequence[str]) -> Iterator[str]:
    """Yield the lines under "Kính gửi" as the decree has them (Phụ lục I, IV)."""
    if len(names) == 1:
        yield f"Kính gửi: {names[0]}"
    elif names:
        yield "Kính gửi:"
        yield from (f"- {name};" for name in names[:-1])
        yield f"- {names[-1]}."
