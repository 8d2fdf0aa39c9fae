"""PDFs that are cut, altered or made by strangers: grids or a refusal, never another exception."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.files.drawn_pdf import SCAN, Paper, composite, made
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, pdf_tables

if TYPE_CHECKING:
    from ttdn_desktop.domain.grid import Grid

ROOT = Path(__file__).resolve().parents[2]
PLANS = sorted((ROOT / "tests/data/plans").glob("*.pdf"))
STRANGERS = sorted(
    path for above in ROOT.parents for path in above.glob("shared/corpus/office/**/*.pdf")
)
"""Other people's files, where they lie beside the repository."""
REFUSALS = {"file_damaged", "file_no_letters", "file_scanned", "file_encrypted"}


def refused(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "refused.pdf"
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        pdf_tables.read(path)
    assert caught.value.facts["name"] == "refused.pdf"
    return caught.value.key


def outcome(path: Path) -> tuple[Grid, ...] | str:
    try:
        return pdf_tables.read(path)
    except KnownError as refusal:
        return refusal.key


@pytest.mark.parametrize("seed", range(24))
def test_that_a_cut_file_is_refused(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  (alters a file, keeps no secret)
    data = chance.choice(PLANS).read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(data[: chance.randrange(len(data) - 64)])

    assert outcome(path) == "file_damaged"


@pytest.mark.parametrize("seed", range(24))
def test_that_an_altered_file_is_refused_or_read_as_it_was(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  (alters a file, keeps no secret)
    whole = chance.choice(PLANS)
    data = bytearray(whole.read_bytes())
    for _ in range(chance.choice((1, 4, 40))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = tmp_path / "altered.pdf"
    path.write_bytes(data)

    found = outcome(path)

    assert found in REFUSALS if isinstance(found, str) else found == pdf_tables.read(whole)


@pytest.mark.parametrize("path", STRANGERS, ids=lambda path: path.name)
def test_that_a_stranger_s_file_is_read_or_refused(path: Path) -> None:
    found = outcome(path)

    assert found in REFUSALS if isinstance(found, str) else found


def test_that_letters_without_a_meaning_are_refused(tmp_path: Path) -> None:
    paper = Paper(fonts={"N": composite("NoMap")}).table([70, 300, 500], [700, 660])
    paper.raw("BT /N 12 Tf 116 640 Td <00240025002600270028> Tj ET\n")

    assert refused(tmp_path, made(paper)) == "file_no_letters"


def test_that_letters_drawn_as_lines_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, made(Paper().table([70, 300, 500], [700, 660]))) == "file_no_letters"


def test_that_a_scan_is_refused_even_with_a_stamp_or_letters_laid_under_it(tmp_path: Path) -> None:
    stamped = Paper().raw(SCAN).write(300, 800, "Ky boi: Uy ban nhan dan tinh")
    laid = Paper().raw(SCAN + "3 Tr\n")
    for at in range(30):
        laid.write(70, 800 - 20 * at, "chu nhan dang tu dong")

    assert refused(tmp_path, made(Paper().raw(SCAN))) == "file_scanned"
    assert refused(tmp_path, made(stamped)) == "file_scanned"
    assert refused(tmp_path, made(laid)) == "file_scanned"


def test_that_a_password_is_told(tmp_path: Path) -> None:
    key = "00" * 32
    locked = (
        f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -1 >>"
    )

    assert refused(tmp_path, made(Paper(), trailer=locked)) == "file_encrypted"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", made()])
def test_that_what_is_no_whole_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data) == "file_damaged"


def test_that_a_file_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGES", 2)

    assert refused(tmp_path, made(*[Paper().write(70, 700, "a")] * 3)) == "file_pdf_too_long"


def test_that_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        pdf_tables.read(tmp_path / "absent.pdf")

    assert caught.value.key == "file_unreadable"
