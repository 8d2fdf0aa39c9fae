"""original · numbered · edited · unknown, and where: whoever has saved the file since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from tests.word.resaved import DOCUMENT, resaved
from tests.word.sample_report import Made
from ttdn_desktop.desk import report_files, report_writer
from ttdn_desktop.domain.word_lines import Spot, Where
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.issue_report import Numbered, issue
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.verify_report import Verdict, Verified, verify

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

ROOM = "Số:        /BC-SNgV"
DAY = "ngày      tháng 12 năm 2026"


@pytest.fixture
def report(office: Office, tmp_path: Path) -> Path:
    """Return a bản trình with an activity in it."""
    record(office, form("Đón đoàn đại biểu tỉnh Attapư", "1.10", readings=("D1=1",)))
    place = tmp_path / "báo cáo.docx"
    export(office, report_writer(), 2026, None, place)
    return place


def _verify(office: Office, place: Path) -> Verified:
    return verify(office, report_files(), place)


def _changed(report: Path, *changes: tuple[str, str]) -> Path:
    place = report.with_name("lại.docx")
    place.write_bytes(resaved(report.read_bytes(), *changes).getvalue())
    return place


def _number(office: Office) -> Path:
    asked, given = asked_round(office, 2026, None), Numbered(number="05", dated=date(2026, 12, 1))
    return issue(office, report_writer(), report_files(), asked, given).file


def test_that_the_very_bytes_are_original(office: Office, report: Path) -> None:
    found = _verify(office, report)
    assert (found.verdict, found.differences) == (Verdict.ORIGINAL, ())
    issued = _verify(office, _number(office))
    assert (issued.verdict, issued.code) == (Verdict.ORIGINAL, found.code)


def test_that_a_package_made_anew_is_original(office: Office, report: Path) -> None:
    assert _verify(office, _changed(report)).verdict is Verdict.ORIGINAL


def test_that_runs_breaks_and_blanks_are_no_change(office: Office, report: Path) -> None:
    cut = "Đón</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> đoàn\u00a0đại"
    again = _changed(
        report, ("đón đoàn đại", cut.lower()), ("BÁO CÁO", "BÁO</w:t><w:tab/><w:t> CÁO")
    )
    assert _verify(office, again).verdict is Verdict.ORIGINAL


def test_that_number_day_and_signer_typed_in_word_are_numbered(
    office: Office, report: Path
) -> None:
    text = Made(report.read_bytes()).part(DOCUMENT).decode()
    mark = text[: text.index("closing_signer")].rindex("<w:bookmarkStart")
    start = text[mark : text.index("/>", mark) + 2]
    again = _changed(
        report,
        (ROOM, "Số: 05/BC-SNgV"),
        (DAY, "ngày 05 tháng 01 năm 2027"),
        (start, f"{start}<w:r><w:t>Nguyễn Văn A</w:t></w:r>"),
        ("Báo cáo số      /BC-SNgV ngày      tháng", "Báo cáo số 05/BC-SNgV ngày 05 tháng"),
    )
    found = _verify(office, again)
    assert found.verdict is Verdict.NUMBERED
    told = [(each.where.spot, each.after) for each in found.differences]
    assert (Spot.NUMBER, "Số: 05/BC-SNgV") in told
    assert (Spot.SIGNER, "Nguyễn Văn A") in told or (Spot.CLOSING, "Nguyễn Văn A") in told
    assert len(told) == 4


def test_that_an_edition_saved_by_word_is_original(office: Office, report: Path) -> None:
    frozen = _number(office)
    again = report.with_name("lại.docx")
    again.write_bytes(resaved(frozen.read_bytes()).getvalue())
    assert _verify(office, again).verdict is Verdict.ORIGINAL


def test_that_an_edition_whose_number_was_changed_is_not_the_original(
    office: Office, report: Path
) -> None:
    again = report.with_name("lại.docx")
    changed = resaved(_number(office).read_bytes(), ("Số: 05/BC-SNgV", "Số: 06/BC-SNgV"))
    again.write_bytes(changed.getvalue())
    found = _verify(office, again)
    assert found.verdict is Verdict.NUMBERED
    assert "Số: 06/BC-SNgV" in [each.after for each in found.differences]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ROOM, "Số: 05/BC-STC"),
        (DAY, "ngày 05 tháng 01 năm 2027, bản sao"),
        ("Quảng Ngãi, n", "Huế, n"),
    ],
)
def test_that_another_symbol_or_place_is_an_edit(
    office: Office, report: Path, before: str, after: str
) -> None:
    assert _verify(office, _changed(report, (before, after))).verdict is Verdict.EDITED


def test_that_an_edited_sentence_is_told_with_its_place(office: Office, report: Path) -> None:
    again = _changed(report, ("đón đoàn đại", "tiễn đoàn đại"))
    found = _verify(office, again)
    assert found.verdict is Verdict.EDITED
    (only,) = found.differences
    assert only.where == Where(Spot.SECTION, "II.1.10")
    assert "Sở đã đón đoàn đại biểu tỉnh Attapư." in only.before
    assert only.after == only.before.replace("đã đón", "đã tiễn")


def test_that_an_edited_row_an_added_and_a_removed_paragraph_are_told(
    office: Office, report: Path
) -> None:
    text = Made(report.read_bytes()).part(DOCUMENT).decode()
    place = text.index("III. ĐÁNH GIÁ CHUNG")
    heading = text[text.rindex("<w:p>", 0, place) : text.index("</w:p>", place) + 6]
    cell = "Phụ lục I<"
    row = text.index("Đón đoàn đại biểu tỉnh Attapư", text.index(cell))
    whole = text[text.rindex("<w:tr>", 0, row) : text.index("</w:tr>", row)]
    again = _changed(
        report,
        (heading, "<w:p><w:r><w:t>Đoạn mới.</w:t></w:r></w:p>"),
        (whole, whole.replace("Attapư", "Champasak")),
        ("- Như trên;", "- Như kính gửi;"),
    )
    found = _verify(office, again)
    told = {(each.where.spot, each.before, each.after) for each in found.differences}
    assert (Spot.CLOSING, "- Như trên;", "- Như kính gửi;") in told
    assert any(spot is Spot.ROW and "Champasak" in after for spot, _, after in told)
    assert any(after == "Đoạn mới." for _, _, after in told)
    rows = [each.where for each in found.differences if each.where.spot is Spot.ROW]
    assert rows == [Where(Spot.ROW, "Phụ lục I", "A1")]


def test_that_another_folders_report_and_a_plain_file_are_unknown(
    office: Office, report: Path
) -> None:
    content = report.read_bytes()
    code = _verify(office, report).code or ""
    other = report.with_name("khác.docx")
    made = Made(content).part("docProps/custom.xml")
    moved = resaved(content, moved={"docProps/custom.xml": "docProps/gone.xml"})
    other.write_bytes(moved.getvalue())
    assert code.encode() in made
    assert _verify(office, other) == Verified(Verdict.UNKNOWN, None)


def test_that_what_cannot_be_read_is_said(office: Office, report: Path) -> None:
    with pytest.raises(KnownError, match="file_unreadable"):
        _verify(office, report.with_name("không có.docx"))
    damaged = report.with_name("hỏng.docx")
    damaged.write_bytes(b"PK")
    with pytest.raises(KnownError, match="word_unreadable"):
        _verify(office, damaged)


def test_that_without_the_kept_file_nothing_is_claimed(office: Office, report: Path) -> None:
    again = _changed(report)
    for kept in office.store.folder.editions.iterdir():
        kept.write_bytes(b"other")
    with pytest.raises(KnownError, match="kept_report_damaged"):
        _verify(office, again)
