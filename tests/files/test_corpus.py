"""Files of other people's making, odd and hostile: each ends in grids or in a sentence."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ttdn_desktop.console.messages import Messages
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.reading import read_file

_PLACES = [above / "shared" / "corpus" for above in Path(__file__).resolve().parents]
CORPUS = next((place for place in _PLACES if place.is_dir()), _PLACES[0])
"""Beside the repository, where it is kept at all."""

FOLDERS = ("office", "archives", "images")


def _outcome(path: Path) -> str:
    """Return "" for grids or a sentence, and what else came of a file otherwise."""
    try:
        read_file(path)
    except KnownError as refused:
        return "" if Messages("vi").refusal(refused) else f"{path.name}: no sentence"
    except Exception as error:  # noqa: BLE001 (each is told of at the end)
        return f"{path.name}: {error!r}"
    return ""


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the folder of odd files is not here")
@pytest.mark.parametrize("folder", FOLDERS)
def test_that_each_file_ends_in_grids_or_in_a_sentence(folder: str) -> None:
    files = sorted(path for path in (CORPUS / folder).rglob("*") if path.is_file())

    with ThreadPoolExecutor(2) as workers:
        found = [outcome for outcome in workers.map(_outcome, files) if outcome]

    assert files != []
    assert found == []
