"""Millimetres and points as the whole numbers a Word file counts in."""

from __future__ import annotations

import math

_POINTS_PER_MM = 72 / 25.4
_EMUS_PER_MM = 36_000


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _POINTS_PER_MM * 20)


def least_twips(millimetres: float) -> int:
    """Return the fewest twentieths of a point that are no less: a least margin is kept."""
    return math.ceil(millimetres * _POINTS_PER_MM * 20)


def point_twips(points: float) -> int:
    """Return a height in twentieths of a point."""
    return round(points * 20)


def emus(millimetres: float) -> int:
    """Return a length in English Metric Units, which drawings count in."""
    return round(millimetres * _EMUS_PER_MM)


def eighths(points: float) -> int:
    """Return the thickness of a line in eighths of a point."""
    return round(points * 8)
