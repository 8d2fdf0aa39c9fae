"""The form of an activity: daily fields open, the others folded; what is understood told at once.

What is wrong is told below its field when one pauses or records; sums that contradict, at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.typed_when import read_when, shown_when
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.read_form import FieldError, ReadForm, Setting, proposed_part, read_form
from ttdn_desktop.gui.widgets.activity_fields import ActivityFields
from ttdn_desktop.gui.widgets.field import Field
from ttdn_desktop.gui.widgets.more_sections import MoreSections
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.typed_when import When
    from ttdn_desktop.gui.activity_form_text import ActivityFormText
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_form import FormDesk

_AT_ONCE = frozenset({"parts_above_total"})
_WHEN_ASKED = frozenset({"title_missing", "item_missing", "date_missing"})
"""What is only told when one records: nobody has got there yet."""


class ActivityEditor(VerticalScroll):
    """`edited` with each key; not while something is being shown."""

    edited = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the form; it is filled once `offer` has said what is at hand."""
        super().__init__(ScrolledForm())
        self._bench = bench
        self._setting: Setting | None = None
        self._quiet = False
        self._told: frozenset[tuple[str, int | None]] = frozenset()
        self.fields = ActivityFields(bench)
        self.more = MoreSections(bench.look, bench.say("activity.more"))
        self.by_name: dict[str, Field] = {}
        self._build()
        self.fields.edited.connect(self._on_edited)
        self.fields.evidence.drop.accept_on(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def offer(self, desk: FormDesk) -> None:
        """Say what is at hand: items, figures, what usually fits."""
        self._setting = Setting(desk, self._bench.year, self._bench.today)
        words = {code: " ".join(each.activity_kinds) for code, each in desk.guidance.items()}
        self.fields.items.offer(desk.items, words)
        self._offer_usual()

    def text(self) -> ActivityFormText:
        """Return what was typed."""
        return self.fields.text()

    def read(self, *, served: bool = False) -> ReadForm:
        """Read what was typed."""
        if self._setting is None:
            raise RuntimeError("nothing is at hand yet")
        return read_form(self.text(), self._setting, served=served)

    def show_text(self, text: ActivityFormText, proofs: Sequence[Evidence]) -> None:
        """Show what was typed before; sections that hold something open by themselves."""
        self._quiet = True
        self._told = frozenset()
        self.fields.show_text(text, proofs)
        self.more.show_held(
            {
                "content": bool(text.content),
                "people": bool(text.partners or text.audience),
                "fundings": bool(text.fundings),
                "obstacles": bool(text.obstacles),
                "proposals": bool(text.proposals),
                "marks": text.highlight or text.good_practice,
            }
        )
        self._offer_usual()
        self._understand()
        self._complain()
        self._quiet = False
        self.verticalScrollBar().setValue(0)

    def begin(self, field: str = "title") -> None:
        """Go to a field."""
        self.by_name[field].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_errors(self, *, all_of_them: bool, served: bool = False) -> None:
        """Tell what is wrong: at a pause what was typed wrongly, when recording what lacks too."""
        self._told = frozenset(
            (each.field, each.row)
            for each in self.read(served=served).errors
            if all_of_them or each.error.key not in _WHEN_ASKED
        )
        self._complain()

    def go_to(self, error: FieldError) -> None:
        """Go to what is wrong."""
        self.more_open(error.field)
        self.begin(error.field)
        rows = self._rows().get(error.field)
        if rows is not None and error.row is not None:
            rows[error.row].setFocus()

    def more_open(self, key: str) -> None:
        """Open a folded section, where the field is in one."""
        if key in ("fundings", "obstacles", "proposals", "content"):
            self.more.set_open(key, opened=True)

    def _build(self) -> None:
        look = self._bench.look
        column = QVBoxLayout(self.widget())
        column.setContentsMargins(look.px(14), look.px(2), look.px(14), look.px(12))
        column.setSpacing(look.px(10))
        fields = self.fields
        column.addWidget(self._field("title", fields.title))
        column.addLayout(self._side_by_side("when", fields.when, "place", fields.place))
        column.addWidget(self._field("items", fields.items))
        column.addLayout(self._side_by_side("part", fields.part, "kind", fields.kind))
        column.addWidget(self._field("result", fields.result))
        column.addWidget(self._field("readings", fields.figures))
        column.addWidget(self._field("evidence", fields.evidence))
        self._build_more()
        column.addWidget(self.more)
        column.addStretch(1)
        fields.when.setPlaceholderText(self._bench.say("activity.when_hint"))
        fields.partners.setPlaceholderText(self._bench.say("activity.list_hint"))
        fields.audience.setPlaceholderText(self._bench.say("activity.list_hint"))

    def _build_more(self) -> None:
        fields, look = self.fields, self._bench.look
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._field("partners", fields.partners))
        column.addWidget(self._field("audience", fields.audience))
        marks = QWidget()
        marks.setLayout(fields.marks())
        for key, section, begin in (
            ("content", self._field("content", fields.content), fields.content.setFocus),
            ("people", people, fields.partners.setFocus),
            ("fundings", self._field("fundings", fields.fundings), fields.fundings.begin),
            ("obstacles", self._field("obstacles", fields.obstacles), fields.obstacles.begin),
            ("proposals", self._field("proposals", fields.proposals), fields.proposals.begin),
            ("marks", self._field("marks", marks), fields.highlight.setFocus),
        ):
            self.more.add(key, self._bench.say(f"activity.more.{key}"), section, begin)

    def _field(self, name: str, editor: QWidget) -> Field:
        self.by_name[name] = Field(self._bench.look, self._bench.say(f"activity.{name}"), editor)
        return self.by_name[name]

    def _side_by_side(self, left: str, one: QWidget, right: str, other: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._bench.look.px(10))
        for name, editor in ((left, one), (right, other)):
            row.addWidget(self._field(name, editor), 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_edited(self) -> None:
        if self._quiet:
            return
        self._offer_usual()
        self._understand()
        self._complain()
        self.edited.emit()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring into view what one types in, once rows that were just added have their place."""
        if new is not None and self.widget().isAncestorOf(new):
            margin = self._bench.look.px(32)
            QTimer.singleShot(0, new, lambda: self.ensureWidgetVisible(new, 0, margin))

    def _offer_usual(self) -> None:
        """Offer what usually fits the items chosen."""
        if self._setting is None:
            return
        text, desk, fields = self.text(), self._setting.desk, self.fields
        fields.kind.offer([Choice(kind, kind) for kind in desk.kinds(text.items)])
        fields.figures.offer(desk, text.items)
        fields.evidence.suggest(desk.proofs(text.items))
        fields.propose_part(proposed_part(text, desk))

    def _understand(self) -> None:
        """Say which days were understood."""
        typed, told = self.fields.when.text(), ""
        if typed.strip():
            try:
                when = read_when(typed, self._bench.year, self._bench.today)
                told = _understood(self._bench, when)
            except KnownError:
                told = ""
        self.by_name["when"].say(told)

    def _complain(self) -> None:
        """Say what is wrong and has been told, or is told at once; no more what is mended."""
        if self._setting is None:
            return
        errors = [
            each
            for each in self.read().errors
            if (each.field, each.row) in self._told or each.error.key in _AT_ONCE
        ]
        self._told = frozenset((each.field, each.row) for each in errors)
        plain = {each.field: self._sentence(each.error) for each in errors if each.row is None}
        for name, field in self.by_name.items():
            field.complain(plain.get(name, ""))
        for name, rows in (
            ("readings", self.fields.figures.rows),
            ("fundings", self.fields.fundings),
        ):
            rows.complain(
                {
                    each.row: (self._sentence(each.error), each.part)
                    for each in errors
                    if each.field == name and each.row is not None
                }
            )

    def _rows(self) -> dict[str, Sequence[QWidget]]:
        return {"readings": self.fields.figures.rows.rows, "fundings": self.fields.fundings.rows}

    def _sentence(self, error: KnownError) -> str:
        key = f"activity.wrong.{error.key}"
        words = self._bench.words
        return words.say(key, **error.facts) if words.has(key) else words.refusal(error)


def _understood(bench: Workbench, when: When) -> str:
    """Return the days that were understood, and their report's year where it is another."""
    year = plan_year(when.start.first)
    if year == bench.year:
        return f"= {shown_when(when)}"
    return bench.say("activity.other_year", when=shown_when(when), year=year)
