"""What is safe is put right in a copy: the look, never a word; everything else stays."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.word.check.file import File, W, sound, text_of
from tests.word.check.planted import PLANTS
from tests.word.check.typed import Wish, write
from ttdn_desktop.word.check.checker import FormatChecker
from ttdn_desktop.word.check.table import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BY_HAND = frozenset({"orientation", "annex_label_lower"})
"""Where one of the plantings is of words, which no repair touches."""
MENDED = [
    pytest.param(rule.key, plant, id=f"{rule.key}-{number}")
    for rule in RULES
    if rule.repair is not None and rule.key not in BY_HAND
    for number, plant in enumerate(PLANTS[rule.key])
    if (rule.key, number) not in {("signer_lower", 0), ("motto_text", 2)}
]


def members(content: bytes) -> dict[str, bytes]:
    """Return a package's members by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(content: bytes) -> list[str]:
    """Return the text of each paragraph of the document."""
    return [text_of(each) for each in File(members(content)).root.iter(f"{W}p")]


@pytest.mark.parametrize(("key", "plant"), MENDED)
def test_that_what_can_be_put_right_is_right_in_the_copy(
    key: str, plant: Callable[[File], object], tmp_path: Path
) -> None:
    file = sound()
    plant(file)
    path, copy = file.store(tmp_path / "x.docx"), BytesIO()
    before = path.read_bytes()

    mended = FormatChecker().repair(path, copy)

    (tmp_path / "y.docx").write_bytes(copy.getvalue())
    assert [each.rule for each in mended.repaired] == [key]
    assert mended.left.findings == ()
    assert FormatChecker().check(tmp_path / "y.docx").findings == ()
    assert path.read_bytes() == before
    if key != "motto_text":
        assert words(copy.getvalue()) == words(before)


def test_that_only_the_parts_that_were_put_right_are_written_anew(tmp_path: Path) -> None:
    file = sound()
    for plant in PLANTS["body_align"]:
        plant(file)
    file.members["word/media/image1.png"] = b"\x89PNG" * 100
    path, copy = file.store(tmp_path / "x.docx"), BytesIO()

    FormatChecker().repair(path, copy)

    before, after = members(path.read_bytes()), members(copy.getvalue())
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_that_a_sound_file_is_copied_as_it_is(tmp_path: Path) -> None:
    path, copy = sound().store(tmp_path / "x.docx"), BytesIO()

    mended = FormatChecker().repair(path, copy)

    assert mended.repaired == ()
    assert members(path.read_bytes()) == members(copy.getvalue())


def test_that_a_document_with_many_faults_is_put_right_in_one_go(tmp_path: Path) -> None:
    wish = Wish(top=10, left=20, right=30, small=16, large=11, body=11, line=3.0, first=0, gap=0)
    path, copy = write(wish).store(tmp_path / "x.docx"), BytesIO()

    mended = FormatChecker().repair(path, copy)

    assert len(mended.repaired) > 15
    assert {each.rule for each in mended.left.findings} == {"motto_rule"}  # drawn for 11 pt
    assert disordered(copy.getvalue()) == []


ORDERS = {  # ECMA-376, part 1: CT_PPr, CT_RPr, CT_SectPr
    "pPr": "pStyle keepNext numPr pBdr tabs spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b i caps color sz szCs lang",
    "sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg docGrid",
}


def disordered(content: bytes) -> list[list[str]]:
    """Return the property lists whose children stand in another order than the schema's."""
    wrong = []
    for name, order in ORDERS.items():
        known = order.split()
        for each in File(members(content)).root.iter(f"{W}{name}"):
            names = [str(child.tag).removeprefix(W) for child in each]
            places = [known.index(child) for child in names if child in known]
            if places != sorted(places):
                wrong.append(names)
    return wrong
