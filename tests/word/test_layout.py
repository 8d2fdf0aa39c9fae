"""What is chosen lies inside what Decree 30 allows, and the styles print what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ttdn_desktop.domain.document import Align, Orientation, Role
from ttdn_desktop.word.layout import (
    FIRST_LINES,
    HEAD_COLUMNS,
    LINE_SPACING,
    LOOKS,
    MARGINS,
    PAGES,
    PARAGRAPH_GAP,
    PORTRAIT,
    ROLES,
    Element,
)
from ttdn_desktop.word.lengths import point_twips, twips

if TYPE_CHECKING:
    from tests.word.sample_report import Made

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROSE = (Role.SECTION, Role.CLAUSE, Role.POINT, Role.BODY, Role.BULLET, Role.GAP)
_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


@pytest.mark.parametrize("orientation", Orientation)
def test_that_the_margins_are_within_the_decree(orientation: Orientation) -> None:
    for side, allowed in MARGINS.items():
        assert getattr(PAGES[orientation], side) in allowed


@pytest.mark.parametrize("element", Element)
def test_that_each_size_is_within_the_decree(element: Element) -> None:
    assert LOOKS[element].size in LOOKS[element].allowed


@pytest.mark.parametrize("element", Element)
def test_that_each_rule_is_within_the_decree(element: Element) -> None:
    rule = LOOKS[element].rule
    assert rule is None or rule.share in rule.allowed


@pytest.mark.parametrize("role", _PROSE)
def test_that_prose_is_justified_indented_and_apart(role: Role) -> None:
    look = LOOKS[ROLES[role]]
    assert look.align is Align.JUSTIFY
    assert look.first_line in FIRST_LINES
    assert look.before in PARAGRAPH_GAP
    assert look.line in LINE_SPACING


def test_that_each_role_has_a_look() -> None:
    assert set(ROLES) == set(Role)


def test_that_the_head_fills_the_text_width() -> None:
    assert sum(HEAD_COLUMNS) == PORTRAIT.text_width


@pytest.mark.parametrize(
    ("element", "size", "bold", "italic", "caps"),
    [
        (Element.NATION, 13, True, False, True),
        (Element.MOTTO, 14, True, False, False),
        (Element.PARENT, 13, False, False, True),
        (Element.ISSUER, 13, True, False, True),
        (Element.NUMBER, 13, False, False, False),
        (Element.PLACE_DATE, 14, False, True, False),
        (Element.KIND, 14, True, False, True),
        (Element.SUBJECT, 14, True, False, False),
        (Element.ADDRESSEE, 14, False, False, False),
        (Element.SECTION, 14, True, False, True),
        (Element.CLAUSE, 14, True, False, False),
        (Element.POINT, 14, False, False, False),
        (Element.BODY, 14, False, False, False),
        (Element.RECIPIENTS, 12, True, True, False),
        (Element.RECIPIENT, 11, False, False, False),
        (Element.AUTHORITY, 14, True, False, True),
        (Element.SIGNER, 14, True, False, False),
        (Element.ANNEX_LABEL, 14, True, False, False),
        (Element.ANNEX_TITLE, 14, True, False, True),
        (Element.ANNEX_GUIDE, 14, False, True, False),
        (Element.PAGE_NUMBER, 14, False, False, False),
    ],
)
def test_that_letters_are_those_of_section_v(
    file: Made, element: Element, size: int, *, bold: bool, italic: bool, caps: bool
) -> None:
    letters = _style(file, element).find(f"{_W}rPr")
    assert letters is not None
    assert _value(letters, "sz") == str(size * 2)
    found = [letters.find(f"{_W}{tag}") is not None for tag in ("b", "i", "caps")]
    assert found == [bold, italic, caps]


@pytest.mark.parametrize("element", Element)
def test_that_each_style_says_what_the_layout_says(file: Made, element: Element) -> None:
    look, place = LOOKS[element], _style(file, element).find(f"{_W}pPr")
    assert place is not None
    spacing = place.find(f"{_W}spacing")
    assert spacing is not None
    assert spacing.get(f"{_W}before") == str(point_twips(look.before))
    assert spacing.get(f"{_W}after") == str(point_twips(look.after))
    line = point_twips(look.height) if look.height else round(look.line * 240)
    assert spacing.get(f"{_W}line") == str(line)
    assert _value(place, "jc") == _JC[look.align]
    indent = place.find(f"{_W}ind")
    first_line = indent.get(f"{_W}firstLine", "0") if indent is not None else "0"
    assert int(first_line) == twips(look.first_line)


def test_that_everything_is_times_new_roman_black_and_vietnamese(file: Made) -> None:
    styles = etree.fromstring(file.part("word/styles.xml"))
    fonts = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts")
    assert fonts is not None
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert len(list(styles.iter(f"{_W}rFonts"))) == 1
    assert {each.get(f"{_W}val") for each in styles.iter(f"{_W}color")} == {"000000"}
    languages = [set(each.attrib.values()) for each in styles.iter(f"{_W}lang")]
    assert languages == [{"vi-VN"}]


def test_that_headings_lead_words_navigation(file: Made) -> None:
    bases = {
        element: _value(_style(file, element), "basedOn")
        for element in (Element.SECTION, Element.CLAUSE, Element.POINT, Element.BODY)
    }
    assert list(bases.values()) == ["Heading1", "Heading2", "Heading3", "Normal"]


def test_that_no_style_name_has_a_comma_which_word_takes_for_an_alias() -> None:
    assert not [look.name for look in LOOKS.values() if "," in look.name]


def _style(file: Made, element: Element) -> etree._Element:
    styles = etree.fromstring(file.part("word/styles.xml"))
    return next(each for each in styles if each.get(f"{_W}styleId") == element)


def _value(parent: etree._Element, tag: str) -> str | None:
    child = parent.find(f"{_W}{tag}")
    return None if child is None else child.get(f"{_W}val")
