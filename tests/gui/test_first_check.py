"""The short look at the data when the window is at work."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from ttdn_desktop.gui import first_check
from ttdn_desktop.services.copy_evidence import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.workbench import Workbench

    Answered = Callable[[Jobs], None]


def test_that_sound_data_are_nothing_to_speak_of(
    filled_bench: Workbench, answered: Answered
) -> None:
    told: list[str] = []
    filled_bench.desktop.told.connect(lambda sentence, _tone: told.append(sentence))

    first_check.check(filled_bench)
    answered(filled_bench.jobs)

    assert told == []


def test_that_a_file_of_the_vault_that_was_altered_is_told(
    filled_bench: Workbench, answered: Answered
) -> None:
    told: list[str] = []
    filled_bench.desktop.told.connect(lambda sentence, _tone: told.append(sentence))
    for piece in (filled_bench.folder / "vault").glob("*/*"):
        piece.chmod(0o600)
        piece.write_bytes(b"something else")

    first_check.check(filled_bench)
    answered(filled_bench.jobs)

    assert told == [filled_bench.say("shell.check_found")]


def test_that_copies_of_evidence_left_by_an_earlier_day_are_removed(
    filled_bench: Workbench, answered: Answered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    copies = tmp_path / f"{PREFIX}earlier"
    copies.mkdir()
    os.utime(copies, (0, 0))

    first_check.check(filled_bench)
    answered(filled_bench.jobs)

    assert not copies.exists()
