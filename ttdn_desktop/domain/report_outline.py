"""Which outline a report follows."""

from __future__ import annotations

from enum import StrEnum


class Outline(StrEnum):
    """The whole report, or "khó khăn, vướng mắc" on its own."""

    FULL = "full"
    OBSTACLES = "obstacles"
