"""Which sending an answer is about, where only its round is named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.round_desk import submit
from ttdn_desktop.desk import report_files, report_writer
from ttdn_desktop.domain.edition import Outcome
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import send_report
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.issue_report import Numbered, issue
from ttdn_desktop.services.send_report import Answer, Sending
from ttdn_desktop.services.steps_ahead import to_answer, to_send, to_sign

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.edition import Dispatch
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

DAY = date(2026, 12, 10)
FIRST, SECOND = "Sở Văn hóa, Thể thao và Du lịch", "Văn phòng UBND tỉnh"


@pytest.fixture
def asked(office: Office, tmp_path: Path) -> Round:
    """Return a round whose report was issued."""
    made = submit(office, 2026, tmp_path)
    issue(office, report_writer(), report_files(), made, Numbered(number="05", dated=DAY))
    return made


def _send(office: Office, asked: Round, recipient: str) -> Dispatch:
    edition = to_send(course(office, asked))
    return send_report.send(office, edition.id, Sending(recipient=recipient, sent_on=DAY))


def test_that_the_only_one_who_has_not_answered_is_meant(office: Office, asked: Round) -> None:
    first, second = (_send(office, asked, name) for name in (FIRST, SECOND))
    send_report.answer(office, first.id, Answer(outcome=Outcome.RECEIVED, answered_on=DAY))
    assert to_answer(course(office, asked)).id == second.id


def test_that_the_last_sending_to_whoever_is_named_is_meant(office: Office, asked: Round) -> None:
    _send(office, asked, FIRST)
    _send(office, asked, SECOND)
    again = _send(office, asked, FIRST)
    assert to_answer(course(office, asked), FIRST.casefold()).id == again.id
    with pytest.raises(KnownError, match="answer_which") as told:
        to_answer(course(office, asked))
    assert told.value.facts == {"names": f"{FIRST}; {SECOND}"}


def test_that_what_all_have_answered_may_be_answered_anew(office: Office, asked: Round) -> None:
    only = _send(office, asked, FIRST)
    send_report.answer(office, only.id, Answer(outcome=Outcome.ASKED_BACK, answered_on=DAY))
    assert to_answer(course(office, asked)).id == only.id


def test_that_what_was_issued_is_not_signed_again(office: Office, asked: Round) -> None:
    with pytest.raises(KnownError, match="issue_nothing_new"):
        to_sign(course(office, asked))
