"""Báo cáo lần sau: what it says of the one issued, from the choice to the frozen file."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.desk import report_files, report_writer
from ttdn_desktop.domain.edition import EditionKind, Outcome, Saying
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.choose_following import choose
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.issue_report import Issued, Numbered, issue
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.report_draft import draft
from ttdn_desktop.services.send_report import Answer, Sending, answer, send
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.services.verify_report import Verdict, verify

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

DAY = date(2026, 12, 1)
REPLACES = "Báo cáo này thay thế Báo cáo số {}/BC-SNgV ngày 01 tháng 12 năm 2026 của Sở Ngoại vụ."


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where the bản trình goes."""
    return tmp_path / "x.docx"


def _round(office: Office) -> Round:
    return asked_round(office, 2026, None)


def _said(office: Office) -> list[str]:
    body = draft(office, _round(office)).document.body
    return [each.text for each in body if each.key == "opening.follows"]


def _export(office: Office, target: Path) -> str:
    return export(office, report_writer(), 2026, None, target).code


def _issue(office: Office, number: str, kind: EditionKind | None = None) -> Issued:
    given = Numbered(number=number, dated=DAY, kind=kind)
    return issue(office, report_writer(), report_files(), _round(office), given)


def _first(office: Office, target: Path) -> Issued:
    _export(office, target)
    return _issue(office, "45")


def _ask_back(office: Office, edition_id: str) -> None:
    sent = send(office, edition_id, Sending(recipient="Sở Văn hóa", sent_on=DAY))
    answer(office, sent.id, Answer(outcome=Outcome.ASKED_BACK, answered_on=DAY))


def test_that_a_report_says_nothing_before_anything_is_chosen(office: Office, target: Path) -> None:
    assert _said(office) == []
    before = _export(office, target)
    _issue(office, "45")
    assert _said(office) == []
    assert _export(office, target) == before
    assert course(office, _round(office)).saying is None


def test_that_it_replaces_what_was_asked_back(office: Office, target: Path) -> None:
    first = _first(office, target).edition
    _ask_back(office, first.id)
    assert _said(office) == [REPLACES.format("45")]
    assert course(office, _round(office)).saying is Saying.REPLACEMENT


def test_that_the_officer_says_which_of_the_two_or_neither(office: Office, target: Path) -> None:
    first = _first(office, target).edition
    assert choose(office, _round(office), Saying.SUPPLEMENT) == first
    assert _said(office) == [REPLACES.format("45").replace("thay thế", "bổ sung")]
    _ask_back(office, first.id)
    assert "bổ sung" in _said(office)[0]
    choose(office, _round(office), Saying.NOTHING)
    assert _said(office) == []
    assert take_back(office) == "Chọn cách ghi báo cáo sau Báo cáo số 45/BC-SNgV"
    assert "bổ sung" in _said(office)[0]


def test_that_there_is_nothing_to_choose_before_a_report_is_issued(
    office: Office, target: Path
) -> None:
    _export(office, target)
    with pytest.raises(KnownError, match="follow_nothing_issued"):
        choose(office, _round(office), Saying.REPLACEMENT)


def test_that_what_was_issued_keeps_its_words_until_something_is_wished_of_it(
    office: Office, target: Path
) -> None:
    _first(office, target)
    choose(office, _round(office), Saying.REPLACEMENT)
    code = _export(office, target)
    second = _issue(office, "52", EditionKind.REPLACEMENT)
    assert second.notices == ()
    assert _export(office, target) == code
    text = report_files().read(BytesIO(second.file.read_bytes()))
    assert REPLACES.format("45") in [each.text for each in text.paragraphs]
    _ask_back(office, second.edition.id)
    assert _said(office) == [REPLACES.format("52")]


def test_that_a_replacement_that_does_not_say_so_is_told(office: Office, target: Path) -> None:
    _first(office, target)
    record(office, form("Đón đoàn"))
    _export(office, target)
    made = _issue(office, "52", EditionKind.REPLACEMENT)
    assert [(each.key, each.facts) for each in made.notices] == [
        ("issue_not_said_replacement", {"number": "45/BC-SNgV"})
    ]


def test_that_files_issued_before_the_choice_are_still_ours(office: Office, target: Path) -> None:
    first = _first(office, target)
    choose(office, _round(office), Saying.REPLACEMENT)
    assert verify(office, report_files(), first.file).verdict is Verdict.ORIGINAL
    assert verify(office, report_files(), target).verdict is Verdict.ORIGINAL
