"""Đường đi của báo cáo: what a round has come to, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.edition import Outcome, reports
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import choose_following, keep_signers
from ttdn_desktop.store import issued, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ttdn_desktop.domain.edition import Dispatch, Edition, Saying
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.signing import Signer
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.issued import Signing
    from ttdn_desktop.store.submissions import Submission


class Step(StrEnum):
    """The steps in their order; what comes next is the first that is not done."""

    SUBMIT = "submit"
    SIGN = "sign"
    ISSUE = "issue"
    SEND = "send"
    ANSWER = "answer"
    FOLLOW = "follow"  # thay thế, bổ sung, đính chính: only where something is wrong


@immutable
class Course:
    """What became of a round's report, each list in order.

    `signings` are by submission, `dispatches` by edition; `fresh` is the bản trình that would be
    issued next, None where the last one was; `signer` is who signs on the sending day; `saying`
    is what the next report is to say of the last one issued, None where nobody has chosen.
    """

    round: Round
    submissions: tuple[Submission, ...]
    signings: Mapping[str, Signing]
    editions: tuple[Edition, ...]
    dispatches: Mapping[str, tuple[Dispatch, ...]]
    signer: Signer | None
    folder: Path
    saying: Saying | None = None

    @property
    def fresh(self) -> Submission | None:
        """The newest bản trình, where it was not issued."""
        issued_ids = {each.submission_id for each in self.editions}
        newest = self.submissions[-1] if self.submissions else None
        return newest if newest and newest.id not in issued_ids else None

    @property
    def last(self) -> Edition | None:
        """The last bản phát hành that is a report, not a letter that corrects one."""
        own = reports(self.editions)
        return own[-1] if own else None

    def sent(self) -> tuple[Dispatch, ...]:
        """Return where the last bản phát hành was sent."""
        return self.dispatches.get(self.last.id, ()) if self.last else ()

    def unanswered(self) -> tuple[Dispatch, ...]:
        """Return the sendings of it that nothing came back of."""
        return tuple(each for each in self.sent() if each.outcome is Outcome.SENT)

    def next(self) -> Step | None:
        """Return what comes next; None where all is done and nothing was asked back.

        A bản trình that is newer than what was issued is on its way to replace or supplement it.
        """
        if self.last is None or self._is_asked_back():
            return self._towards_issue()
        if not self.sent():
            return Step.SEND
        return Step.ANSWER if self.unanswered() else None

    def _is_asked_back(self) -> bool:
        return any(each.outcome is Outcome.ASKED_BACK for each in self.sent())

    def _towards_issue(self) -> Step:
        if self.fresh is None:
            return Step.SUBMIT
        return Step.ISSUE if self.fresh.id in self.signings else Step.SIGN


def course(office: Office, asked: Round) -> Course:
    """Return what became of a round's report."""
    with office.store.read() as connection:
        editions = issued.of_round(connection, asked.id)
        now = Course(
            round=asked,
            submissions=submissions.of_round(connection, asked.id),
            signings={
                each.submission_id: each for each in issued.signings_of(connection, asked.id)
            },
            editions=editions,
            dispatches={each.id: issued.dispatches_of(connection, each.id) for each in editions},
            signer=keep_signers.on_day(office, asked.sending_day),
            folder=office.store.folder.editions,
        )
    saying = choose_following.wished(office, now.last) if now.last else None
    return replace(now, saying=saying)
