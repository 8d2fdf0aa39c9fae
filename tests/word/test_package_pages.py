"""What a package says of its pages: its headers, its footers, margins within the decree."""

from __future__ import annotations

import pytest

from ttdn_desktop.word.markup import RELATIONS, WORDML
from ttdn_desktop.word.package_pages import pages
from ttdn_desktop.word.sections import Headers

_HEADERS = (
    '<a:headerReference r:id="rId9" a:type="first"/>'
    '<a:headerReference a:type="default" r:id="rId10"/>'
)
_SAME = (("top", 1134), ("bottom", 1134))


def _package(section: str) -> bytes:
    """Return a document whose section says this, under prefixes of its own."""
    spaces = f'xmlns:a="{WORDML}" xmlns:r="{RELATIONS}"'
    body = f"<a:body><a:sectPr>{section}</a:sectPr></a:body>"
    return f"<a:document {spaces}>{body}</a:document>".encode()


def test_that_headers_are_known_by_their_type_not_their_place() -> None:
    assert pages(_package(_HEADERS)) == Headers(running="rId10", first="rId9")


def test_that_footers_come_in_an_order_that_never_changes() -> None:
    footers = [
        '<a:footerReference a:type="first" r:id="rId3"/>',
        '<a:footerReference a:type="default" r:id="rId4"/>',
    ]
    both = [pages(_package(_HEADERS + "".join(each))) for each in (footers, footers[::-1])]
    assert [each.footers for each in both] == [(("default", "rId4"), ("first", "rId3"))] * 2


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ('a:top="1134" a:bottom="1417" a:left="9"', (("top", 1134), ("bottom", 1417))),
        ('a:header="567" a:top="1134" a:bottom="1134"', (*_SAME, ("header", 567))),
        ('a:top="1134"', ()),
        ('a:top="1134" a:bottom="5000"', ()),
        ('a:top="1134" a:bottom="20mm"', ()),
        ('top="1134" bottom="1134"', ()),
    ],
)
def test_that_margins_are_taken_where_the_decree_allows_them(
    told: str, taken: tuple[tuple[str, int], ...]
) -> None:
    assert pages(_package(f"{_HEADERS}<a:pgMar {told}/>")).margins == taken


def test_that_the_margins_of_the_first_section_count() -> None:
    two = '<a:pgMar a:top="1134" a:bottom="1134"/><a:pgMar a:top="1417" a:bottom="1417"/>'
    assert dict(pages(_package(_HEADERS + two)).margins)["top"] == 1134


def test_that_a_package_without_our_headers_is_none_of_ours() -> None:
    with pytest.raises(KeyError):
        pages(_package('<a:headerReference a:type="first" r:id="rId9"/>'))
