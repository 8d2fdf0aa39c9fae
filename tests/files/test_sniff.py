"""A file is what it holds, whatever its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.files.workbooks import as_macro_workbook, packed, workbook
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.paper import paper
from ttdn_desktop.files.photo import photo
from ttdn_desktop.files.scan import scan
from ttdn_desktop.files.sniff import Kind, sniff

DATA = Path(__file__).resolve().parents[1] / "data" / "sheets"


def kind_of(tmp_path: Path, content: bytes) -> Kind:
    path = tmp_path / "ke hoach.xlsx"
    path.write_bytes(content)
    return sniff(path)


def refusal_of(tmp_path: Path, content: bytes) -> str:
    with pytest.raises(KnownError) as refused:
        kind_of(tmp_path, content)
    return refused.value.key


def test_that_office_files_are_known_by_their_parts(tmp_path: Path) -> None:
    assert sniff(workbook(tmp_path / "a.doc", [["x"]])) is Kind.XLSX
    assert sniff(as_macro_workbook(tmp_path / "a.csv", [["x"]])) is Kind.XLSM
    assert sniff(DATA / "plan.xls") is Kind.XLS
    assert sniff(DATA / "plan.ods") is Kind.ODS
    assert kind_of(tmp_path, paper("Kế hoạch", ["Một"])) is Kind.DOCX
    assert kind_of(tmp_path, scan(3)) is Kind.PDF


def test_that_a_package_whose_list_says_nothing_is_known_by_its_main_part(tmp_path: Path) -> None:
    assert sniff(packed(tmp_path / "a", {"word/document.xml": b"<w/>"})) is Kind.DOCX


@pytest.mark.parametrize(
    "content",
    [
        "STT;Nhiệm vụ\n1;Tổ chức".encode(),
        "\ufeffSTT\tNhiệm vụ".encode(),
        "STT\tNhiệm vụ\r\n".encode("utf-16"),
        "STT\tNhiem vu\r\n".encode("utf-16-le"),
        "STT,Tæ chøc".encode("cp1252"),
        b"a < b, c > d",
        b"1;<table> la mot the",
        b"1;nop dang OpenDocument",
    ],
)
def test_that_text_is_text_in_any_encoding(tmp_path: Path, content: bytes) -> None:
    assert kind_of(tmp_path, content) is Kind.TEXT


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body><table><tr><td>1",
        b"\xef\xbb\xbf\r\n<!DOCTYPE html>",
        b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
        b"<style>td { color: red }</style><table>",
        "<html><table>".encode("utf-16"),
    ],
)
def test_that_a_page_of_the_web_is_one_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    assert kind_of(tmp_path, content) is Kind.HTML


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "file_empty"),
        (photo(1), "file_image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "file_image"),
        (b"\0\0\0\x18ftypheic\0\0", "file_image"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "file_web_page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "file_excel_xml"),
        (b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table ss:a="1">',
         "file_excel_xml"),
        (b'<?xml version="1.0"?><a/>', "file_unknown"),
        (rb"{\rtf1\ansi Nhiem vu}", "file_rtf"),
        (b"Rar!\x1a\x07\0", "file_archive"),
        (b"MZ\x90\0\x03\0\0\0", "file_unknown"),
        (b"\x09\x04\x06\0\0\0\x10\0", "file_old_office"),
        (b"PK\x03\x04 and no more", "file_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_damaged"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_read_is_called_by_its_name(
    tmp_path: Path, content: bytes, key: str
) -> None:
    assert refusal_of(tmp_path, content) == key


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"a.txt": b"x"}, "file_archive"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "file_other_office"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
          "META-INF/manifest.xml": b"<manifest:encryption-data/>"}, "file_encrypted"),
        ({"[Content_Types].xml": b"presentationml.presentation.main"}, "file_other_office"),
        ({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "file_entities"),
        ({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")},
         "file_entities"),
        ({"xl/workbook.xml": b"\0" * (limits.RATIO_FROM_BYTES + 1)}, "file_bomb"),
        ({f"xl/{at}.bin": b"" for at in range(limits.MEMBERS + 1)}, "file_bomb"),
    ],
)  # fmt: skip
def test_that_a_zip_is_judged_before_it_is_unpacked(
    tmp_path: Path, parts: dict[str, bytes], key: str
) -> None:
    path = packed(tmp_path / "a.xlsx", parts)

    with pytest.raises(KnownError) as refused:
        sniff(path)

    assert refused.value.key == key


def test_that_empty_text_around_entities_does_not_hide_them(tmp_path: Path) -> None:
    xml = b"<?xml version='1.0'?><!--" + b" " * 10_000 + b"--><!DOCTYPE a [<!ENTITY b 'c'>]><a/>"

    with pytest.raises(KnownError) as refused:
        sniff(packed(tmp_path / "a.xlsx", {"xl/workbook.xml": xml}))

    assert refused.value.key == "file_entities"
