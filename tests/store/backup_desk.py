"""A store with evidence, and its backups, for the tests of backing up and restoring."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from tests.store.samples import OFFICE, YEAR, file
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.store import backups, evidence
from ttdn_desktop.store.backups import Wish
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.manifest import Manifest


def unheard(_done: int, _total: int) -> None:
    """Take a step as nobody who watches."""


def attach(store: Store, number: int, content: bytes) -> str:
    """Record a file as evidence E`number`; return its SHA-256."""
    digest = store.vault.add(BytesIO(content)).sha256
    with store.change("Lan", f"đính kèm {number}") as tx:
        evidence.add(tx, file(number, sha256=digest), unit_id=OFFICE.id, year=YEAR)
    return digest


def vault_place(store: Store, digest: str) -> Path:
    """Return where a file of the vault lies."""
    return store.folder.vault / digest[:2] / digest


def repository_of(store: Store) -> Repository:
    """Return the backups in the store's folder."""
    return Repository(store.folder.root / "backups")


def back_up(
    store: Store,
    repository: Repository | None = None,
    *,
    reason: Reason = Reason.HAND,
    step: Callable[[int, int], None] = unheard,
) -> Manifest:
    """Back a store up, by default into its own folder."""
    return backups.make(store, repository or repository_of(store), Wish(reason), step)
