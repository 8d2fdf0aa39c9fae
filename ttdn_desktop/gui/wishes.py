"""What one page may ask of another: shown on it when it appears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewActivity:
    """Activities: an empty form, for these plan items (codes), or for none yet."""

    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenActivity:
    """Activities: this one in the editor."""

    activity_id: str


@dataclass(frozen=True, slots=True)
class ListActivities:
    """Activities: those that serve the items (codes), match the words, or lack something."""

    items: tuple[str, ...] = ()
    search: str = ""
    without_evidence: bool = False
    without_result: bool = False
    month: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Tasks: this item of the plan (code)."""

    code: str


@dataclass(frozen=True, slots=True)
class ListEvidence:
    """Evidence: what matches, or what lies unfiled."""

    search: str = ""
    unfiled: bool = False
    evidence_id: str = ""


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """Plan and bodies: the part "plan", "proposals" or "units"."""

    part: str = "plan"


@dataclass(frozen=True, slots=True)
class ShowOffers:
    """Report: where the records moved on beneath the officer's wording."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """Layout check: this Word file."""

    path: Path
