"""Whatever file is given: its grids, or one sentence; within the limits, and nothing else."""

from __future__ import annotations

import hashlib
import os
import random
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml  # type: ignore[import-untyped]  # has no types
import openpyxl
import pytest

from tests.files.workbooks import (
    SHEET,
    as_macro_workbook,
    changed,
    packed,
    with_cell,
    with_sheet,
    workbook,
)
from ttdn_desktop.console.messages import LANGUAGES, Messages
from ttdn_desktop.domain.grid import Grid, GridKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.paper import paper
from ttdn_desktop.files.reading import read_file
from ttdn_desktop.files.scan import scan
from ttdn_desktop.services.ports import Cancelled

DATA = Path(__file__).resolve().parents[1] / "data" / "sheets"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
BOMB = f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>'


def refusal_of(path: Path, sheet: str | None = None) -> KnownError:
    """Return the refusal of a file, after making sure that it can be said in each language."""
    with pytest.raises(KnownError) as refused:
        read_file(path, sheet)
    for language in LANGUAGES:
        line = Messages(language).refusal(refused.value)
        assert path.name.replace("\0", " ") in line
        assert "\n" not in line
    return refused.value


def test_that_content_is_what_the_file_is_and_bears_its_hash(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kế hoạch.doc", [["TT"]])

    content = read_file(path)

    assert (content.name, content.kind) == ("kế hoạch.doc", "xlsx")
    assert content.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert content.grids == (Grid(GridKind.SHEET, (("TT",),), name="Kế hoạch"),)


def test_that_a_workbook_of_nothing_but_a_chart_has_no_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Biểu đồ")
    book.remove(book.worksheets[0])
    book.save(tmp_path / "a.xlsx")

    assert refusal_of(tmp_path / "a.xlsx").key == "file_without_sheet"


def test_that_what_is_no_file_to_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "trống.xlsx").touch()
    os.mkfifo(tmp_path / "ống")

    assert refusal_of(tmp_path / "mất.xlsx").key == "file_absent"
    assert refusal_of(tmp_path / "trống.xlsx" / "a.xlsx").key == "file_absent"
    assert refusal_of(Path("a\0.xlsx")).key == "file_absent"
    assert refusal_of(tmp_path).key == "file_is_folder"
    assert refusal_of(tmp_path / "trống.xlsx").key == "file_empty"
    assert refusal_of(tmp_path / "ống").key == "file_unreadable"


def test_that_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object) -> None:
        raise PermissionError

    path = workbook(tmp_path / "a.xlsx", [["x"]])
    monkeypatch.setattr(Path, "open", deny)

    with pytest.raises(KnownError) as refused:
        read_file(path)

    assert refused.value.key == "file_denied"


def test_that_a_file_larger_than_the_limit_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)

    refused = refusal_of(tmp_path / "a.xlsx")

    assert (refused.key, refused.facts["most"]) == ("file_too_large", 50)


