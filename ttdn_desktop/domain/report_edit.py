"""What the officer wrote over the report's text, and what to decide where the records moved on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Sentence


@immutable
class Edit:
    """The officer's wording of one block.

    `base` is what was generated when it was written, with the records of each sentence; `text` is
    the wording: a newline begins a new paragraph (of lists, the next line), "" takes the block out.
    """

    block: str
    base: tuple[Sentence, ...]
    text: str


class OfferKind(StrEnum):
    """Why a sentence is offered."""

    CHANGED = "changed"  # the records of a sentence that was written over say something else now
    NEW = "new"  # there is a sentence that was not there
    GONE = "gone"  # what a sentence that was written over rested on is there no more


@immutable
class Offer:
    """One choice: dùng câu mới or giữ câu cũ.

    `base` is what was generated then, `new` what is now, None where there is none. `stands` is
    what the report prints as long as nothing is decided, "" for nothing; `place` is the number of
    the officer's sentence that it is, or stands before.
    """

    kind: OfferKind
    base: Sentence | None
    new: Sentence | None
    stands: str
    place: int


class Mark(StrEnum):
    """What a sentence of an edited block is."""

    GENERATED = "generated"  # left alone: it follows the records
    OFFICER = "officer"
    NEW = "new"  # generated since, and put in where it belongs
    STALE = "stale"  # the officer's, and what it rested on is there no more: căn cứ không còn
