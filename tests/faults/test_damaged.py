"""Each kind of damage to a database is recognised, and nothing is written into it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.damaged import KINDS, damaged, run, unrecognised
from tests.faults.forked import forked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample folder; never written to."""
    folder = tmp_path_factory.mktemp("damaged") / "sample"
    assert forked(["sample", folder, "--activities", "10"]).code == 0
    return folder


def test_that_each_kind_of_damage_is_recognised(source: Path) -> None:
    found = list(run(source, len(KINDS)))

    assert {kind for _, kind, _ in found} == {kind for kind, _ in KINDS}
    assert [each for each in found if each[2]] == []


def test_that_a_sound_folder_is_not_taken_for_a_damaged_one(source: Path) -> None:
    assert unrecognised(source) == "doctor found nothing"


def test_that_the_same_number_does_the_same_damage(source: Path, tmp_path: Path) -> None:
    spoilt = []
    for name in ("a", "b"):
        folder = shutil.copytree(source, tmp_path / name)
        damaged(folder, 1)
        spoilt.append((folder / "ttdn.sqlite").read_bytes())

    assert spoilt[0] == spoilt[1]
    assert spoilt[0] != (source / "ttdn.sqlite").read_bytes()
