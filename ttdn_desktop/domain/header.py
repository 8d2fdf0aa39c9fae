"""The head and foot of a body's documents on a day: names follow confirmed reorganisations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.succession import EVERYTHING, apply_confirmed, heir_of
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.domain.units import HeaderProfile, Unit, UnitName

_LOCAL = re.compile(r"^Ủy ban nhân dân (?:huyện|thành phố|thị xã|xã|phường|thị trấn|đặc khu) (.+)$")
"""Local bodies date their documents from their own place (Decree 30, annex I, II.4)."""

_PARTY_LETTER = "CV"
"""How a công văn is named in its number by bodies of the Party; by custom, not read."""

_PROVINCIAL = " tỉnh"
"""The end of a name that leaves its province out ("Công an tỉnh")."""


@immutable
class Header:
    """What a body prints at the head and foot of a document on a day.

    `motto` is printed as it stands, `parents`, `issuer` and `authority` are in capitals.
    `name` is the body's name in running text, `self_name` what it calls itself afterwards.
    `number` is box 3 with {kind} still open; `star` stands in place of the rule under the issuer,
    `slashed` tells that the body writes K/T for KT.
    """

    motto: tuple[str, ...]
    parents: tuple[str, ...]
    issuer: tuple[str, ...]
    abbreviation: str
    place: str
    authority: tuple[str, ...]
    name: str
    self_name: str
    staff: str
    number: str
    star: str = ""
    slashed: bool = False

    def number_line(self, kind: str) -> str:
        """Return box 3 of a kind of document ("BC"), with room for the number."""
        return self.number.replace("{kind}", kind)

    def letter_line(self, drafter: str) -> str:
        """Return box 3 of a công văn, drafted by a unit of this abbreviation ("" if unknown).

        It names no kind (Decree 30, annex I, II.3b): "Số:        /SNgV-VP". Bodies that put the
        kind before the slash, by rules of the Party's own, write "-CV/".
        """
        if "/{kind}-" not in self.number:
            return self.number_line(_PARTY_LETTER)
        return self.number.replace("/{kind}-", "/") + (f"-{drafter}" if drafter else "")


def profile_of(kind: UnitKind, name: str, profiles: Sequence[HeaderProfile]) -> HeaderProfile:
    """Return the profile of a body: of its kind, with the longest prefix its name begins with.

    Raises ValueError where a kind has no profile with an empty prefix: a fault of the data.
    """
    fitting = [row for row in profiles if row.kind is kind and name.startswith(row.prefix)]
    return max(fitting, key=lambda row: len(row.prefix))


def header_on(
    unit: Unit, organisation: Organisation, profiles: Sequence[HeaderProfile], day: date
) -> Header:
    """Return the head and foot of a body's documents on a day.

    Its own name is the one borne on the day; parent and place are those of the heir of the
    body above it, so that a merged province changes the head of all its bodies. A body that
    has ended keeps the head of its last day.
    """
    until = apply_confirmed([unit], organisation.successions)[0].until
    on = min(day, until) if until else day
    name = unit.name_on(on)
    profile = profile_of(unit.kind, name.name, profiles)
    above = _above(unit, organisation, on)
    province = next((body for body in above if body.kind is UnitKind.PROVINCE), unit)
    words = _words(name, profile.strip, province.place) | {
        "parent": _short(above[0], on) if above else ""
    }
    return Header(
        motto=profile.motto,
        parents=_capitals(profile.parents, words),
        issuer=_capitals(profile.issuer, words),
        abbreviation=name.abbreviation,
        place=(
            profile.dated_from.format(**words)
            or unit.place
            or _own_place(name.name)
            or province.place
        ),
        authority=_capitals(profile.authority, words),
        name=name.name,
        self_name=profile.self_name or name.name,
        staff=profile.staff,
        number=profile.number.format(**words),
        star=profile.star,
        slashed=profile.slashed,
    )


def _words(name: UnitName, strip: str, place: str) -> dict[str, str]:
    return {
        "name": _with_province(name.name, place),
        "rest": _with_province(name.name.replace(strip, "", 1), place),
        "place": place,
        "abbreviation": name.abbreviation,
        "kind": "{kind}",
    }


def _own_place(name: str) -> str:
    """Return the place in the name of a body of a district or commune, else nothing."""
    found = _LOCAL.search(name)
    return found[1] if found else ""


def _above(unit: Unit, organisation: Organisation, day: date) -> list[Unit]:
    """Return the bodies above, the nearest first, each as its heir of the day."""
    above: list[Unit] = []
    parent_id = unit.parent_id
    while parent_id is not None:
        heir = heir_of(parent_id, EVERYTHING, day, organisation.successions)
        above.append(organisation.unit(heir))
        parent_id = above[-1].parent_id
    return above


def _short(unit: Unit, day: date) -> str:
    return unit.short or unit.name_on(day).name


def _with_province(name: str, place: str) -> str:
    return f"{name} {place}" if name.endswith(_PROVINCIAL) else name


def _capitals(lines: Iterable[str], words: dict[str, str]) -> tuple[str, ...]:
    filled = (line.format(**words).strip().upper() for line in lines)
    return tuple(line for line in filled if line)
