"""Dùng bản này thay cho dữ liệu hiện tại: a restored copy takes the data folder's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.instants import moment_of
from ttdn_desktop.store import folder_swap

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.ports import Clock


def use_instead(root: Path, copy: Path, clock: Clock) -> Path:
    """Let a copy take the place of the data folder; return where the present one is kept, whole.

    Neither may be open. The kept folder is put back by the same way: it is then the copy. The
    backups stay with the place. Raises KnownError `folder_empty`, `folder_in_use`, or
    `swap_refused` where a folder cannot be moved; both are then where they were.
    """
    now = clock.now_ms()
    kept = _free_name(root, f"{moment_of(now):%Y%m%d-%H%M}")
    folder_swap.swap(root, copy, kept, now_ms=now)
    return kept


def _free_name(root: Path, stamp: str) -> Path:
    stem = f"{root.name}-truoc-{stamp}"
    place, number = root.with_name(stem), 2
    while place.exists():
        place, number = root.with_name(f"{stem}-{number}"), number + 1
    return place
