"""How the backups stand: for the page of settings, the overview and the end of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import back_up, prove_backup

if TYPE_CHECKING:
    from ttdn_desktop.services.back_up import SecondPlace
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.prove_backup import Proof


@immutable
class Standing:
    """`made_at` is UTC milliseconds, None where there is no backup yet.

    `changed` tells that something was recorded since; `proof` is the last try to restore.
    """

    made_at: int | None
    activities: int
    evidence: int
    changed: bool
    hours: int
    second: SecondPlace | None
    proof: Proof | None


def standing(office: Office) -> Standing:
    """Return how the backups stand."""
    newest = back_up.latest(office)
    manifest = newest.manifest if newest else None
    return Standing(
        manifest.made_at if manifest else None,
        manifest.activities if manifest else 0,
        manifest.evidence if manifest else 0,
        back_up.has_changed(office),
        back_up.hours(office),
        back_up.second_place(office),
        prove_backup.last_proof(office),
    )
