"""The measuring itself, on a clock that only the measured work moves."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from tests.bench.measure import RESET_PEAK, ROUNDS, Pair, Result, Row, measure, peak_mb
from tests.bench.table import as_json, table

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Watch:
    """A clock that stands still but for the work done."""

    now: float = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def work(self, seconds: float) -> None:
        """Take some time."""
        self.now += seconds


def _row(watch: Watch, *, power: int = 1, limit: float = 2, sizes: tuple[int, ...] = ()) -> Row:
    def prepare(_folder: Path, size: int) -> Pair:
        return Pair(
            ours=lambda: watch.work(3.0 * size**power), floor=lambda: watch.work(2.0 * size)
        )

    return Row("sorting", prepare, size=1, limit=limit, sizes=sizes)


def test_that_the_ratio_is_ours_over_the_floor() -> None:
    watch = Watch()

    result = measure(_row(watch), watch)

    assert (result.ours, result.floor) == (3.0, 2.0)
    assert result.ratios == (1.5,) * ROUNDS
    assert not result.over


def test_that_a_row_above_its_limit_is_over() -> None:
    watch = Watch()

    assert measure(_row(watch, limit=1.4), watch).over


@pytest.mark.parametrize(("power", "over"), [(1, False), (2, True)])
def test_that_growth_is_the_exponent_of_the_size(power: int, over: bool) -> None:  # noqa: FBT001 (a column)
    watch = Watch()

    result = measure(_row(watch, power=power, sizes=(10, 100, 1000)), watch)

    assert result.growth == pytest.approx(power)
    assert result.over is over


def test_that_the_two_ways_take_turns() -> None:
    watch, turns = Watch(), list[str]()

    def taking(name: str) -> None:
        turns.append(name)
        watch.work(1.0)

    def prepare(_folder: Path, _size: int) -> Pair:
        return Pair(lambda: taking("ours"), lambda: taking("floor"))

    measure(Row("turns", prepare, size=1, limit=2), watch)

    assert turns == ["ours", "floor"] * (ROUNDS + 1)


def test_that_a_short_work_is_called_until_the_clock_can_tell() -> None:
    watch, calls = Watch(), list[int]()

    def short() -> None:
        calls.append(1)
        watch.work(0.001)

    result = measure(Row("short", lambda _f, _s: Pair(short, short), size=1, limit=2), watch)

    assert len(calls) == 2 * (1 + ROUNDS * 10)
    assert result.ours == pytest.approx(0.001)


@pytest.mark.skipif(not RESET_PEAK.exists(), reason="the peak can be reset on Linux only")
def test_that_the_peak_is_what_one_call_adds() -> None:
    def prepare(_folder: Path, size: int) -> Pair:
        return Pair(lambda: len(b"x" * size), lambda: None)

    peak = peak_mb(Row("block", prepare, size=64 * 1024 * 1024, limit=2))

    assert peak is not None
    assert 60 < peak < 80


def test_that_the_table_is_aligned_and_tells_every_figure() -> None:
    row = replace(_row(Watch()), name="writing a report", limit=1.5)
    result = Result(row, ours=0.0123, floor=0.01, ratios=(1.2, 1.23, 1.3), peak_mb=18.04)

    assert table([result]).splitlines() == [
        "row               ours ms  floor ms  ratio     spread  peak MB  growth  limit  verdict",
        "writing a report    12.30     10.00   1.23  1.20–1.30     18.0       -    1.5       ok",
    ]


def test_that_json_holds_the_same_row() -> None:
    result = Result(_row(Watch()), ours=3.0, floor=1.0, ratios=(3.0,))

    (told,) = json.loads(as_json([result]))

    assert (told["row"], told["ratio"], told["limit"], told["over"]) == ("sorting", 3.0, 2, True)
