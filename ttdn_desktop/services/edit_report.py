"""The officer writes over the report, and decides where the records moved on beneath it.

Each is one change of the journal. A block is named by its key; where it has several paragraphs,
each of them by "key~1", "key~2", as the report prints them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_split
from ttdn_desktop.domain.report_apply import (
    beneath,
    fitting,
    generated,
    is_by_line,
    key_of,
    number_of,
    place_of,
)
from ttdn_desktop.domain.report_decisions import accepted, base_for, kept
from ttdn_desktop.domain.report_edit import Edit, Offer
from ttdn_desktop.domain.text import shortened
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.report_draft import Draft, draft
from ttdn_desktop.store import drafts, report_edits, rounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.document import Sentence
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

_SHOWN = 60
"""How much of a block the journal names it by."""


def draft_key(asked: Round, block: str) -> str:
    """Return the key under which what is typed in a block is kept until it is written."""
    return f"report:{asked.id}:{key_of(block)}"


def write(office: Office, asked: Round, block: str, text: str) -> bool:
    """Write the officer's text of a block, or of one paragraph of it; tell whether it changed.

    A newline begins a paragraph (of addressees and recipients the next line); "" takes the block
    out. What the text leaves as it was generated goes on following the records. A text that is
    just what is generated is no edit. Raises KnownError `block_unknown`.
    """
    at = _Place(draft(office, asked), block)
    wanted = at.whole(text)
    if wanted == at.text:
        _forget_typed(office, asked, block)
        return False
    if wanted == at.generated_text and not at.draft.offers.get(at.key):
        return revert(office, asked, block)
    if not wanted and at.now is None:
        return revert(office, asked, block)
    verb = "Sửa lời văn" if wanted else "Bỏ một đoạn"
    base = base_for(at.edit, at.beneath, **at.by_line) if at.edit else at.now or ()
    return _put(office, asked, at, Edit(at.key, base, wanted), verb)


def revert(office: Office, asked: Round, block: str) -> bool:
    """Let a block be as it is generated again; tell whether there was an edit of it.

    Raises KnownError `block_unknown`.
    """
    at = _Place(draft(office, asked), block)
    if at.edit is None:
        _forget_typed(office, asked, block)
        return False
    with office.store.change(office.actor(), _label("Trở lại câu tự lập", asked, at)) as tx:
        report_edits.drop(tx, asked.id, at.draft.edited.edits[at.key].block)
        drafts.discard(tx, draft_key(asked, at.key))
    return True


def accept(office: Office, asked: Round, block: str, offer: Offer) -> bool:
    """Dùng câu mới: the sentence is the new one, and follows the records from now on.

    Raises KnownError `block_unknown`, or `offer_gone` where it is offered no more.
    """
    return _decide(office, asked, block, offer, "Dùng câu mới", accepted)


def keep(office: Office, asked: Round, block: str, offer: Offer) -> bool:
    """Giữ câu cũ: what stands stays, and is asked about no more until the records move on again.

    Raises KnownError `block_unknown`, or `offer_gone` where it is offered no more.
    """
    return _decide(office, asked, block, offer, "Giữ câu cũ", kept)


@dataclass(frozen=True)
class _Place:
    """A block of a report as it stands; made for a key that may be that of a paragraph."""

    draft: Draft
    asked_key: str

    @cached_property
    def key(self) -> str:
        """The key under which the block stands now; raises KnownError `block_unknown`."""
        key = key_of(self.asked_key)
        place = key if key in self.draft.edited.edits else place_of(self.draft.generated, key)
        known = generated(self.draft.generated, place) is not None
        if not known and place not in self.draft.edited.edits:
            raise KnownError("block_unknown", block=self.asked_key)
        return place

    @cached_property
    def now(self) -> tuple[Sentence, ...] | None:
        """What is generated there, None for nothing."""
        return generated(self.draft.generated, self.key)

    @property
    def beneath(self) -> tuple[Sentence, ...]:
        """What its edit is merged with."""
        return beneath(self.draft.generated, self.key, self.edit) if self.edit else ()

    @cached_property
    def by_line(self) -> dict[str, bool]:
        return {"by_line": is_by_line(self.draft.generated, self.key)}

    @cached_property
    def edit(self) -> Edit | None:
        """The edit that the block has, as it is merged."""
        found = self.draft.edited.edits.get(self.key)
        return None if found is None else replace(fitting(found), block=self.key)

    @property
    def generated_text(self) -> str:
        """What is generated, as an officer would have it before him."""
        between = "\n" if self.by_line["by_line"] else " "
        return between.join(each.text for each in self.now or ())

    @property
    def text(self) -> str:
        """What is printed now."""
        return self.draft.edited.texts.get(self.key, self.generated_text)

    def whole(self, text: str) -> str:
        """Return the block's whole text with what was typed in it, or in one paragraph of it."""
        typed = report_split.together(report_split.lines(text))
        number = number_of(self.asked_key)
        if number is None:
            return typed
        parts = [*self.text.split("\n"), *[""] * number]
        parts[number - 1] = typed
        return "\n".join(filter(None, parts))


def _decide(
    office: Office,
    asked: Round,
    block: str,
    offer: Offer,
    verb: str,
    decided: Callable[..., Edit],
) -> bool:
    at = _Place(draft(office, asked), block)
    if at.edit is None or offer not in at.draft.offers.get(at.key, ()):
        raise KnownError("offer_gone")
    edit = decided(at.edit, at.beneath, offer, **at.by_line)
    return _put(office, asked, at, edit, verb)


def _put(office: Office, asked: Round, at: _Place, edit: Edit, verb: str) -> bool:
    before = at.draft.edited.edits.get(at.key)
    with office.store.change(office.actor(), _label(verb, asked, at)) as tx:
        rounds.ensure(tx, asked)
        if before is not None and before.block != edit.block:
            report_edits.drop(tx, asked.id, before.block)
        report_edits.put(tx, asked.id, edit)
        drafts.discard(tx, draft_key(asked, at.asked_key))
    return True


def _label(verb: str, asked: Round, at: _Place) -> str:
    told = " ".join((at.text or at.generated_text).split())
    return f"{verb} trong báo cáo năm {asked.year}: {shortened(told, _SHOWN)}"


def _forget_typed(office: Office, asked: Round, block: str) -> None:
    drafts.drop(office.store, draft_key(asked, block))
