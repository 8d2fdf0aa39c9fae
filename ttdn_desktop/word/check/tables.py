"""Tables of data: the different looks of their letters, found in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.word.check.names import (
    PARAGRAPH,
    PARAGRAPH_LOOK,
    ROW,
    RUN,
    RUN_LOOK,
    STYLE,
    TEXT,
    VALUE,
    W,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.word.check.styles import RunLook, Sheet

_LAYOUT_ROWS = 16  # a head has two or three rows; some offices give each line its own
_LAYOUT_WORDS = (
    *("cộng hòa xã hội chủ nghĩa việt nam", "nơi nhận", "kính gửi", "đảng cộng sản việt nam"),
    *("độc lập - tự do", "đoàn tncs hồ chí minh"),
)


@dataclass(slots=True)
class Patch:
    """The letters of one look in a table, and the beginning of what they say."""

    look: RunLook
    text: str


@dataclass(slots=True)
class DataTable:
    """A table of data: the flow paragraph behind it by number, its section, its looks."""

    element: etree._Element
    before: int
    section: int
    patches: list[Patch]

    @property
    def text(self) -> str:
        """All its text without a break: to look for a word, quickly."""
        return etree.tostring(self.element, method="text", encoding="unicode", with_tail=False)

    @property
    def texts(self) -> str:
        """Its text, each run on a line of its own."""
        return "\n".join(self.element.itertext(TEXT))

    def runs(self, sheet: Sheet, look: RunLook) -> list[etree._Element]:
        """Return the runs of one look."""
        return [run for run, each in _runs(self.element, sheet) if each == look]


def is_layout(table: etree._Element) -> bool:
    """Tell whether a table holds parts of the layout rather than data."""
    if next(islice(table.iterchildren(ROW), _LAYOUT_ROWS, None), None) is not None:
        return False
    text = exact(tidy(" ".join(table.itertext(TEXT))))
    return any(word in text for word in _LAYOUT_WORDS)


def table_style(table: etree._Element) -> str:
    """Return the id of a table's style, or ""."""
    named = table.find(f"{W}tblPr/{W}tblStyle")
    return "" if named is None else named.get(VALUE, "")


def patches(table: etree._Element, sheet: Sheet) -> list[Patch]:
    """Return the different looks of a table's letters."""
    if next(table.iter(RUN_LOOK), None) is None:
        named = list(table.iter(STYLE))
        if sum(1 for _ in table.iter(PARAGRAPH)) == len(named):  # each names its style
            return list(_of_styles(table, named, sheet))
    found: dict[int, Patch] = {}
    for run, look in _runs(table, sheet):
        if id(look) not in found:
            text = "".join(run.itertext(TEXT))
            if text.strip():
                found[id(look)] = Patch(look, text)
    return list(found.values())


def _of_styles(table: etree._Element, named: list[etree._Element], sheet: Sheet) -> Iterator[Patch]:
    """Yield the looks of a table without direct formatting: those of its paragraphs' styles."""
    seen: set[str] = set()
    of_table = table_style(table)
    for each in named:
        style = each.get(VALUE, "")
        if style in seen:
            continue
        paragraph = next(each.iterancestors(PARAGRAPH))
        text = "".join(paragraph.itertext(TEXT))
        if text.strip():
            seen.add(style)
            yield Patch(sheet.run(style, None, of_table), text)


def _runs(table: etree._Element, sheet: Sheet) -> Iterator[tuple[etree._Element, RunLook]]:
    style, of_table = "", table_style(table)
    for each in table.iter(PARAGRAPH, RUN):
        first = next(iter(each), None)
        if each.tag == PARAGRAPH:
            has = first is not None and first.tag == PARAGRAPH_LOOK
            style = sheet.style_of(first if has else None)
        elif first is not None:
            yield each, sheet.run(style, first if first.tag == RUN_LOOK else None, of_table)
