"""What went wrong, told: the environment's fault in plain words, a bug of ours as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.shell import Shell


class Mishaps(QObject):
    """Tells over the window, and the program goes on."""

    def __init__(self, shell: Shell) -> None:
        """Have nothing to tell."""
        super().__init__(shell)
        self._shell = shell
        self._is_telling_bug = False

    def tell_refusal(self, error: KnownError) -> None:
        """Say in plain words what the environment did not allow."""
        from ttdn_desktop.gui.dialogs.tell import tell  # noqa: PLC0415 (seldom needed)

        words = self._shell.words
        tell(self._shell, words, self._shell.look, words.refusal(error))

    def tell_bug(self, fault: BaseException) -> None:
        """Show what went wrong in the program, as a report that can be copied.

        What goes wrong again below that report, as each painting may, is not told again.
        """
        if self._is_telling_bug:
            return
        from ttdn_desktop.gui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415 (seldom)

        self._is_telling_bug = True
        try:
            CrashDialog(self._shell, self._shell.words, self._shell.look, fault).exec()
        finally:
            self._is_telling_bug = False
