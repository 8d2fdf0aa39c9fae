"""Box 6: the report's text, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.layout import LOOKS, ROLES
from ttdn_desktop.word.markup import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Block
    from ttdn_desktop.word.bookmarks import Bookmarks

KEEP_NEXT = "<w:keepNext/>"


def block(each: Block, marks: Bookmarks, *, direct: str = "") -> str:
    """Return one block as a paragraph in its role's style, inside its bookmark."""
    element = ROLES[each.role]
    content = marks.around(each.key, run(LOOKS[element].mark + each.text))
    return paragraph(element, content, direct=direct)


def body(blocks: Sequence[Block], marks: Bookmarks) -> Iterator[str]:
    """Yield the text; its last paragraph stays on the page of the signature."""
    for each in blocks[:-1]:
        yield block(each, marks)
    for last in blocks[-1:]:
        yield block(last, marks, direct=KEEP_NEXT)
