"""What an officer takes over of a report that came back from Word, as wordings of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.word_return import writable
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.document import Block, Document
    from ttdn_desktop.domain.word_return import Return, Unmatched

_NEXT = "~"
"""What parts the key of a block from the number of a further paragraph of it."""

_DASH = "- "


@immutable
class Choices:
    """The keys of changes and removals that are taken, and the numbers of what is added."""

    taken: frozenset[str]
    added: frozenset[int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is taken over."""
        return not self.taken and not self.added


def suggested(came: Return) -> Choices:
    """Return what is taken where nobody says otherwise: all that was typed in the text.

    What the report has changed too, and what stands in the head or an annex, is for the officer
    to decide.
    """
    plain = [each.key for each in (*came.changed, *came.removed) if not each.is_conflict]
    inside = (number for number, each in enumerate(came.unmatched) if each.is_inside)
    return Choices(frozenset(plain), frozenset(inside))


def wordings(now: Document, came: Return, choices: Choices) -> Mapping[str, str]:
    """Return the wording of each block that what is taken changes, by the key of the block.

    A newline begins a paragraph; "" takes the block out.
    """
    blocks = writable(now)
    paragraphs = {key: _typed(block) for key, block in blocks.items()}
    touched: set[str] = set()
    for change in (*came.changed, *came.removed):
        if change.key in choices.taken:
            paragraphs[change.key] = _typed(blocks[change.key], change.after)
            touched.add(block_of(change.key))
    for key, text in _added(came, choices):
        paragraphs[key] = f"{paragraphs[key]}\n{text}".strip()
        touched.add(block_of(key))
    for key, text in _put_before(came, choices):
        paragraphs[key] = f"{text}\n{paragraphs[key]}".strip()
        touched.add(block_of(key))
    return {key: _whole(paragraphs, key) for key in sorted(touched)}


def block_of(key: str) -> str:
    """Return the key of the block that a paragraph belongs to."""
    return key.partition(_NEXT)[0]


def _whole(paragraphs: Mapping[str, str], block: str) -> str:
    own = (text for key, text in paragraphs.items() if block_of(key) == block)
    return "\n".join(text for text in own if text)


def _typed(block: Block, text: str | None = None) -> str:
    """Return a paragraph as it is typed: a further point of a list begins with a dash."""
    said = block.text if text is None else text
    further = _NEXT in block.key and block.role is Role.BULLET
    return f"{_DASH}{said}" if said and further else said


def _wanted(came: Return, choices: Choices) -> list[Unmatched]:
    return [each for number, each in enumerate(came.unmatched) if number in choices.added]


def _added(came: Return, choices: Choices) -> list[tuple[str, str]]:
    """Return what goes behind a block, in order."""
    return [(each.after, each.text) for each in _wanted(came, choices) if each.after]


def _put_before(came: Return, choices: Choices) -> list[tuple[str, str]]:
    """Return what goes before the first block, the last paragraph first."""
    first = [(each.before, each.text) for each in _wanted(came, choices)
             if each.before and not each.after]  # fmt: skip
    return first[::-1]
