"""The dialogs that bring something in, step by step, each as an officer meets it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.domain.listed_plan import altered, listed
from tests.services.office_desk import form
from tests.services.sheets import content, sheet
from ttdn_desktop.gui.dialogs.activity_import_dialog import ActivityImportDialog
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


def import_dialogs(owner: QWidget, bench: Workbench, settle: Callable[[], None]) -> Iterator[Taken]:
    """Yield each step with the name of its picture; `settle` waits until all is shown."""
    bench.tools = replace(bench.tools, file_reader=lambda: _read_sheet)
    yield from _activity_steps(owner, bench, settle)
    yield from _review_steps(owner, bench, settle)


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


def _reword(office: Office) -> None:
    plan = shipped_plan()
    given = listed(plan)
    for code, more in (("1.10", " và với Nhật Bản"), ("3.3", " hằng quý")):
        record(office, form("Đón đoàn công tác tỉnh Attapư", code))
        title = next(task.title for task in plan.tasks if task.code == code)
        given = altered(given, code, title=f"{title.removesuffix(title.split()[-1])}{more}")
    import_plan.adopt(office, import_plan.preview(office, given))
