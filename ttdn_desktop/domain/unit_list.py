"""The bodies that one cell of a task list names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan import Assignee
    from ttdn_desktop.domain.units import Unit, UnitClass


@dataclass(frozen=True)
class KnownBodies:
    """The bodies and classes that names are recognised as."""

    units: tuple[Unit, ...]
    classes: tuple[UnitClass, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful of one name: the key of a sentence ("read.<key>"), the likeliest names."""

    key: str
    name: str
    nearest: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class UnitList:
    """The bodies of a cell as written, one name or class each; `remark` is what names none."""

    assignees: tuple[Assignee, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Both:
    """A cell that holds lead and support, parted; `sure` where its words say which is which."""

    lead_text: str
    support_text: str
    sure: bool


def split_units(text: str, known: KnownBodies) -> UnitList:
    """Return the bodies that a cell names; never raises."""
    del text, known
    return UnitList()


def split_both(text: str, known: KnownBodies) -> Both:
    """Part a cell that holds both ("Chủ trì: …; phối hợp: …"); never raises."""
    del known
    return Both(text, "", sure=False)
