"""Bodies and classes of bodies, with the names they bear by date."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date


class UnitKind(StrEnum):
    """What kind of body a unit is; decides header, signature form and how it is asked."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"
    PARTY = "party"
    FRONT = "front"
    ASSOCIATION = "association"
    POLICE = "police"
    ARMED_FORCES = "armed_forces"
    PRESS = "press"
    OTHER = "other"


ASKED_KINDS = frozenset({UnitKind.PARTY, UnitKind.FRONT, UnitKind.ASSOCIATION})
"""Bodies that the plan asks ("đề nghị") and does not order: never "quá hạn"."""

_NO_INITIAL = frozenset({"và", "của"})
# Numbers bear plain letters: "Ủy ban" gives U. Đ, Ô and the like are letters of their own.
_PLAIN_INITIALS = str.maketrans("ỦỨÚÙÁÀ", "UUUUAA")

RECEIVING_KINDS = frozenset({UnitKind.MINISTRY, UnitKind.PROVINCE})
"""Bodies that receive the report and answer nothing themselves."""


@immutable
class UnitName:
    """A name and its abbreviation ("SNgV"), borne from `since` to `until`, both included."""

    name: str
    abbreviation: str
    since: date | None = None
    until: date | None = None

    def borne_on(self, day: date) -> bool:
        """Tell whether the name is borne on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@immutable
class Unit:
    """A body. `parent_id` is the body directly above it, printed over its name.

    `place` is the place name of its documents where it is its own and not its parent's
    ("Kon Tum"); `short` is how a parent is printed above its bodies ("UBND TỈNH KON TUM");
    `aliases` are other ways the same body is written ("Sở TT&TT"); `certainty` says what of
    it is believed and unverified, or is blank.
    """

    id: str
    kind: UnitKind
    names: tuple[UnitName, ...]
    parent_id: str | None = None
    place: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    certainty: str = ""

    def name_on(self, day: date) -> UnitName:
        """Return the name borne on a day; outside its life the nearest one."""
        for name in self.names:
            if name.borne_on(day):
                return name
        return self.names[0] if day < (self.names[0].since or day) else self.names[-1]

    def exists_on(self, day: date) -> bool:
        """Tell whether the body exists on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@immutable
class UnitClass:
    """A class of bodies ("Các sở, ban, ngành"): the kinds it takes in; none means "khi có".

    `spellings` are the ways it is written, the openings of tasks laid on it among them.
    """

    id: str
    name: str
    kinds: tuple[UnitKind, ...]
    spellings: tuple[str, ...] = ()

    @property
    def optional(self) -> bool:
        """Tell whether it takes in whoever is concerned ("có liên quan"), and binds nobody."""
        return not self.kinds


def unit_id(name: str) -> str:
    """Return the id of a body from its canonical name: its first official name."""
    return shared_id("unit", exact(tidy(name)))


def class_id(name: str) -> str:
    """Return the id of a class from its canonical name."""
    return shared_id("unit_class", exact(tidy(name)))


STATE_NUMBER = "Số:        /{kind}-{abbreviation}"
"""Box 3 of Decree 30 (annex I, II.3): room for văn thư, the kind of document, who issues it."""


@immutable
class HeaderProfile:
    """How bodies of a kind head and sign a report, as data (resources/units/kinds.json).

    It holds for bodies of `kind` whose name begins with `prefix`. Lines are templates in small
    letters, printed in capitals but for `motto`: {parent} is the short form of the body above,
    {place} the place name of the province, {name} the body's name and {rest} the name without
    `strip`. `self_name` is what the body calls itself in running text, `staff` its people.
    `number` is box 3 with {kind} for the kind of document; `star` stands under the issuer where
    there is no rule; `slashed` writes K/T for KT.; `dated_from` is the place of box 4 where it
    is neither the body's own nor the province's.
    """

    kind: UnitKind
    prefix: str
    motto: tuple[str, ...]
    parents: tuple[str, ...]
    issuer: tuple[str, ...]
    authority: tuple[str, ...]
    self_name: str
    staff: str
    strip: str = ""
    number: str = STATE_NUMBER
    star: str = ""
    slashed: bool = False
    dated_from: str = ""
    certainty: str = ""

    def abbreviation(self, name: str) -> str:
        """Return the initials of a name, as a first proposal for its number: "STP", "UBND"."""
        words = self.strip if self.strip and name.startswith(self.strip) else name
        initials = (word[0] for word in re.findall(r"[^\W\d_]+", words) if word not in _NO_INITIAL)
        return "".join(initials).upper().translate(_PLAIN_INITIALS)
