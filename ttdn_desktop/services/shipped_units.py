"""The bodies, classes and header profiles that ship with the program."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from ttdn_desktop.domain.header import profile_of
from ttdn_desktop.domain.text import fold
from ttdn_desktop.domain.units import (
    STATE_NUMBER,
    HeaderProfile,
    Unit,
    UnitClass,
    UnitKind,
    UnitName,
    class_id,
    unit_id,
)
from ttdn_desktop.paths import resource

_WORD = re.compile(r"[^\W_]+")


def shipped_units() -> tuple[Unit, ...]:
    """Return every body that the plan names or that succeeded one, in plan order.

    Their names are those before any reorganisation: confirmed ones are applied by
    `domain.succession.apply_confirmed`.
    """
    return tuple(_unit(row) for row in _read("units.json")["units"])


def shipped_classes() -> tuple[UnitClass, ...]:
    """Return the classes of bodies that plans write of."""
    return tuple(_unit_class(row) for row in _read("classes.json")["classes"])


def shipped_profiles() -> tuple[HeaderProfile, ...]:
    """Return how bodies of each kind head and sign a report."""
    return tuple(_profile(row) for row in _read("kinds.json")["profiles"])


def kind_profile(kind: UnitKind) -> HeaderProfile:
    """Return the profile of a kind whatever the body's name begins with."""
    return profile_of(kind, "", shipped_profiles())


def kind_named(word: str) -> UnitKind | None:
    """Return the kind that a word of the console means ("department", "state", "so"), if any."""
    wanted = "-".join(_WORD.findall(fold(word)))
    for kind, words in _read("kinds.json")["words"].items():
        if wanted in (kind.replace("_", "-"), *words):
            return UnitKind(kind)
    return None


def kind_label(kind: UnitKind) -> str:
    """Return how a kind of body is called on screen ("Sở, ban, ngành")."""
    label: str = _read("kinds.json")["labels"][kind]
    return label


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource("units", name).read_text("utf-8"))
    return content


def _unit(row: dict[str, Any]) -> Unit:
    since = date.fromisoformat(row["since"]) if "since" in row else None
    return Unit(
        id=unit_id(row["name"]),
        kind=UnitKind(row["kind"]),
        names=(UnitName(row["name"], row["abbreviation"], since),),
        parent_id=unit_id(row["parent"]) if "parent" in row else None,
        place=row.get("place", ""),
        short=row.get("short", ""),
        aliases=tuple(row["aliases"]),
        since=since,
        certainty=row.get("certainty", ""),
    )


def _unit_class(row: dict[str, Any]) -> UnitClass:
    return UnitClass(
        id=class_id(row["name"]),
        name=row["name"],
        kinds=tuple(map(UnitKind, row["kinds"])),
        spellings=tuple(row["spellings"]),
    )


def _profile(row: dict[str, Any]) -> HeaderProfile:
    return HeaderProfile(
        kind=UnitKind(row["kind"]),
        prefix=row["prefix"],
        motto=tuple(row["motto"]),
        parents=tuple(row["parents"]),
        issuer=tuple(row["issuer"]),
        authority=tuple(row["authority"]),
        self_name=row["self_name"],
        staff=row["staff"],
        strip=row.get("strip", ""),
        number=row.get("number", STATE_NUMBER),
        star=row.get("star", ""),
        slashed=row.get("slashed", False),
        dated_from=row.get("dated_from", ""),
        certainty=row.get("certainty", ""),
    )
