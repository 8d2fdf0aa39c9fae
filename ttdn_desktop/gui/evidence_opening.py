"""Looking at evidence outside the window: a copy by the system's program, or a copy to keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.services import copy_evidence

if TYPE_CHECKING:
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


class EvidenceOpening(QObject):
    """Opens, saves and shows; the vault's own files are never handed out."""

    def __init__(self, bench: Workbench, owner: QWidget) -> None:
        """Work for a page."""
        super().__init__(owner)
        self._bench, self._owner = bench, owner
        self._kept: dict[str, Path] = {}

    def open(self, evidence_id: str, kind: EvidenceKind, url: str = "") -> None:
        """Open a copy of a file, or a web address; an official document has nothing to open."""
        if kind is EvidenceKind.LINK:
            self._hand_over(QUrl(url))
        elif kind is EvidenceKind.FILE:

            def copy(office: Office) -> Path:
                return copy_evidence.temporary_copy(office, evidence_id)

            self._bench.jobs.ask(copy, self._open_copy)

    def save(self, proof: Evidence) -> None:
        """Ask where, and save a copy under its own name."""
        title = self._bench.say("evidence.save_title")
        usual = Path(_documents()) / copy_evidence.own_name(proof)
        chosen, _kind = QFileDialog.getSaveFileName(self._owner, title, str(usual))
        if not chosen:
            return

        def copy(office: Office) -> tuple[str, Path]:
            return proof.id, copy_evidence.copy_out(office, proof.id, Path(chosen))

        self._bench.jobs.ask(copy, self._remember)

    def kept_copy(self, evidence_id: str) -> Path | None:
        """Return where a copy has been saved since the program was started."""
        return self._kept.get(evidence_id)

    def show_folder(self, proof: Evidence) -> None:
        """Show the folder of a saved copy; one that is not there yet is saved first."""
        place = self._kept.get(proof.id)
        if place is None:
            self.save(proof)
        else:
            self._hand_over(QUrl.fromLocalFile(str(place.parent)))

    def _remember(self, saved: tuple[str, Path]) -> None:
        evidence_id, place = saved
        self._kept[evidence_id] = place
        self._bench.desktop.told.emit(self._bench.say("evidence.saved", place=place), "good")

    def _open_copy(self, copy: Path) -> None:
        self._hand_over(QUrl.fromLocalFile(str(copy)))

    def _hand_over(self, url: QUrl) -> None:
        if not QDesktopServices.openUrl(url):
            self._bench.desktop.told.emit(self._bench.say("evidence.no_program"), "warn")


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
