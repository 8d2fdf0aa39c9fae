"""Bản trình → đã ký → bản phát hành: frozen with what văn thư gave, never written over."""

from __future__ import annotations

import hashlib
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.desk import report_files, report_writer
from ttdn_desktop.domain.edition import EditionKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.issue_report import Issued, Numbered, issue, mark_signed, regenerate
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.store import issued, submissions

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.edition import Edition
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.submissions import Submission

DAY = date(2026, 12, 1)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Return a scan as văn thư gives it."""
    place = tmp_path / "BC 05 đã ký.pdf"
    place.write_bytes(b"%PDF-1.7 scan")
    return place


def _export(office: Office, tmp_path: Path) -> str:
    return export(office, report_writer(), 2026, None, tmp_path / "x.docx").code


def _issue(
    office: Office,
    number: str = "05",
    *,
    dated: date = DAY,
    kind: EditionKind | None = None,
    scan: Path | None = None,
    signer: str = "",
) -> Issued:
    given = Numbered(number=number, dated=dated, kind=kind, scan=scan, signer=signer)
    return issue(office, report_writer(), report_files(), asked_round(office, 2026, None), given)


def _submitted(office: Office) -> tuple[Submission, ...]:
    with office.store.read() as connection:
        return submissions.of_round(connection, asked_round(office, 2026, None).id)


def _editions(office: Office) -> tuple[Edition, ...]:
    with office.store.read() as connection:
        return issued.of_round(connection, asked_round(office, 2026, None).id)


def _keys(made: Issued) -> list[str]:
    return [notice.key for notice in made.notices]


def test_that_the_edition_is_the_submission_with_number_day_and_signer(
    office: Office, tmp_path: Path, scan: Path
) -> None:
    code = _export(office, tmp_path)
    made = _issue(office, scan=scan, signer="Nguyễn Văn A")
    content = made.file.read_bytes()
    assert hashlib.sha256(content).hexdigest() == made.edition.sha256
    text = report_files().read(BytesIO(content))
    places = report_files().places
    assert text.marked[places.number] == "Số: 05/BC-SNgV"
    assert text.marked[places.place_date].endswith(", ngày 01 tháng 12 năm 2026")
    assert text.marked[places.signer] == "Nguyễn Văn A"
    assert text.code == made.edition.code == code
    assert _editions(office) == (made.edition,)
    assert made.notices == ()


def test_that_the_submission_keeps_its_own_bytes(office: Office, tmp_path: Path) -> None:
    _export(office, tmp_path)
    made = _issue(office)
    (kept,) = _submitted(office)
    assert kept.sha256 != made.edition.sha256
    assert (office.store.folder.editions / kept.sha256).read_bytes() == (
        tmp_path / "x.docx"
    ).read_bytes()


def test_that_the_scan_is_kept_under_its_hash(office: Office, tmp_path: Path, scan: Path) -> None:
    _export(office, tmp_path)
    edition = _issue(office, scan=scan).edition
    assert edition.scan_name == scan.name
    assert edition.scan_sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert (office.store.folder.editions / edition.scan_sha256).read_bytes() == scan.read_bytes()


def test_that_nothing_is_issued_before_anything_was_exported(office: Office) -> None:
    with pytest.raises(KnownError, match="issue_nothing_exported"):
        _issue(office)
    assert _editions(office) == ()


def test_that_a_round_is_issued_once_unless_it_is_said_what_the_next_one_is(
    office: Office, tmp_path: Path
) -> None:
    _export(office, tmp_path)
    first = _issue(office).edition
    record(office, form("Đón đoàn"))
    _export(office, tmp_path)
    with pytest.raises(KnownError, match="issue_already") as told:
        _issue(office, "06")
    assert told.value.facts == {"number": "05/BC-SNgV", "dated": "01/12/2026"}
    second = _issue(office, "06", kind=EditionKind.REPLACEMENT).edition
    assert (second.ordinal, second.kind, second.corrects_id) == (2, "replacement", first.id)
    assert first in _editions(office)


def test_that_a_replacement_needs_new_content(office: Office, tmp_path: Path) -> None:
    _export(office, tmp_path)
    with pytest.raises(KnownError, match="issue_nothing_to_follow"):
        _issue(office, kind=EditionKind.SUPPLEMENT)
    _issue(office)
    with pytest.raises(KnownError, match="issue_nothing_new"):
        _issue(office, "06", kind=EditionKind.REPLACEMENT)


def test_that_the_signed_submission_is_issued_though_a_newer_one_was_exported(
    office: Office, tmp_path: Path
) -> None:
    code = _export(office, tmp_path)
    mark_signed(office, _submitted(office)[0].id, DAY, "Trần Thị B", "Phó Giám đốc")
    record(office, form("Đón đoàn"))
    _export(office, tmp_path)
    made = _issue(office)
    assert made.edition.code == code
    assert (made.edition.signer_name, made.edition.signer_title) == ("Trần Thị B", "Phó Giám đốc")
    assert _keys(made) == ["issue_content_changed"]


def test_that_a_submission_is_signed_once(office: Office, tmp_path: Path) -> None:
    _export(office, tmp_path)
    (only,) = _submitted(office)
    mark_signed(office, only.id, DAY)
    with pytest.raises(KnownError, match="sign_already"):
        mark_signed(office, only.id, DAY)
    with pytest.raises(KnownError, match="submission_unknown"):
        mark_signed(office, "other", DAY)


@pytest.mark.parametrize(
    ("number", "dated", "key"),
    [
        ("5", DAY, "issue_number_zero"),
        ("05", date(2026, 11, 30), "issue_dated_before"),
        ("05", date(2026, 12, 2), "issue_dated_ahead"),
        ("05", date(2026, 12, 15), "issue_dated_late"),
    ],
)
def test_that_what_looks_wrong_is_said_and_done(
    office: Office, tmp_path: Path, number: str, dated: date, key: str
) -> None:
    _export(office, tmp_path)
    assert key in _keys(_issue(office, number, dated=dated))
    assert len(_editions(office)) == 1


def test_that_a_number_used_before_and_a_strange_scan_are_said(
    office: Office, tmp_path: Path
) -> None:
    _export(office, tmp_path)
    _issue(office)
    record(office, form("Đón đoàn"))
    _export(office, tmp_path)
    made = _issue(office, kind=EditionKind.SUPPLEMENT, scan=tmp_path / "x.docx")
    assert _keys(made) == ["issue_not_said_supplement", "issue_scan_format", "issue_number_used"]


def test_that_a_blank_number_or_a_scan_that_is_gone_issues_nothing(
    office: Office, tmp_path: Path
) -> None:
    _export(office, tmp_path)
    before = set(office.store.folder.editions.iterdir())
    with pytest.raises(KnownError, match="issue_number_missing"):
        _issue(office, "  ")
    with pytest.raises(KnownError, match="file_unreadable"):
        _issue(office, scan=tmp_path / "gone.pdf")
    assert set(office.store.folder.editions.iterdir()) == before
    assert list(office.store.folder.unfinished.iterdir()) == []


def test_that_an_altered_submission_is_not_issued(office: Office, tmp_path: Path) -> None:
    _export(office, tmp_path)
    (office.store.folder.editions / _submitted(office)[0].sha256).write_bytes(b"other")
    with pytest.raises(KnownError, match="kept_report_damaged"):
        _issue(office)


def test_that_the_frozen_edition_is_made_anew_part_by_part(office: Office, tmp_path: Path) -> None:
    _export(office, tmp_path)
    made = _issue(office, signer="Nguyễn Văn A")
    record(office, form("Đón đoàn"))
    assert regenerate(office, report_files(), made.edition.id) == ()
    with pytest.raises(KnownError, match="edition_unknown"):
        regenerate(office, report_files(), "other")


def test_that_each_step_can_be_taken_back_and_done_anew(office: Office, tmp_path: Path) -> None:
    _export(office, tmp_path)
    mark_signed(office, _submitted(office)[0].id, DAY)
    _issue(office)
    assert take_back(office) == "Phát hành báo cáo số 05/BC-SNgV"
    assert take_back(office) == "Ghi đã ký bản trình lần 1"
    assert _editions(office) == ()
    assert _issue(office, "07").edition.number == "07/BC-SNgV"
    assert check(office).ok


def test_that_the_whole_check_finds_a_frozen_file_and_a_scan_that_are_not_whole(
    office: Office, tmp_path: Path, scan: Path
) -> None:
    _export(office, tmp_path)
    edition = _issue(office, scan=scan).edition
    assert check(office).ok
    assert edition.scan_sha256 is not None
    (office.store.folder.editions / edition.sha256).write_bytes(b"other")
    (office.store.folder.editions / edition.scan_sha256).unlink()
    told = [each for each in check(office).problems if each.key == "edition_unsound"]
    assert {each.facts["record"] for each in told} == {"05/BC-SNgV", scan.name}


def test_that_a_letter_of_correction_is_kept_as_it_came(
    office: Office, tmp_path: Path, scan: Path
) -> None:
    code = _export(office, tmp_path)
    with pytest.raises(KnownError, match="issue_nothing_to_follow"):
        _issue(office, "12/SNgV-VP", kind=EditionKind.CORRECTION, scan=scan)
    report = _issue(office).edition
    with pytest.raises(KnownError, match="correction_without_letter"):
        _issue(office, "12/SNgV-VP", kind=EditionKind.CORRECTION)
    made = _issue(office, "12/SNgV-VP", kind=EditionKind.CORRECTION, scan=scan)
    assert made.file.read_bytes() == scan.read_bytes()
    assert (made.edition.code, made.edition.corrects_id) == (code, report.id)
    with pytest.raises(KnownError, match="issue_nothing_new"):
        _issue(office, "13", kind=EditionKind.REPLACEMENT)
    assert take_back(office) == "Ghi công văn đính chính số 12/SNgV-VP"
    assert _editions(office) == (report,)
