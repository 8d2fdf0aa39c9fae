"""What one page may ask of another: shown on it when it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from pathlib import Path


@immutable
class NewActivity:
    """Activities: an empty form, for these plan items (codes), or for none yet."""

    items: tuple[str, ...] = ()


@immutable
class OpenActivity:
    """Activities: this one in the editor."""

    activity_id: str


@immutable
class ListActivities:
    """Activities: those that serve the items (codes), match the words, or lack something."""

    items: tuple[str, ...] = ()
    search: str = ""
    without_evidence: bool = False
    without_result: bool = False
    month: tuple[int, int] | None = None


@immutable
class OpenItem:
    """Tasks: this item of the plan (code)."""

    code: str


@immutable
class ListEvidence:
    """Evidence: what matches, or what lies unfiled."""

    search: str = ""
    unfiled: bool = False
    evidence_id: str = ""


@immutable
class ShowPlan:
    """Plan and bodies: the part "plan", "proposals" or "units"."""

    part: str = "plan"


@immutable
class ShowOffers:
    """Report: where the records moved on beneath the officer's wording."""


@immutable
class CheckFile:
    """Layout check: this Word file."""

    path: Path
