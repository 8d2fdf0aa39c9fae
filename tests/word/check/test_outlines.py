"""A paragraph is read alike by itself and as another of its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.word.check.file import W
from ttdn_desktop.word.check.flow import FlowReader
from ttdn_desktop.word.check.numbering import Numbering
from ttdn_desktop.word.check.outlines import outlines
from ttdn_desktop.word.check.styles import Sheet

if TYPE_CHECKING:
    from ttdn_desktop.word.check.flow import Flow

DECLARED = f'xmlns:w="{W[1:-1]}"'
PROSE = '<w:p w:rsidR="00A1"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>một</w:t></w:r></w:p>'
SAME = PROSE.replace("00A1", "00B2").replace("một", "hai &amp; ba")
LEFT = PROSE.replace("both", "left")
BOLD = PROSE.replace("<w:r>", '<w:r w:rsidRPr="00C3"><w:rPr><w:b/></w:rPr>')
NAMED = PROSE.replace("<w:r>", '<w:bookmarkStart w:id="1" w:name="a"/><w:r>')
OTHER_NAME = NAMED.replace('"a"', '"b"').replace("một", "bốn")
TABBED = PROSE.replace("</w:t>", '</w:t><w:tab/><w:t xml:space="preserve"> bốn</w:t>')
BROKEN = TABBED.replace("<w:tab/>", "<w:br/>")
EMPTY = '<w:p/><w:p w:rsidR="00A1"/><w:p></w:p>'
DRAWN = PROSE.replace("<w:t>một</w:t>", "<w:drawing/>")
CELL = f"<w:tr><w:tc>{LEFT}</w:tc></w:tr>"
TABLE = f"<w:tbl><w:tr><w:tc><w:tbl>{CELL}</w:tbl>{BOLD}</w:tc></w:tr></w:tbl>"
SECTION = PROSE.replace("<w:jc", "<w:sectPr/><w:jc")
LINK = f"<w:p><w:hyperlink>{PROSE[PROSE.index('<w:r>') : -6]}</w:hyperlink></w:p>"

READABLE = {
    "prose": PROSE + SAME + PROSE,
    "another look": PROSE + LEFT + SAME + BOLD + LEFT + BOLD,
    "names": NAMED + PROSE + OTHER_NAME + NAMED,
    "tabs and breaks": TABBED + BROKEN + TABBED + BROKEN + PROSE,
    "empty ones": PROSE + EMPTY + SAME + EMPTY + LEFT,
    "drawings": DRAWN + PROSE + DRAWN,
    "tables": PROSE + TABLE + LEFT + TABLE + BOLD + SAME,
    "sections": PROSE + SECTION + SAME + SECTION + PROSE,
    "links": LINK + PROSE + LINK + SAME,
    "a sign in an attribute": PROSE + LEFT.replace("00A1", "a>b") + SAME + LEFT,
}
BOX = f"<w:p><w:r><w:txbxContent>{LEFT}</w:txbxContent></w:r></w:p>"
UNCLEAR = {
    "a comment": f"<!-- {LEFT} -->{PROSE}{LEFT}{SAME}",
    "letters marked as such": PROSE.replace("một", f"<![CDATA[{LEFT}]]>") + LEFT + SAME,
    "an instruction": f"<?x {LEFT}?>{PROSE}{LEFT}",
    "another prefix": PROSE + f'<x:p xmlns:x="{W[1:-1]}"/>' + LEFT + SAME,
    "a prefix with another meaning": PROSE + LEFT.replace("<w:r>", '<w:r xmlns:w="urn:x">'),
    "text boxes": PROSE + BOX + LEFT + SAME,
    "what holds several": f"<w:sdt><w:sdtContent>{LEFT}{PROSE}</w:sdtContent></w:sdt>{SAME}{LEFT}",
}


def _written(blocks: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:document {DECLARED}><w:body>{blocks}</w:body></w:document>".encode()


def _flow(body: etree._Element, source: bytes) -> Flow:
    sheet = Sheet(None, lambda: None, lambda: None)
    known = outlines(body, source)
    return FlowReader(sheet, Numbering(lambda: None), known, boxes=True).read(body)


@pytest.mark.parametrize("blocks", [*READABLE.values(), *UNCLEAR.values()])
def test_that_a_paragraph_is_read_as_it_would_be_alone(blocks: str) -> None:
    source = _written(blocks)
    body = etree.fromstring(source)[0]

    assert _flow(body, source) == _flow(body, b"")


@pytest.mark.parametrize("blocks", READABLE.values(), ids=READABLE)
def test_that_outlines_are_known_where_all_is_plain(blocks: str) -> None:
    source = _written(blocks)

    assert outlines(etree.fromstring(source)[0], source)


@pytest.mark.parametrize("blocks", UNCLEAR.values(), ids=UNCLEAR)
def test_that_no_outline_is_known_where_markup_may_deceive(blocks: str) -> None:
    source = _written(blocks)

    assert outlines(etree.fromstring(source)[0], source) == {}


def test_that_outlines_differ_by_look_and_not_by_text_or_name() -> None:
    source = _written(PROSE + SAME + LEFT + BOLD + NAMED + OTHER_NAME)

    prose, same, left, bold, named, other = outlines(etree.fromstring(source)[0], source).values()

    assert prose == same
    assert named == other
    assert len({prose, left, bold, named}) == 4
