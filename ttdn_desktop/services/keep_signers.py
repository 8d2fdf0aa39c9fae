"""Người ký: who may sign the unit's reports, in what form, from when to when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.signing import Signer, signer_on
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import signers
from ttdn_desktop.store.signers import KnownSigner

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.engine import Store

__all__ = ["KnownSigner", "all_signers", "on_day", "remove", "save"]

LABEL, REMOVED = "Ghi người ký", "Bỏ người ký"


def all_signers(office: Office) -> tuple[KnownSigner, ...]:
    """Return who may or might sign, in the order they were recorded."""
    unit_ids = office.surroundings().unit_ids()
    return tuple(each for unit_id, each in office.kept(_read, ("signers",)) if unit_id in unit_ids)


def on_day(office: Office, day: date) -> Signer | None:
    """Return who signs on a day, or None."""
    return signer_on((each.signer for each in all_signers(office)), day)


def save(office: Office, signer: Signer, signer_id: str | None = None) -> None:
    """Write a signer, a new one or one that is known.

    Raises KnownError `signer_unnamed` or `signer_backwards`.
    """
    tidied = replace(signer, name=tidy(signer.name), title=_lines(signer.title))
    if not tidied.name:
        raise KnownError("signer_unnamed")
    since, until = tidied.since, tidied.until
    if since is not None and until is not None and until < since:
        raise KnownError("signer_backwards", since=short(since), until=short(until))
    unit_id = office.surroundings().unit_on(office.clock.today()).id
    with office.store.change(office.actor(), f"{LABEL}: {tidied.name}") as tx:
        if signer_id is None:
            signers.add(tx, unit_id, tidied)
        else:
            signers.put(tx, signer_id, tidied)


def remove(office: Office, signer_id: str) -> None:
    """Take a signer off the list; what they signed names them still."""
    with office.store.change(office.actor(), REMOVED) as tx:
        signers.remove(tx, signer_id)


def _lines(title: str) -> str:
    return "\n".join(filter(None, map(tidy, title.splitlines())))


def _read(store: Store) -> tuple[tuple[str, KnownSigner], ...]:
    with store.read() as connection:
        return signers.all_signers(connection)
