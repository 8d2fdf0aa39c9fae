"""Cán bộ phụ trách TTĐN: the person of task 3.4."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Mode(StrEnum):
    """Chuyên trách or kiêm nhiệm."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer, the decision that names them, and from when to when (both days included).

    `alternate` tells that they stand in for the officer in charge.
    """

    id: str
    unit_id: str
    name: str
    title: str = ""
    decision: str = ""
    mode: Mode = Mode.PART_TIME
    phone: str = ""
    email: str = ""
    since: date | None = None
    until: date | None = None
    alternate: bool = False
