"""The report with the officer's wording in it: every edit finds its block, none is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.report_case import lower_first
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.report_edit import Edit, Mark, Offer
    from ttdn_desktop.domain.report_merge import Merged, Told

SUBJECT, NOTE, ADDRESSEES = "head.subject", "head.subject_note", "head.addressees"
RECIPIENTS = "closing.recipients"
"""Keys of what is no block of the text and may be written over all the same."""

OUTSIDE = (SUBJECT, NOTE, ADDRESSEES, RECIPIENTS)
_HEADINGS = frozenset({Role.SECTION, Role.CLAUSE, Role.POINT})
_NEXT = "~"
_RESULT, _GAP, _HEADING = ".result", ".gap", ".heading"
_LAST_WORDS = "ending"
_DASHES = ("- ", "– ", "• ")


@immutable
class Taken:
    """A block that the officer took out; `after` is the key of the block before it, or ""."""

    key: str
    after: str


@immutable
class Edited:
    """A report with the edits in it.

    `edits` and `offers` are by the keys under which their blocks stand now: where a gap was written
    over there may be a result. `marks` tell what each sentence of an edited block is, by the key of
    its paragraph; `texts` are the whole wordings by the key of the block, as the officer goes on
    with them; `lost` are edits whose block is generated no more: they stand behind what is nearest.
    """

    document: Document
    edits: Mapping[str, Edit]
    offers: Mapping[str, tuple[Offer, ...]]
    lost: tuple[Edit, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    texts: Mapping[str, str]
    taken: tuple[Taken, ...]


def apply_edits(document: Document, edits: Mapping[str, Edit]) -> Edited:
    """Return a report with the officer's edits, by the keys of their blocks."""
    return _Applying(document, _found(document, edits)).edited()


def generated(document: Document, key: str) -> tuple[Sentence, ...] | None:
    """Return what a report generates at a key; None where there is nothing."""
    if key in OUTSIDE:
        return tuple(Sentence(line) for line in _lines(document, key))
    return next((each.sentences for each in document.body if each.key == key), None)


def beneath(document: Document, key: str, edit: Edit) -> tuple[Sentence, ...]:
    """Return what is generated beneath an edit; a gap that is written over asks for nothing."""
    return () if key.endswith(_GAP) and edit.text else generated(document, key) or ()


def is_by_line(document: Document, key: str) -> bool:
    """Tell whether a block is no running text: each of its lines is held for one sentence."""
    of_block = any(each.key == key and each.role in _HEADINGS for each in document.body)
    return key in OUTSIDE or key.endswith(_HEADING) or of_block


def key_of(key: str) -> str:
    """Return the key of the block that a paragraph belongs to: "ii.1.10.result~2" is its second."""
    return key.partition(_NEXT)[0]


def number_of(key: str) -> int | None:
    """Return which paragraph of its block a key names, from 1; None for the whole block."""
    number = key.partition(_NEXT)[2]
    return int(number) if number.isdecimal() else None


def place_of(document: Document, key: str) -> str:
    """Return the key under which a block stands now: where a gap was there may be a result."""
    other = {_RESULT: _GAP, _GAP: _RESULT}
    if generated(document, key) is None:
        for ending, instead in other.items():
            moved = f"{key.removesuffix(ending)}{instead}"
            if key.endswith(ending) and generated(document, moved) is not None:
                return moved
    return key


def fitting(edit: Edit) -> Edit:
    """Return an edit as it is merged: what was written over a gap came from no sentence."""
    return replace(edit, base=()) if edit.block.endswith(_GAP) and edit.text else edit


def _found(document: Document, edits: Mapping[str, Edit]) -> dict[str, Edit]:
    """Return the edits by where their blocks stand now; the one of that very key goes first."""
    found: dict[str, Edit] = {}
    for key, edit in sorted(edits.items()):
        place = place_of(document, key)
        if place != key and not edit.text:
            continue  # a gap that was taken out asks for nothing where there is a result
        found[key if place in edits or place in found else place] = edit
    return found


