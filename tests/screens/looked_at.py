"""A window at work, and what drives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.screens.camera import settle

if TYPE_CHECKING:
    from tests.screens.camera import Camera
    from ttdn_desktop.gui.session import Session
    from ttdn_desktop.gui.shell import Shell


@dataclass(frozen=True, slots=True)
class Window:
    """A window at work, and what drives it."""

    shell: Shell
    session: Session
    camera: Camera

    def settle(self) -> None:
        """Wait until everything that was asked is shown."""
        settle(self.session._jobs)  # noqa: SLF001 (the window shows nothing of its worker)
