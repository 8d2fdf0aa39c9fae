"""The faults that are tried, how often each, and their work spread over two processes."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.faults.adding import kill_adding
from tests.faults.attaching import kill_attaching
from tests.faults.backing_up import kill_backing_up, kill_bundling
from tests.faults.cutting import cut_issuing, cut_power
from tests.faults.drafting import kill_drafting
from tests.faults.exporting import kill_exporting
from tests.faults.filling import fill_backing_up, fill_restoring, pull_stick
from tests.faults.full_disk import (
    fill_drafting,
    fill_exporting,
    fill_issuing,
    fill_recording,
    fill_upgrading,
)
from tests.faults.importing import kill_importing
from tests.faults.issuing import kill_issuing
from tests.faults.recovering import recover
from tests.faults.restoring import kill_restoring, kill_swapping
from tests.faults.tally import Tally
from tests.faults.upgrading import kill_upgrading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Trial = Callable[[Path, int, int], Tally]

AT_ONCE = 2
LARGEST = 50
"""Faults of one kind that one process tries before it takes the next part."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fault: how it reads, who tries it, and how often of 1,000 kills, or how often at all."""

    name: str
    trial: Trial
    share: int


KILLS = (
    Row("killed while recording", kill_adding, 150),
    Row("killed while attaching", kill_attaching, 110),
    Row("killed while exporting", kill_exporting, 120),
    Row("killed while issuing", kill_issuing, 100),
    Row("killed while backing up", kill_backing_up, 100),
    Row("killed while writing a backup file", kill_bundling, 60),
    Row("killed while restoring", kill_restoring, 80),
    Row("killed while putting a copy in place", kill_swapping, 60),
    Row("killed while importing a plan", kill_importing, 40),
    Row("killed while upgrading", kill_upgrading, 100),
    Row("killed while saving a draft", kill_drafting, 80),
)
FULL = (
    Row("disk full while recording", fill_recording, 8),
    Row("disk full while saving a draft", fill_drafting, 6),
    Row("disk full while exporting", fill_exporting, 7),
    Row("disk full while issuing", fill_issuing, 8),
    Row("disk full while backing up", fill_backing_up, 7),
    Row("disk full while restoring", fill_restoring, 7),
    Row("disk full while upgrading", fill_upgrading, 7),
)
OTHER = (
    Row("power cut at each step of a file", cut_power, 3),
    Row("power cut while issuing", cut_issuing, 3),
    Row("stick pulled while backing up", pull_stick, 6),
    Row("database damaged, restored", recover, 50),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Some faults of one row, tried in a folder of their own."""

    row: Row
    times: int
    folder: Path
    seed: int


def counts(kills: int) -> Iterator[tuple[Row, int]]:
    """Yield each row with how often it is tried for so many kills; the rest is cut alike."""
    whole = sum(row.share for row in KILLS)
    left = kills
    for row in KILLS:
        times = left if row is KILLS[-1] else round(kills * row.share / whole)
        left -= times
        yield row, times
    for row in (*FULL, *OTHER):
        yield row, max(2, row.share * min(kills, whole) // whole)


def parts(wanted: Iterable[tuple[Row, int]], folder: Path, seed: int) -> Iterator[Part]:
    """Cut the work; each part has a seed of its own, so that no two draw the same moments."""
    for row, times in wanted:
        for first in range(0, times, LARGEST):
            place = folder / f"{row.trial.__name__}-{first}"
            yield Part(row, min(LARGEST, times - first), place, seed + first)


def tried(work: list[Part]) -> dict[str, Tally]:
    """Try all parts, two at a time; return what became of each row, in their order."""
    found = {part.row.name: Tally(part.row.name) for part in work}
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(AT_ONCE, mp_context=context) as processes:
        for part, tally in zip(work, processes.map(_try, work), strict=True):
            found[part.row.name].add(tally)
    return found


def _try(part: Part) -> Tally:
    part.folder.mkdir()
    try:
        return part.row.trial(part.folder, part.times, part.seed)
    except pytest.skip.Exception:
        return Tally(part.row.name)
