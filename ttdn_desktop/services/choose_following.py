"""Báo cáo lần sau: whether it replaces or supplements the one issued, and says so (Điều 18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.edition import EditionKind, Outcome, Saying, reports
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import issued, settings

if TYPE_CHECKING:
    from ttdn_desktop.domain.edition import Edition
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

_SETTING = "report_follows:{edition_id}"
_LABEL = "Chọn cách ghi báo cáo sau Báo cáo số {number}"


def choose(office: Office, asked: Round, saying: Saying) -> Edition:
    """Keep what the next report of a round says of the last one issued, which is returned.

    Raises KnownError `follow_nothing_issued`.
    """
    with office.store.read() as connection:
        made = reports(issued.of_round(connection, asked.id))
    if not made:
        raise KnownError("follow_nothing_issued", year=asked.year)
    last = made[-1]
    with office.store.change(office.actor(), _LABEL.format(number=last.number)) as tx:
        settings.put(tx, _key(last), str(saying))
    return last


def wished(office: Office, edition: Edition) -> Saying | None:
    """Return what is to be said of an edition: as chosen, or replaced where it was asked back."""
    with office.store.read() as connection:
        if chosen := settings.get(connection, _key(edition)):
            return Saying(chosen)
        sent = issued.dispatches_of(connection, edition.id)
    asked_back = any(each.outcome is Outcome.ASKED_BACK for each in sent)
    return Saying.REPLACEMENT if asked_back else None


def followed(office: Office, asked: Round) -> tuple[EditionKind, Edition] | None:
    """Return what a round's report as it stands says it is, and to which edition; None: nothing.

    Where nothing is wished of the last edition it stands as issued, so its text still says what
    it said then.
    """
    with office.store.read() as connection:
        made = reports(issued.of_round(connection, asked.id))
    for edition in reversed(made):
        if (saying := wished(office, edition)) is not None:
            return None if saying is Saying.NOTHING else (EditionKind(saying), edition)
    return None


def _key(edition: Edition) -> str:
    return _SETTING.format(edition_id=edition.id)