class _Toucher:
    """Changes the file as soon as its reading goes on."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def step(self, _done: int, _total: int) -> None:
        os.utime(self.path, ns=(0, 0))


def test_that_a_file_saved_meanwhile_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x"]])

    with pytest.raises(KnownError) as refused:
        read_file(path, progress=_Toucher(path))

    assert refused.value.key == "file_changed"


class _Unwanted:
    def step(self, _done: int, _total: int) -> None:
        raise Cancelled


def test_that_the_officer_may_stop_it(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read_file(workbook(tmp_path / "a.xlsx", [["x"]]), progress=_Unwanted())


def test_that_a_reading_that_lasts_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.0)

    assert refusal_of(workbook(tmp_path / "a.xlsx", [["x"]])).key == "file_too_slow"


def test_that_a_password_is_told(tmp_path: Path) -> None:
    plain = workbook(tmp_path / "a.xlsx", [["x"]])
    with plain.open("rb") as source, (tmp_path / "b.xlsx").open("wb") as sealed:
        msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("mật khẩu", sealed)

    assert refusal_of(tmp_path / "b.xlsx").key == "file_encrypted"


def test_that_a_wrong_name_does_not_matter(tmp_path: Path) -> None:
    page = tmp_path / "báo cáo.xls"
    page.write_text("MIME-Version: 1.0\nContent-Type: multipart/related")
    renamed = as_macro_workbook(tmp_path / "a.xls", [["TT"]])
    far = with_cell(tmp_path / "b.docx", "ZZ1048576", " ")
    (tmp_path / "c.xlsx").write_bytes((DATA / "plan.xls").read_bytes())
    (tmp_path / "d.xlsx").write_bytes((DATA / "plan.ods").read_bytes())

    assert refusal_of(page).key == "file_web_page"
    assert read_file(renamed).kind == "xlsm"
    assert read_file(far).kind == "xlsx"
    assert read_file(tmp_path / "c.xlsx").kind == "xls"
    assert read_file(tmp_path / "d.xlsx").kind == "ods"


def test_that_entities_are_refused_unopened(tmp_path: Path) -> None:
    xml = f"{BOMB}<worksheet><sheetData><row><c><v>&l9;</v></c></row></sheetData></worksheet>"
    path = changed(workbook(tmp_path / "a.xlsx", [["x"]]), {SHEET: xml.encode()})
    (tmp_path / "b.docx").write_bytes(paper("Kế hoạch", ["Một"]))
    document = f"{BOMB}<w:document>&l9;</w:document>".encode()

    assert refusal_of(path).key == "file_entities"
    assert refusal_of(changed(tmp_path / "b.docx", {"word/document.xml": document})).key == (
        "file_entities"
    )


def test_that_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x"]])

    assert refusal_of(changed(path, {SHEET: b" " * (20 << 20)})).key == "file_bomb"


def test_that_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/styles.xml.bak", b" " * (20 << 20))
        archive.getinfo("xl/styles.xml.bak").file_size = 10
        archive.writestr("xl/sharedStrings.xml", b"<sst>" + b"<si><t>x</t></si>" * 1_000_000)
        archive.getinfo("xl/sharedStrings.xml").file_size = 10

    try:
        assert read_file(path).grids[0].rows == (("x",),)
    except KnownError as refused:
        assert refused.key in {"file_damaged", "file_too_heavy", "file_bomb"}  # noqa: PT017 (either is safe)


@pytest.mark.parametrize("address", ["ZZ1048576", "A900000", "AAA1"])
def test_that_a_cell_too_far_away_is_named(tmp_path: Path, address: str) -> None:
    refused = refusal_of(with_cell(tmp_path / "a.xlsx", address, "."))

    assert (refused.key, refused.facts["cell"]) == ("file_cell_far", address)


def test_that_ten_thousand_columns_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [range(10_000)])

    assert refusal_of(path).key == "file_cell_far"


@pytest.mark.parametrize("claimed", ["A1:XFD1048576", "A1:A1", "B9:A1", "", "??"])
def test_that_a_lying_dimension_does_not_matter(tmp_path: Path, claimed: str) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'
    path = with_sheet(tmp_path / "a.xlsx", rows)
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(SHEET).replace(
            b"<sheetData>", f'<dimension ref="{claimed}"/><sheetData>'.encode()
        )

    try:
        grid = read_file(changed(path, {SHEET: xml})).grids[0]
    except KnownError as refused:
        assert refused.key == "file_damaged"  # noqa: PT017 (an impossible address may be refused)
    else:
        assert [row for row in grid.rows if row] == [("1",), ("", "2")]


@pytest.mark.parametrize("name", ["plan.xls", "plan.ods", "a.xlsx"])
def test_that_a_truncated_or_garbled_file_is_read_or_refused(tmp_path: Path, name: str) -> None:
    whole = (
        (DATA / name).read_bytes()
        if name.startswith("plan")
        else workbook(tmp_path / name, [["TT", at] for at in range(50)]).read_bytes()
    )
    chance = random.Random(5)  # noqa: S311 (damages files, keeps no secret)
    for _ in range(6):
        damaged = bytearray(whole[: chance.randrange(1, len(whole))])
        damaged[chance.randrange(len(damaged))] ^= 0xFF
        path = tmp_path / f"hỏng-{name}"
        path.write_bytes(damaged)

        assert refusal_of(path).key.startswith("file_")


def test_that_a_spreadsheet_that_repeats_a_cell_forever_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(DATA / "plan.ods") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    cell = b'<table:table-cell office:value-type="string"'
    assert cell in held["content.xml"]
    wide = held["content.xml"].replace(
        cell, b'<table:table-cell table:number-columns-repeated="16384" office:value-type="string"'
    )
    tall = held["content.xml"].replace(
        b"<table:table-row ", b'<table:table-row table:number-rows-repeated="1048576" '
    )

    wide_file = packed(tmp_path / "wide.ods", {**held, "content.xml": wide})
    tall_file = packed(tmp_path / "tall.ods", {**held, "content.xml": tall})

    assert refusal_of(wide_file).key == "file_cell_far"
    assert refusal_of(tall_file).key in {"file_cell_far", "file_too_heavy", "file_damaged"}


def test_that_a_scan_reaches_its_reader_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.xlsx"
    path.write_bytes(scan(3))

    with pytest.raises(KnownError) as refused:
        read_file(path)

    assert refused.value.key != "file_damaged"
