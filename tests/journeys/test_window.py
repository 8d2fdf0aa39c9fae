"""An officer's first day, in a real window with real keys and the real mouse.

First start, three activities with evidence that is dropped and pasted, the report in Word. Then
the program is killed in the middle of a word, and the draft is back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest
from docx import Document

from tests.console.process import ttdn
from tests.journeys.screen import Desk, lacking
from ttdn_desktop.files.maker import SampleEvidence

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"this machine lacks {lacking()}")

VISIT = "Don doan cong tac tinh Attapu"
COURSE = "Tap huan ky nang thong tin doi ngoai"
NEWS = "Dang tin tren Trang thong tin dien tu"


class Day(NamedTuple):
    """What a day left behind; for how many milliseconds the window was blocked, and might be."""

    folder: Path
    report: Path
    blocked: int
    allowed: int


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home that nobody lives in."""
    place = tmp_path / "home"
    place.mkdir()
    return place


def test_the_first_day_from_the_first_start_to_the_report_in_word(
    screen: str, tmp_path: Path
) -> None:
    day = _first_day(screen, tmp_path / "once")
    if day.blocked > day.allowed:
        # What keeps the window busy is ours where it does so each time, the machine's otherwise.
        day = _first_day(screen, tmp_path / "again")

    assert day.blocked <= day.allowed
    assert _recorded(day.folder) == {
        VISIT: ["anh-don-doan.png"],
        COURSE: ["Ảnh chụp"],
        NEWS: [],
    }
    assert VISIT in _words(day.report)


def test_that_what_was_typed_is_back_after_the_program_was_killed(
    screen: str, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    assert ttdn("--data", folder, "init", "--unit", "Sở Ngoại vụ").code == 0
    with Desk(screen, folder, home) as desk:
        _at_the_desk(desk)
        desk.press("ctrl+n")
        desk.wait_for("focus", "Tên hoạt động")
        desk.write("Tiep doan bao chi")
        desk.wait_for("contains Đã lưu nháp")
        desk.write(" nuoc ngoai")
        desk.kill()

    with Desk(screen, folder, home) as again:
        _at_the_desk(again)
        again.press("ctrl+3")
        typed = again.wait_for("contains Tiep doan bao chi")
        code = again.close()

    assert str(typed).startswith("Tiep doan bao chi")
    assert code == 0


def _first_day(screen: str, place: Path) -> Day:
    home = place / "home"
    home.mkdir(parents=True)
    folder, report = place / "data", place / "bao-cao.docx"
    photo, shot = _picture(place / "anh-don-doan.png", 8), _picture(place / "shot.png", 9)
    with Desk(screen, folder, home) as desk:
        _start(desk)
        desk.click("+ Ghi hoạt động")
        _fill_in(desk, VISIT, "12/11", "1.10")
        desk.drag(photo, onto="Số liệu")
        _record(desk, "A1")
        desk.press("ctrl+n")
        _fill_in(desk, COURSE, "quy II", "3.3")
        desk.copy_picture(shot)
        desk.press("ctrl+shift+v")
        desk.wait_for("contains Ảnh chụp")
        _record(desk, "A2")
        desk.press("ctrl+n")
        _fill_in(desk, NEWS, "5/3", "1.5")
        _record(desk, "A3")
        _export(desk, report)
        blocked, allowed = desk.ask("blocked")
        assert desk.close() == 0
    return Day(folder, report, blocked, allowed)


def _start(desk: Desk) -> None:
    desk.wait_for("focus", "Đơn vị")
    desk.write("so ngoai vu")
    desk.press("Return")
    desk.wait_for("focus", "Họ và tên")
    desk.write("Can bo phu trach")
    desk.press("Return")
    desk.wait_for("focus", "Thư mục dữ liệu")
    desk.press("Return")
    desk.wait_for("focus", "Số của Kế hoạch")
    desk.click("Bắt đầu làm việc")
    _at_the_desk(desk)


def _at_the_desk(desk: Desk) -> None:
    desk.wait_for("where Nhiệm vụ của đơn vị")


def _fill_in(desk: Desk, title: str, when: str, item: str) -> None:
    desk.wait_for("focus", "Tên hoạt động")
    desk.write(title)
    desk.click("Ngày")
    desk.write(when)
    desk.click("Gõ mã hoặc chữ: 1.10, doan vao…")
    desk.write(item)
    desk.press("Return")


def _record(desk: Desk, code: str) -> None:
    desk.press("ctrl+s")
    desk.wait_for(f"contains Đã ghi {code}")


def _export(desk: Desk, report: Path) -> None:
    desk.press("ctrl+5")
    desk.wait_for("where Xuất Word")
    desk.press("ctrl+e")
    desk.wait_for("where fileNameEdit")
    desk.press("ctrl+a")
    desk.write(str(report))
    desk.press("Return")
    desk.wait_for("contains Đã xuất")


def _recorded(folder: Path) -> dict[str, list[str]]:
    told = json.loads(ttdn("--data", folder, "activity", "list", "--json").out)
    return {
        each["title"]: [_shortened(piece["name"]) for piece in each["evidence"]]
        for each in told["activities"]
    }


def _shortened(name: str) -> str:
    return "Ảnh chụp" if name.startswith("Ảnh chụp") else name


def _words(report: Path) -> str:
    document = Document(str(report))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def _picture(target: Path, seed: int) -> Path:
    target.write_bytes(SampleEvidence().photo(seed))
    return target
