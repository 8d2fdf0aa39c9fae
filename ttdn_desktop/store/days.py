"""Days between domain and tables: dates there, ISO text here."""

from __future__ import annotations

from datetime import date


def to_day(text: str | None) -> date | None:
    """Return the day of an ISO text, None for NULL."""
    return None if text is None else date.fromisoformat(text)


def to_text(day: date | None) -> str | None:
    """Return a day as ISO text, NULL for None."""
    return None if day is None else day.isoformat()
