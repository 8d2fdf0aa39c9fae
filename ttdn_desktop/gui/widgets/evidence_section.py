"""The evidence of an activity in its form: tiles, a place to drop more, and other ways to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ttdn_desktop.gui.evidence_opening import EvidenceOpening
from ttdn_desktop.gui.widgets.evidence_adder import EvidenceAdder, Way
from ttdn_desktop.gui.widgets.evidence_drop import EvidenceDrop
from ttdn_desktop.gui.widgets.evidence_tile import EvidenceTile
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import button, label
from ttdn_desktop.services import keep_evidence
from ttdn_desktop.services.keep_evidence import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.attach_evidence import IncomingFile
    from ttdn_desktop.services.keep_evidence import EvidenceRow
    from ttdn_desktop.services.office import Office

_UNFILED_OFFERED = 300


class EvidenceSection(QWidget):
    """What is brought is recorded at once, unfiled; the form holds the ids until it is recorded.

    Where another activity is in the form by then, the piece stays unfiled, and that is told.
    """

    edited = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Hold no evidence."""
        super().__init__()
        self._bench = bench
        self._form = object()
        self._proofs: dict[str, Evidence] = {}
        self.drop = EvidenceDrop(bench)
        self.adder = EvidenceAdder(bench)
        self.hint = label("", "small", wrap=True)
        self._opening = EvidenceOpening(bench, self)
        self.tiles: list[EvidenceTile] = []
        self._pane = QWidget()
        self._flow = FlowLayout(self._pane, bench.look.px(6))
        self._build()
        self._listen()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the pieces, in the order they were brought."""
        return tuple(self._proofs)

    def show_proofs(self, proofs: Sequence[Evidence]) -> None:
        """Show the evidence of another form; what is still on its way is no longer for this one."""
        self._form = object()
        self._proofs = {proof.id: proof for proof in proofs}
        self.adder.hide()
        self._show_tiles()

    def suggest(self, usual: Sequence[str]) -> None:
        """Say what usually proves work for the items, while there is nothing yet."""
        told = self._bench.say("activity.usual_proofs", proofs="; ".join(usual)) if usual else ""
        self.hint.setText(told)
        self.hint.setVisible(bool(told) and not self._proofs)

    def _build(self) -> None:
        look = self._bench.look
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._pane.setSizePolicy(policy)
        ways = QHBoxLayout()
        ways.setSpacing(look.px(2))
        for way in Way:
            say = self._bench.say(f"activity.by_{way.value}")
            ways.addWidget(button(say, self._beginner(way), "link"))
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._pane)
        column.addWidget(self.drop)
        column.addLayout(ways)
        column.addWidget(self.adder)
        column.addWidget(self.hint)
        self._show_tiles()
        self.suggest(())

    def _listen(self) -> None:
        self.drop.files_dropped.connect(self.add_files)
        self.drop.links_dropped.connect(self._add_links)
        self.adder.typed.connect(self._add_typed)
        self.adder.picked.connect(self._add_unfiled)

    def add_files(self, files: list[IncomingFile]) -> None:
        """Copy files into the vault, for this form."""
        label_ = self._bench.say("activity.adding_files", count=len(files))

        def add(office: Office, task: Task) -> tuple[Evidence, ...]:
            return keep_evidence.add_files(office, files, watch=task)

        self._bench.jobs.do_long(label_, add, self._taker())

    def _add_links(self, urls: list[str]) -> None:
        for url in urls:
            self._add_typed(Way.LINK, url)

    def _add_typed(self, way: Way, words: str) -> None:
        def add(office: Office) -> tuple[Evidence, ...]:
            if way is Way.LINK:
                return (keep_evidence.add_link(office, words),)
            return (keep_evidence.add_document(office, words),)

        take = self._taker()

        def added(proofs: tuple[Evidence, ...]) -> None:
            self.adder.end()
            take(proofs)

        self._bench.jobs.do(add, added, refused=self._refused)

    def _refused(self, error: KnownError) -> None:
        if self.adder.isVisible():
            self.adder.complain(self._bench.words.refusal(error))
        else:
            self._bench.jobs.refused.emit(error)

    def _beginner(self, way: Way) -> Callable[[], None]:
        def begin() -> None:
            if way is Way.UNFILED:
                self._bench.jobs.ask(_unfiled, self._offer_unfiled, slot="unfiled")
            else:
                self.adder.begin(way)

        return begin

    def _offer_unfiled(self, rows: Sequence[EvidenceRow]) -> None:
        left = [row for row in rows if row.id not in self._proofs]
        if left:
            self.adder.begin(Way.UNFILED, left)
        else:
            self._bench.desktop.told.emit(self._bench.say("activity.none_unfiled"), "plain")

    def _add_unfiled(self, evidence_id: str) -> None:
        from ttdn_desktop.services.prepare_form import pieces  # noqa: PLC0415 (seldom)

        self._bench.jobs.ask(lambda office: pieces(office, (evidence_id,)), self._taker())

    def _taker(self) -> Callable[[Sequence[Evidence]], None]:
        """Return what puts pieces into the form that is shown now, if it still is by then."""
        form = self._form

        def take(proofs: Sequence[Evidence]) -> None:
            if form is not self._form:
                self._bench.desktop.told.emit(self._bench.say("activity.left_unfiled"), "warn")
                return
            self._proofs.update({proof.id: proof for proof in proofs})
            self._show_tiles()
            self.edited.emit()

        return take

    def _take_off(self, evidence_id: str) -> None:
        del self._proofs[evidence_id]
        self._show_tiles()
        self.drop.choose.setFocus()
        self.edited.emit()

    def _show_tiles(self) -> None:
        self._flow.clear()
        self.tiles = [self._tile(proof) for proof in self._proofs.values()]
        for tile in self.tiles:
            self._flow.addWidget(tile)
        self._pane.setVisible(bool(self._proofs))
        self.hint.setVisible(bool(self.hint.text()) and not self._proofs)

    def _tile(self, proof: Evidence) -> EvidenceTile:
        tile = EvidenceTile(self._bench, proof)
        tile.opened.connect(lambda: self._opening.open(proof.id, proof.kind, proof.url))
        tile.taken_off.connect(lambda: self._take_off(proof.id))
        return tile


def _unfiled(office: Office) -> tuple[EvidenceRow, ...]:
    return keep_evidence.page(office, Shelf(unfiled=True), 0, _UNFILED_OFFERED)
