"""The latest backup is restored aside once a week, checked whole, and removed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import TickingClock, form, paper
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up as backing
from ttdn_desktop.services import prove_backup as desk
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


@pytest.fixture
def backed(office: Office) -> Office:
    """Return an office with a backup of an activity and its photo."""
    record(office, form("Họp", files=(paper("a.png", b"photo"),)))
    backing.back_up(office)
    return office


def _copy(office: Office) -> Path:
    (copy,) = (path for path in backing.own(office).files.rglob("*") if path.is_file())
    return copy


def test_that_a_proof_is_due_at_first_and_after_a_week(backed: Office) -> None:
    assert desk.proof_due(backed)

    proof = desk.prove(backed)

    assert proof.ok
    assert desk.last_proof(backed) == proof
    assert not desk.proof_due(backed)
    assert isinstance(backed.clock, TickingClock)
    backed.clock._now += desk.WEEK_MS  # noqa: SLF001 (the tests' own clock)
    assert desk.proof_due(backed)


def test_that_nothing_is_left_of_it(backed: Office) -> None:
    desk.prove(backed)

    assert list(backing.own(backed).unfinished.iterdir()) == []


def test_that_there_is_nothing_to_prove_without_a_backup(office: Office) -> None:
    assert not desk.proof_due(office)
    with pytest.raises(KnownError, match="backup_missing"):
        desk.prove(office)


def test_that_an_altered_copy_is_found_and_the_next_backup_copies_it_anew(backed: Office) -> None:
    _copy(backed).write_bytes(b"PHOTO")

    failed = desk.prove(backed)

    assert failed.problem == "backup_damaged"
    assert not desk.proof_due(backed)
    backing.back_up(backed, reason=Reason.HAND)
    assert desk.proof_due(backed)
    assert desk.prove(backed).ok


def test_that_a_backup_of_unsound_data_does_not_pass(backed: Office) -> None:
    with backed.store.write() as connection:
        connection.exec_driver_sql("UPDATE activities SET title = 'khác'")
    backing.back_up(backed, reason=Reason.HAND)

    assert desk.prove(backed).problem == desk.UNSOUND


def test_that_it_can_be_stopped(backed: Office) -> None:
    class Stop:
        """Stops at once."""

        def step(self, done: int, total: int) -> None:
            if done <= total:
                raise Cancelled

    with pytest.raises(Cancelled):
        desk.prove(backed, Stop())

    assert list(backing.own(backed).unfinished.iterdir()) == []
    assert desk.last_proof(backed) is None
