"""What the page "Tài liệu" changes: pieces added, renamed, put to activities, binned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttdn_desktop.services import keep_evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.attach_evidence import IncomingFile
    from ttdn_desktop.services.office import Office


class EvidenceWork(QObject):
    """Each change is told in the status line; `added` gives the id of the last piece added."""

    added = Signal(str)
    document_added = Signal()
    link_added = Signal()
    document_refused = Signal(object)  # KnownError
    link_refused = Signal(object)  # KnownError
    name_refused = Signal(object)  # KnownError

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        """Work for a page."""
        super().__init__(parent)
        self._bench = bench

    def add_files(self, files: Sequence[IncomingFile]) -> None:
        """Copy files into the vault, to be put to activities later."""

        def add(office: Office, task: Task) -> tuple[Evidence, ...]:
            return keep_evidence.add_files(office, files, watch=task)

        label = self._bench.say("evidence.adding", count=len(files))
        self._bench.jobs.do_long(label, add, self._on_added)

    def add_document(self, written: str) -> None:
        """Add an official document as written."""

        def add(office: Office) -> tuple[Evidence, ...]:
            return (keep_evidence.add_document(office, written),)

        self._add(add, self.document_added.emit, self.document_refused.emit)

    def add_link(self, url: str) -> None:
        """Add a web address."""

        def add(office: Office) -> tuple[Evidence, ...]:
            return (keep_evidence.add_link(office, url),)

        self._add(add, self.link_added.emit, self.link_refused.emit)

    def rename(self, evidence_id: str, name: str, dated: date | None) -> None:
        """Give a piece another name and day."""
        self._do(
            lambda office: keep_evidence.rename(office, evidence_id, name, dated),
            self._bench.say("evidence.renamed", name=name),
            self.name_refused.emit,
        )

    def link(self, proof: Evidence, activity_id: str) -> None:
        """Put a piece to an activity."""
        self._do(
            lambda office: keep_evidence.link(office, (proof.id,), activity_id),
            self._bench.say("evidence.linked", code=proof.code),
        )

    def unlink(self, proof: Evidence, activity_id: str) -> None:
        """Take a piece off an activity."""
        self._do(
            lambda office: keep_evidence.unlink(office, proof.id, activity_id),
            self._bench.say("evidence.unlinked", code=proof.code),
        )

    def put_into_bin(self, proof: Evidence) -> None:
        """Put a piece into the bin, if it proves nothing."""
        self._do(
            lambda office: keep_evidence.put_into_bin(office, proof.id),
            self._bench.say("evidence.binned", code=proof.code),
        )

    def _add(
        self,
        add: Callable[[Office], tuple[Evidence, ...]],
        done: Callable[[], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        def finished(pieces: tuple[Evidence, ...]) -> None:
            done()
            self._on_added(pieces)

        self._bench.jobs.do(add, finished, refused=refused)

    def _do(
        self,
        change: Callable[[Office], None],
        told: str,
        refused: Callable[[KnownError], None] | None = None,
    ) -> None:
        def finished(_none: None) -> None:
            self._bench.desktop.told.emit(told, "good")

        self._bench.jobs.do(change, finished, refused=refused)

    def _on_added(self, pieces: Sequence[Evidence]) -> None:
        if pieces:
            codes = ", ".join(piece.code for piece in pieces)
            self._bench.desktop.told.emit(self._bench.say("evidence.added", codes=codes), "good")
            self.added.emit(pieces[-1].id)
