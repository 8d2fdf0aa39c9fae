"""Phiếu trình: one page beside a bản trình, in a file and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.desk import report_files, report_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.write_slip import write_slip

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


def _written(office: Office, target: Path) -> int:
    return write_slip(office, report_writer(), asked_round(office, 2026, None), target)


def test_that_the_slip_says_what_is_submitted_and_leaves_room(
    office: Office, tmp_path: Path
) -> None:
    record(office, form("Đón đoàn"))
    made = export(office, report_writer(), 2026, None, tmp_path / "x.docx")
    target = tmp_path / "phiếu.docx"
    assert _written(office, target) == 1
    with target.open("rb") as stream:
        texts = [each.text for each in report_files().read(stream).paragraphs]
    whole = "\n".join(texts)
    assert "PHIẾU TRÌNH" in texts
    assert f"(bản trình lần 1, mã {made.code})" in whole
    assert "gửi chậm nhất ngày 14/12/2026" in whole
    assert "01 hoạt động thuộc" in whole
    assert "Lê Thị Hoa" in texts
    assert sum(text.startswith("…") for text in texts) >= 4
    assert "Số:" not in whole
    assert {each.name for each in tmp_path.iterdir()} == {"data", "x.docx", "phiếu.docx"}


def test_that_there_is_no_slip_before_a_submission(office: Office, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="issue_nothing_exported"):
        _written(office, tmp_path / "phiếu.docx")
    assert not (tmp_path / "phiếu.docx").exists()


def test_that_a_place_that_cannot_be_written_is_said(office: Office, tmp_path: Path) -> None:
    export(office, report_writer(), 2026, None, tmp_path / "x.docx")
    with pytest.raises(KnownError, match="target_unwritable"):
        _written(office, tmp_path / "không có" / "phiếu.docx")
    with pytest.raises(KnownError, match="target_inside_data"):
        _written(office, office.store.folder.root / "phiếu.docx")
