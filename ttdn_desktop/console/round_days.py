"""The days that a report is asked for, as they stand on the command line."""

from __future__ import annotations

from ttdn_desktop.domain.dates import Span, parse_moment
from ttdn_desktop.errors import KnownError


def days(first: str | None, last: str | None) -> Span | None:
    """Return the days asked for, None for the whole year.

    Raises KnownError `period_half`, `end_before_start`, or as `parse_moment` does.
    """
    if first is None and last is None:
        return None
    if first is None or last is None:
        raise KnownError("period_half")
    span = Span(parse_moment(first).first, parse_moment(last).last)
    if span.last < span.first:
        raise KnownError("end_before_start", start=first, end=last)
    return span
