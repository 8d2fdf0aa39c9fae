"""Công văn đính chính: what was wrong in form, not in content (Decree 30/2020, Điều 18).

The letter is the office's own and is kept as it came; nothing of it is made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.edition import Edition, EditionKind
from ttdn_desktop.domain.text import nfc, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import freeze
from ttdn_desktop.store import issued

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.services.office import Office


def register(
    office: Office, wrong: Edition, number: str, dated: date, letter: Path, note: str
) -> Edition:
    """Keep the signed letter that corrects a bản phát hành; the code stays that of the report.

    Raises KnownError `file_unreadable`, or as `editions.kept` does.
    """
    try:
        content = letter.read_bytes()
    except OSError as fault:
        raise KnownError("file_unreadable", name=letter.name) from fault
    label = f"Ghi công văn đính chính số {tidy(number)}"
    with (
        freeze.kept(office, content, None) as (sha256, _scan),
        office.store.change(office.actor(), label) as tx,
    ):
        made = Edition(
            id="",
            round_id=wrong.round_id,
            ordinal=0,
            kind=EditionKind.CORRECTION,
            number=tidy(number),
            dated=dated,
            code=wrong.code,
            sha256=sha256,
            at=0,
            corrects_id=wrong.id,
            scan_name=nfc(letter.name),
            scan_sha256=sha256,
            note=tidy(note),
        )
        return issued.add(tx, made)
