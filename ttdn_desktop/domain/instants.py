"""Instants (UTC milliseconds) as days and hours of Vietnam, which is always at +07:00."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

VIETNAM = timedelta(hours=7)


def day_of(at: int) -> date:
    """Return the day at +07:00 of an instant in UTC milliseconds."""
    return moment_of(at).date()


def moment_of(at: int) -> datetime:
    """Return day and time at +07:00 of an instant in UTC milliseconds, without its zone."""
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return (epoch + timedelta(milliseconds=at) + VIETNAM).replace(tzinfo=None)
