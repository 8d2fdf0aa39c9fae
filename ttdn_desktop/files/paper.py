"""A short Word paper with no trace of when, by whom or on what machine it was made."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.shared import Length

_FONT = "Times New Roman"
_SIZE = Pt(14)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_TRACES = frozenset(
    {RELATION.THUMBNAIL, RELATION.EXTENDED_PROPERTIES, RELATION.CUSTOM_XML, _EFFECTS}
)
"""Parts of python-docx's template that tell of its maker's program, or serve nothing here."""


def paper(title: str, paragraphs: Sequence[str]) -> bytes:
    """Return a .docx: the title centred and bold, then justified paragraphs of 14 points.

    The same words give the same bytes.
    """
    document = docx.Document()
    without_traces(document, title)
    _page(document)
    write_in(document, _SIZE)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(title).bold = True
    for words in paragraphs:
        paragraph = document.add_paragraph(words)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(10)
        paragraph.paragraph_format.space_after = Pt(6)
    package = io.BytesIO()
    document.save(package)
    return _repacked(package)


def without_traces(document: Document, title: str) -> None:
    """Take out what python-docx's own template carries: author, dates, comments, program."""
    core = document.core_properties
    core.title, core.language = title, "vi-VN"
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = _CORE_EPOCH
    core.revision = 1
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype in _TRACES]:
            del relations[key]


def _page(document: Document) -> None:
    """Set A4 with the margins of Decree 30."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)


def write_in(document: Document, size: Length) -> None:
    """Set one font for all letters, and its size."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, size
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)


def _repacked(package: io.BytesIO) -> bytes:
    """Return the same members, each at one fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return out.getvalue()
