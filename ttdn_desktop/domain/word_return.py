"""A report that comes back from Word: what was changed there, and what becomes of it here.

Three texts of a paragraph are laid side by side: as the file was made, as it stands in Word, and
as the report reads now. What Word did not change follows the report; what only Word changed is
offered; what both changed is a conflict, shown with both. Nothing typed in Word is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Document

NUMBER, PLACE_DATE, SIGNER = "head.number", "head.date", "closing.signer"
FILLED = (NUMBER, PLACE_DATE, SIGNER)
"""What is filled in after signature: told apart, never taken for text."""

SUBJECT = "head.subject"
"""The trích yếu: no block of the text, and written over like one."""


@immutable
class BlockChange:
    """A paragraph that Word changed: the report's text now, and what it would become.

    New lines in `after` part paragraphs; sentences that Word left alone are in it as the report
    has them now. `made` is the text the file was made with where both have changed one sentence:
    then it is a conflict, and `after` has Word's; else "".
    """

    key: str
    before: str
    after: str
    made: str = ""

    @property
    def is_conflict(self) -> bool:
        """Whether the report has changed too since the file was made."""
        return bool(self.made)


@immutable
class Unmatched:
    """A paragraph of the file that is none of ours, or one whose block the report no longer has.

    It stands after the block `after` and before the block `before` of the report as it is now;
    "" where it stands before the first or after the last of them. `is_inside` tells that it was
    typed among the report's text, not in its head or an annex.
    """

    text: str
    after: str
    before: str
    is_inside: bool = True


@immutable
class Apart:
    """Something that is shown and not taken: of the head, the closing or an annex, a table's cell.

    `key` is that of a place filled in after signature, else "".
    """

    before: str
    after: str
    key: str = ""


@immutable
class Return:
    """All that differs. Keys are those of blocks of the report as it is now.

    `removed` are gone from the file; `joined` were made one paragraph with the one before, and
    stay their own here; `moved` stand elsewhere in the file, and stay in their place here.
    """

    changed: tuple[BlockChange, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    removed: tuple[BlockChange, ...] = ()
    joined: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    filled: tuple[Apart, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def conflicts(self) -> tuple[BlockChange, ...]:
        """What both Word and the report have changed."""
        return tuple(each for each in self.changed if each.is_conflict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing that matters differs."""
        return self == Return()


def writable(document: Document) -> dict[str, Block]:
    """Return all that may be written over, by key: the trích yếu and the paragraphs."""
    subject = Block(SUBJECT, Role.BODY, (Sentence(document.head.subject),))
    return {SUBJECT: subject, **{block.key: block for block in document.body}}
