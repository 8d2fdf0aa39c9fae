"""Reorganisations: who took over whom, when, on what legal basis, and for which tasks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

EVERYTHING = "*"
"""In `Heir.takes`: all that the ended bodies had."""


class SuccessionKind(StrEnum):
    """Rename, merge, split, dissolve, transfer of a function."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    DISSOLVE = "dissolve"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Heir:
    """A body that takes over, and the codes of the plan items it takes (or EVERYTHING)."""

    unit_id: str
    takes: tuple[str, ...] = (EVERYTHING,)


@dataclass(frozen=True, slots=True)
class Succession:
    """One reorganisation. A proposal until `confirmed`: then names and tasks follow it.

    `from_ids` end the day before `on`, but for a rename or transfer, where they live on;
    `certainty` is shown beside a proposal and never hidden.
    """

    id: str
    code: str
    kind: SuccessionKind
    on: date
    basis: str
    from_ids: tuple[str, ...]
    heirs: tuple[Heir, ...]
    certainty: str = ""
    note: str = ""
    confirmed: bool = False
