"""Word files that are broken, hostile or of other people's making: read, or refused by name."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from tests.files.word_files import cell, paragraph, row, table, word_file
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.docx_tables import read

CORPUS = next(
    (
        corpus
        for folder in Path(__file__).resolve().parents
        if (corpus := folder / "shared" / "corpus").is_dir()
    ),
    None,
)
"""Files of other people's making, beside the repository; they never enter it."""
FUZZED = 120


@pytest.mark.parametrize(
    ("document", "key"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "file_damaged"),
        (
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
            "file_damaged",
        ),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "file_damaged"),
        (b"<a", "file_damaged"),
        (b"", "file_damaged"),
        (b"<a>" + b"<b>" * 300 + b"</b>" * 300 + b"</a>", "file_damaged"),
        (b"<a>" + b"<b/>" * 3_000_001 + b"</a>", "file_too_heavy"),
        (b"<a>" + b"x" * (48 * 1024 * 1024) + b"</a>", "file_too_heavy"),
    ],
    ids=["doctype", "wide doctype", "encoding", "cut", "empty", "deep", "tags", "bytes"],
)
def test_that_a_hostile_main_part_is_refused_by_name(
    tmp_path: Path, document: bytes, key: str
) -> None:
    path = tmp_path / "Kế hoạch.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)

    with pytest.raises(KnownError) as refused:
        read(path)

    assert refused.value.key == key
    assert refused.value.facts == {"name": "Kế hoạch.docx"}


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell("x", look='<w:gridSpan w:val="99999999"/>'))),
        table(row("x", look='<w:gridBefore w:val="99999999"/>')),
        table(*[row(*["x"] * 250), *[row(cell("x", look='<w:gridSpan w:val="250"/>'))] * 1_500]),
        "<w:p/>" * 200_001,
        "<w:tbl><w:tr><w:tc>" * 12 + "</w:tc></w:tr></w:tbl>" * 12,
    ],
    ids=["span", "before", "cells", "lines", "nested"],
)
def test_that_a_table_beyond_the_limits_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(KnownError) as refused:
        read(word_file(tmp_path / "a.docx", body))

    assert refused.value.key == "file_too_heavy"


def test_that_a_package_without_a_main_part_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")

    with pytest.raises(KnownError) as refused:
        read(path)

    assert refused.value.key == "file_damaged"


def test_that_a_file_that_is_gone_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        read(tmp_path / "a.docx")

    assert (refused.value.key, refused.value.facts) == ("file_unreadable", {"name": "a.docx"})


def test_that_a_package_cut_or_flipped_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", table(row("TT", "Nhiệm vụ")), {"styles": ""})
    whole = path.read_bytes()
    dice = random.Random(7)  # noqa: S311 (the same damage each time)

    for _ in range(FUZZED):
        spoilt = bytearray(whole if dice.random() < 0.8 else whole[: dice.randrange(len(whole))])
        for _ in range(dice.randrange(1, 4)):
            if spoilt:
                spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        path.write_bytes(spoilt)
        try:
            assert read(path)
        except KnownError as refused:
            assert refused.key in {"file_damaged", "file_too_heavy"}  # noqa: PT017 (either will do)


def test_that_whatever_is_cut_or_flipped_is_read_or_refused(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph("Phụ lục") + table(
        row(cell(paragraph("", look=number)), cell("Nhiệm vụ", look='<w:vMerge w:val="restart"/>')),
        row(cell(paragraph("a", note)), cell("", look="<w:vMerge/>")),
        row(cell("Nhóm", look='<w:gridSpan w:val="2"/><w:tcW w:w="900" w:type="dxa"/>')),
        widths=(300, 600),
    )
    footnotes = f'<w:footnote w:id="2">{paragraph("chú thích")}</w:footnote>'
    path = word_file(
        tmp_path / "a.docx", body, {"numbering": numbering, "footnotes": footnotes, "styles": ""}
    )
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    dice = random.Random(5)  # noqa: S311 (the same damage each time)

    for _ in range(FUZZED):
        spoilt = _spoilt(parts, dice)
        with zipfile.ZipFile(path, "w") as package:
            for name, content in spoilt.items():
                package.writestr(name, content)
        try:
            assert read(path)
        except KnownError as refused:
            assert refused.key in {"file_damaged", "file_too_heavy"}  # noqa: PT017 (either will do)


def _spoilt(parts: dict[str, bytes], dice: random.Random) -> dict[str, bytes]:
    name = dice.choice(sorted(parts))
    content = bytearray(parts[name])
    if dice.random() < 0.2:
        del content[dice.randrange(len(content)) :]
    for _ in range(dice.randrange(1, 6)):
        if content:
            content[dice.randrange(len(content))] = dice.choice(b"<>\"'/&0129az:\0\xff")
    return {**parts, name: bytes(content)}


def test_that_files_of_other_peoples_making_are_read_or_refused() -> None:
    if CORPUS is None:
        pytest.skip("the files of other people's making are not here")
    found = [path for path in CORPUS.rglob("*") if path.suffix in {".docx", ".docm", ".dotx"}]

    for path in found:
        try:
            grids = read(path)
        except KnownError as refused:
            assert refused.key in {"file_damaged", "file_too_heavy"}, path  # noqa: PT017 (either will do)
        else:
            assert grids, path
            assert all(len({len(cells) for cells in grid.rows}) <= 1 for grid in grids), path
