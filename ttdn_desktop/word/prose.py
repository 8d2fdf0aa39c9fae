"""Box 6: the report's text, block by block."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ttdn_desktop.word import metrics
from ttdn_desktop.word.layout import INITIALS_ROOM, LOOKS, ROLES
from ttdn_desktop.word.markup import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Block
    from ttdn_desktop.word.bookmarks import Bookmarks

KEEP_NEXT = "<w:keepNext/>"
_FAST = "\N{NO-BREAK SPACE}"


def block(each: Block, marks: Bookmarks, *, direct: str = "", after: str = "") -> str:
    """Return one block as a paragraph in its role's style; `after` follows its bookmark."""
    element = ROLES[each.role]
    content = marks.around(each.key, run(LOOKS[element].mark + each.text))
    return paragraph(element, content + run(after), direct=direct)


def body(blocks: Sequence[Block], marks: Bookmarks, *, initials: bool = False) -> Iterator[str]:
    """Yield the text; its last paragraph stays on the page of the signature.

    `initials` keeps room for ký nháy beside the end mark: spaces that go with it to the next line
    where this one is full.
    """
    for each in blocks[:-1]:
        yield block(each, marks)
    for last in blocks[-1:]:
        yield block(last, marks, direct=KEEP_NEXT, after=_room(last) if initials else "")


def _room(last: Block) -> str:
    space = metrics.width_mm(_FAST, LOOKS[ROLES[last.role]].size)
    return _FAST * math.ceil(INITIALS_ROOM / space)
