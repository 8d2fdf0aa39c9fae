"""Tài liệu: all evidence, what of it lies unfiled, and the way of each piece to its activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ttdn_desktop.domain import citation
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import actions, preferences
from ttdn_desktop.gui.evidence_opening import EvidenceOpening
from ttdn_desktop.gui.evidence_work import EvidenceWork
from ttdn_desktop.gui.pages.page import GAP, Page
from ttdn_desktop.gui.widgets.adding_line import AddingLine
from ttdn_desktop.gui.widgets.document_fields import known_fields
from ttdn_desktop.gui.widgets.evidence_drop import EvidenceDrop
from ttdn_desktop.gui.widgets.evidence_list import EvidenceList
from ttdn_desktop.gui.widgets.evidence_preview import EvidencePreview
from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.gui.wishes import ListEvidence, OpenActivity
from ttdn_desktop.services import show_evidence
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from ttdn_desktop.domain.shelf import EvidenceRow
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_evidence import Piece

_SPLIT = "evidence"
_SHARES = (5, 3)


class EvidencePage(Page):
    """The list at the left, the chosen piece at the right; the whole page takes drops."""

    topics = frozenset({Topic.EVIDENCE, Topic.ACTIVITIES})

    def __init__(self, bench: Workbench) -> None:
        """Build the page; it is filled when it appears."""
        super().__init__(bench)
        self.list = EvidenceList(bench)
        self.preview = EvidencePreview(bench)
        self.drop = EvidenceDrop(bench)
        self.document = AddingLine(bench, "document", self._understood)
        self.link = AddingLine(bench, "web", lambda _typed: "")
        self.opening = EvidenceOpening(bench, self)
        self.work = EvidenceWork(bench, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build_head()
        self._build_body()
        self._listen()

    def refresh(self) -> None:
        """Read the list anew, and the piece looked at with it."""
        self.list.filters.retitle_year()
        self.list.refresh()

    def wish(self, what: object) -> None:
        """Show the evidence that is wished for."""
        if isinstance(what, ListEvidence):
            shelf = Shelf(search=what.search, unfiled=what.unfiled)
            self.list.look_at(shelf, what.evidence_id)
            self.list.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Begin in the list, but where the whole window comes back."""
        super().showEvent(event)
        if not event.spontaneous():
            self.list.table.setFocus()

    def _build_head(self) -> None:
        say = self.bench.say
        self.title.setText(say("evidence.title"))
        self.actions_row.setSpacing(self.bench.look.px(8))
        for key, run in (
            ("add_files", self.drop.choose_files),
            ("add_document", self._begin_document),
            ("add_link", self._begin_link),
        ):
            self.actions_row.addWidget(button(say(f"evidence.{key}"), run))

    def _build_body(self) -> None:
        look = self.bench.look
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(GAP))
        self.drop.choose.hide()
        for widget in (self.document, self.link):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.drop)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.preview)
        self._splitter.setChildrenCollapsible(False)
        for number, share in enumerate(_SHARES):
            self._splitter.setStretchFactor(number, share)
        self._splitter.setSizes([look.px(100 * share) for share in _SHARES])
        preferences.remember_split(_SPLIT, self._splitter)
        self.body.addWidget(self._splitter, 1)

    def _listen(self) -> None:
        self.list.chosen.connect(self._look_at)
        self.list.opened.connect(lambda row: self.opening.open(row.id, row.kind, row.url))
        self.list.counted.connect(self._count)
        self.list.filled.connect(self.filled)
        self._listen_to_adding()
        self._listen_to_preview()
        for key, run in (
            ("attach", self.drop.choose_files),
            ("paste_evidence", self._paste),
            ("find", self.list.filters.words.setFocus),
            ("bin", lambda: self._act("bin")),
        ):
            made = actions.action(self, key, self.bench.words, run)
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _listen_to_adding(self) -> None:
        work, words = self.work, self.bench.words
        self.drop.accept_on(self)
        self.drop.files_dropped.connect(work.add_files)
        self.drop.links_dropped.connect(self._add_links)
        self.document.added.connect(work.add_document)
        self.link.added.connect(work.add_link)
        for line in (self.document, self.link):
            line.left.connect(self.list.table.setFocus)
        work.document_added.connect(self.document.end)
        work.link_added.connect(self.link.end)
        work.document_refused.connect(lambda error: self.document.say_wrong(words.refusal(error)))
        work.link_refused.connect(self._refuse_link)
        work.added.connect(lambda added: self.list.look_at(Shelf(), added))

    def _listen_to_preview(self) -> None:
        preview, work = self.preview, self.work
        proven = preview.proven
        preview.wanted.connect(self._act)
        preview.naming.renamed.connect(work.rename)
        work.name_refused.connect(preview.naming.say_wrong)
        proven.open_wanted.connect(lambda each: self.bench.open("activities", OpenActivity(each)))
        proven.link_wanted.connect(self._link)
        proven.unlink_wanted.connect(self._unlink)

    def _count(self, count: int) -> None:
        self.subtitle.setText(self.bench.say("evidence.count", count=grouped(count)))

    def _look_at(self, row: EvidenceRow | None) -> None:
        if row is None:
            self.preview.show_nothing()
            return
        evidence_id = row.id

        def read(office: Office) -> Piece:
            return show_evidence.piece(office, evidence_id)

        self.bench.jobs.ask(read, self.preview.show_piece, slot="evidence_piece")

    def _act(self, key: str) -> None:
        proof = self.preview.proof
        if proof is None:
            return
        if key == "open":
            self.opening.open(proof.id, proof.kind, proof.url)
        elif key == "save":
            self.opening.save(proof)
        elif key == "folder":
            self.opening.show_folder(proof)
        else:
            self.work.put_into_bin(proof)

    def _link(self, activity_id: str) -> None:
        if self.preview.proof is not None:
            self.work.link(self.preview.proof, activity_id)

    def _unlink(self, activity_id: str) -> None:
        if self.preview.proof is not None:
            self.work.unlink(self.preview.proof, activity_id)

    def _add_links(self, urls: Sequence[str]) -> None:
        for url in urls:
            self.work.add_link(url)

    def _paste(self) -> None:
        if not self.drop.paste():
            self.bench.desktop.told.emit(self.bench.say("evidence.nothing_to_paste"), "warn")

    def _refuse_link(self, error: KnownError) -> None:
        """Say it beside the line it was typed into; a dropped address had no line."""
        if self.link.isVisible():
            self.link.say_wrong(self.bench.words.refusal(error))
        else:
            self.bench.jobs.refused.emit(error)

    def _begin_document(self) -> None:
        self.link.hide()
        self.document.begin()

    def _begin_link(self) -> None:
        self.document.hide()
        self.link.begin()

    def _understood(self, typed: str) -> str:
        """Return how a document will be read, field by field; what is wrong with its day."""
        if not typed.strip():
            return self.bench.say("evidence.document.hint")
        try:
            reference = citation.parse_reference(typed)
        except KnownError as error:
            return self.bench.words.refusal(error)
        say = self.bench.say
        return " · ".join(
            say("evidence.field", name=say(f"evidence.document.{key}"), text=text)
            for key, text in known_fields(reference).items()
            if text
        )
