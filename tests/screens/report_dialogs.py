"""The report's page at work: its rounds, its wording, its photos, and the way to being sent."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.screens.course_dialogs import picture_course, take_way
from tests.services.office_desk import form, paper
from ttdn_desktop.desk import evidence_maker
from ttdn_desktop.domain.round import Regime
from ttdn_desktop.gui.pages.report_page import ReportPage
from ttdn_desktop.services import choose_pictures, known_rounds
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tests.screens.looked_at import Window
    from ttdn_desktop.services.office import Office

YEAR, BLOCK = 2026, "ii.4.result"
MISSED = (
    "Đón đoàn công tác tỉnh Champasak (Lào)",
    "Gặp mặt lưu học sinh Lào nhân dịp Tết cổ truyền",
)
OWN = "Quan hệ hữu nghị, hợp tác với các địa phương của Lào tiếp tục được củng cố."


def picture_report(window: Window) -> None:
    """Picture the page with everything that may stand on it, and each of its dialogs."""
    page = window.page("report", ReportPage)
    page.bench.jobs.do(lambda office: _fill(office, page), lambda _none: None)
    window.settle()
    _picture_dialogs(window, page)
    _picture_wording(window, page)
    _picture_way(window, page)


def _fill(office: Office, page: ReportPage) -> None:
    """Submit the year before and miss something in it; record and choose photos of this one."""
    with tempfile.TemporaryDirectory() as place:
        writer = page.bench.tools.report_writer(None)
        export(office, writer, YEAR - 1, None, Path(place) / "x.docx")
    for title in MISSED:
        record(office, form(title, "1.10", on=f"3/4/{YEAR - 1}"))
    maker = evidence_maker()
    photos = tuple(paper(f"ảnh {seed}.png", maker.photo(seed)) for seed in range(6))
    made = record(office, form("Đón đoàn công tác tỉnh Attapư (Lào)", "1.10", files=photos))
    wanted = [(each.id, f"Lãnh đạo tỉnh tiếp đoàn, {each.name}") for each in made.evidence]
    choose_pictures.put(office, known_rounds.yearly(office, YEAR), wanted)


def _take(window: Window, name: str, dialog: QDialog | None) -> None:
    if dialog is None:
        window.camera.fault(f"no dialog: {name}")
        return
    window.settle()
    window.camera.take(f"report-{name}", dialog)
    dialog.reject()


def _picture_dialogs(window: Window, page: ReportPage) -> None:
    links = page.round.links
    other = links.open_other()
    window.settle()
    _take(window, "round", other)
    thematic = links.open_other()
    window.settle()
    thematic.fields.kind.setCurrentIndex(thematic.fields.kind.findData(Regime.THEMATIC))
    _take(window, "round-thematic", thematic)
    _take(window, "round-this", links.open_this())
    _take(window, "missed", links.open_missed())
    _take(window, "targets", links.open_targets())
    _take(window, "pictures", links.open_pictures())
    _take(window, "word-return", page.open_return())


def _picture_wording(window: Window, page: ReportPage) -> None:
    """Write over a block, record what moves it on, and look at what is to be decided."""
    page.work.open(BLOCK)
    window.settle()
    said = page.editor.text().replace("Trong kỳ,", "Trong kỳ báo cáo,")
    page.editor.field.setPlainText(f"{said} {OWN}")
    window.camera.take("report-editor", window.shell)
    page.work.write()
    window.settle()
    for readings in ((), ("M7=2",)):
        made = form("Cung cấp thông tin về phân giới cắm mốc", "II.4", readings=readings)
        page.bench.jobs.do(partial(record, form=made), lambda _one: None)
        window.settle()
    page.offers.take_focus()
    window.settle()
    window.camera.take("report-offers", window.shell)
    bar = page.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.settle()
    window.camera.take("report-end", window.shell)


def _picture_way(window: Window, page: ReportPage) -> None:
    """Export, then picture each step to the answer and its dialog."""
    with tempfile.TemporaryDirectory() as place:
        page.choose_target = lambda _name: str(Path(place) / "BC.docx")
        page.export_report()
        window.settle()
        take_way(window, page, "exported")
        picture_course(window, page, Path(place))
    page.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
