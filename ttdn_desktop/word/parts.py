"""Parts that a report brings along besides its text: pictures, charts, the foot of page 1."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.word import address, chart_part
from ttdn_desktop.word.markup import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ttdn_desktop.domain.document import Document, Picture

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS_OF_DOCUMENT = "word/_rels/document.xml.rels"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@immutable
class Part:
    """A part: its place in the package, its type, how the document relates to it."""

    name: str
    content_type: str
    relation: str
    id: str


@immutable
class Parts:
    """A report's own parts: pictures by digest, charts by key, feet by their name."""

    pictures: Mapping[str, Part] = field(default_factory=dict)
    charts: Mapping[str, Part] = field(default_factory=dict)
    feet: Mapping[str, Part] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Part]:
        """Yield all parts, in an order that never changes."""
        for group in (self.pictures, self.charts, self.feet):
            yield from group.values()


def parts_of(document: Document) -> Parts:
    """Return the parts that a report needs; a picture shown twice is one part."""
    pictures = {each.digest: each for annex in document.annexes for each in annex.pictures}
    charts = [annex.chart.key for annex in document.annexes if annex.chart]
    feet = address.FEET if document.head.address else ()
    return Parts(
        {
            picture.digest: _picture(number, picture)
            for number, picture in enumerate(pictures.values(), start=1)
        },
        {
            key: Part(f"word/charts/chart{number}.xml", chart_part.TYPE, "chart", f"chart{number}")
            for number, key in enumerate(charts, start=1)
        },
        {foot: Part(f"word/{foot}.xml", address.TYPE, "footer", foot) for foot in feet},
    )


def members(document: Document, parts: Parts, given: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the package's members with the small parts, and every part related and typed."""
    made = dict(given)
    charts = (annex.chart for annex in document.annexes if annex.chart)
    made |= {parts.charts[chart.key].name: chart_part.xml(chart) for chart in charts}
    for foot, part in parts.feet.items():
        lines = document.head.address if foot == address.FIRST else ()
        made[part.name] = address.xml(lines)
    if any(parts):
        types, relations = made[CONTENT_TYPES], made[RELATIONS_OF_DOCUMENT]
        made[CONTENT_TYPES] = _inside(types, "</Types>", map(_typed, parts))
        made[RELATIONS_OF_DOCUMENT] = _inside(relations, "</Relationships>", map(_related, parts))
    return made


def _picture(number: int, picture: Picture) -> Part:
    name = f"word/media/image{number}.{picture.format}"
    return Part(name, f"image/{picture.format}", "image", f"image{number}")


def _typed(part: Part) -> str:
    return f'<Override PartName="/{escape(part.name)}" ContentType="{part.content_type}"/>'


def _related(part: Part) -> str:
    target = part.name.removeprefix("word/")
    return f'<Relationship Id="{part.id}" Type="{_KIND}/{part.relation}" Target="{target}"/>'


def _inside(xml: bytes, end: str, pieces: Iterable[str]) -> bytes:
    """Return a part's XML with pieces before its end."""
    before, _end, after = xml.decode().rpartition(end)
    return f"{before}{''.join(pieces)}{end}{after}".encode()
