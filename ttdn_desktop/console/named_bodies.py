"""What is said on the command line of names that a list brings and nobody knows: `--body`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.start import kind_named
from ttdn_desktop.domain.dates import parse_day
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.listed_names import bodies_named
from ttdn_desktop.services.unknown_bodies import Decision, NewBody, OtherName, SuccessorOf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ttdn_desktop.domain.succession import Organisation

    Meaning = Callable[[str, Organisation], Decision | None]

_BETWEEN = ";"
"""What stands between the bodies that one took over from."""


def decisions(written: Iterable[str], organisation: Organisation) -> dict[str, Decision]:
    """Return what was said, by name: "Sở Lạ=new:department", "…=alias:Sở Ngoại vụ".

    "…=successor:Sở A;Sở B@1/3/2026@Nghị quyết số …" names the bodies taken over from, the day and
    the basis. Raises KnownError `body_unreadable`, `body_twice`, `kind_unknown`, `units_unknown`
    or `day_needed`.
    """
    found: dict[str, Decision] = {}
    for each in written:
        name, _, said = each.partition("=")
        how, _, value = said.partition(":")
        meaning = _MEANINGS.get(tidy(how))
        decision = meaning(tidy(value), organisation) if meaning and tidy(value) else None
        if decision is None or not tidy(name):
            raise KnownError("body_unreadable", text=each)
        if tidy(name) in found:
            raise KnownError("body_twice", name=tidy(name))
        found[tidy(name)] = decision
    return found


def _new(value: str, _organisation: Organisation) -> Decision | None:
    kind = kind_named(value)
    return None if kind is None else NewBody(kind)


def _alias(value: str, organisation: Organisation) -> Decision | None:
    found = bodies_named((value,), organisation)
    return OtherName(found[0])


def _successor(value: str, organisation: Organisation) -> Decision | None:
    parts = [tidy(part) for part in value.split("@", 2)]
    if len(parts) < 3 or not all(parts):  # noqa: PLR2004 (the bodies, the day, the basis)
        return None
    names, day, basis = parts
    return SuccessorOf(bodies_named(names.split(_BETWEEN), organisation), parse_day(day), basis)


_MEANINGS: dict[str, Meaning] = {"new": _new, "alias": _alias, "successor": _successor}
