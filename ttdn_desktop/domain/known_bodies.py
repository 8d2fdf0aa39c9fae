"""The bodies and classes that a cell's names are recognised as, with every way they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ttdn_desktop.domain.body_words import EVERYWHERE
from ttdn_desktop.domain.text import exact, fold, nfc
from ttdn_desktop.domain.unit_likeness import grams_of
from ttdn_desktop.domain.unit_names import SHORT_FORMS, official_name, spellings
from ttdn_desktop.domain.units import RECEIVING_KINDS, Unit, UnitClass, UnitKind
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+|&")
_AND = "va"
_PROVINCE = "tỉnh"
_SHORTEST_ABBREVIATION = 3
_UNSAID = frozenset({"cac", "moi", "nhung", "va", "co", "o", "tinh", "cap", "thuoc", "khac"})
"""Words of a class that decide nothing: "các", "có", "cấp tỉnh"."""
_AREA = ("tren", "dia", "ban")


@immutable
class Body:
    """One way a body or class is written. Neither id is given for one that is only known of.

    `words` are folded, short forms written out; `accents` their accented spelling, blank where
    a short form stood.
    """

    name: str
    words: tuple[str, ...]
    accents: tuple[str, ...]
    unit_id: str | None = None
    class_id: str | None = None

    @property
    def key(self) -> str:
        """The words as a cell's are looked up."""
        return " ".join(self.words)

    @property
    def recognised(self) -> bool:
        """Tell whether it is a body or class of this folder."""
        return self.unit_id is not None or self.class_id is not None

    def spelt(self, name: str) -> Body:
        """Return the same body, written another way."""
        words, accents = _words(name)
        return Body(self.name, words, accents, self.unit_id, self.class_id)


@dataclass(frozen=True)
class KnownBodies:
    """The bodies and classes that names are recognised as; what is looked up is made once."""

    units: tuple[Unit, ...]
    classes: tuple[UnitClass, ...]

    @cached_property
    def table(self) -> dict[str, tuple[Body, ...]]:
        """Every way of writing, folded, with the bodies written so."""
        table: dict[str, tuple[Body, ...]] = {}
        for wave in (self._plain, self._provincial(), _everywhere()):
            bodies = list(wave)
            _add(table, bodies)
            _add(table, map(_without_and, bodies))
        return table

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How many words those that begin with a word have, the longest first."""
        found: dict[str, set[int]] = {}
        for key in self.table:
            words = key.split()
            found.setdefault(words[0], set()).add(len(words))
        return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}

    @cached_property
    def by_initial(self) -> dict[str, tuple[Body, ...]]:
        """Bodies by the first letter, each way of writing once: for what is written in initials."""
        found: dict[str, list[Body]] = {}
        for bodies in self.table.values():
            for body in bodies:
                if body.unit_id is not None or not body.recognised:
                    found.setdefault(body.words[0][0], []).append(body)
        return {
            initial: tuple(sorted(bodies, key=lambda body: -len(body.words)))
            for initial, bodies in found.items()
        }

    @cached_property
    def recognised(self) -> tuple[Body, ...]:
        """The ways of writing of bodies and classes of this folder."""
        return tuple(body for bodies in self.table.values() for body in bodies if body.recognised)

    @cached_property
    def by_count(self) -> dict[int, tuple[Body, ...]]:
        """Ways of writing by how many words they have."""
        found: dict[int, list[Body]] = {}
        for body in self.recognised:
            found.setdefault(len(body.words), []).append(body)
        return {count: tuple(bodies) for count, bodies in found.items()}

    @cached_property
    def squeezed(self) -> dict[str, Body]:
        """Ways of writing without their spaces."""
        return {"".join(body.words): body for body in reversed(self.recognised)}

    @cached_property
    def grams(self) -> tuple[tuple[frozenset[str], str], ...]:
        """What is compared of each way of writing, and the official name."""
        return tuple((grams_of(body.words), body.name) for body in self._plain)

    @cached_property
    def by_signature(self) -> dict[frozenset[str], Body]:
        """Classes by the words that decide: "các đơn vị, địa phương liên quan" in any order."""
        found: dict[frozenset[str], Body] = {}
        for each in self.classes:
            for body in _class_bodies(each):
                found.setdefault(signature(body.words), body)
        return found

    @cached_property
    def optional_classes(self) -> tuple[Body, ...]:
        """Classes that take in whoever is concerned."""
        return tuple(next(_class_bodies(each)) for each in self.classes if each.optional)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Names of provinces, folded."""
        return tuple(
            " ".join(_words(unit.place)[0])
            for unit in self.units
            if unit.kind is UnitKind.PROVINCE and unit.place
        )

    @cached_property
    def _plain(self) -> tuple[Body, ...]:
        named = (body for unit in self.units for body in _unit_bodies(unit))
        return (*named, *(body for each in self.classes for body in _class_bodies(each)))

    def _provincial(self) -> Iterator[Body]:
        """Yield bodies of a province with its name behind theirs: "Sở Nội vụ tỉnh Kon Tum"."""
        provinces = {each.id: each for each in self.units if each.kind is UnitKind.PROVINCE}
        for unit in self.units:
            if unit.kind in RECEIVING_KINDS:
                continue
            above = provinces.get(unit.parent_id or "")
            places = [above.place] if above else [each.place for each in provinces.values()]
            for body in _unit_bodies(unit):
                yield from _with_place(body, places)


