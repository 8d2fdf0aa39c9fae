"""The page of the layout check with a file that has faults, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.desks import wait_until_answered
from tests.word.check.file import sound
from tests.word.check.planting import section, sized, worded
from ttdn_desktop.gui.widgets.finding_list import TABS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.pages.format_page import FormatPage


MARGIN, SIZE, ORDER = "margin_left", "body_size", "section_order"
"""The faults of the file, as they stand in it; all but the last can be put right."""


def faulty_file(path: Path) -> Path:
    """Store a report with a narrow margin, small prose and a section number left out."""
    file = sound()
    section(0, "pgMar", left="567")(file)
    sized("Sở Ngoại vụ báo cáo", "20")(file)
    worded("II. PHƯƠNG", "III. PHƯƠNG HƯỚNG")(file)
    return file.store(path)


def checked(qtbot: QtBot, page: FormatPage, path: Path) -> None:
    """Check a file and wait for what is found."""
    page.check(path)
    wait_until_answered(qtbot, page.bench.jobs)


def rules(page: FormatPage) -> list[str]:
    """Return the rules in the table, from its top."""
    model = page.list.model
    rows = (model.row_at(number) for number in range(model.rowCount()))
    return [row.rule for row in rows if row]


def show_tab(page: FormatPage, tab: str) -> None:
    """Show one tab."""
    page.list.tabs.setCurrentIndex(TABS.index(tab))
