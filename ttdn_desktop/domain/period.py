"""When a task runs, as the cell of a task list says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a cell names, both included; None where it leaves that end open.

    `doubt` is blank, or the key of the sentence ("read.<key>") that says what is unclear.
    """

    first_year: int | None
    last_year: int | None
    doubt: str = ""


def parse_period(text: str, base_year: int | None = None) -> Period:
    """Read "2024 - 2030", "Quý IV/2025", "Hằng năm"; never raises.

    `base_year` is the year the plan was issued in: what is counted in days from there is in it.
    """
    del text, base_year
    return Period(None, None)
