"""Paragraphs, bookmarks and rows told off while a part of a Word file streams by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.domain.word_text import WordParagraph
from ttdn_desktop.word.markup import WORDML

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from ttdn_desktop.domain.word_text import Rows

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TEXTS = {
    **dict.fromkeys(("br", "cr"), "\n"),
    **dict.fromkeys(("tab", "ptab"), " "),
    "noBreakHyphen": "-",
}
_FIELD_STEPS = {"begin": 1, "end": -1}
_LEFT_OUT = frozenset({"del", "moveFrom", "pPrChange", "trPrChange", "Fallback"})
"""What no longer stands, how it once looked, and what older programs would show instead."""

_NAMES = (
    *("p", "t", "pStyle", "tbl", "tr", "tc", "bookmarkStart", "bookmarkEnd"),
    *("fldChar", "fldSimple", *_TEXTS, *_LEFT_OUT),
)
TAGS = (
    *(f"{{{space}}}{name}" for space in (WORDML, _STRICT) for name in _NAMES),
    f"{{{_COMPATIBILITY}}}Fallback",
)
"""What a part is read for, in both spellings of Word's own names."""


@dataclass(slots=True)
class _Paragraph:
    marks: dict[str, None] = field(default_factory=dict)
    style: str = ""
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    joined: bool = False  # its end was deleted: it goes on in the next


@dataclass(slots=True)
class _Table:
    rows: list[tuple[str, ...]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    gone: bool = False  # the row at hand was deleted


class Telling:
    """What one part holds; `take` wants its elements of `TAGS` as they start and end."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        """Begin with nothing; `styles` has our own ids by those of this file."""
        self._styles = styles
        self.paragraphs: list[WordParagraph] = []
        self.tables: list[Rows] = []
        self._outside: list[str] = []
        self._open: list[_Paragraph] = []
        self._table = _Table()
        self._depth = 0  # how many tables are open, one in another
        self._marks: dict[str, str] = {}
        self._spoken: set[str] = set()
        self._carried: _Paragraph | None = None
        self._skipped = self._fields = 0

    def marked(self) -> dict[str, str]:
        """Return the text of the paragraphs that each bookmark spans."""
        spanned: dict[str, list[str]] = {}
        for each in self.paragraphs:
            for name in each.marks:
                spanned.setdefault(name, []).append(each.text)
        return {name: "\n".join(texts) for name, texts in spanned.items()}

    def outside_fields(self) -> str:
        """Return all text that no field has put there, paragraphs by newline."""
        return "\n".join(text for text in self._outside if text.strip())

    def take(self, event: str, element: _Element) -> None:
        """Take the next start or end of an element."""
        name = str(element.tag).rpartition("}")[2]
        begins = event == "start"
        if name in _LEFT_OUT:
            self._skip(name, element, 1 if begins else -1)
        elif self._skipped:
            return
        elif begins:
            self._begin(name, element)
        else:
            self._end(name, element)

    def _skip(self, name: str, element: _Element, step: int) -> None:
        self._skipped += step
        if name != "del" or step < 0 or self._skipped > 1:
            return
        if self._depth == 1 and _within(element, "trPr"):
            self._table.gone = True
        if self._open and _within(element, "rPr", "pPr"):
            self._open[-1].joined = True

    def _begin(self, name: str, element: _Element) -> None:
        if name == "p":
            self._open.append(self._new_paragraph())
        elif name == "pStyle" and self._open:
            style = value(element, "val")
            self._open[-1].style = self._open[-1].style or self._styles.get(style, style)
        elif name == "bookmarkStart":
            self._marks[value(element, "id")] = value(element, "name")
        elif name == "bookmarkEnd":
            self._end_mark(self._marks.get(value(element, "id"), ""))
        elif name == "tbl":
            self._depth += 1
        elif name == "fldSimple":
            self._fields += 1
        elif name == "fldChar":
            self._fields += _FIELD_STEPS.get(value(element, "fldCharType"), 0)

    def _new_paragraph(self) -> _Paragraph:
        if self._carried is not None:
            new, self._carried = self._carried, None
            new.joined = False
            return new
        return _Paragraph()

    def _end_mark(self, name: str) -> None:
        """Note a bookmark with nothing in it, which is where something may be written.

        LibreOffice begins such a bookmark twice, and ends it once.
        """
        if name and name not in self._spoken and self._open:
            self._open[-1].marks[name] = None
        self._marks = {number: each for number, each in self._marks.items() if each != name}

    def _end(self, name: str, element: _Element) -> None:
        if name == "t":
            self._say(element.text or "")
        elif name in _TEXTS:
            if _within(element, "r"):
                self._say(_TEXTS[name])
        elif name == "fldSimple":
            self._fields -= 1
        elif name == "p":
            self._end_paragraph(self._open.pop())
            element.clear(keep_tail=False)
        elif name == "tbl":
            self._depth -= 1
            if self._depth == 0:
                self.tables.append(tuple(self._table.rows))
                self._table = _Table()
        elif self._depth == 1:
            self._end_of_table(name, self._table)

    def _say(self, text: str) -> None:
        if self._open and text:
            self._open[-1].pieces.append((text, self._fields > 0))
            self._open[-1].marks |= dict.fromkeys(self._marks.values())
            self._spoken.update(self._marks.values())

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        if paragraph.joined:
            self._carried = paragraph
            return
        text = nfc("".join(text for text, _ in paragraph.pieces))
        row = (len(self.tables), len(self._table.rows)) if self._depth else None
        made = WordParagraph(text, tuple(paragraph.marks), paragraph.style, row is not None, row)
        if row is not None:
            self._table.lines.append(text)
            if self._table.gone:
                return
        self.paragraphs.append(made)
        self._outside.append(nfc("".join(each for each, inside in paragraph.pieces if not inside)))

    def _end_of_table(self, name: str, table: _Table) -> None:
        if name == "tc":
            table.cells.append("\n".join(table.lines))
            table.lines = []
        elif name == "tr":
            if not table.gone:
                table.rows.append(tuple(table.cells))
            table.cells, table.gone = [], False


def _within(element: _Element, *names: str) -> bool:
    """Tell whether an element stands in elements of these names, the innermost first."""
    parents = element.iterancestors()
    return all(str(next(parents).tag).endswith(f"}}{name}") for name in names)


def value(element: _Element, name: str) -> str:
    """Return an attribute in Word's namespace, in either spelling; "" where it has none."""
    space = str(element.tag).partition("}")[0]
    return str(element.get(f"{space}}}{name}", ""))
