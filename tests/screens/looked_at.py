"""A window at work, and what drives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tests.screens.camera import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screens.camera import Camera
    from ttdn_desktop.gui.session import Session
    from ttdn_desktop.gui.shell import Shell

P = TypeVar("P", bound="QWidget")


@dataclass(frozen=True, slots=True)
class Window:
    """A window at work, and what drives it."""

    shell: Shell
    session: Session
    camera: Camera

    def settle(self) -> None:
        """Wait until everything that was asked is shown."""
        settle(self.session._jobs)  # noqa: SLF001 (the window shows nothing of its worker)

    def page(self, key: str, kind: type[P]) -> P:
        """Go to a page, and return it; it must be of the kind (TypeError)."""
        self.session._show(key)  # noqa: SLF001 (as a click in the navigation)
        self.settle()
        page = self.shell.frame.pages.currentWidget()
        if not isinstance(page, kind):
            raise TypeError(type(page))
        return page
