"""The dialogs that bring something in, step by step, each as an officer meets it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.domain.listed_plan import added, altered, listed, new_task, without
from tests.services.office_desk import form
from tests.services.sheets import content, sheet
from ttdn_desktop.domain.grid import Grid, GridKind, Place
from ttdn_desktop.domain.task_list import Column, Problem
from ttdn_desktop.gui.dialogs.activity_import_dialog import ActivityImportDialog
from ttdn_desktop.gui.dialogs.import_dialog import ImportDialog
from ttdn_desktop.gui.dialogs.review_dialog import ReviewDialog
from ttdn_desktop.gui.widgets.review_ways import Way
from ttdn_desktop.services import import_plan
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from ttdn_desktop.domain.grid import FileContent
    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Pasted, Progress

    Taken = tuple[str, QDialog]

SHEET = sheet(
    ("SỔ THEO DÕI HOẠT ĐỘNG THÔNG TIN ĐỐI NGOẠI",),
    ("TT", "Tên hoạt động", "Nhiệm vụ", "Thời gian", "Vai trò", "Số liệu", "Người theo dõi"),
    ("1", "Đón đoàn công tác tỉnh Attapư (Lào)", "1.10", "5-7/3", "", "Đoàn vào: 1", "Hoa"),
    ("2", "Họp báo giới thiệu Năm Du lịch quốc gia", "9.9", "31/02", "", "Đoàn lạ: 1", "Hoa"),
    ("3", "Tập huấn nghiệp vụ thông tin đối ngoại", "3.3; II.1", "quý II", "tham gia", "", ""),
    ("4", "Đăng tin trên Cổng thông tin điện tử", "1.1", "tháng 5", "giúp việc", "", "Nam"),
    ("5", "Đón đoàn công tác tỉnh Attapư (Lào)", "1.10", "5-7/3", "", "Đoàn vào: 1", "Hoa"),
)


class _Lists:
    """Gives a list with something doubtful in it, whatever is read."""

    def read(
        self,
        source: Path | Pasted,
        known: KnownBodies,
        choice: ReadingChoice,
        watch: Progress = SILENT,
    ) -> TaskList:
        """Give it."""
        del source, known, choice, watch
        return _doubtful()


def import_dialogs(owner: QWidget, bench: Workbench, settle: Callable[[], None]) -> Iterator[Taken]:
    """Yield each step with the name of its picture; `settle` waits until all is shown."""
    bench.tools = replace(bench.tools, task_reader=_Lists, file_reader=lambda: _read_sheet)
    yield from _plan_steps(owner, bench, settle)
    yield from _activity_steps(owner, bench, settle)
    yield from _review_steps(owner, bench, settle)


def _plan_steps(owner: QWidget, bench: Workbench, settle: Callable[[], None]) -> Iterator[Taken]:
    dialog = ImportDialog(owner, bench)
    yield "import-1", dialog
    dialog.source.path.setText("Danh mục nhiệm vụ.xlsx")
    dialog.source.path.returnPressed.emit()
    settle()
    yield "import-2", dialog
    dialog.forth.click()
    settle()
    yield "import-3", dialog


def _activity_steps(
    owner: QWidget, bench: Workbench, settle: Callable[[], None]
) -> Iterator[Taken]:
    dialog = ActivityImportDialog(owner, bench)
    yield "activity-import-1", dialog
    dialog.source.path.setText("Sổ hoạt động.xlsx")
    dialog.source.path.returnPressed.emit()
    settle()
    yield "activity-import-2", dialog


def _review_steps(owner: QWidget, bench: Workbench, settle: Callable[[], None]) -> Iterator[Taken]:
    bench.jobs.do(_reword, lambda _none: None)
    settle()
    dialog = ReviewDialog(owner, bench)
    settle()
    yield "review-1", dialog
    dialog.pane.ways.buttons[Way.SPLIT].click()
    dialog.settle()
    settle()
    yield "review-2", dialog


def _read_sheet(
    source: Path | Pasted, sheet: str | None = None, watch: Progress = SILENT
) -> FileContent:
    del source, sheet, watch
    return content(SHEET)


def _doubtful() -> TaskList:
    plan = shipped_plan()
    title = "Hướng dẫn xây dựng hệ thống dữ liệu quảng bá hình ảnh của tỉnh trên mạng"
    given = altered(listed(plan), "1.1", title=title)
    given = added(without(given, "3.7"), new_task("1.17", "Mở chuyên trang tiếng Lào"))
    rows = (("TT", "Nhiệm vụ"), *((task.code, task.title) for task in plan.tasks))
    place = Place(GridKind.SHEET, row=3, column=1)
    return replace(
        given,
        problems=(Problem("group_missing", place, facts={"code": "4"}),),
        content=replace(given.content, grids=(Grid(GridKind.SHEET, rows, name="Phụ lục"),)),
        columns={0: Column.CODE, 1: Column.TASK},
    )


def _reword(office: Office) -> None:
    plan = shipped_plan()
    given = listed(plan)
    for code, more in (("1.10", " và với Nhật Bản"), ("3.3", " hằng quý")):
        record(office, form("Đón đoàn công tác tỉnh Attapư", code))
        title = next(task.title for task in plan.tasks if task.code == code)
        given = altered(given, code, title=f"{title.removesuffix(title.split()[-1])}{more}")
    import_plan.adopt(office, import_plan.preview(office, given))
