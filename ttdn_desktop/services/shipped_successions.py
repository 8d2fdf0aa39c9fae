"""The reorganisations that ship with the program: proposals until an officer confirms them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from ttdn_desktop.domain.succession import Heir, Succession, SuccessionKind, succession_id
from ttdn_desktop.domain.units import unit_id
from ttdn_desktop.paths import resource


def shipped_successions() -> tuple[Succession, ...]:
    """Return the proposals on the reorganisation of 2025, none of them confirmed."""
    content = json.loads(resource("successions", "2025.json").read_text("utf-8"))
    return tuple(_succession(row) for row in content["successions"])


def _succession(row: dict[str, Any]) -> Succession:
    kind, on = SuccessionKind(row["kind"]), date.fromisoformat(row["on"])
    from_ids = tuple(map(unit_id, row["from"]))
    heirs = tuple(Heir(unit_id(heir["unit"]), tuple(heir["takes"])) for heir in row["heirs"])
    return Succession(
        id=succession_id(kind, on, from_ids, (heir.unit_id for heir in heirs)),
        code=row["code"],
        kind=kind,
        on=on,
        basis=row["basis"],
        from_ids=from_ids,
        heirs=heirs,
        certainty=row["certainty"],
        note=row["note"],
    )
