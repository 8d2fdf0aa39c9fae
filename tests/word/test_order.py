"""The schema's order and required attributes, checked on every machine without any tool.

Word calls a file damaged when the children of a property list stand in another order.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

if TYPE_CHECKING:
    from tests.word.sample_report import Made

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# ECMA-376, part 1: CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, CT_Style (what we use of them).
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pBdr shd spacing ind jc outlineLvl sectPr",
    "rPr": "rFonts b i caps color sz szCs shd lang",
    "tblPr": "tblW tblInd tblBorders tblLayout tblCellMar tblCaption",
    "tcPr": "tcW gridSpan shd vAlign",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "tbl": "tblPr tblGrid tr",
}
_IN_PARAGRAPH = {"pPr", "bookmarkStart", "r", "bookmarkEnd"}
_REQUIRED = {
    "bookmarkStart": {"id", "name"},
    "bookmarkEnd": {"id"},
    "gridCol": {"w"},
    "headerReference": {"type"},
    "pStyle": {"val"},
    "jc": {"val"},
    "shd": {"val", "fill"},
    "tblCaption": {"val"},
}


@pytest.fixture(params=["word/document.xml", "word/styles.xml"])
def root(request: pytest.FixtureRequest, file: Made) -> etree._Element:
    """Return the root of a part."""
    return etree.fromstring(file.part(request.param))


def test_that_children_stand_in_the_schemas_order(root: etree._Element) -> None:
    for parent, order in _ORDERS.items():
        places = {name: place for place, name in enumerate(order.split())}
        for element in root.iter(f"{_W}{parent}"):
            names = [str(each.tag).removeprefix(_W) for each in element]
            assert set(names) <= set(places), f"{parent} has {names}"
            found = [places[name] for name in names]
            assert all(left <= right for left, right in pairwise(found)), f"{parent} has {names}"


def test_that_a_paragraph_starts_with_its_properties_and_has_no_strange_part(file: Made) -> None:
    for paragraph in file.find("//w:p"):
        first, *others = [str(each.tag).removeprefix(_W) for each in paragraph]
        assert first == "pPr"
        assert set(others) <= _IN_PARAGRAPH - {"pPr"}


def test_that_required_attributes_are_there(root: etree._Element) -> None:
    for name, required in _REQUIRED.items():
        for element in root.iter(f"{_W}{name}"):
            given = {str(each).removeprefix(_W) for each in element.attrib}
            assert required <= given, etree.tostring(element)


def test_that_each_cell_ends_with_a_paragraph_and_each_table_is_followed_by_one(
    file: Made,
) -> None:
    assert all(cell[-1].tag == f"{_W}p" for cell in file.find("//w:tc"))
    assert file.find("/w:document/w:body/w:tbl/following-sibling::*[1][self::w:sectPr]") == []


def test_that_every_row_fills_the_grid(file: Made) -> None:
    for table in file.find("//w:tbl"):
        columns = len(list(table.iter(f"{_W}gridCol")))
        for row in table.iterchildren(f"{_W}tr"):
            spans = [each.get(f"{_W}val", "") for each in row.iter(f"{_W}gridSpan")]
            cells = len(list(row.iterchildren(f"{_W}tc")))
            assert cells - len(spans) + sum(map(int, spans)) == columns


def test_that_every_style_named_in_the_text_exists(file: Made) -> None:
    styles = etree.fromstring(file.part("word/styles.xml"))
    known = {each.get(f"{_W}styleId") for each in styles.iter(f"{_W}style")}
    assert {each.get(f"{_W}val") for each in file.find("//w:pStyle")} <= known
    assert {each.get(f"{_W}val") for each in styles.iter(f"{_W}basedOn")} <= known
