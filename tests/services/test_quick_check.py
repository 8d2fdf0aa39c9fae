"""The short check at the start finds what lies at hand, and keeps to its time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.services.office_desk import FULL, form, paper
from ttdn_desktop.services.keep_evidence import add_files
from ttdn_desktop.services.quick_check import EVERY, quick_check
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


def _never() -> bool:
    return False


def _always() -> bool:
    return True


def _place(office: Office, digest: str) -> Path:
    return office.store.folder.vault / digest[:2] / digest


def test_that_a_sound_folder_is_well_in_a_moment(office: Office) -> None:
    record(office, FULL)

    found = quick_check(office, _never)

    assert (found.problems, found.files, found.whole) == ((), 2, True)


def test_that_a_file_just_added_and_already_altered_is_found(office: Office) -> None:
    piece = record(office, FULL).evidence[0]
    _place(office, piece.sha256).write_bytes(b"khac")

    (problem,) = quick_check(office, _never).problems

    assert problem.key == "evidence_altered"
    assert problem.facts["record"] == f"{piece.code} {piece.name}"


def test_that_an_old_file_has_its_turn_within_a_month(office: Office) -> None:
    files = [paper(f"{number}.png", b"%d" % number) for number in range(3 * EVERY)]
    pieces = add_files(office, files)
    today = office.clock.today().toordinal()
    newest_first = [each.sha256 for each in reversed(pieces)]

    found = quick_check(office, _never)

    assert found.files == EVERY + 2
    _place(office, newest_first[EVERY + today % EVERY]).unlink()
    assert [each.key for each in quick_check(office, _never).problems] == ["evidence_missing"]


def test_that_a_forged_last_entry_is_found(office: Office) -> None:
    record(office, form("Họp"))
    with closing(sqlite3.connect(office.store.folder.database)) as other, other:
        other.execute("UPDATE changes SET label = 'khác' WHERE seq = 2")

    (problem,) = quick_check(office, _never).problems

    assert (problem.key, problem.facts) == ("chain_broken", {"seq": 2})


def test_that_time_that_is_up_ends_the_check_without_a_verdict(office: Office) -> None:
    record(office, FULL)

    found = quick_check(office, _always)

    assert (found.problems, found.files, found.whole) == ((), 0, False)
