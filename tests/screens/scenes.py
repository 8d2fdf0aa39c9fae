"""In which sizes and with which data the window is pictured."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.desks import filled_folder, new_desk

if TYPE_CHECKING:
    from pathlib import Path

EMPTY, USUAL, LARGE = "empty", "usual", "large"
ACTIVITIES = {USUAL: 146, LARGE: 100_000}
AROUND = 70
"""What the title bar and the task bar take of a screen's height."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen: its logical size, how many pixels make a logical one, its look, its data."""

    name: str
    width: int
    height: int
    factor: float = 1
    percent: int = 100
    dark: bool = False
    states: tuple[str, ...] = (EMPTY, USUAL)


SCENES = {
    scene.name: scene
    for scene in (
        Scene("1366", 1366, 768, states=(EMPTY, USUAL, LARGE)),
        Scene("125", 1092, 614, factor=1.25),
        Scene("200", 1366, 768, factor=2),
        Scene("dark", 1366, 768, dark=True),
        Scene("text-150", 1366, 768, percent=150),
    )
}


def folder(state: str, place: Path) -> Path:
    """Return a data folder in a state; the large one is made once and kept for the measurements."""
    if state == LARGE:
        return filled_folder(ACTIVITIES[state])
    made = place / state
    shutil.rmtree(made, ignore_errors=True)
    if state == EMPTY:
        new_desk(made).store.close()
        return made
    return shutil.copytree(filled_folder(ACTIVITIES[state]), made)