def signature(words: Sequence[str]) -> frozenset[str]:
    """Return the words of a class that decide which it is, without "trên địa bàn"."""
    area = next((k for k in range(len(words)) if tuple(words[k : k + 3]) == _AREA), len(words))
    return frozenset((*words[:area], *words[area + len(_AREA) :])) - _UNSAID


def _unit_bodies(unit: Unit) -> Iterator[Body]:
    plain = Body(official_name(unit), (), (), unit_id=unit.id)
    abbreviations = {name.abbreviation for name in unit.names}
    for spelling in dict.fromkeys(spellings(unit)):
        body = plain.spelt(spelling)
        short = spelling in abbreviations and spelling not in unit.aliases
        if body.words and not (short and _says_nothing(spelling)):
            yield body


def _says_nothing(abbreviation: str) -> bool:
    """Tell whether an abbreviation is that of every such body: "UBND", "VP", "BCH"."""
    return len(abbreviation) < _SHORTEST_ABBREVIATION or fold(abbreviation) in {"ubnd", "bch"}


def _class_bodies(each: UnitClass) -> Iterator[Body]:
    plain = Body(each.name, (), (), class_id=each.id)
    yield from (plain.spelt(spelling) for spelling in (each.name, *each.spellings))


def _everywhere() -> Iterator[Body]:
    yield from (Body(name, (), ()).spelt(name) for name in EVERYWHERE)


def _with_place(body: Body, places: Iterable[str]) -> Iterator[Body]:
    tails = [_PROVINCE] if body.words[-1:] != ("tinh",) else []
    for place in filter(None, places):
        tails += [place, *([f"{_PROVINCE} {place}"] if tails else [])]
    for tail in tails:
        words, accents = _words(tail)
        if body.words[-len(words) :] != words:
            yield Body(
                body.name,
                body.words + words,
                body.accents + accents,
                body.unit_id,
                body.class_id,
            )


def _without_and(body: Body) -> Body:
    kept = [k for k, word in enumerate(body.words) if word != _AND]
    return Body(
        body.name,
        tuple(body.words[k] for k in kept),
        tuple(body.accents[k] for k in kept),
        body.unit_id,
        body.class_id,
    )


def _add(table: dict[str, tuple[Body, ...]], bodies: Iterable[Body]) -> None:
    """Add ways of writing; those that an earlier wave has taken stay its own."""
    new: dict[str, list[Body]] = {}
    for body in bodies:
        if body.key and body.key not in table and body not in new.setdefault(body.key, []):
            new[body.key].append(body)
    table.update({key: tuple(found) for key, found in new.items() if found})


def _words(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words: list[str] = []
    accents: list[str] = []
    for written in _WORD.findall(nfc(name)):
        folded = fold(written)
        whole = SHORT_FORMS.get(folded)
        words += whole.split() if whole else [folded]
        accents += [""] * len(whole.split()) if whole else [exact(written)]
    return tuple(words), tuple(accents)
