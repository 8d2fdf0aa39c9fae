"""Instants as an officer reads them: UTC milliseconds shown at the fixed +07:00."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def at(instant: int) -> datetime:
    """Return UTC milliseconds as a time at +07:00."""
    return datetime.fromtimestamp(instant / 1000, UTC).astimezone(VIETNAM)


def minute(instant: int) -> str:
    """Return the time of day: "09:42"."""
    return f"{at(instant):%H:%M}"


def day_and_minute(instant: int) -> str:
    """Return day and time: "05/03/2026 09:42"."""
    return f"{at(instant):%d/%m/%Y %H:%M}"


def in_a_name(instant: int) -> str:
    """Return day and time as they may stand in a file's name: "2026-03-05 0942"."""
    return f"{at(instant):%Y-%m-%d %H%M}"
