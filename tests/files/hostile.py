"""Files made to hurt: small on the disk, large or endless for whoever believes them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import docx

from tests.files.workbooks import MAIN, SHEET, changed, packed, with_sheet, workbook

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENTITY = f'<!DOCTYPE a [<!ENTITY a "{"x" * 50_000}">]>'
_HEADER = "".join(
    f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("TT", "Nhiệm vụ", "Đơn vị chủ trì")
)
_CELL = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
_ONE_PAGE = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
_WORDS = b"BT /F1 12 Tf 72 700 Td (TT Nhiem vu) Tj ET"


def quadratic_entities(path: Path, before: str = "") -> None:
    """Save an .xlsx in which one long entity comes 50,000 times: 2.5 GB of text."""
    cell = f'<c t="inlineStr"><is><t>{"&a;" * 50_000}</t></is></c>'
    sheet = f'<worksheet {MAIN}><sheetData><row r="1">{cell}</row></sheetData></worksheet>'
    workbook(path, [["x"]])
    changed(path, {SHEET: f'<?xml version="1.0"?>{before}{_ENTITY}{sheet}'.encode()})


def entities_far_in(path: Path) -> None:
    """Save the same, its entity declared behind more letters than are looked at first."""
    quadratic_entities(path, f"<!--{'x' * 70_000}-->")


def deep_rows(path: Path) -> None:
    """Save an .xlsx whose rows stand in one another, 300,000 deep."""
    with_sheet(path, "<row>" * 300_000 + "</row>" * 300_000)


def merges_over_merges(path: Path) -> None:
    """Save an .xlsx whose 20,000 merged cells all reach down to the last of 20,000 rows."""
    rows = f"<row>{_HEADER}</row>" * 20_000
    merges = "".join(f'<mergeCell ref="B{row}:C20000"/>' for row in range(1, 20_001))
    with_sheet(path, rows, after=f"<mergeCells>{merges}</mergeCells>")


def merges_to_the_end(path: Path) -> None:
    """Save an .xlsx of two rows whose 2,000 merged cells reach to the end of the sheet."""
    rows = f'<row r="1">{_HEADER}</row><row r="2">{_HEADER}</row>'
    merges = '<mergeCell ref="B2:XFD1048576"/>' * 2_000
    with_sheet(path, rows, after=f"<mergeCells>{merges}</mergeCells>")


def wide(path: Path) -> None:
    """Save an .xlsx with a row of 16,384 cells."""
    cells = '<c t="inlineStr"><is><t>x</t></is></c>' * 16_384
    with_sheet(path, f'<row r="1">{cells}</row>')


def links_outside(path: Path) -> None:
    """Save an .xlsx whose formulas call programs and ask the network."""
    workbook(
        path,
        [
            ["TT", "Nhiệm vụ", "Đơn vị chủ trì"],
            ["1", '=WEBSERVICE("http://127.0.0.1:9/x")', "=cmd|'/c calc'!A1"],
            ["2", "='[http://127.0.0.1:9/x.xlsx]S'!A1", "Sở Ngoại vụ"],
        ],
    )


def sheet_twice(path: Path) -> None:
    """Save an .xlsx that has its sheet twice, under one name."""
    workbook(path, [["x"]])
    with zipfile.ZipFile(path) as archive:
        held = [(member.filename, archive.read(member)) for member in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held:
            archive.writestr(name, content)
        again = zipfile.ZipInfo(SHEET.upper())
        archive.writestr(again, b"<worksheet/>")
    content = path.read_bytes().replace(SHEET.upper().encode(), SHEET.encode())
    path.write_bytes(content)


def lying_size(path: Path) -> None:
    """Save an .xlsx whose sheet unpacks to 60 MB and claims 1,000 bytes."""
    with_sheet(path, "<row/>" * 10_000_000)
    content = bytearray(path.read_bytes())
    at = content.rfind(SHEET.encode()) - 46  # its entry in the list at the end
    struct.pack_into("<I", content, at + 24, 1_000)
    path.write_bytes(content)


def _document(path: Path, body: str) -> None:
    blank = BytesIO()
    docx.Document().save(blank)
    path.write_bytes(blank.getvalue())
    changed(path, {DOCUMENT: f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()})


def tables_in_tables(path: Path) -> None:
    """Save a .docx of tables in tables, 5,000 deep."""
    _document(path, "<w:tbl><w:tr><w:tc>" * 5_000 + _CELL + "</w:tc></w:tr></w:tbl>" * 5_000)


def million_paragraphs(path: Path) -> None:
    """Save a .docx of a million empty paragraphs."""
    _document(path, "<w:p/>" * 1_000_000)


def many_tables(path: Path) -> None:
    """Save a .docx of 20,000 tables."""
    _document(path, f"<w:tbl><w:tr><w:tc>{_CELL}</w:tc></w:tr></w:tbl><w:p/>" * 20_000)


def endless_span(path: Path) -> None:
    """Save a .docx with a cell two milliards of columns wide."""
    wide_cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{_CELL}</w:tc>'
    _document(path, f"<w:tbl><w:tr>{wide_cell}</w:tr></w:tbl>")


def zeros_inside(path: Path) -> None:
    """Save a .docx with 200 MB of zeros in a picture."""
    _document(path, _CELL)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/image1.png", "w") as picture,
    ):
        for _ in range(200):
            picture.write(bytes(1 << 20))


def repeated_cells(path: Path) -> None:
    """Save an .ods whose one cell is repeated over all rows and columns there may be."""
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell>'
    table = f'<table:table table:name="a">{row}</table:table-row></table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {_NAMES}>{body}</office:document-content>"
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    packed(path, {"mimetype": mimetype, "content.xml": content.encode()})


def _pdf(path: Path, *objects: str | bytes, start: int | None = None, trailer: str = "") -> None:
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        content = each.encode() if isinstance(each, str) else each
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    at = len(out) if start is None else start
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    out += f"trailer\n<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF".encode()
    path.write_bytes(out)


def _page(more: str = "", box: str = "[0 0 595 842]") -> str:
    resources = "<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    about = f"/Parent 2 0 R/MediaBox{box}/Contents 4 0 R/Resources{resources}"
    return f"<</Type/Page{about}{more}>>"


def _stream(content: bytes, about: str = "") -> bytes:
    small = zlib.compress(content)
    head = f"<<{about}/Filter/FlateDecode/Length {len(small)}>>stream\n"
    return head.encode() + small + b"\nendstream"


def page_tree_loop(path: Path) -> None:
    """Save a PDF whose tree of pages is its own branch."""
    _pdf(path, _CATALOGUE, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>")


def table_loop(path: Path) -> None:
    """Save a PDF whose table of objects leads back to itself."""
    _pdf(path, _CATALOGUE, "<</Type/Pages/Kids[]/Count 0>>", start=9, trailer="/Prev 9")


def drawing_loop(path: Path) -> None:
    """Save a PDF with a drawing that draws itself twice."""
    form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    loop = _stream(b"/X Do /X Do", form)
    _pdf(path, _CATALOGUE, _ONE_PAGE, _page(), _stream(b"/X Do"), _FONT, loop)


def ten_thousand_pages(path: Path) -> None:
    """Save a PDF of 10,000 pages."""
    pages = f"<</Type/Pages/Kids[{'3 0 R ' * 10_000}]/Count 10000>>"
    _pdf(path, _CATALOGUE, pages, _page(), _stream(_WORDS), _FONT)


def aslant(path: Path) -> None:
    """Save a PDF with a page turned by 45 degrees and a script that runs when it opens."""
    catalogue = "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>"
    _pdf(path, catalogue, _ONE_PAGE, _page("/Rotate 45"), _stream(_WORDS), _FONT)


def vast_page(path: Path) -> None:
    """Save a PDF whose page is wider than any number."""
    box = "[-1e30 -1e30 1e30 1e30]"
    _pdf(path, _CATALOGUE, _ONE_PAGE, _page(box=box), _stream(_WORDS), _FONT)


def unending_line(path: Path) -> None:
    """Save a .csv of one line of 40 MB."""
    path.write_bytes(b"a," * 20_000_000)


def open_quote(path: Path) -> None:
    """Save a .csv whose first cell is never closed."""
    path.write_text('TT;Nhiệm vụ;Đơn vị chủ trì\n1;"' + "việc;\n" * 300_000, "utf-8")


def noise_in_pairs(path: Path) -> None:
    """Save a .csv of noise in which every other byte is zero, as in UTF-16."""
    noise = b"".join(bytes((number * 37 % 256, 0)) for number in range(20_000))
    path.write_bytes(noise)


def old_sheet(path: Path) -> None:
    """Save an .xls as Excel 4 wrote it."""
    path.write_bytes(b"\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00" + bytes(500))


def note_named_xls(path: Path) -> None:
    """Save an .xls that holds what a mail server put in its place."""
    path.write_text("Attachment ke-hoach.xls not found!")


def vast_numbers(path: Path) -> None:
    """Save a .csv whose tasks bear numbers of milliards."""
    rows = ("TT;Nhiệm vụ;Đơn vị chủ trì", "1;Nhóm;", "1.1;Việc một;Sở Ngoại vụ")
    last = "1.9999999999;Việc hai;Sở Ngoại vụ"
    path.write_text("\n".join((*rows, last, f"{'9' * 5_000};Việc ba;Sở Ngoại vụ")), "utf-8")
