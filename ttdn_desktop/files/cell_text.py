"""How the text of a cell is kept, whatever it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.domain.legacy_text import noticed
from ttdn_desktop.domain.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CELL_LENGTH = 32_767
"""Characters of one cell: as many as Excel holds. What is longer is cut and ends in "…"."""

_BREAKS = {ord("\v"): "\n", ord("\f"): "\n", ord("\u2028"): "\n", ord("\u2029"): "\n"}
_SPACES = dict.fromkeys(map(ord, "\xa0\u202f\u2007"), " ")
_UNSEEN = dict.fromkeys([*range(9), *range(14, 32), 127, *map(ord, "\u200b\ufeff\u2060")])
_KEPT = _BREAKS | _SPACES | _UNSEEN
_SOFT_HYPHEN = "\xad"  # also the byte that is ư in TCVN3


def tidied(text: str, *, soft_hyphens: bool = False) -> str:
    r"""Return the text in NFC with "\n" as its only line break and plain spaces.

    Letters that are never seen go, and what is beyond CELL_LENGTH; soft hyphens stay where the
    text may be TCVN3.
    """
    if len(text) > CELL_LENGTH:
        text = f"{text[: CELL_LENGTH - 1]}…"
    whole = text.replace("\r\n", "\n").replace("\r", "\n").translate(_KEPT)
    return nfc(whole if soft_hyphens else whole.replace(_SOFT_HYPHEN, ""))


def tidied_rows(
    rows: Iterable[Sequence[str]],
) -> tuple[tuple[tuple[str, ...], ...], LegacyEncoding | None]:
    """Return the rows with every text tidied, and the old encoding their letters speak of."""
    kept = [[tidied(text, soft_hyphens=True) for text in row] for row in rows]
    legacy = noticed(text for row in kept for text in row)
    if legacy is LegacyEncoding.TCVN3:
        return tuple(tuple(row) for row in kept), legacy
    return tuple(tuple(text.replace(_SOFT_HYPHEN, "") for text in row) for row in kept), legacy
