"""The round that a report is asked for, as it stands on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.parser import MisuseError
from ttdn_desktop.domain.dates import Span, parse_moment
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.known_rounds import asked_round, round_by_id

if TYPE_CHECKING:
    import argparse

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare a year with or without its days, or a round by its id."""
    parser.add_argument("--year", type=int)
    parser.add_argument("--round")
    parser.add_argument("--from", dest="first")
    parser.add_argument("--to", dest="last")


def require(given: argparse.Namespace) -> None:
    """Refuse a command line without a year and without a round; raises MisuseError."""
    if given.year is None and given.round is None:
        raise MisuseError(f"ttdn report {given.action}", "missing", names="--year")


def asked(office: Office, given: argparse.Namespace) -> Round:
    """Return the round that is asked for.

    Raises KnownError as `days`, `round_by_id` and `asked_round` do.
    """
    if given.round is not None:
        return round_by_id(office, given.round)
    return asked_round(office, given.year, days(given.first, given.last))


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
