"""The short look at the data when the window is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui import first_check

if TYPE_CHECKING:
    from collections.abc import Callable

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
