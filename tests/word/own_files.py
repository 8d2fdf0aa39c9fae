"""Templates as offices have them, made by python-docx, and what is wrong with some."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from ttdn_desktop.files.maker import SampleEvidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    Change = Callable[[Document], object]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FOOT = "Sở Ngoại vụ - 02 Hùng Vương"


def template(*changes: Change) -> bytes:
    """Return a template: a logo and a page number above, an address below, margins 25/25/30/15."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(25)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    header = section.header
    header.paragraphs[0].add_run().add_picture(BytesIO(SampleEvidence().photo(2)), width=Mm(20))
    number(header.add_paragraph()._p)  # noqa: SLF001 (python-docx has no words for fields)
    section.footer.paragraphs[0].text = FOOT
    for change in changes:
        change(made)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def number(paragraph: object, instruction: str = "PAGE") -> None:
    """Put a field into a paragraph."""
    field = parse_xml(
        f'<w:fldSimple {_W} w:instr="{instruction}"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    )
    paragraph.append(field)  # type: ignore[attr-defined]  # an element of lxml's


def text_style(document: Document, *, size: float = 13, font: str = "Times New Roman") -> None:
    """Say how the text looks: the built-in "Body Text"."""
    style = document.styles["Body Text"]
    style.font.size, style.font.name = Pt(size), font
    style.paragraph_format.space_before = Pt(8)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.3
    style.paragraph_format.first_line_indent = Mm(10)


def control(document: Document) -> None:
    """Put a content control into the body."""
    element = parse_xml(f"<w:sdt {_W}><w:sdtContent><w:p/></w:sdtContent></w:sdt>")
    document.element.body.insert(0, element)


def link(document: Document) -> None:
    """Put a link to the web into the footer."""
    part = document.sections[0].footer.part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    identity = part.relate_to("https://example.org", kind, is_external=True)
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    inside = "<w:r><w:t>trang tin</w:t></w:r>"
    element = parse_xml(f'<w:hyperlink {_W} {space} r:id="{identity}">{inside}</w:hyperlink>')
    document.sections[0].footer.paragraphs[0]._p.append(element)  # noqa: SLF001 (as above)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return a file with one part more, or another in its place."""
    saved = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(saved, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return saved.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """Return one part of a file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name)
