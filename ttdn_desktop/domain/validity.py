"""Whether a document that is cited is still in force: said by the officer, never guessed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.citation import identity
from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ttdn_desktop.domain.evidence import DocumentReference

Key = tuple[str, str]
"""What makes two references one document: see `citation.identity`."""


class Standing(StrEnum):
    """Còn hiệu lực · thay bằng văn bản khác · hết giai đoạn thực hiện."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    ENDED = "ended"


EXPIRED = frozenset({Standing.REPLACED, Standing.ENDED})


@immutable
class Validity:
    """What is known of a document. `written` is how it was cited when that was said.

    `replaced_by` is the document in its place, as written; `since` is the first day on which it
    is no longer in force, None where nobody said it.
    """

    key: Key
    written: str
    standing: Standing
    replaced_by: str = ""
    since: date | None = None

    @property
    def id(self) -> str:
        """The same in all folders: it follows from the document."""
        return shared_id("document", *self.key)

    def expired_on(self, day: date) -> bool:
        """Tell whether the document was no longer in force on a day."""
        return self.standing in EXPIRED and (self.since is None or self.since <= day)


def validity_of(reference: DocumentReference, known: Mapping[Key, Validity]) -> Validity | None:
    """Return what is known of a document, however it is cited; None where nothing is."""
    return known.get(identity(reference))
