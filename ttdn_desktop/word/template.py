"""Builds the package every report starts from: styles, header, settings; no text, no names.

`python -m ttdn_desktop.word.template` writes it again after `layout` has changed; a test compares.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt

from ttdn_desktop import paths
from ttdn_desktop.domain.document import Align
from ttdn_desktop.word import furniture, package, properties
from ttdn_desktop.word.layout import LANGUAGE, LOOKS, PORTRAIT
from ttdn_desktop.word.writer import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Header  # python-docx has no other name for its type
    from docx.styles.style import ParagraphStyle
    from docx.styles.styles import Styles

    from ttdn_desktop.word.layout import Element, Look

_ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# What the schema puts after the two properties python-docx has no word for.
_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
_AFTER_SHADE = ("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
_KEPT_OF_DOCUMENT = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.HEADER,
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LONG_AGO = date(1980, 1, 1)


def build() -> bytes:
    """Return the package's bytes; the same ones each time."""
    document = docx.Document()
    _headers(document)
    _keep_only_ours(document)
    _refill(document.settings.element, furniture.SETTINGS)
    _refill(document.styles.element, furniture.base_styles())
    for element, look in LOOKS.items():
        _style(document.styles, element, look)
    made = BytesIO()
    document.save(made)
    packed = BytesIO()
    package.store(package.read(made), packed)
    return packed.getvalue()


def _headers(document: Document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.page_width, section.page_height = Mm(PORTRAIT.width), Mm(PORTRAIT.height)
    seam = document.element.body.sectPr
    for mark in list(seam.attrib):  # the numbers of someone's editing sessions
        del seam.attrib[mark]
    _header(section.first_page_header, furniture.FIRST_HEADER)
    _header(section.header, furniture.RUNNING_HEADER)


def _header(header: _Header, paragraph: str) -> None:
    header.is_linked_to_previous = False
    _refill(header.part.element, [paragraph])


def _keep_only_ours(document: Document) -> None:
    """Drop what python-docx's own template brings: theme, thumbnail, dates, its author."""
    part, whole = document.part, document.part.package
    for key in [key for key, each in part.rels.items() if each.reltype not in _KEPT_OF_DOCUMENT]:
        del part.rels[key]
    for key in [key for key, each in whole.rels.items() if each.target_part is not part]:
        del whole.rels[key]
    fonts = Part(
        PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, furniture.FONTS, whole
    )
    part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    blob = properties.core("", "", _LONG_AGO, LANGUAGE)
    core = Part(PackURI(f"/{properties.CORE}"), CONTENT_TYPE.OPC_CORE_PROPERTIES, blob, whole)
    whole.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    blob = properties.custom("")
    custom = Part(PackURI(f"/{properties.CUSTOM}"), _CUSTOM_PROPERTIES, blob, whole)
    whole.relate_to(custom, f"{_OFFICE}/custom-properties")


def _refill(element: BaseOxmlElement, children: Iterable[str]) -> None:
    for child in list(element):
        element.remove(child)
    for xml in children:
        element.append(parse_xml(xml))


def _style(styles: Styles, element: Element, look: Look) -> None:
    kind = WD_STYLE_TYPE.PARAGRAPH
    style = styles.add_style(look.name, kind)  # type: ignore[no-untyped-call]  # python-docx's
    style.element.styleId = str(element)
    style.base_style = styles[f"Heading {look.outline}" if look.outline else "Normal"]
    style.quick_style = True
    _letters(style, look)
    _place(style, look)
    if look.fill:
        shade = parse_xml(furniture.shade(look.fill))
        style.element.get_or_add_rPr().insert_element_before(shade, *_AFTER_SHADE)
    if look.border:
        border = parse_xml(furniture.border_above(look.border))
        style.element.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDER)


def _letters(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.size = Pt(look.size)
    font.bold = look.bold or None
    font.italic = look.italic or None
    font.all_caps = look.caps or None


def _place(style: ParagraphStyle, look: Look) -> None:
    place = style.paragraph_format
    place.alignment = _ALIGNMENTS[look.align]
    place.space_before, place.space_after = Pt(look.before), Pt(look.after)
    place.keep_with_next = look.keep_next or None
    place.first_line_indent = Mm(look.first_line) if look.first_line else None
    place.left_indent = Mm(look.left) if look.left else None
    if look.height:
        place.line_spacing_rule, place.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.height)
    else:
        place.line_spacing = look.line


if __name__ == "__main__":
    paths.resource(*TEMPLATE).write_bytes(build())
