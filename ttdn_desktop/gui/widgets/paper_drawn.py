"""What the sheet draws beside words: framed marks, and a chart as a small table of bars."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.gui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.document import Chart

STAMP = "#d00000"
"""Box 10b is printed in bright red; this red is read as easily on white."""

_LONGEST = 24
"""The longest bar, in blocks."""
_BARS = ("█", "▒", "▓", "░")
"""A series is told by its pattern, not by a colour."""


def framed(text: str, colour: str, size: int) -> str:
    """Return a mark in its frame, in the middle of its place; sizes in pixels."""
    style = f"border:1px solid {colour};border-collapse:collapse;margin-top:{size // 3}px"
    inner = f'<b style="color:{colour};font-size:{size}px">{escape(text)}</b>'
    cell = f'<td style="border:1px solid {colour};padding:1px {size // 2}px">{inner}</td>'
    return f'<table align="center" cellspacing="0" style="{style}"><tr>{cell}</tr></table>'


def chart(shown: Chart, size: int) -> str:
    """Return a chart's categories with a bar and a figure for each series; a zero has none."""
    rows = "".join(_rows(shown))
    legend = " &nbsp; ".join(
        f"{bar} {escape(each.name)}" for bar, each in zip(_BARS, shown.series, strict=False)
    )
    head = f'<p align="center" style="font-size:{size}px;color:{LIGHT.quiet}">{legend}</p>'
    style = f"font-size:{size - 1}px;margin-top:{size // 2}px"
    table = f'<table align="center" cellspacing="0" style="{style}">{rows}</table>'
    return f"{head}{table}"


def _rows(shown: Chart) -> Iterator[str]:
    largest = max((value for each in shown.series for value in each.values), default=0) or 1
    for number, category in enumerate(shown.categories):
        values = [each.values[number] for each in shown.series]
        bars = "<br>".join(
            f"{bar * round(value * _LONGEST / largest)} {_figure(value)}"
            for bar, value in zip(_BARS, values, strict=False)
            if value or not any(values)
        )
        name = f'<td align="right" style="padding:1px 6px">{escape(category)}</td>'
        yield f"<tr>{name}<td>{bars}</td></tr>"


def _figure(value: float) -> str:
    whole = int(value)
    return grouped(whole) if whole == value else str(value).replace(".", ",")
