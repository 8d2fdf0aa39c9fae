"""Tables of Word 97-2003 come back cell for cell; what is broken is refused, never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import olefile  # type: ignore[import-untyped]  # has no types
import pytest

from tests.files import annexes
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, GridKind, Merge
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.doc_tables import read

DATA = Path(__file__).parents[1] / "data" / "doc"
CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "office"
WORD_SIGNATURE = b"\xec\xa5"


def _patched(path: Path, at: int, new: bytes) -> Path:
    """Write a copy of the annex whose main stream says something else at one place."""
    data = bytearray((DATA / "annex.doc").read_bytes())
    begin = data.index(WORD_SIGNATURE) + at
    data[begin : begin + len(new)] = new
    path.write_bytes(data)
    return path


def test_that_the_annex_comes_back() -> None:
    (grid,) = read(DATA / "annex.doc")

    assert [list(row) for row in grid.rows] == annexes.bare()
    assert grid.merges == tuple(Merge(row, 1, 1, 4) for row in (1, 18, 25))
    assert grid.bold == {*((0, column) for column in range(5)), (1, 1), (18, 1), (25, 1)}
    assert grid.above[0] == "PHỤ LỤC"
    assert grid.below == ("Nơi nhận: như trên",)


def test_that_every_layout_is_read() -> None:
    first, second = read(DATA / "layouts.doc")
    raised, note = f"{NOTE_OPEN}(*){NOTE_CLOSE}", f"{NOTE_OPEN}i{NOTE_CLOSE}"

    assert first.rows == (
        ("TT", "Nhiệm vụ", "Đơn vị", ""),
        ("", "", "Chủ trì", "Phối hợp"),
        ("I. Nhóm một", "", "", ""),
        (
            "1.",
            f"Cổng thông tin{NOTE_OPEN}1{NOTE_CLOSE}, trang tin",
            "Sở Ngoại vụ;\nSở Y tế",
            "5 km2",
        ),
        (
            "2.",
            f"Đón đoàn{raised} số 12-KH\ndòng hai{note}",
            "",
            "Công an tỉnh\nCác huyện\nbáo chí",
        ),
    )
    assert first.merges == (
        Merge(0, 0, 2, 1),
        Merge(0, 1, 2, 1),
        Merge(0, 2, 1, 2),
        Merge(2, 0, 1, 4),
        Merge(3, 2, 2, 1),
    )
    assert first.automatic == {(3, 0), (4, 0)}
    assert first.notes == {"1": "Theo Kế hoạch 12.\nĐoạn hai.", "i": "Ghi chú cuối."}
    assert second.number == 2
    assert (first.above, second.above) == (("Danh mục nhiệm vụ",), ("Giữa hai bảng",))
    assert second.below == ("(*) Khi có đoàn.",)


def test_that_the_numbers_word_counts_are_those_it_prints() -> None:
    _, numbered = read(DATA / "layouts.doc")

    assert numbered.rows == (
        ("I.", "- Một"),
        ("I.1)", "- Hai"),
        ("I.2) có chữ", "- Ba"),
        ("II.", "- Bốn"),
        ("II.1)", "- Năm"),
        ("b)", "- Sáu"),
    )
    assert numbered.automatic == {(row, 0) for row in (0, 1, 3, 4, 5)}


@pytest.mark.parametrize(
    ("at", "new", "key"),
    [
        (0x02, b"\x68\x00", "file_old_office"),
        (0x0B, b"\x13", "file_encrypted"),
        (0x00, b"PK", "file_damaged"),
        (0x4C, b"\xff\xff\xff\xff", "file_damaged"),
        (0x4C, b"\xff\xff\xff\x7f", "file_too_large"),
        (0x01A2, b"\xff\xff\xff\x7f", "file_damaged"),
    ],
)
def test_that_what_cannot_be_read_is_refused(tmp_path: Path, at: int, new: bytes, key: str) -> None:
    with pytest.raises(KnownError) as refused:
        read(_patched(tmp_path / "Kế hoạch.doc", at, new))

    assert (refused.value.key, refused.value.facts["name"]) == (key, "Kế hoạch.doc")


@pytest.mark.parametrize("data", [b"", b"x" * 600, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_that_what_is_no_document_is_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(data)

    with pytest.raises(KnownError, match="file_damaged"):
        read(path)


def test_that_a_file_that_is_gone_is_not_told_as_damaged(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "a.doc")


def _outcome(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    try:
        read(path)
    except KnownError as refused:
        return refused.key
    return "read"


@pytest.mark.parametrize("name", ["annex.doc", "layouts.doc"])
def test_that_no_truncation_is_more_than_damage(tmp_path: Path, name: str) -> None:
    whole = (DATA / name).read_bytes()
    dice = random.Random(5)  # noqa: S311 (no secret)
    cuts = [dice.randrange(len(whole)) for _ in range(150)]

    outcomes = {_outcome(tmp_path / "a.doc", whole[:cut]) for cut in cuts}

    assert outcomes <= {"read", "file_damaged"}
    assert "file_damaged" in outcomes


@pytest.mark.parametrize("name", ["annex.doc", "layouts.doc"])
def test_that_no_flipped_bits_are_more_than_a_refusal(tmp_path: Path, name: str) -> None:
    whole = (DATA / name).read_bytes()
    dice = random.Random(7)  # noqa: S311 (no secret)
    outcomes = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 8, 64))):
            data[_place(whole, dice)] ^= 1 << dice.randrange(8)
        outcomes.add(_outcome(tmp_path / "a.doc", bytes(data)))

    known = {"read", "file_damaged", "file_encrypted", "file_old_office", "file_too_large"}
    assert outcomes <= known
    assert {"read", "file_damaged"} <= outcomes


def _place(whole: bytes, dice: random.Random) -> int:
    """Return a byte: half of them anywhere, half where the document says how it is built."""
    if dice.random() < 0.5:
        return dice.randrange(len(whole))
    return whole.index(WORD_SIGNATURE) + dice.randrange(0x02EA)


def test_that_the_table_stream_may_be_broken_anywhere(tmp_path: Path) -> None:
    whole = (DATA / "layouts.doc").read_bytes()
    with olefile.OleFileIO(whole) as ole:
        table = ole.openstream("1Table").read()
    begin = whole.index(table[:512])
    dice = random.Random(9)  # noqa: S311 (no secret)
    outcomes = set()
    for _ in range(300):
        data = bytearray(whole)
        data[begin + dice.randrange(len(table))] = dice.choice((0, 1, 127, 128, 255))
        outcomes.add(_outcome(tmp_path / "a.doc", bytes(data)))

    assert outcomes <= {"read", "file_damaged"}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="files of other people's making are not here")
def test_that_files_of_others_are_read_or_refused() -> None:
    told = {}
    for path in sorted(CORPUS.rglob("*.doc")):
        try:
            told[path.name] = str(len(read(path)))
        except KnownError as refused:
            told[path.name] = refused.key

    (table,) = read(CORPUS / "poi" / "odd" / "table-merges.doc")
    assert told["Word6.doc"] == told["Word95.doc"] == "file_old_office"
    assert told["PasswordProtected.doc"] == "file_encrypted"
    assert told["SimpleMacro.doc"] == "1"
    assert table.kind is GridKind.TABLE
    assert table.rows[0] == ("A", "", "B", "")
    assert table.rows[2] == ("", "G", "H", "I\nJ")
