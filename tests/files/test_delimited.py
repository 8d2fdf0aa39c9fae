"""Text files and pasted text come back cell for cell, or are refused in plain words."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.domain.legacy_letters import written
from tests.files import annexes
from ttdn_desktop.domain.grid import Grid, GridKind, LegacyEncoding
from ttdn_desktop.domain.legacy_text import converted
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import delimited, limits

if TYPE_CHECKING:
    from pathlib import Path


def _csv(rows: list[list[str]], separator: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def _windows_1258(text: str) -> bytes:
    return b"".join(map(_marked, text))


def _marked(char: str) -> bytes:
    """Return a letter as Windows writes it: the letter, then its tone as a mark of its own."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", char)
        tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", parts.replace(tone, ""))
        return base.encode("cp1258") + tone.encode("cp1258")


def _read(path: Path, data: bytes) -> Grid:
    path.write_bytes(data)
    (grid,) = delimited.read(path)
    return grid


def _cells(grid: Grid) -> list[list[str]]:
    return [list(row) for row in grid.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258"]
)
def test_that_the_annex_comes_back(tmp_path: Path, separator: str, encoding: str) -> None:
    text = _csv(annexes.bare(), separator)
    data = _windows_1258(text) if encoding == "cp1258" else text.encode(encoding)
    grid = _read(tmp_path / "Danh mục.csv", data)

    assert _cells(grid) == annexes.bare()
    assert (grid.kind, grid.name, grid.legacy) == (GridKind.SHEET, "Danh mục", None)


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_that_old_fonts_are_noticed_and_left_as_they_are(
    tmp_path: Path, encoding: LegacyEncoding
) -> None:
    grid = _read(tmp_path / "a.csv", written(_csv(annexes.bare()), encoding).encode("cp1252"))

    assert grid.legacy is encoding
    assert _cells(grid) == [[written(cell, encoding) for cell in row] for row in annexes.bare()]
    assert [[converted(cell, encoding).lower() for cell in row] for row in grid.rows] == [
        [cell.lower() for cell in row] for row in annexes.bare()
    ]


def test_that_decomposed_letters_become_nfc(tmp_path: Path) -> None:
    data = unicodedata.normalize("NFD", _csv(annexes.bare())).encode()

    assert _cells(_read(tmp_path / "a.csv", data)) == annexes.bare()


def test_that_another_language_is_read_as_latin(tmp_path: Path) -> None:
    grid = _read(tmp_path / "a.csv", "Pays;Ville\nCôte d’Ivoire;Agboville é".encode("cp1252"))

    assert _cells(grid) == [["Pays", "Ville"], ["Côte d’Ivoire", "Agboville é"]]
    assert grid.legacy is None


def test_that_separators_line_breaks_and_quotes_within_quotes_are_the_cells() -> None:
    rows = [
        ["TT", "Nội dung", "Đơn vị"],
        ["1", 'Tuyên truyền "Ngày hội";\n- trong nước', "Sở A; Sở B; Sở C"],
        ["2", "x\ty", "Sở D; Sở E"],
        ["3", '"Kon Tum" hội nhập', "Sở A, Sở B"],
    ]

    for separator in ",;|\t":
        assert _cells(delimited.read_text(_csv(rows, separator))[0]) == rows


def test_that_the_title_above_and_commas_in_prose_do_not_choose_the_separator() -> None:
    text = "KẾ HOẠCH, năm 2024\n\nTT;Nội dung;Đơn vị\n1;a, b, c;Sở A\n2;d, e;Sở B, Sở C\n3;g;h\n"

    assert delimited.read_text(text)[0].rows[2:] == (
        ("TT", "Nội dung", "Đơn vị"),
        ("1", "a, b, c", "Sở A"),
        ("2", "d, e", "Sở B, Sở C"),
        ("3", "g", "h"),
    )


def test_that_the_separator_excel_names_is_taken() -> None:
    assert delimited.read_text("sep=;\r\nA,1;B,2\r\nC,3;D,4\r\n")[0].rows == (
        ("A,1", "B,2"),
        ("C,3", "D,4"),
    )


def test_that_blanks_around_quotes_and_a_quote_that_is_not_closed_stay_in_their_row() -> None:
    text = 'TT; Nội dung; Đơn vị\n1; "a; b" ; Sở A\n2;"c;Sở B\n3;d 15" x;Sở C\n'

    assert [row[1:] for row in delimited.read_text(text)[0].rows] == [
        (" Nội dung", " Đơn vị"),
        ("a; b", " Sở A"),
        ('"c', "Sở B"),
        ('d 15" x', "Sở C"),
    ]


def test_that_blank_rows_keep_their_place_and_those_at_the_end_go(tmp_path: Path) -> None:
    grid = _read(tmp_path / "a.csv", b"a;b\n;\n\nc;d\n;\n;\n")

    assert grid.rows == (("a", "b"), ("", ""), ("",), ("c", "d"))


def test_that_an_empty_file_has_no_grid(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbf\r\n \r\n")

    assert delimited.read(tmp_path / "a.csv") == ()
    assert delimited.read_text("") == ()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"PK\3\4\x14\0\6\0", "file_not_text"),
        (random.Random(1).randbytes(5_000), "file_not_text"),  # noqa: S311 (no secret)
        ("Sở Ngoại vụ;Sở Y tế".encode()[:-1], "file_damaged"),
        (b"\xff\xfea\0b", "file_damaged"),
        (b"1,", "file_too_long"),
        (b"1\n", "file_too_long"),
        (b"1,2,3,4,5,6,7,8,9,10,11,12\n", "file_too_long"),
    ],
)
def test_that_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes, key: str) -> None:
    path = tmp_path / "Tệp.csv"
    path.write_bytes(data * (200_001 if key == "file_too_long" else 1))

    with pytest.raises(KnownError) as refused:
        delimited.read(path)

    assert refused.value.key == key
    assert refused.value.facts["name"] == "Tệp.csv"


def test_that_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(limits.TEXT_FILE_BYTES + 1)

    with pytest.raises(KnownError, match="file_too_long"):
        delimited.read(path)
