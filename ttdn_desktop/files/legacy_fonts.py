"""Fonts that were made for Vietnamese letters from before Unicode, by their names."""

from __future__ import annotations

from typing import Final

from ttdn_desktop.domain.grid import LegacyEncoding

_STARTS: Final = ((".vn", LegacyEncoding.TCVN3), ("vni-", LegacyEncoding.VNI))


def legacy_of(font: str) -> LegacyEncoding | None:
    """Return the encoding that a font (".VnTime", "VNI-Times") stands for, if it does."""
    lowered = font.lower()
    return next((form for start, form in _STARTS if lowered.startswith(start)), None)
