"""What is no sound .docx is refused in words; nothing is unpacked before it is looked at."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.word.check.file import W, sound
from tests.word.check.planted import PLANTS
from ttdn_desktop.errors import KnownError
from ttdn_desktop.word.check.checker import FormatChecker
from ttdn_desktop.word.check.opening import opened

if TYPE_CHECKING:
    from pathlib import Path

LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "WordDocument".encode("utf-16-le")
OFFICE = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"


def packed(members: dict[str, bytes]) -> bytes:
    """Return a zip of members."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_document(content: bytes) -> bytes:
    """Return the sound report with another document.xml."""
    return packed({**sound().members, "word/document.xml": content})


BOMB = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
REFUSED = {
    "file_empty": b"",
    "file_not_docx": b"%PDF-1.7",
    "file_encrypted": LOCKED,
    "file_damaged": b"PK\x03\x04 and no more",
    "file_entities": with_document(BOMB),
    "file_bomb": with_document(b"<a>" + b" " * (60 << 20) + b"</a>"),
}


@pytest.mark.parametrize(("key", "content"), REFUSED.items(), ids=REFUSED)
def test_that_what_is_no_sound_docx_is_refused(key: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)

    with pytest.raises(KnownError) as refused:
        FormatChecker().check(path)

    assert (refused.value.key, refused.value.facts) == (key, {"name": "x.docx"})


@pytest.mark.parametrize(
    "content",
    [OLD, packed({"a.txt": b"a"}), packed({"_rels/.rels": b"<Relationships/>"})],
    ids=["old Word", "a zip", "no document"],
)
def test_that_another_kind_of_file_is_told_apart(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)

    with pytest.raises(KnownError, match="file_not_docx"):
        FormatChecker().check(path)


def test_that_a_cut_document_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(with_document(sound().members["word/document.xml"][:2_000]))

    with pytest.raises(KnownError, match="file_damaged"):
        FormatChecker().check(path)


def test_that_a_folder_and_an_absent_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="file_is_folder"):
        FormatChecker().check(tmp_path)
    with pytest.raises(KnownError, match="file_absent"):
        FormatChecker().check(tmp_path / "x.docx")


def strict(content: bytes) -> bytes:
    """Return a part of the package in the Strict form of the standard."""
    text = content.decode()
    for kind in ("wordprocessingml", "officeDocument"):
        text = text.replace(f"{OFFICE}/{kind}/2006/main", f"{STRICT}/{kind}/main")
    text = text.replace(
        f"{OFFICE}/officeDocument/2006/relationships", f"{STRICT}/officeDocument/relationships"
    )
    return text.encode()


def test_that_the_strict_form_is_read_and_kept(tmp_path: Path) -> None:
    file = sound()
    next(iter(PLANTS["margin_left"]))(file)
    path = file.store(tmp_path / "x.docx")
    with zipfile.ZipFile(path) as archive:
        members = {name: strict(archive.read(name)) for name in archive.namelist()}
    path.write_bytes(packed(members))
    copy = BytesIO()

    mended = FormatChecker().repair(path, copy)

    assert [each.rule for each in mended.repaired] == ["margin_left"]
    assert mended.left.findings == ()
    with zipfile.ZipFile(copy) as archive:
        written = archive.read("word/document.xml")
    assert f"{STRICT}/wordprocessingml/main".encode() in written
    assert f"{OFFICE}/wordprocessingml".encode() not in written


def _with_styles(more: bytes) -> bytes:
    members = dict(sound().members)
    members["word/styles.xml"] = members["word/styles.xml"].replace(
        b"</w:styles>", more + b"</w:styles>"
    )
    return packed(members)


@pytest.mark.parametrize(
    "conditions",
    [
        b"",
        b'<w:tblStylePr w:type="firstRow"/>',
        (
            b'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
            b'<w:tblStylePr w:type="lastRow"/><w:tblStylePr w:type="lastCol"></w:tblStylePr>'
        ),
    ],
)
def test_that_what_a_table_style_says_of_single_rows_disturbs_nothing(
    tmp_path: Path, conditions: bytes
) -> None:
    style = b'<w:style w:type="table" w:styleId="T">' + conditions + b"</w:style>"
    behind = b'<w:style w:type="paragraph" w:styleId="P"/>'
    path = tmp_path / "x.docx"
    path.write_bytes(_with_styles(style + behind))

    package = opened(path)
    with package.archive:
        parts = [package.styles(), package.with_table_styles()]

    found = [
        [] if part is None else [each.get(f"{W}styleId") for each in part.iter(f"{W}style")][-2:]
        for part in parts
    ]
    assert ("T" in found[0], found[0][-1], found[1]) == (False, "P", ["T", "P"])


def test_that_a_table_style_without_content_takes_no_other_with_it(tmp_path: Path) -> None:
    empty = b'<w:style w:type="table" w:styleId="T"/>'
    behind = b'<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/></w:style>'
    path = tmp_path / "x.docx"
    path.write_bytes(_with_styles(empty + behind))

    package = opened(path)
    with package.archive:
        styles = package.styles()

    assert styles is not None
    assert styles[-1].get(f"{W}styleId") == "P"