@dataclass(slots=True)
class _Applying:
    """One report on its way from what is generated to what is printed."""

    document: Document
    edits: Mapping[str, Edit]

    def edited(self) -> Edited:
        """Return the report, what is printed of each edit, and what is to be decided."""
        document, edits = self.document, self.edits
        merged = {key: self._merged(key, edit) for key, edit in edits.items()}
        here = {each.key for each in document.body}.union(OUTSIDE)
        lost = [key for key, each in merged.items() if key not in here and each.told]
        body: list[Block] = []
        taken: list[Taken] = []
        marks: dict[str, tuple[Mark, ...]] = {}
        for block in _with_lost(document.body, lost):
            if block.key not in merged or _says_nothing(block, edits, merged):
                body.append(block)
                continue
            parts = list(_parts(block, merged[block.key], edits[block.key]))
            if not parts:
                taken.append(Taken(block.key, body[-1].key if body else ""))
            for part, told in parts:
                body.append(part)
                marks[part.key] = told
        marks |= {key: tuple(t.mark for t in merged[key].told) for key in OUTSIDE if key in merged}
        return Edited(
            _outside(replace(document, body=tuple(body)), merged),
            edits,
            {key: each.offers for key, each in merged.items() if each.offers},
            tuple(edits[key] for key in lost),
            marks,
            {key: each.text for key, each in merged.items()},
            tuple(taken),
        )

    def _merged(self, key: str, edit: Edit) -> Merged:
        from ttdn_desktop.domain.report_merge import merge  # noqa: PLC0415 (where one is edited)

        now = beneath(self.document, key, edit)
        return merge(fitting(edit), now, by_line=is_by_line(self.document, key))


def _says_nothing(block: Block, edits: Mapping[str, Edit], merged: Mapping[str, Merged]) -> bool:
    """Tell whether nothing is left of an edit of the result whose gap stands here now."""
    return edits[block.key].block != block.key and not merged[block.key].told


def _parts(block: Block, merged: Merged, edit: Edit) -> Iterator[tuple[Block, tuple[Mark, ...]]]:
    """Yield the paragraphs of an edited block, of several each under a key of its own."""
    told: dict[int, list[Told]] = {}
    for each in merged.told:
        told.setdefault(each.paragraph, []).append(each)
    alone = len(told) == 1
    for number, paragraph in enumerate((told[at] for at in sorted(told)), start=1):
        role = block.role
        if role is Role.GAP and edit.text:
            role = Role.BODY
        said = [each.sentence for each in paragraph]
        if number > 1:
            role, said = _continued(role, said)
        key = block.key if alone else f"{block.key}{_NEXT}{number}"
        yield Block(key, role, tuple(said)), tuple(each.mark for each in paragraph)


def _continued(role: Role, said: list[Sentence]) -> tuple[Role, list[Sentence]]:
    """Return the role of a further paragraph: a bullet where the officer typed a dash."""
    first, *more = said
    if role is Role.BULLET and first.text.startswith(_DASHES):
        return role, [replace(first, text=first.text[1:].lstrip(" ")), *more]
    return Role.BODY, said


def _with_lost(body: Sequence[Block], lost: Sequence[str]) -> list[Block]:
    """Return the blocks with an empty one for each lost edit, behind what its key has nearest."""
    blocks = list(body)
    for key in lost:
        blocks.insert(_behind_nearest(blocks, key), Block(key, Role.BODY, ()))
    return blocks


def _behind_nearest(blocks: Sequence[Block], key: str) -> int:
    """Return the place behind the last block whose key begins as this one does, for longest.

    Of "ii.3.support.result", once told partner by partner, those are "ii.3.support.so-y-te.result"
    and its like; with none of them left, whatever stands at the end of the section.
    """
    parts = key.split(".")
    for length in range(len(parts) - 1, 0, -1):
        inside = [
            at for at, each in enumerate(blocks) if each.key.split(".")[:length] == parts[:length]
        ]
        if inside:
            return inside[-1] + 1
    last = [at for at, each in enumerate(blocks) if each.key.startswith(_LAST_WORDS)]
    return (last or [len(blocks)])[0]


def _outside(document: Document, merged: Mapping[str, Merged]) -> Document:
    """Return a report with the edits of what stands before and behind its text."""
    head, closing = document.head, document.closing
    lines = {key: tuple(each.sentence.text for each in merged[key].told) for key in merged}
    if lines.get(SUBJECT):  # a report is never without its trích yếu
        head = replace(head, subject=" ".join(lines[SUBJECT]))
        document = replace(document, title=f"Báo cáo {lower_first(head.subject)}")
    if NOTE in lines:
        head = replace(head, subject_note=" ".join(lines[NOTE]))
    if ADDRESSEES in lines:
        head = replace(head, addressees=lines[ADDRESSEES])
    if RECIPIENTS in lines:
        closing = replace(closing, recipients=lines[RECIPIENTS])
    return replace(document, head=head, closing=closing)


def _lines(document: Document, key: str) -> tuple[str, ...]:
    head, closing = document.head, document.closing
    return {
        SUBJECT: (head.subject,),
        NOTE: (head.subject_note,) if head.subject_note else (),
        ADDRESSEES: head.addressees,
        RECIPIENTS: closing.recipients,
    }[key]
