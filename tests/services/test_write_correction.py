"""The draft of a công văn đính chính: from an issued report to a sound file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.desk import format_checker, report_files, report_writer
from ttdn_desktop.domain.report_correction import Correction
from ttdn_desktop.domain.signing import Signer, SignForm
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_report_options, keep_signers
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.issue_report import Numbered, issue
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.send_report import Sending, send
from ttdn_desktop.services.steps_ahead import to_correct
from ttdn_desktop.services.write_correction import write_correction

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.edition import Edition
    from ttdn_desktop.services.office import Office

DAY = date(2026, 12, 1)
WRONG = Correction("trang 2, mục II", "BÁO CAÓ", "BÁO CÁO")


@pytest.fixture
def edition(office: Office, tmp_path: Path) -> Edition:
    """Return the report of 2026 as issued."""
    export(office, report_writer(), 2026, None, tmp_path / "x.docx")
    given = Numbered(number="45", dated=DAY)
    asked = asked_round(office, 2026, None)
    return issue(office, report_writer(), report_files(), asked, given).edition


def _write(office: Office, edition: Edition, target: Path, *given: Correction) -> Document:
    asked = asked_round(office, 2026, None)
    return write_correction(office, report_writer(), asked, edition, given or (WRONG,), target)


def test_that_the_letter_has_nothing_that_the_checker_finds(
    office: Office, edition: Edition, tmp_path: Path
) -> None:
    keep_report_options.save(
        office, replace(keep_report_options.current(office), drafter="VP", addressed=False)
    )
    keep_signers.save(office, Signer(name="Trần Thị B", title="Phó Giám đốc", form=SignForm.DEPUTY))
    for name in ("Sở Văn hóa, Thể thao và Du lịch", "Ban Tuyên giáo Tỉnh ủy; Sở Nội vụ"):
        send(office, edition.id, Sending(recipient=name, sent_on=DAY))
    target = tmp_path / "đính chính.docx"
    made = _write(office, edition, target, WRONG, replace(WRONG, printed=""))
    assert made.head.addressees == (
        "Sở Văn hóa, Thể thao và Du lịch",
        "Ban Tuyên giáo Tỉnh ủy",
        "Sở Nội vụ",
    )
    assert made.head.number_line == "Số:        /SNgV-VP"
    assert made.closing.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert made.closing.signer == "Trần Thị B"
    assert made.closing.recipients[0] == "Như trên"
    assert made.closing.recipients[-1] == "Lưu: VT, VP"
    assert format_checker().check(target).findings == ()


def test_that_what_was_sent_nowhere_goes_where_the_round_says(
    office: Office, edition: Edition, tmp_path: Path
) -> None:
    made = _write(office, edition, tmp_path / "c.docx")
    assert made.head.addressees == ("Sở Văn hóa, Thể thao và Du lịch",)
    with (tmp_path / "c.docx").open("rb") as stream:
        texts = [each.text for each in report_files().read(stream).paragraphs]
    assert "V/v đính chính Báo cáo\nsố 45/BC-SNgV" in texts
    assert "BÁO CÁO" not in texts


def test_that_nothing_is_recorded_and_what_is_not_whole_is_refused(
    office: Office, edition: Edition, tmp_path: Path
) -> None:
    before = course(office, asked_round(office, 2026, None))
    target = tmp_path / "c.docx"
    asked = asked_round(office, 2026, None)
    with pytest.raises(KnownError, match="correction_empty"):
        write_correction(office, report_writer(), asked, edition, (), target)
    with pytest.raises(KnownError, match="correction_incomplete") as told:
        _write(office, edition, target, WRONG, replace(WRONG, place=" "))
    assert told.value.facts == {"number": 2}
    with pytest.raises(KnownError, match="target_inside_data"):
        _write(office, edition, office.store.folder.root / "c.docx")
    assert not target.exists()
    assert course(office, asked) == before


def test_that_a_report_is_found_by_its_number(office: Office, edition: Edition) -> None:
    now = course(office, asked_round(office, 2026, None))
    for number in ("", "45", "45/bc-sngv"):
        assert to_correct(now, number) == edition
    with pytest.raises(KnownError, match="edition_unnumbered") as told:
        to_correct(now, "5")
    assert told.value.facts == {"number": "5", "names": "45/BC-SNgV"}
    with pytest.raises(KnownError, match="correct_nothing_issued"):
        to_correct(course(office, asked_round(office, 2025, None)))
