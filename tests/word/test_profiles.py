"""The head of every kind of body, measured: columns, lines that fit, rules as the decree wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.word.sample_report import CLOSING, HEAD, REPORT, Made, made
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.domain.signing import SignForm, authority_lines
from ttdn_desktop.domain.succession import Organisation
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName, unit_id
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_profiles, shipped_units
from ttdn_desktop.word.fitting import width_mm
from ttdn_desktop.word.layout import (
    CLOSING_COLUMNS,
    HEAD_COLUMNS,
    LOOKS,
    PORTRAIT,
    SHORT_RULE,
    Element,
)
from ttdn_desktop.word.lengths import least_twips, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ttdn_desktop.domain.units import HeaderProfile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DAY = date(2024, 12, 14)
_OWN_NAMES = {"": "Trung tâm Phát triển quỹ đất và Xúc tiến đầu tư", "Sở": "Sở Nông nghiệp và "
              "Phát triển nông thôn", "Báo": "Báo Kon Tum"}  # fmt: skip
_LEFT = (Element.PARENT, Element.ISSUER, Element.NUMBER, Element.STAR)
_RIGHT = (Element.NATION, Element.MOTTO, Element.PARTY, Element.PLACE_DATE)
_EASE = 2  # twips: each length is rounded


def _named(profile: HeaderProfile) -> str:
    local = profile.kind in (UnitKind.DISTRICT, UnitKind.COMMUNE)
    rest = "Ngọk Réo" if local else "xã Ngọk Bay và Đăk Rơ Wa"
    return _OWN_NAMES.get(profile.prefix, f"{profile.prefix} {rest}")


def _id(profile: HeaderProfile) -> str:
    return f"{profile.kind} {profile.prefix}".strip()


@pytest.fixture(params=shipped_profiles(), ids=_id)
def profile(request: pytest.FixtureRequest) -> HeaderProfile:
    """Return each shipped profile."""
    shipped: HeaderProfile = request.param
    return shipped


@pytest.fixture
def headed(profile: HeaderProfile) -> Made:
    """Return the file of a report headed and signed as the profile has it, by a deputy."""
    province = unit_id("Ủy ban nhân dân tỉnh Kon Tum")
    parent = None if profile.kind in (UnitKind.MINISTRY, UnitKind.PROVINCE) else province
    name = UnitName(_named(profile), "SNNPTNT")
    body = Unit("mine", profile.kind, (name,), parent, place="" if parent else "Quảng Ngãi")
    organisation = Organisation(shipped_units(), shipped_classes(), ())
    header = header_on(body, organisation, [replace(profile, prefix="")], _DAY)
    head = replace(
        HEAD,
        parents=header.parents,
        issuer=header.issuer,
        motto=header.motto,
        number_line=header.number_line("BC"),
        place_date=f"{header.place}, ngày      tháng 12 năm 2024",
        star=header.star,
    )
    authority = authority_lines(SignForm.DEPUTY, "", header.authority, slashed=header.slashed)
    return made(replace(REPORT, head=head, closing=replace(CLOSING, authority=authority)))


def test_that_the_two_columns_fill_the_text(headed: Made) -> None:
    head, closing = (headed.find("/w:document/w:body/w:tbl")[place] for place in (0, 1))
    for table, columns in ((head, HEAD_COLUMNS), (closing, CLOSING_COLUMNS)):
        grid = [int(each.get(f"{_W}w", "")) for each in table.iter(f"{_W}gridCol")]
        cells = [int(each.get(f"{_W}w", "")) for each in table.iter(f"{_W}tcW")]
        assert grid == [twips(each) for each in columns]
        assert cells == grid * (len(cells) // 2)
        assert sum(grid) == pytest.approx(twips(PORTRAIT.text_width), abs=_EASE)


def test_that_no_line_is_wider_than_its_column(headed: Made) -> None:
    for elements, column in ((_LEFT, HEAD_COLUMNS[0]), (_RIGHT, HEAD_COLUMNS[1])):
        for element in elements:
            for text in headed.texts(element):
                assert all(width_mm(element, line) <= column for line in text.split("\n")), text
    for text in headed.texts(Element.AUTHORITY):
        for line in text.split("\n"):
            assert width_mm(Element.AUTHORITY, line) <= CLOSING_COLUMNS[1], line


def test_that_the_rules_of_the_head_are_as_long_as_the_decree_wants(headed: Made) -> None:
    rules = iter(headed.styled(Element.RULE))
    if not headed.texts(Element.STAR):
        share = _length(next(rules), HEAD_COLUMNS[0]) / _longest(headed, Element.ISSUER)
        assert share in SHORT_RULE.allowed
    (heading,) = [each for each in (Element.MOTTO, Element.PARTY) if headed.texts(each)]
    assert _length(next(rules), HEAD_COLUMNS[1]) == pytest.approx(
        _longest(headed, heading), abs=_EASE
    )
    share = _length(next(rules), PORTRAIT.text_width) / _longest(headed, Element.SUBJECT)
    assert share in SHORT_RULE.allowed


def test_that_paper_and_margins_are_those_of_the_decree(headed: Made) -> None:
    for section in headed.find("//w:sectPr"):
        size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        assert size is not None
        assert margins is not None
        sides = {int(size.get(f"{_W}{side}", "")) for side in "wh"}
        assert sides == {twips(210), twips(297)}
        found = [int(margins.get(f"{_W}{side}", "")) for side in ("top", "bottom", "left", "right")]
        assert found == [least_twips(each) for each in (20, 20, 30, 15)]


def _longest(file: Made, element: Element) -> int:
    lines = "\n".join(file.texts(element)).split("\n")
    assert LOOKS[element].rule is not None
    return twips(max(width_mm(element, line) for line in lines))


def _length(rule: _Element, column: float) -> int:
    (indent,) = rule.iter(f"{_W}ind")
    sides = [int(indent.get(f"{_W}{side}", "")) for side in ("left", "right")]
    assert sides[0] == sides[1]
    return twips(column) - sum(sides)
