"""Where a bản phát hành was sent, and what came back (Decree 09/2019, Điều 9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.edition import Dispatch, Outcome, Way
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import issued

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One sending as filled in."""

    recipient: str
    sent_on: date
    way: Way = Way.SOFTWARE
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: received with their số đến, or asked back for more."""

    outcome: Outcome
    answered_on: date
    their_number: str = ""
    note: str = ""


def send(office: Office, edition_id: str, form: Sending) -> Dispatch:
    """Record that a bản phát hành was sent.

    Raises KnownError `edition_unknown`, `recipient_missing` or `sent_before_issued`.
    """
    recipient = tidy(form.recipient)
    if not recipient:
        raise KnownError("recipient_missing")
    with office.store.read() as connection:
        edition = issued.by_id(connection, edition_id)
    if edition is None:
        raise KnownError("edition_unknown")
    if form.sent_on < edition.dated:
        raise KnownError("sent_before_issued", day=short(form.sent_on), dated=short(edition.dated))
    new = Dispatch("", edition_id, 0, recipient, form.way, form.sent_on, note=tidy(form.note))
    label = f"Ghi gửi báo cáo số {edition.number}: {recipient}"
    with office.store.change(office.actor(), label) as tx:
        return issued.send(tx, new)


def answer(office: Office, dispatch_id: str, form: Answer) -> Dispatch:
    """Record what came of a sending; a later answer takes the place of an earlier one.

    Raises KnownError `dispatch_unknown` or `answered_before_sent`.
    """
    with office.store.read() as connection:
        known = issued.dispatch_by_id(connection, dispatch_id)
    if known is None:
        raise KnownError("dispatch_unknown")
    if form.answered_on < known.sent_on:
        day, sent = short(form.answered_on), short(known.sent_on)
        raise KnownError("answered_before_sent", day=day, sent=sent)
    after = replace(
        known,
        outcome=form.outcome,
        answered_on=form.answered_on,
        their_number=tidy(form.their_number),
        note=tidy(form.note) or known.note,
    )
    with office.store.change(office.actor(), f"Ghi trả lời của {known.recipient}") as tx:
        issued.put_dispatch(tx, after)
    return after
