"""What a package of ours says of its pages, read without lxml, which takes longer to load."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from ttdn_desktop.word.margins import SIDES, lengths, own_margins
from ttdn_desktop.word.markup import RELATIONS, WORDML
from ttdn_desktop.word.sections import Headers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Element = tuple[str, Mapping[str, str]]

_BETWEEN = " "  # of a namespace and a name


def pages(document: bytes) -> Headers:
    """Return what the one section of a package's `word/document.xml` says of its pages."""
    elements = _elements(document)
    headers = dict(_references(elements, "header"))
    return Headers(
        running=headers["default"],
        first=headers["first"],
        footers=tuple(sorted(_references(elements, "footer"))),
        margins=own_margins(_margins(elements)),
    )


def _elements(document: bytes) -> list[Element]:
    """Return all elements in their order: names and attributes with their namespaces."""
    found: list[Element] = []
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.ParseFile(BytesIO(document))
    return found


def _references(elements: list[Element], kind: str) -> Iterator[tuple[str, str]]:
    for name, attributes in elements:
        if name == _named(f"{kind}Reference"):
            yield attributes[_named("type")], attributes[_named("id", RELATIONS)]


def _margins(elements: list[Element]) -> dict[str, int]:
    places = (attributes for name, attributes in elements if name == _named("pgMar"))
    first = next(places, {})
    return lengths({side: first.get(_named(side), "") for side in SIDES})


def _named(name: str, space: str = WORDML) -> str:
    return f"{space}{_BETWEEN}{name}"
