"""Numbers of the sample's official documents: one series a type and year, as văn thư keep them."""

from __future__ import annotations

from datetime import date, timedelta

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.numbers import counted

_TYPES = {
    # slot: sign after the number, documents a day, days before the activity
    "kh": ("KH-{sign}", 0.4, 8),
    "qd": ("QĐ-{sign}", 0.8, 4),
    "ttr": ("TTr-{sign}", 0.3, 6),
    "hd": ("HD-{sign}", 0.1, 3),
    "tb": ("TB-{sign}", 0.3, 2),
    "bc": ("BC-{sign}", 0.9, 0),
    "cv": ("{sign}-VP", 4.5, 3),
}
"""Signs of Decree 30/2020, annex III; an official letter has none of its own."""

SLOTS = frozenset(_TYPES)


class DocumentNumbers:
    """Gives documents numbers that grow through a calendar year and are never given twice."""

    def __init__(self) -> None:
        """Start before any document."""
        self._last: dict[tuple[str, int], int] = {}

    def cite(self, slot: str, sign: str, day: date, *, issued: bool) -> str:
        """Return "45/KH-SNgV ngày 12/02/2026" for an activity that starts on a day.

        `issued` tells that issuing the document is the activity itself: then on the same day.
        """
        form, rate, ahead = _TYPES[slot]
        on = day if issued else _workday(day - timedelta(days=ahead))
        usual = int(on.timetuple().tm_yday * rate) + 1
        number = max(usual, self._last.get((slot, on.year), 0) + 1)
        self._last[slot, on.year] = number
        shown = counted(number) if number < 10 else str(number)  # noqa: PLR2004 - "05", then "45"
        return f"{shown}/{form.format(sign=sign)} ngày {short(on)}"


def _workday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
