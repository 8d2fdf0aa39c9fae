"""Which bản trình, bản phát hành or sending a step is about, where only its round is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.edition import reports
from ttdn_desktop.domain.text import fold
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from ttdn_desktop.domain.edition import Dispatch, Edition
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.store.submissions import Submission


def to_sign(course: Course) -> Submission:
    """Return the newest bản trình; raises `issue_nothing_exported` or `issue_nothing_new`."""
    if course.fresh is not None:
        return course.fresh
    if course.last is None:
        raise KnownError("issue_nothing_exported", year=course.round.year)
    raise KnownError("issue_nothing_new", number=course.last.number, dated=short(course.last.dated))


def to_correct(course: Course, number: str = "") -> Edition:
    """Return the report of a number, whole or as given by văn thư ("45"); without one the last.

    Raises KnownError `correct_nothing_issued` or `edition_unnumbered`.
    """
    if course.last is None:
        raise KnownError("correct_nothing_issued", year=course.round.year)
    if not number:
        return course.last
    own = reports(course.editions)
    for each in reversed(own):
        if fold(number) in {fold(each.number), fold(each.number.partition("/")[0])}:
            return each
    raise KnownError(
        "edition_unnumbered", number=number, names="; ".join(each.number for each in own)
    )


def to_send(course: Course) -> Edition:
    """Return the last report issued; raises KnownError `send_nothing_issued`."""
    if course.last is None:
        raise KnownError("send_nothing_issued", year=course.round.year)
    return course.last


def to_answer(course: Course, recipient: str = "") -> Dispatch:
    """Return the sending to a recipient, the last of several; without one the only one open.

    Raises KnownError `send_nothing_issued`, `answer_nothing_sent`, `answer_not_sent` or, where
    several have not answered and none is named, `answer_which`.
    """
    edition, sent = to_send(course), course.sent()
    if not sent:
        raise KnownError("answer_nothing_sent", number=edition.number)
    if recipient:
        meant = tuple(each for each in sent if fold(each.recipient) == fold(recipient))
    else:
        meant = course.unanswered() or sent
    if not meant:
        raise KnownError("answer_not_sent", recipient=recipient, names=_names(sent))
    if len({fold(each.recipient) for each in meant}) > 1:
        raise KnownError("answer_which", names=_names(meant))
    return meant[-1]


def _names(sent: tuple[Dispatch, ...]) -> str:
    return "; ".join(dict.fromkeys(each.recipient for each in sent))
