"""`python -m tests.bench [--json] [NAME…]`: measure every row, or those whose name holds a NAME.

Rows come from the modules `row_*.py` beside this one, each with `rows() -> list[Row]`. The exit
code is 1 when a row is over its limit or could not be measured; the others are told all the same.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measure import measure, peak_mb
from tests.bench.table import as_json, table

if TYPE_CHECKING:
    from tests.bench.measure import Result, Row

HERE = Path(__file__).parent


def main() -> int:
    """Measure, print, and tell by the exit code whether all rows are within their limits."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--peak-of", metavar="ROW", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak_of:
        row = next(row for row in _rows() if row.name == given.peak_of)
        sys.stdout.write(f"{peak_mb(row)}\n")
        return 0
    wanted = [row for row in _rows() if not given.names or any(n in row.name for n in given.names)]
    results = [result for row in wanted if (result := _measured(row)) is not None]
    sys.stdout.write((as_json(results) if given.json else table(results)) + "\n")
    return 1 if len(results) < len(wanted) or any(result.over for result in results) else 0


def _rows() -> list[Row]:
    modules = (import_module(f"tests.bench.{path.stem}") for path in sorted(HERE.glob("row_*.py")))
    return [row for module in modules for row in module.rows()]


def _measured(row: Row) -> Result | None:
    try:
        return replace(measure(row), peak_mb=_peak_in_a_fresh_process(row.name))
    except Exception as fault:  # noqa: BLE001 (whatever it is, the other rows are wanted)
        sys.stderr.write(f"{row.name}: {type(fault).__name__}: {fault}\n")
        return None


def _peak_in_a_fresh_process(name: str) -> float | None:
    ask = [sys.executable, "-m", "tests.bench", "--peak-of", name]
    told = subprocess.run(ask, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    return None if told == "None" else float(told)


if __name__ == "__main__":
    sys.exit(main())
