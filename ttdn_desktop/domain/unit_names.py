"""Recognising a body by what an officer types or a plan prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.text import exact, fold, tidy
from ttdn_desktop.domain.units import UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ttdn_desktop.domain.units import Unit, UnitClass

_WORD = re.compile(r"[^\W_]+|&")
SHORT_FORMS = {
    "&": "va",
    "bchqs": "bo chi huy quan su",
    "bdbp": "bo doi bien phong",
    "bhxh": "bao hiem xa hoi",
    "bql": "ban quan ly",
    "ccb": "cuu chien binh",
    "chqs": "chi huy quan su",
    "dbqh": "dai bieu quoc hoi",
    "hdnd": "hoi dong nhan dan",
    "ldld": "lien doan lao dong",
    "lhpn": "lien hiep phu nu",
    "mttq": "mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "ptnt": "phat trien nong thon",
    "ptth": "phat thanh truyen hinh",
    "tncs": "thanh nien cong san",
    "tp": "thanh pho",
    "ubmttq": "uy ban mat tran to quoc",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "ubnd": "uy ban nhan dan",
    "vhttdl": "van hoa the thao va du lich",
    "vp": "van phong",
}
"""Short forms written within names, folded."""

_PROVINCE = " tinh"
_NEAREST = 3
_LIKENESS = 0.4


def find_unit(name: str, units: Sequence[Unit]) -> Unit | None:
    """Return the body written so, whatever the case, the accents typed or the short forms.

    An accented spelling goes before a folded one; "Sở Ngoại vụ tỉnh Kon Tum" finds the body
    that is written without its province. None where no body, or more than one, is written so.
    """
    for spellings in ((name,), tuple(_without_province(name, units))):
        for key in (_accented, _folded):
            if found := _written_so({key(spelling) for spelling in spellings}, key, units):
                return found[0] if len(found) == 1 else None
    return None


def find_class(name: str, classes: Sequence[UnitClass]) -> UnitClass | None:
    """Return the class of bodies written so, or None."""
    wanted = _folded(name)
    for unit_class in classes:
        if wanted in map(_folded, (unit_class.name, *unit_class.spellings)):
            return unit_class
    return None


def recognised(written: str, units: Sequence[Unit], classes: Sequence[UnitClass]) -> Assignee:
    """Return a cell's name or class with what it was recognised as, if anything."""
    unit = find_unit(written, units)
    unit_class = find_class(written, classes) if unit is None else None
    return Assignee(
        tidy(written),
        unit_id=unit.id if unit else None,
        class_id=unit_class.id if unit_class else None,
    )


def nearest_names(name: str, units: Sequence[Unit]) -> tuple[str, ...]:
    """Return up to three official names that look most like an unknown one, best first."""
    from difflib import get_close_matches  # noqa: PLC0415 (for an unknown name alone)

    official = {
        _folded(written): official_name(unit) for unit in units for written in spellings(unit)
    }
    likely = get_close_matches(_folded(name), official, 2 * _NEAREST, _LIKENESS)
    return tuple(dict.fromkeys(official[key] for key in likely))[:_NEAREST]


def official_name(unit: Unit) -> str:
    """Return the first name of a body."""
    return unit.names[0].name


def spellings(unit: Unit) -> Iterator[str]:
    """Yield every way a body is written: its names, their abbreviations, its aliases."""
    yield from (name.name for name in unit.names)
    yield from (name.abbreviation for name in unit.names)
    yield from unit.aliases


def _accented(name: str) -> str:
    return " ".join(_WORD.findall(exact(name)))


def _folded(name: str) -> str:
    words = _WORD.findall(fold(name))
    return " ".join(SHORT_FORMS.get(word, word) for word in words)


def _written_so(wanted: set[str], key: Callable[[str], str], units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if wanted & {key(written) for written in spellings(unit)}]


def _without_province(name: str, units: Sequence[Unit]) -> Iterator[str]:
    """Yield a name without the province it ends in: "… tỉnh Kon Tum" as "… tỉnh" and "…"."""
    words = fold(tidy(name))
    for unit in units:
        place = f" {fold(unit.place)}"
        if unit.kind is UnitKind.PROVINCE and words.endswith(place):
            bare = tidy(name)[: -len(place)]
            yield bare
            if fold(bare).endswith(_PROVINCE):
                yield bare[: -len(_PROVINCE)]
