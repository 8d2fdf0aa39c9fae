"""A reorganisation as an officer writes it down: understood, checked, and not yet recorded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before, short
from ttdn_desktop.domain.succession import (
    EVERYTHING,
    Heir,
    Organisation,
    Succession,
    SuccessionKind,
    apply_confirmed,
    has_ended,
    renamed,
    succession_id,
)
from ttdn_desktop.domain.succession_rules import refuse_lifeless, require_acyclic
from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.domain.unit_names import find_unit, nearest_names
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from ttdn_desktop.domain.units import Unit, UnitKind

_RENAME, _MERGE = SuccessionKind.RENAME, SuccessionKind.MERGE
_SPLIT, _DISSOLVE = SuccessionKind.SPLIT, SuccessionKind.DISSOLVE
_TRANSFER = SuccessionKind.TRANSFER
_TWO = 2
_CODE = "SX"
"""What the code of a reorganisation recorded by hand begins with: "SX-2027-1"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A reorganisation as typed. Names are of bodies that are known, or for heirs new ones.

    `takes` are codes of plan items by the heir's name as typed; without any, each heir takes
    EVERYTHING. `heir_kind` is that of new bodies, by default that of the first origin.
    """

    kind: SuccessionKind
    origins: tuple[str, ...]
    heirs: tuple[str, ...]
    on: date
    basis: str
    takes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heir_kind: UnitKind | None = None
    note: str = ""


@immutable
class Understood:
    """What a wish means: what would be recorded is this object, and nothing else.

    `new` are bodies to be added; `renamed` is the body as it is with its new name, by a rename.
    """

    succession: Succession
    origins: tuple[Unit, ...]
    heirs: tuple[Unit, ...]
    new: tuple[Unit, ...] = ()
    renamed: Unit | None = None

    def applied_to(self, organisation: Organisation) -> Organisation:
        """Return an organisation in which it has been recorded."""
        new_name = self.renamed
        known = (new_name if new_name and new_name.id == u.id else u for u in organisation.units)
        return replace(
            organisation,
            units=(*known, *self.new),
            successions=(*organisation.successions, self.succession),
        )


def understand(
    wish: Wish,
    organisation: Organisation,
    codes: Collection[str],
    body: Callable[[str, UnitKind, Unit], Unit],
) -> Understood:
    """Return what a wish means among the bodies known, `codes` being those of the plan's items.

    `body` makes a new one of its name, its kind and the first origin. Raises KnownError where it
    cannot be meant: `units_unknown`, `unit_ambiguous`, `unit_ended_already`, `heir_ended`,
    `unit_not_begun`, `basis_missing`, `item_unknown`, `succession_known`, `succession_cycle`,
    `name_taken`, or what the kind asks of the number of its bodies.
    """
    return _Reader(wish, organisation, body).understood(codes)


class _Reader:
    """Reads one wish among the bodies of an organisation."""

    def __init__(
        self, wish: Wish, organisation: Organisation, body: Callable[[str, UnitKind, Unit], Unit]
    ) -> None:
        self._wish = wish
        self._organisation = organisation
        self._units = apply_confirmed(organisation.units, organisation.successions)
        self._body = body

    def understood(self, codes: Collection[str]) -> Understood:
        if not any(map(str.isalnum, self._wish.basis)):
            raise KnownError("basis_missing")
        origins = self._origins()
        if self._wish.kind is _RENAME:
            return self._rename(origins)
        named = {name: self._heir(name, origins[0]) for name in self._wish.heirs if tidy(name)}
        heirs = _distinct(named.values())
        self._require_new(origins, heirs)
        _require_fitting(self._wish.kind, origins, heirs, self._known_ids())
        self._require_standing(origins, heirs)
        taken = self._taken(named, codes)
        each = tuple(Heir(unit.id, taken[unit.id]) for unit in heirs)
        new = tuple(unit for unit in heirs if unit.id not in self._known_ids())
        made = Understood(self._succession(origins, each), origins, heirs, new)
        applied = made.applied_to(self._organisation)
        require_acyclic(applied)
        return made

    def _known_ids(self) -> frozenset[str]:
        return frozenset(unit.id for unit in self._units)

    def _origins(self) -> tuple[Unit, ...]:
        names = tuple(dict.fromkeys(filter(None, map(tidy, self._wish.origins))))
        found = {name: self._find(name, day_before(self._wish.on)) for name in names}
        unknown = [name for name, unit in found.items() if unit is None]
        if unknown or not names:
            nearest = dict.fromkeys(n for u in unknown for n in nearest_names(u, self._units))
            raise KnownError(
                "units_unknown",
                names="; ".join(unknown) or "–",
                nearest="; ".join(nearest) or "–",
            )
        return _distinct(unit for unit in found.values() if unit is not None)

    def _find(self, name: str, day: date) -> Unit | None:
        """Return the body written so, one that stands on a day before any other."""
        standing = [unit for unit in self._units if unit.exists_on(day)]
        for among in (standing, self._units):
            if found := find_unit(name, among):
                return found
            written = [unit for unit in among if find_unit(name, (unit,))]
            if written:
                both = "; ".join(unit.names[-1].name for unit in written)
                raise KnownError("unit_ambiguous", name=name, names=both)
        return None

    def _heir(self, name: str, origin: Unit) -> Unit:
        found = self._find(tidy(name), self._wish.on)
        if found is not None:
            return found
        made = self._body(tidy(name), self._wish.heir_kind or origin.kind, origin)
        return replace(made, since=self._wish.on)

    def _require_standing(self, origins: Iterable[Unit], heirs: Iterable[Unit] = ()) -> None:
        on, steps = self._wish.on, self._organisation.successions
        for unit in origins:
            if has_ended(unit.id, date.max, steps) or not unit.exists_on(day_before(on)):
                refuse_lifeless(unit, day_before(on))
        for unit in heirs:
            if unit.until is not None and unit.until < on:
                raise KnownError("heir_ended", name=unit.names[-1].name, until=short(unit.until))

    def _taken(
        self, named: Mapping[str, Unit], codes: Collection[str]
    ) -> Mapping[str, tuple[str, ...]]:
        """Return the codes that each heir takes, by its id."""
        takes = {tidy(name): wanted for name, wanted in self._wish.takes.items() if wanted}
        if unknown := [name for name in takes if name not in map(tidy, named)]:
            raise KnownError("heir_not_named", names="; ".join(unknown))
        taken: dict[str, tuple[str, ...]] = {}
        for name, unit in named.items():
            wanted = takes.get(tidy(name), () if takes else (EVERYTHING,))
            given = (_code(code, codes) for code in wanted)
            taken[unit.id] = tuple(dict.fromkeys((*taken.get(unit.id, ()), *given)))
        return taken

    def _rename(self, origins: tuple[Unit, ...]) -> Understood:
        wish, names = self._wish, [name for name in map(tidy, self._wish.heirs) if name]
        if len(origins) != 1 or len(names) != 1:
            raise KnownError("rename_takes_one", origins=len(origins), names=len(names))
        unit, name = origins[0], names[0]
        self._require_new(origins, ())
        self._require_standing(origins)
        stored = self._organisation.unit(unit.id)
        last = stored.names[-1]
        if exact(last.name) == exact(name):
            raise KnownError("rename_same", name=last.name)
        if last.since is not None and wish.on <= last.since:
            raise KnownError("rename_too_early", name=last.name, since=short(last.since))
        other = self._find(name, wish.on)
        if other is not None and other.id != unit.id:
            raise KnownError("name_taken", name=other.name_on(wish.on).name)
        short_form = self._body(name, unit.kind, unit).names[0].abbreviation
        now = renamed(stored, name, short_form, wish.on)
        return Understood(self._succession(origins, ()), origins, (now,), renamed=now)

    def _identity(self, origins: Iterable[Unit], heir_ids: Iterable[str]) -> str:
        ids = (unit.id for unit in origins)
        return succession_id(self._wish.kind, self._wish.on, ids, heir_ids)

    def _require_new(self, origins: Sequence[Unit], heirs: Sequence[Unit]) -> None:
        identity = self._identity(origins, (unit.id for unit in heirs))
        for each in self._organisation.successions:
            if each.id == identity:
                raise KnownError("succession_known", code=each.code)

    def _succession(self, origins: Sequence[Unit], heirs: tuple[Heir, ...]) -> Succession:
        wish = self._wish
        return Succession(
            self._identity(origins, (heir.unit_id for heir in heirs)),
            _next_code(wish.on, self._organisation.successions),
            wish.kind,
            wish.on,
            tidy(wish.basis),
            tuple(unit.id for unit in origins),
            heirs,
            note=tidy(wish.note),
            confirmed=True,
        )


def _require_fitting(
    kind: SuccessionKind, origins: Sequence[Unit], heirs: Sequence[Unit], known: Collection[str]
) -> None:
    """Refuse a number of bodies that a kind cannot have."""
    ids = {unit.id for unit in origins}
    apart = [unit for unit in heirs if unit.id not in ids]
    if kind is _MERGE:
        if len(heirs) != 1:
            raise KnownError("merge_into_one", heirs=len(heirs))
        taken_in = len(origins) == 1 and apart and apart[0].id in known
        if len(origins) < _TWO and not taken_in:
            raise KnownError("merge_of_one", name=origins[0].names[-1].name)
        return
    if kind is _DISSOLVE and len(apart) < len(heirs):
        raise KnownError("dissolved_lives_on", name=origins[0].names[-1].name)
    if kind is _DISSOLVE:
        return
    if len(origins) != 1:
        raise KnownError("split_of_one", origins=len(origins))
    if kind is _SPLIT and len(heirs) < _TWO:
        raise KnownError("split_into_more", heirs=len(heirs))
    if kind is _TRANSFER and (not apart or len(apart) < len(heirs)):
        raise KnownError("transfer_to_another", name=origins[0].names[-1].name)


def _code(written: str, codes: Collection[str]) -> str:
    code = written.strip().upper()
    if code != EVERYTHING and code not in codes:
        raise KnownError("item_unknown", code=written)
    return code


def _next_code(on: date, known: Sequence[Succession]) -> str:
    taken, number = {each.code for each in known}, 1
    while (code := f"{_CODE}-{on.year}-{number}") in taken:
        number += 1
    return code


def _distinct(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple({unit.id: unit for unit in units}.values())
