"""The different looks of a document, each with all its runs: what the rules of letters ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.word.check.pieces import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.rule import At
    from ttdn_desktop.word.check.styles import RunLook


@dataclass(slots=True)
class Swatch:
    """All runs of one look, and where they stand first."""

    look: RunLook
    at: At
    text: str
    runs: list[etree._Element] = field(default_factory=list)


def swatches(reading: Reading) -> tuple[Swatch, ...]:
    """Return the different looks of letters, in text and tables; gathered once for all rules."""
    if reading.swatches is None:
        reading.swatches = tuple(_gathered(reading))
    return reading.swatches


def _gathered(reading: Reading) -> Iterator[Swatch]:
    found: dict[int, Swatch] = {}
    for index, paragraph in enumerate(reading.flow.paragraphs):
        for text, look, element in paragraph.runs:
            swatch = found.get(id(look))
            if swatch is None:
                if not any(map(str.isalnum, text)):
                    continue
                swatch = found[id(look)] = Swatch(look, whole(paragraph, index), text)
            swatch.runs.append(element)
    yield from found.values()
    for table in reading.flow.tables:
        for patch in table.patches:
            yield Swatch(patch.look, table, patch.text)
