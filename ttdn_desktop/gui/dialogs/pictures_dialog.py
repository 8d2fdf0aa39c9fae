"""Ảnh trong báo cáo: which photos annex IV prints, in what order, under which captions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from ttdn_desktop.gui import picture
from ttdn_desktop.gui.dialogs.writing_dialog import WritingDialog
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.photo_model import PhotoModel
from ttdn_desktop.gui.small_photos import SmallPhotos
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.gui.widgets.picture_pane import PicturePane
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import choose_pictures, copy_evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.gui.picture import Picture
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.choose_pictures import PictureChoice
    from ttdn_desktop.services.office import Office

WIDTH, HEIGHT = 900, 560
SMALL, ROOM = (72, 48), 8
"""The box of a small picture in the list, and the room around it."""


class PicturesDialog(WritingDialog):
    """What is ticked is printed, in the order of the list."""

    def __init__(self, parent: QWidget | None, bench: Workbench, asked: Round) -> None:
        """Ask for the photos of a round."""
        super().__init__(parent, bench, bench.say("rounds.pictures"), width=WIDTH)
        self._asked = asked
        self._rows: list[PictureChoice] = []
        self._captions: dict[str, str] = {}
        self.model: PhotoModel[PictureChoice] = PhotoModel(self._columns(), bench.look, _key)
        self.table = Table(self.model, bench.look, bench.say("rounds.pictures"))
        box = QSize(bench.look.px(SMALL[0]), bench.look.px(SMALL[1]))
        self.table.setIconSize(box)
        self.table.verticalHeader().setDefaultSectionSize(box.height() + bench.look.px(ROOM))
        self.small = SmallPhotos(bench, self, box)
        self.small.ready.connect(self.model.put)
        self.finished.connect(self.small.stop)
        self.picture = PicturePane(bench.look, bench.say("rounds.pictures"))
        self.caption = QLineEdit()
        self.up = button(bench.say("rounds.up"), lambda: self.move_row(-1))
        self.down = button(bench.say("rounds.down"), lambda: self.move_row(1))
        self._build()
        self.table.chosen.connect(self._show_row)
        self.caption.textEdited.connect(self._keep_caption)
        bench.jobs.ask(lambda office: choose_pictures.of_round(office, asked), self._show)

    def move_row(self, by: int) -> None:
        """Print the chosen photo earlier or later."""
        now = self.table.chosen_row()
        then = now + by
        if 0 <= now < len(self._rows) and 0 <= then < len(self._rows):
            self._rows[now], self._rows[then] = self._rows[then], self._rows[now]
            self._set_rows(self.model.keys())
            self.table.choose(then)

    def work(self) -> Callable[[Office], str]:
        """Return what has annex IV print what is ticked."""
        wanted = [(key, self._captions[key]) for key in self.model.keys()]  # noqa: SIM118 (no dict)
        asked = self._asked
        told = self.bench.say("rounds.pictures_written", count=len(wanted))

        def put(office: Office) -> str:
            choose_pictures.put(office, asked, wanted)
            return told

        return put

    def _columns(self) -> tuple[TableColumn[PictureChoice], ...]:
        say = self.bench.say
        return (
            TableColumn(title=say("rounds.code"), text=lambda row: row.evidence.code, width=168),
            TableColumn(
                title=say("rounds.caption"),
                text=lambda row: self._captions[row.evidence.id],
                tip=lambda row: row.evidence.name,
            ),
        )

    def _build(self) -> None:
        say, look = self.bench.say, self.bench.look
        self.add_text(say("rounds.pictures_why"), "quiet")
        for move, keys, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            sequence = QKeySequence(keys)
            QShortcut(sequence, self, partial(self.move_row, by))
            move.setToolTip(sequence.toString(QKeySequence.SequenceFormat.NativeText))
        left, right = QVBoxLayout(), QVBoxLayout()
        moves = QHBoxLayout()
        for each in (self.up, self.down):
            moves.addWidget(each)
        moves.addStretch(1)
        left.addWidget(self.table, 1)
        left.addLayout(moves)
        right.addWidget(self.picture, 1)
        right.addWidget(NamedField(look, say("rounds.caption"), self.caption))
        panes = QHBoxLayout()
        panes.setSpacing(look.px(16))
        panes.addLayout(left, 3)
        panes.addLayout(right, 2)
        self.body.addLayout(panes, 1)
        self.finish(say("rounds.write"))
        self.grow(WIDTH, HEIGHT)

    def _show(self, found: Sequence[PictureChoice]) -> None:
        self._rows = list(found)
        self._captions = {_key(each): each.caption for each in found}
        self._set_rows([_key(each) for each in found if each.chosen])
        self.caption.setEnabled(bool(found))
        self.small.read([_key(each) for each in found], self.devicePixelRatioF())
        if found:
            self.table.choose(0)
            self.table.setFocus()
        else:
            self.picture.show_tile(self.bench.say("rounds.no_pictures"))

    def _set_rows(self, ticked: Sequence[str]) -> None:
        self.model.set_rows(self._rows)
        for number, row in enumerate(self._rows):
            if _key(row) in ticked:
                self.model.toggle(row, self.model.index(number, 0))

    def _show_row(self, number: int) -> None:
        row = self.model.row_at(number)
        if row is None:
            return
        self.caption.setText(self._captions[_key(row)])
        self.caption.setCursorPosition(0)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < len(self._rows) - 1)
        self.picture.show_tile(row.evidence.name)
        identity = row.evidence.id

        def read(office: Office) -> Picture:
            with copy_evidence.read(office, identity) as stream:
                return picture.load(stream)

        self.bench.jobs.ask(read, self._take, slot="report_picture", refused=self.refuse)

    def _take(self, found: Picture) -> None:
        if found.image.isNull():
            self.picture.note.setText(self.bench.say(f"evidence.picture.{found.trouble}"))
        else:
            self.picture.show_picture(found.image)

    def _keep_caption(self, text: str) -> None:
        number = self.table.chosen_row()
        if (row := self.model.row_at(number)) is not None:
            self._captions[_key(row)] = text
            self.model.dataChanged.emit(self.model.index(number, 1), self.model.index(number, 1))


def _key(row: PictureChoice) -> str:
    return row.evidence.id
