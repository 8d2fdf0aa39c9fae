"""Documents as offices type them, made by python-docx: a table or tabs, direct looks."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import _Cell  # python-docx has no other name for its type
    from docx.text.paragraph import Paragraph
    from lxml import etree

CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
PROSE = (
    "Trong năm, cơ quan đã chủ trì, phối hợp với các sở, ban, ngành và địa phương tổ chức nhiều "
    "hoạt động thông tin, tuyên truyền theo kế hoạch đã được phê duyệt."
)


@dataclass(frozen=True)
class Wish:
    """What an office has chosen of what the decree allows, and how it has typed its document."""

    top: float = 20
    left: float = 30
    right: float = 15
    small: float = 12
    large: float = 13
    body: float = 13
    line: float = 1.0
    first: float = 10
    gap: float = 6
    tabs: bool = False
    line_kind: str = "underscores"
    issuer_line: float = 12
    nation: str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    parent: str = "UBND TỈNH A"
    issuer: str = "SỞ NỘI VỤ"
    number: str = "Số: 15/BC-SNV"
    day: str = "Hà Nội, ngày 05 tháng 01 năm 2026"
    addressees: tuple[str, ...] = ("Bộ Nội vụ",)
    authority: tuple[str, ...] = ("GIÁM ĐỐC",)
    signer: str = "Nguyễn Văn A"
    annexes: int = 0


@dataclass
class Typed:
    """A document being typed."""

    wish: Wish
    document: Document

    def store(self, path: Path) -> Path:
        """Write it."""
        self.document.save(str(path))
        return path


def write(wish: Wish) -> Typed:
    """Type a document: head, text of three sections, signature, and annexes."""
    typed = Typed(wish, docx.Document())
    _page(typed)
    (_head_of_tabs if wish.tabs else _head_of_table)(typed)
    _title(typed)
    _text(typed)
    (_end_of_tabs if wish.tabs else _end_of_table)(typed)
    for number in range(wish.annexes):
        _annex(typed, number)
    return typed


def say(
    paragraph: Paragraph, text: str, size: float, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    """Type a text with its look."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run.font.bold, run.font.italic = bold, italic
    add(run.element.get_or_add_rPr(), f'<w:lang {nsdecls("w")} w:val="vi-VN"/>')
    return paragraph


def add(parent: etree._Element, xml: str) -> None:
    """Put what python-docx has no words for behind the children of an element."""
    parent.append(parse_xml(xml))


def tight(paragraph: Paragraph, align: WD_ALIGN_PARAGRAPH | None = None) -> Paragraph:
    """Set a paragraph without gaps."""
    place = paragraph.paragraph_format
    place.space_before = place.space_after = Pt(0)
    place.line_spacing, place.alignment = 1.0, align
    return paragraph


def _page(typed: Typed) -> None:
    wish, section = typed.wish, typed.document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(wish.top)
    section.left_margin, section.right_margin = Mm(wish.left), Mm(wish.right)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    shown = '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>'
    add(number._p, f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE ">{shown}</w:fldSimple>')  # noqa: SLF001 (python-docx has no fields)


def underline(paragraph: Paragraph, kind: str, length: float) -> None:
    """Draw a line of so many mm: underscores, or a shape of either kind."""
    if kind == "underscores":
        say(paragraph, "_" * round(length / 2.12), 12, bold=True)
        return
    emu, points = round(length * 36000), length * 72 / 25.4
    drawing = (
        f'<w:r {nsdecls("w", "wp", "a")}><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:extent cx="{emu}" cy="0"/></wp:anchor></w:drawing></w:r>'
    )
    vml = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:line '
        f'style="position:absolute" from="10pt,2pt" to="{10 + points:.1f}pt,2pt"/></w:pict></w:r>'
    )
    add(paragraph._p, drawing if kind == "drawing" else vml)  # noqa: SLF001 (nor shapes)


def _cell(cell: _Cell, *lines: tuple[str, float, bool, bool]) -> None:
    for number, (text, size, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        say(tight(paragraph, CENTRE), text, size, bold=bold, italic=italic)


def _head_of_table(typed: Typed) -> None:
    wish = typed.wish
    rows = typed.document.add_table(2, 2).rows
    (left, right), (number, day) = rows[0].cells, rows[1].cells
    parents = [(wish.parent, wish.small, False, False)] if wish.parent else []
    _cell(left, *parents, (wish.issuer, wish.small, True, False))
    underline(tight(left.add_paragraph(), CENTRE), wish.line_kind, wish.issuer_line)
    _cell(right, (wish.nation, wish.small, True, False),
          ("Độc lập - Tự do - Hạnh phúc", wish.large, True, False))  # fmt: skip
    underline(tight(right.add_paragraph(), CENTRE), wish.line_kind, 56 * wish.large / 13)
    _cell(number, (wish.number, 13, False, False))
    _cell(day, (wish.day, wish.large, False, True))


def _two(typed: Typed, *sides: tuple[str, float, bool, bool]) -> None:
    paragraph = tight(typed.document.add_paragraph())
    for place in (28, 115):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place), WD_TAB_ALIGNMENT.CENTER)
    for text, size, bold, italic in sides:
        say(paragraph, f"\t{text}", size, bold=bold, italic=italic)


def _head_of_tabs(typed: Typed) -> None:
    wish = typed.wish
    _two(typed, (wish.parent, wish.small, False, False), (wish.nation, wish.small, True, False))
    motto = ("Độc lập - Tự do - Hạnh phúc", wish.large, True, False)
    _two(typed, (wish.issuer, wish.small, True, False), motto)
    _two(typed, ("_" * 6, 12, False, False), ("_" * 26, 12, False, False))
    _two(typed, (wish.number, 13, False, False), (wish.day, wish.large, False, True))


