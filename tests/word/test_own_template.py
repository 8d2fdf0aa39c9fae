"""A template of the office's own: what is taken of it, what is said, what is refused."""

from __future__ import annotations

import inspect
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm, Pt

from tests.word import own_files
from tests.word.own_files import FOOT, part_of, template, text_style, with_part
from tests.word.sample_report import REPORT, Made, made
from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import resource
from ttdn_desktop.word import own_furniture, own_prose, own_template
from ttdn_desktop.word.layout import Element
from ttdn_desktop.word.writer import WordWriter, report_writer

if TYPE_CHECKING:
    from docx.document import Document

NAME = "mẫu.dotx"


def _keys(content: bytes, *, taken: bool) -> set[str]:
    findings = own_template.adapt(content, NAME).findings
    return {each.key for each in findings if each.taken is taken}


def _report(content: bytes) -> Made:
    return made(REPORT, WordWriter(own_template.adapt(content, NAME).package))


def _opened(file: Made) -> Document:
    return docx.Document(BytesIO(file.content))


def test_that_header_footer_logo_and_margins_are_taken() -> None:
    assert _keys(template(), taken=True) == {"header", "footer", "pictures", "margins"}
    assert _keys(template(), taken=False) == set()
    document = _opened(_report(template()))
    for section in document.sections:
        assert [round(each.mm) for each in (section.top_margin, section.bottom_margin)
                if each] == [25, 25]  # fmt: skip
        assert [each.text for each in section.footer.paragraphs] == [FOOT]
        assert section.header.part.related_parts
        assert "PAGE" in section.header.part.element.xml
        assert "PAGE" not in section.first_page_header.part.element.xml
    assert part_of(_report(template()).content, "word/media/own_image1.png")


def test_that_each_finding_has_its_sentence_in_both_languages() -> None:
    source = "".join(inspect.getsource(each) for each in (own_template, own_prose, own_furniture))
    begun = set(re.findall(r"""(?:_say|TemplateFinding)\(\s*f?"([a-z_]+)""", source))
    assert {"header", "margin_outside_", "style_letters", "left_out_"} <= begun
    for language in ("vi", "en"):
        told = json.loads(resource("i18n", f"{language}.json").read_text("utf-8"))
        keys = {key.removeprefix("template.") for key in told if key.startswith("template.")}
        assert all(any(key.startswith(each) for key in keys) for each in begun)
        assert all(any(key.startswith(each) for each in begun) for key in keys)


def test_that_the_text_is_the_same_and_the_code_another() -> None:
    own = WordWriter(own_template.adapt(template(), NAME).package)
    ours = report_writer()
    assert own.code(REPORT) != ours.code(REPORT)
    texts = [
        [each.text for each in _opened(made(REPORT, writer)).paragraphs] for writer in (own, ours)
    ]
    assert texts[0] == texts[1]


def test_that_the_same_template_gives_the_same_package() -> None:
    content = template()
    first, second = (own_template.adapt(content, NAME) for _ in range(2))
    assert first == second


def test_that_styles_of_the_text_are_taken_within_the_decree() -> None:
    content = template(text_style)
    assert "style" in _keys(content, taken=True)
    style = _opened(_report(content)).styles[own_style(Element.BODY)]
    assert style.font.size == Pt(13)
    assert style.paragraph_format.space_before == Pt(8)
    assert style.paragraph_format.line_spacing == pytest.approx(1.3)
    indent = style.paragraph_format.first_line_indent
    assert indent is not None
    assert round(indent.mm) == 10


def own_style(element: Element) -> str:
    """Return the name of our style for a part of the report."""
    return {Element.BODY: "Lời văn"}[element]


@pytest.mark.parametrize(
    ("size", "font", "key"),
    [(16, "Times New Roman", "style_measures"), (13, "Arial", "style_letters")],
)
def test_that_styles_outside_the_decree_are_said(size: float, font: str, key: str) -> None:
    content = template(lambda each: text_style(each, size=size, font=font))
    assert key in _keys(content, taken=False)
    assert _opened(_report(content)).styles["Lời văn"].font.size == Pt(14)


def test_that_what_cannot_be_used_is_said() -> None:
    def more(document: Document) -> None:
        document.add_paragraph("Nội dung mẫu")
        document.add_section()
        document.settings.odd_and_even_pages_header_footer = True
        own_files.control(document)
        document.sections[0].left_margin = Mm(20)

    found = _keys(template(more), taken=False)
    assert found == {"body", "sections", "even", "controls", "margin_outside_left"}
    assert "Nội dung mẫu" not in _report(template(more)).part("word/document.xml").decode()


def test_that_a_missing_page_number_is_added_above() -> None:
    def bare(document: Document) -> None:
        header = document.sections[0].header
        for each in header.paragraphs[1:]:
            each._p.getparent().remove(each._p)  # noqa: SLF001 (it has one)

    assert "number_added" in _keys(template(bare), taken=False)
    assert b"PAGE" in _report(template(bare)).part("word/header2.xml")


def test_that_a_page_number_below_is_left_out() -> None:
    def below(document: Document) -> None:
        own_files.number(document.sections[0].footer.add_paragraph()._p)  # noqa: SLF001 (no words)

    assert "number_below" in _keys(template(below), taken=False)
    assert b"PAGE" not in _report(template(below)).part("word/own_footer_default.xml")


def test_that_nothing_outside_the_file_is_reached() -> None:
    def spying(document: Document) -> None:
        own_files.link(document)
        own_files.number(document.sections[0].footer.add_paragraph()._p, "DDEAUTO cmd calc")  # noqa: SLF001 (no words)

    content = template(spying)
    assert {"left_out_links", "left_out_fields"} <= _keys(content, taken=False)
    file = _report(content)
    foot = file.part("word/own_footer_default.xml").decode()
    assert "trang tin" in foot
    assert "DDE" not in foot
    assert b"example.org" not in file.content


def test_that_a_template_without_anything_gives_ours() -> None:
    saved = BytesIO()
    docx.Document().save(saved)
    file = _report(saved.getvalue())
    assert file.part("word/header2.xml") == made(REPORT).part("word/header2.xml")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (with_part(template(), "word/vbaProject.bin", b"x"), "template_macros"),
        (b"\xd0\xcf\x11\xe0", "word_unreadable"),
        (b"", "word_unreadable"),
        (with_part(template(), "word/styles.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
         "file_entities"),
        (with_part(template(), "word/big.bin", bytes(25 << 20)), "word_too_large"),
        (with_part(template(), "word/document.xml", b"<w"), "word_unreadable"),
    ],
    ids=["macros", "old Word", "empty", "entities", "bomb", "broken"],
)  # fmt: skip
def test_that_what_is_no_template_is_refused(content: bytes, key: str) -> None:
    with pytest.raises(KnownError, match=key):
        own_template.adapt(content, NAME)
