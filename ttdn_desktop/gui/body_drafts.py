"""What an officer has said so far of a name that nobody knows, and what that decides."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.day_field import read_day
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.listed_names import bodies_named
from ttdn_desktop.services.unknown_bodies import NewBody, OtherName, SuccessorOf

if TYPE_CHECKING:
    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.domain.units import UnitKind
    from ttdn_desktop.services.unknown_bodies import Decision


class Meaning(StrEnum):
    """What a name is: nothing known, another name, a new body, one that took over."""

    KEPT = "kept"
    OTHER = "other"
    NEW = "new"
    SUCCESSOR = "successor"


@immutable
class BodyDraft:
    """As it stands in the fields; `day` is as typed, `other` and `origins` are names."""

    means: Meaning = Meaning.KEPT
    other: str = ""
    kind: UnitKind | None = None
    official: str = ""
    origins: tuple[str, ...] = ()
    day: str = ""
    basis: str = ""


def draft_of(decision: Decision | None, organisation: Organisation, day: str = "") -> BodyDraft:
    """Return what the fields show of a decision; `day` is that of a successor, as it is typed."""
    if isinstance(decision, OtherName):
        return BodyDraft(Meaning.OTHER, other=_name(decision.unit_id, organisation))
    if isinstance(decision, NewBody):
        return BodyDraft(Meaning.NEW, kind=decision.kind, official=decision.name)
    if isinstance(decision, SuccessorOf):
        origins = tuple(_name(each, organisation) for each in decision.unit_ids)
        return BodyDraft(Meaning.SUCCESSOR, origins=origins, day=day, basis=decision.basis)
    return BodyDraft()


def decision_of(
    name: str, draft: BodyDraft, organisation: Organisation, year: int
) -> Decision | None:
    """Return what was said of a name; None: it stays as it is written.

    Raises KnownError `body_unsaid` while something is blank, `units_unknown` or `day_needed`.
    """
    if draft.means is Meaning.KEPT:
        return None
    if draft.means is Meaning.OTHER and tidy(draft.other):
        return OtherName(bodies_named((draft.other,), organisation)[0])
    if draft.means is Meaning.NEW and draft.kind is not None:
        return NewBody(draft.kind, tidy(draft.official))
    if draft.means is Meaning.SUCCESSOR and draft.origins and tidy(draft.basis):
        on = read_day(draft.day, year)
        if on is not None:
            return SuccessorOf(bodies_named(draft.origins, organisation), on, tidy(draft.basis))
    raise KnownError("body_unsaid", name=tidy(name))


def _name(identity: str, organisation: Organisation) -> str:
    return organisation.unit(identity).names[-1].name
