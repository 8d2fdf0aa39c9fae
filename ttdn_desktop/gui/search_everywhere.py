"""The search of the top bar: items of the plan, activities and evidence, as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ttdn_desktop.domain.dates import short, shown
from ttdn_desktop.gui.models.hit_model import Hit
from ttdn_desktop.gui.widgets.search_popup import SearchPopup
from ttdn_desktop.gui.wishes import ListActivities, ListEvidence, OpenActivity, OpenItem
from ttdn_desktop.services import search_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QLineEdit

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.search_all import Found


class SearchEverywhere(QObject):
    """Asks the worker for what is typed, and opens what is chosen."""

    def __init__(self, field: QLineEdit, bench: Workbench) -> None:
        """Serve a field."""
        super().__init__(field)
        self._bench = bench
        self.popup = SearchPopup(field, bench.look, bench.say("search.found"))
        self.popup.wanted.connect(self._ask)

    def end(self) -> None:
        """Serve the field no longer."""
        self.popup.deleteLater()
        self.deleteLater()

    def _ask(self, words: str) -> None:
        def read(office: Office) -> Found:
            return search_all.search(office, words)

        def show(found: Found) -> None:
            self.popup.show_hits(words, tuple(self._hits(words, found)))

        self._bench.jobs.ask(read, show, slot="search_all")

    def _hits(self, words: str, found: Found) -> Iterator[Hit]:
        say = self._bench.say
        if found.is_empty:
            yield Hit(say("search.nothing", words=words))
        for key, hits in (
            ("items", self._items(found)),
            ("activities", self._activities(found)),
            ("evidence", self._evidence(found)),
        ):
            if hits:
                yield Hit(say(f"search.{key}"))
                yield from hits
        if found.activity_count:
            sentence = say("search.all", count=found.activity_count, words=words)
            yield Hit(sentence, run=self._opener("activities", ListActivities(search=words)))

    def _items(self, found: Found) -> list[Hit]:
        return [
            Hit(item.title, item.code, run=self._opener("tasks", OpenItem(item.code)))
            for item in found.items
        ]

    def _activities(self, found: Found) -> list[Hit]:
        return [
            Hit(row.title, row.code, shown(row.start), self._opener("activities", _open(row.id)))
            for row in found.activities
        ]

    def _evidence(self, found: Found) -> list[Hit]:
        return [
            Hit(
                row.name,
                row.code,
                short(row.dated) if row.dated else "",
                self._opener("evidence", ListEvidence(evidence_id=row.id)),
            )
            for row in found.evidence
        ]

    def _opener(self, page: str, wish: object) -> Callable[[], None]:
        return lambda: self._bench.open(page, wish)


def _open(activity_id: str) -> OpenActivity:
    return OpenActivity(activity_id)


def serve(field: QLineEdit, bench: Workbench) -> SearchEverywhere:
    """Let a field search the folder that is open now, and no longer the one before."""
    for earlier in field.findChildren(SearchEverywhere):
        earlier.end()
    return SearchEverywhere(field, bench)
