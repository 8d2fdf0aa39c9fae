"""Đã gửi, đã tiếp nhận, đề nghị bổ sung: what a round has come to, and what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.desk import report_files, report_writer
from ttdn_desktop.domain.edition import EditionKind, Outcome, Way
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.follow_report import Course, Step, course
from ttdn_desktop.services.issue_report import Numbered, issue, mark_signed
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.send_report import Answer, Sending, answer, send
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

DAY = date(2026, 12, 2)
TO = "Sở Văn hóa, Thể thao và Du lịch"


def _course(office: Office) -> Course:
    return course(office, asked_round(office, 2026, None))


def _exported(office: Office, tmp_path: Path) -> None:
    export(office, report_writer(), 2026, None, tmp_path / "x.docx")


def _issued(office: Office, number: str, kind: EditionKind | None = None) -> str:
    given = Numbered(number=number, dated=date(2026, 12, 1), kind=kind)
    asked = asked_round(office, 2026, None)
    return issue(office, report_writer(), report_files(), asked, given).edition.id


@pytest.fixture
def edition(office: Office, tmp_path: Path) -> str:
    """Return the id of a bản phát hành of the round."""
    _exported(office, tmp_path)
    return _issued(office, "05")


def test_that_the_next_step_follows_from_what_is_done(office: Office, tmp_path: Path) -> None:
    assert _course(office).next() is Step.SUBMIT
    _exported(office, tmp_path)
    assert _course(office).next() is Step.SIGN
    mark_signed(office, _course(office).submissions[0].id, DAY, "Trần Thị B")
    assert _course(office).next() is Step.ISSUE
    edition = _issued(office, "05")
    assert _course(office).next() is Step.SEND
    sent = send(office, edition, Sending(recipient=TO, sent_on=DAY))
    assert _course(office).next() is Step.ANSWER
    answer(office, sent.id, Answer(outcome=Outcome.RECEIVED, answered_on=DAY, their_number="312"))
    assert _course(office).next() is None


def test_that_what_is_asked_back_leads_to_another_edition(
    office: Office, edition: str, tmp_path: Path
) -> None:
    sent = send(office, edition, Sending(recipient=TO, sent_on=DAY, way=Way.EMAIL))
    wish = Answer(outcome=Outcome.ASKED_BACK, answered_on=DAY, note="Bổ sung số liệu D1")
    assert answer(office, sent.id, wish).note == "Bổ sung số liệu D1"
    assert _course(office).next() is Step.SUBMIT
    record(office, form("Đón đoàn"))
    _exported(office, tmp_path)
    assert _course(office).next() is Step.SIGN
    second = _issued(office, "09", EditionKind.SUPPLEMENT)
    found = _course(office)
    assert found.next() is Step.SEND
    assert found.last is not None
    assert (found.last.id, found.last.corrects_id) == (second, edition)
    assert found.fresh is None


def test_that_sendings_are_numbered_and_told_apart(office: Office, edition: str) -> None:
    send(office, edition, Sending(recipient=TO, sent_on=DAY))
    send(office, edition, Sending(recipient=" UBND  tỉnh ", sent_on=DAY, way=Way.POST))
    told = [(each.ordinal, each.recipient, each.way) for each in _course(office).sent()]
    assert told == [(1, TO, Way.SOFTWARE), (2, "UBND tỉnh", Way.POST)]
    assert len(_course(office).unanswered()) == 2


def test_that_impossible_sendings_are_refused(office: Office, edition: str) -> None:
    early = date(2026, 11, 30)
    for form_, key in (
        (Sending(recipient=" ", sent_on=DAY), "recipient_missing"),
        (Sending(recipient=TO, sent_on=early), "sent_before_issued"),
    ):
        with pytest.raises(KnownError, match=key):
            send(office, edition, form_)
    with pytest.raises(KnownError, match="edition_unknown"):
        send(office, "other", Sending(recipient=TO, sent_on=DAY))
    sent = send(office, edition, Sending(recipient=TO, sent_on=DAY))
    with pytest.raises(KnownError, match="answered_before_sent"):
        answer(office, sent.id, Answer(outcome=Outcome.RECEIVED, answered_on=early))
    with pytest.raises(KnownError, match="dispatch_unknown"):
        answer(office, "other", Answer(outcome=Outcome.RECEIVED, answered_on=DAY))


def test_that_answer_and_sending_are_taken_back_in_turn(office: Office, edition: str) -> None:
    sent = send(office, edition, Sending(recipient=TO, sent_on=DAY))
    answer(office, sent.id, Answer(outcome=Outcome.RECEIVED, answered_on=DAY))
    assert take_back(office) == f"Ghi trả lời của {TO}"
    assert _course(office).unanswered() == _course(office).sent() != ()
    assert take_back(office) == f"Ghi gửi báo cáo số 05/BC-SNgV: {TO}"
    assert _course(office).sent() == ()
