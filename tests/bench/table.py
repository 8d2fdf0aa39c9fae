"""The measured rows as a plain table, or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.measure import Result

HEAD = ("row", "ours ms", "floor ms", "ratio", "spread", "peak MB", "growth", "limit", "verdict")


def table(results: Sequence[Result]) -> str:
    """Return aligned lines: names to the left, figures to the right."""
    lines = [HEAD, *(_cells(result) for result in results)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, *figures = cells
    right = (cell.rjust(width) for cell, width in zip(figures, widths[1:], strict=True))
    return "  ".join((name.ljust(widths[0]), *right))


def _cells(result: Result) -> tuple[str, ...]:
    limit = f"{result.row.limit:g}"
    if result.row.sizes:
        limit += f", n^{result.row.growth_limit:g}"
    if result.row.most_mb is not None:
        limit += f", {result.row.most_mb:g} MB"
    return (
        result.row.name,
        f"{result.ours * 1000:.2f}",
        f"{result.floor * 1000:.2f}",
        f"{result.ratio:.2f}",
        f"{min(result.ratios):.2f}–{max(result.ratios):.2f}",
        "-" if result.peak_mb is None else f"{result.peak_mb:.1f}",
        "-" if result.growth is None else f"{result.growth:.2f}",
        limit,
        "over" if result.over else "ok",
    )


def as_json(results: Sequence[Result]) -> str:
    """Return the rows with every ratio, times in seconds."""
    return json.dumps([_plain(result) for result in results], ensure_ascii=False, indent=2)


def _plain(result: Result) -> dict[str, object]:
    return {
        "row": result.row.name,
        "size": result.row.size,
        "ours": result.ours,
        "floor": result.floor,
        "ratio": result.ratio,
        "ratios": result.ratios,
        "peak_mb": result.peak_mb,
        "growth": result.growth,
        "limit": result.row.limit,
        "growth_limit": result.row.growth_limit if result.row.sizes else None,
        "most_mb": result.row.most_mb,
        "over": result.over,
    }
