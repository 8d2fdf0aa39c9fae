"""First start: what is dangerous where the data would lie is said beside the field at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.gui.widgets.place_step import PlaceStep
from ttdn_desktop.gui.words import Words
from ttdn_desktop.services import know_places
from ttdn_desktop.services.know_places import Danger, Place

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Answered
    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.theme import Look

WORDS = Words("vi")


@pytest.fixture
def step(
    qtbot: QtBot, jobs: Jobs, dressed: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PlaceStep:
    """Return the step, in a world where a folder's own name says what is dangerous in it."""
    dangers = {str(danger): Place(danger, "X") for danger in Danger}
    monkeypatch.setattr(
        know_places, "know", lambda folder: dangers.get(folder.name, Place(Danger.NONE))
    )
    made = PlaceStep(jobs, WORDS, dressed, tmp_path / "none")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("danger", [Danger.CLOUD, Danger.REMOVABLE, Danger.TEMPORARY])
def test_that_a_dangerous_place_is_named_and_may_be_used(
    step: PlaceStep, jobs: Jobs, answered: Answered, tmp_path: Path, danger: Danger
) -> None:
    step.path.setText(str(tmp_path / danger))
    answered(jobs)

    assert step.danger.text.text() == WORDS.say(f"start.danger.{danger}", name="X")
    assert not step.danger.isHidden()
    assert step.is_complete()


@pytest.mark.parametrize("danger", [Danger.NETWORK, Danger.BIN])
def test_that_a_place_where_data_never_lie_is_refused_at_once(
    qtbot: QtBot,
    step: PlaceStep,
    jobs: Jobs,
    answered: Answered,
    tmp_path: Path,
    danger: Danger,
) -> None:
    with qtbot.waitSignal(step.changed):
        step.path.setText(str(tmp_path / danger))
    answered(jobs)

    assert not step.is_complete()
    assert not step.danger.isHidden()


def test_that_another_place_takes_the_warning_away(
    step: PlaceStep, jobs: Jobs, answered: Answered, tmp_path: Path
) -> None:
    step.path.setText(str(tmp_path / Danger.NETWORK))
    answered(jobs)
    step.path.setText(str(tmp_path / "data"))
    answered(jobs)

    assert step.is_complete()
    assert step.danger.isHidden()


def test_that_half_a_path_is_not_asked_about(
    step: PlaceStep, jobs: Jobs, answered: Answered
) -> None:
    step.path.setText("usb")
    answered(jobs)

    assert not step.is_complete()
    assert step.danger.isHidden()
