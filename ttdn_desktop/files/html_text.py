"""The lines of text in a piece of HTML, as Word, Excel and LibreOffice write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.files.cell_text import tidied
from ttdn_desktop.files.raised_marks import Piece, with_marks
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

_BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt")
) | frozenset(("form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"))
_UNSEEN = frozenset(
    ("script", "style", "head", "title", "meta", "link", "template", "del", "noscript", "colgroup")
)
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NUMBER_OF_LIST = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_HEAVY = frozenset(("bold", "bolder", "600", "700", "800", "900"))


@dataclass(slots=True)
class Lines:
    """What was read so far: finished lines, the pieces of the one in the making, their looks."""

    done: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    bold: bool = True
    automatic: bool = False

    def end(self) -> None:
        """Finish the line; blank ones are left out."""
        text = _BLANKS.sub(" ", tidied(with_marks(self.pieces), soft_hyphens=True)).strip()
        if text:
            self.done.append(text)
        self.pieces.clear()


@immutable
class _Look:
    bold: bool = False
    raised: bool = False


class HtmlReader:
    """Reads elements into lines; a table is handed to whoever wants it, its text left out."""

    def __init__(self, style_sheet: str, found_table: Callable[[_Element], None]) -> None:
        """Take the text of all <style> elements, for what they make bold."""
        self._found_table = found_table
        self._bold_classes = {
            name for name, look in _RULE.findall(style_sheet) if _is_heavy(look) is True
        }

    def read(self, element: _Element, lines: Lines) -> None:
        """Add the lines of an element's content, and finish the last of them."""
        self._inside(element, lines, self._look(element, _Look()))
        lines.end()

    def _inside(self, element: _Element, lines: Lines, look: _Look) -> None:
        self._text(element.text, lines, look)
        for child in element:
            if isinstance(child.tag, str) and not _is_unseen(child):
                self._child(child, lines, look)
            self._text(child.tail, lines, look)

    def _child(self, child: _Element, lines: Lines, look: _Look) -> None:
        if child.tag == "table":
            lines.end()
            self._found_table(child)
        elif child.tag in _BLOCKS or child.tag == "br":
            lines.end()
            self._inside(child, lines, self._look(child, look))
            lines.end()
        else:
            lines.automatic |= _NUMBER_OF_LIST.search(child.get("style", "")) is not None
            self._inside(child, lines, self._look(child, look))

    @staticmethod
    def _text(text: str | None, lines: Lines, look: _Look) -> None:
        if not text:
            return
        lines.pieces.append((_BLANKS.sub(" ", text), look.raised))
        if text.strip() and not look.raised:
            lines.bold &= look.bold

    def _look(self, element: _Element, outer: _Look) -> _Look:
        style = element.get("style", "")
        classes = set(element.get("class", "").split())
        said = _is_heavy(style)
        bold = element.tag in _BOLD or outer.bold or bool(classes & self._bold_classes)
        raised = element.tag == "sup" or "MsoFootnoteReference" in classes
        raised = raised or outer.raised or _RAISED.search(style) is not None
        return _Look(bold if said is None else said, raised)


def _is_unseen(element: _Element) -> bool:
    return element.tag in _UNSEEN or _HIDDEN.search(element.get("style", "")) is not None


def _is_heavy(style: str) -> bool | None:
    found = _WEIGHT.search(style)
    return None if found is None else found[1].lower() in _HEAVY


def seen(element: _Element) -> Iterator[_Element]:
    """Yield an element's children that are elements and shown."""
    for child in element:
        if isinstance(child.tag, str) and not _is_unseen(child):
            yield child
