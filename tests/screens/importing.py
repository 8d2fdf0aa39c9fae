"""The import, pictured: its three steps, and the names of bodies that nobody knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.domain.listed_plan import added, altered, listed, new_task, without
from tests.screens.camera import settle
from ttdn_desktop.domain.grid import Grid, GridKind, Place
from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.task_list import Column, Problem, Severity
from ttdn_desktop.gui.body_drafts import Meaning
from ttdn_desktop.gui.dialogs.import_dialog import ImportDialog
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screens.camera import Camera
    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.ports import Pasted, Progress

STRANGE = ("Sở Quan hệ quốc tế và Hội nhập", "Hội Hữu nghị Việt Nam - Lào - Campuchia tỉnh")
MEANINGS = (Meaning.OTHER, Meaning.NEW, Meaning.SUCCESSOR)


class _Given:
    """A reader of one list, whatever file is named."""

    def read(
        self,
        source: Path | Pasted,
        known: KnownBodies,
        choice: ReadingChoice,
        watch: Progress = SILENT,
    ) -> TaskList:
        """Give it."""
        del source, known, choice, watch
        return _listed()


def picture_import(shell: QWidget, bench: Workbench, camera: Camera) -> None:
    """Go through the steps, and let each name be what it may be."""
    bench.tools, tools = replace(bench.tools, task_reader=_Given), bench.tools
    dialog = ImportDialog(shell, bench)
    dialog.show()
    settle(bench.jobs)
    camera.take("dialog-import-1", dialog)
    dialog.work.look_at(Path("danh-muc.xlsx"))
    settle(bench.jobs)
    camera.take("dialog-import-2", dialog)
    dialog.work.compare()
    settle(bench.jobs)
    camera.take("dialog-import-3", dialog)
    names = dialog.ask_names()
    if names is None:
        raise AssertionError
    for meaning in MEANINGS:
        names.pane.meanings[meaning].click()
        settle(bench.jobs)
        camera.take(f"dialog-names-{meaning}", names)
    names.reject()
    dialog.reject()
    bench.tools = tools


def _listed() -> TaskList:
    plan = shipped_plan()
    title = plan.tasks[0].title.replace("Hướng dẫn", "Chủ trì hướng dẫn")
    made = altered(listed(plan), "1.1", title=title, lead=(Assignee(STRANGE[0]),), lead_text="x")
    made = altered(made, "1.5", support=(Assignee(STRANGE[1]),), support_text=STRANGE[1])
    made = added(without(made, "3.7"), new_task("1.17", "Mở chuyên trang tiếng Lào, tiếng Khmer"))
    heads = ("TT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian")
    tasks = ((t.code, t.title, t.lead_text, t.support_text, t.period_text) for t in plan.tasks)
    grid = Grid(GridKind.SHEET, (heads, *tasks), name="Phụ lục")
    columns = (Column.CODE, Column.TASK, Column.LEAD, Column.SUPPORT, Column.PERIOD)
    doubts = ((3, Severity.WARNING), (9, Severity.NOTE))
    return replace(
        made,
        content=replace(made.content, grids=(grid,)),
        columns=dict(enumerate(columns)),
        problems=tuple(
            Problem("group_untitled", Place(GridKind.SHEET, row=row, column=1), how, {"code": "4"})
            for row, how in doubts
        ),
    )
