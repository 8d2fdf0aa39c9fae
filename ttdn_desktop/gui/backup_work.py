"""What the backup keeper asks of the worker; its services are loaded when it first asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from ttdn_desktop.domain.backup import Reason
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.services.back_up import BackedUp
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.prove_backup import Proof


@immutable
class Due:
    """What should be done now."""

    backup: bool
    proof: bool


def due(office: Office) -> Due:
    """Tell whether a backup is due, or the trial of the latest."""
    from ttdn_desktop.services import back_up, prove_backup  # noqa: PLC0415 (seldom needed)

    backup = back_up.due(office) or back_up.second_due(office)
    return Due(backup, not backup and prove_backup.proof_due(office))


def has_changed(office: Office) -> bool:
    """Tell whether anything was recorded since the latest backup."""
    from ttdn_desktop.services import back_up  # noqa: PLC0415 (seldom needed)

    return back_up.has_changed(office)


def by_interval(office: Office, task: Task) -> BackedUp:
    """Back up because it is time."""
    from ttdn_desktop.domain.backup import Reason  # noqa: PLC0415 (seldom needed)

    return _backed_up(office, task, Reason.INTERVAL)


def before_leaving(office: Office, task: Task) -> BackedUp:
    """Back up because the window is being left."""
    from ttdn_desktop.domain.backup import Reason  # noqa: PLC0415 (seldom needed)

    return _backed_up(office, task, Reason.EXIT)


def prove(office: Office, task: Task) -> Proof:
    """Restore the latest backup on trial."""
    from ttdn_desktop.services import prove_backup  # noqa: PLC0415 (seldom needed)

    return prove_backup.prove(office, task)


def _backed_up(office: Office, task: Task, reason: Reason) -> BackedUp:
    from ttdn_desktop.services import back_up  # noqa: PLC0415 (seldom needed)

    return back_up.back_up(office, task, reason=reason)
