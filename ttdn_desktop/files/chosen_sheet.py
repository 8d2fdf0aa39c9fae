"""Which sheets of a workbook are read: the one that was asked for, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 10


def chosen(names: Sequence[str], asked: str | None) -> list[int]:
    """Return the places of the sheets to read, from 0: all where none is asked for.

    A sheet is asked for by its name, or by its number from 1. Raises KnownError
    file_sheet_unknown with the names there are.
    """
    if asked is None:
        return list(range(len(names)))
    wanted = nfc(asked).strip()
    alike = [at for at, name in enumerate(names) if nfc(name).strip() == wanted]
    if alike:
        return alike[:1]
    if wanted.isdecimal() and 0 < int(wanted) <= len(names):
        return [int(wanted) - 1]
    known = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    raise KnownError("file_sheet_unknown", sheet=asked, known=known)