def _title(typed: Typed) -> None:
    wish, document = typed.wish, typed.document
    typed.document.add_paragraph()
    say(tight(document.add_paragraph(), CENTRE), "BÁO CÁO", wish.large, bold=True)
    subject = "Kết quả công tác cải cách hành chính năm 2025"
    say(tight(document.add_paragraph(), CENTRE), subject, wish.large, bold=True)
    underline(tight(document.add_paragraph(), CENTRE), wish.line_kind, 40)
    if len(wish.addressees) == 1:
        line = tight(document.add_paragraph(), CENTRE)
        say(line, f"Kính gửi: {wish.addressees[0]}", wish.large)
    elif wish.addressees:
        word = say(tight(document.add_paragraph()), "Kính gửi:", wish.large)
        word.paragraph_format.left_indent = Mm(30)
        for each in wish.addressees:
            mark = "." if each == wish.addressees[-1] else ";"
            line = say(tight(document.add_paragraph()), f"- {each}{mark}", wish.large)
            line.paragraph_format.left_indent = Mm(48)


def prose(typed: Typed, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Type a paragraph of the text."""
    wish, paragraph = typed.wish, typed.document.add_paragraph()
    place = paragraph.paragraph_format
    place.alignment, place.first_line_indent = BOTH, Mm(wish.first)
    place.space_before, place.space_after = Pt(wish.gap), Pt(0)
    place.line_spacing = wish.line
    return say(paragraph, text, wish.body, bold=bold, italic=italic)


def _text(typed: Typed) -> None:
    prose(
        typed, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2025;", italic=True
    )
    prose(typed, "Căn cứ Kế hoạch số 01/KH-UBND ngày 05 tháng 01 năm 2025.", italic=True)
    prose(typed, "Sở Nội vụ báo cáo kết quả như sau:")
    prose(typed, "I. KẾT QUẢ THỰC HIỆN", bold=True)
    prose(typed, "1. Công tác chỉ đạo, điều hành", bold=True)
    prose(typed, PROSE)
    for letter in "abcdđeghiklmno":
        prose(typed, f"{letter}) Nội dung thứ {letter}: {PROSE}")
    prose(typed, "2. Tổ chức thực hiện", bold=True)
    prose(typed, f"- {PROSE}")
    prose(typed, "II. PHƯƠNG HƯỚNG, NHIỆM VỤ", bold=True)
    prose(typed, f"1. {PROSE}")
    prose(typed, f"2. {PROSE} (có Phụ lục kèm theo)")
    prose(typed, "Trên đây là báo cáo của Sở Nội vụ./.")


def _recipients(wish: Wish) -> list[str]:
    first = ["- Như trên;"] if wish.addressees else []
    return [*first, "- UBND tỉnh (để báo cáo);", "- Lưu: VT, TCCB."]


def _end_of_table(typed: Typed) -> None:
    wish = typed.wish
    left, right = typed.document.add_table(1, 2).rows[0].cells
    say(tight(left.paragraphs[0]), "Nơi nhận:", 12, bold=True, italic=True)
    for each in _recipients(wish):
        say(tight(left.add_paragraph()), each, 11)
    _cell(right, *((line, wish.large, True, False) for line in wish.authority))
    for _ in range(4):
        tight(right.add_paragraph())
    say(tight(right.add_paragraph(), CENTRE), wish.signer, wish.large, bold=True)


def _end_of_tabs(typed: Typed) -> None:
    wish = typed.wish
    first = tight(typed.document.add_paragraph())
    first.paragraph_format.tab_stops.add_tab_stop(Mm(115), WD_TAB_ALIGNMENT.CENTER)
    say(first, "Nơi nhận:", 12, bold=True, italic=True)
    say(first, f"\t{wish.authority[0]}", wish.large, bold=True)
    for each in _recipients(wish):
        say(tight(typed.document.add_paragraph()), each, 11)
    for _ in range(3):
        tight(typed.document.add_paragraph())
    last = tight(typed.document.add_paragraph())
    last.paragraph_format.tab_stops.add_tab_stop(Mm(115), WD_TAB_ALIGNMENT.CENTER)
    say(last, f"\t{wish.signer}", wish.large, bold=True)


def _annex(typed: Typed, number: int) -> None:
    section = typed.document.add_section()
    start = f'<w:pgNumType {nsdecls("w")} w:start="1"/>'
    add(section._sectPr, start)  # noqa: SLF001 (python-docx has no page numbers)
    numeral = ("I", "II", "III")[number]
    label = "Phụ lục" if typed.wish.annexes == 1 else f"Phụ lục {numeral}"
    for text, size, bold in ((label, 14, True), ("BẢNG TỔNG HỢP", 13, True)):
        say(tight(typed.document.add_paragraph(), CENTRE), text, size, bold=bold)
    guide = "(Kèm theo Báo cáo số …/BC-SNV ngày … tháng … năm … của Sở Nội vụ)"
    say(tight(typed.document.add_paragraph(), CENTRE), guide, 13, italic=True)
    table = typed.document.add_table(3, 3)
    for row in table.rows:
        for cell in row.cells:
            say(tight(cell.paragraphs[0]), "Nội dung", 12)


def as_bytes(typed: Typed) -> bytes:
    """Return the file's bytes."""
    made = BytesIO()
    typed.document.save(made)
    return made.getvalue()
