"""What looks wrong about a number and a day that văn thư gave: said, never refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.filling import lacks_zero
from ttdn_desktop.domain.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.domain.edition import Edition


def notices(
    edition: Edition, *, exported_on: date, today: date, sending_day: date
) -> Iterator[Notice]:
    """Yield what to look at.

    A number below 10 bears a 0 (Decree 30, annex I, II.3b); a document is dated the day it is
    issued (II.4b): not before its last bản trình, not after today.
    """
    day = short(edition.dated)
    if lacks_zero(edition.number):
        yield Notice("issue_number_zero", {"number": edition.number})
    if edition.dated < exported_on:
        yield Notice("issue_dated_before", {"day": day, "exported": short(exported_on)})
    if edition.dated > today:
        yield Notice("issue_dated_ahead", {"day": day})
    if edition.dated > sending_day:
        yield Notice("issue_dated_late", {"day": day, "sending": short(sending_day)})
    name = edition.scan_name.lower()
    if name and not name.endswith(".pdf"):
        yield Notice("issue_scan_format", {"name": edition.scan_name})
