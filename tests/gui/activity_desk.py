"""The page "Hoạt động" on a real folder, and the ways a test works on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.gui.desks import shown
from ttdn_desktop.gui.pages.activities_page import ActivitiesPage
from ttdn_desktop.services import browse_activities, keep_draft
from ttdn_desktop.services.browse_activities import Browse

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

    Answered = Callable[[Jobs], None]


class ActivityDesk:
    """A page that has appeared, and the ways to work on it."""

    def __init__(self, qtbot: QtBot, bench: Workbench, answered: Answered) -> None:
        """Show the page."""
        self.bench = bench
        self._answered = answered
        self.told: list[tuple[str, str]] = []
        bench.desktop.told.connect(lambda sentence, tone: self.told.append((sentence, tone)))
        self.page = shown(qtbot, ActivitiesPage(bench))

    def wait(self) -> None:
        """Wait until the worker has answered."""
        self._answered(self.bench.jobs)

    def ask(self, work: Callable[[Office], Any]) -> Any:  # noqa: ANN401 (whatever is asked)
        """Ask the office something."""
        found: list[Any] = []
        self.bench.jobs.do(work, found.append)
        self.wait()
        return found[0]

    def wish(self, what: object) -> None:
        """Wish something of the page."""
        self.page.wish(what)
        self.wait()

    def type_all(self, title: str = "Tiếp đoàn Attapư", when: str = "5/3") -> None:
        """Fill in what is needed at least."""
        fields = self.page.pane.editor.fields
        fields.title.set_text(title)
        fields.when.setText(when)
        fields.items.set_codes(("1.10",))

    def record(self) -> None:
        """Press "Ghi"."""
        self.page.pane.buttons["record"].click()
        self.wait()

    def drafts(self) -> dict[str, str]:
        """Return the titles of the drafts by their keys."""
        kept = self.ask(keep_draft.all_drafts)
        return {draft.key: draft.content["title"] for draft in kept}

    def titles(self) -> list[str]:
        """Return the titles recorded."""
        rows = self.ask(lambda office: browse_activities.page(office, Browse(), 0, 100))
        return [row.title for row in rows]

    def open_first(self) -> str:
        """Select the first row, and return its id."""
        self.page.list.table.choose(0)
        self.wait()
        return str(self.page.work.at.activity_id)
