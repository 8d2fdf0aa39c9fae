"""What is in the form of an activity, and how it is read: as recorded, as its draft, as a copy.

All functions here run on the worker.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import instants
from ttdn_desktop.gui.activity_form_text import ActivityFormText, from_json, to_json
from ttdn_desktop.gui.read_form import text_of
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import edit_activity, keep_draft, prepare_form, record_activity

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.services.keep_draft import Draft
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.record_activity import ActivityForm

_PREFIX = keep_draft.key_of("x").removesuffix("x")
BLANK = ActivityFormText()


@dataclass(slots=True)
class DraftPlace:
    """The key of a draft; of a new activity it is chosen by the worker when it is first kept."""

    key: str | None = None


@dataclass(slots=True)
class AtWork:
    """What is in the form: which activity, as it is recorded, and what its draft holds.

    `sent` is what is being recorded just now. `note` is the key of the sentence that tells what is
    shown, with its facts.
    """

    activity_id: str | None = None
    code: str = ""
    base: ActivityFormText = BLANK
    place: DraftPlace = field(default_factory=DraftPlace)
    kept: ActivityFormText | None = None
    sent: ActivityFormText | None = None
    kept_at: int | None = None
    note: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@immutable
class Opened:
    """What opening brings: the state, what is shown of it, and the evidence that it names."""

    at: AtWork
    text: ActivityFormText
    proofs: tuple[Evidence, ...]


def is_new(key: str) -> bool:
    """Tell whether a draft's key is that of an activity not recorded yet."""
    new = keep_draft.key_of()
    return key == new or key.startswith(f"{new}:")


def is_activity(draft: Draft) -> bool:
    """Tell whether a draft is one of an activity."""
    return draft.key.startswith(_PREFIX)


def id_of(key: str) -> str | None:
    """Return the id of the activity that a draft's key names, None for one not recorded yet."""
    return None if is_new(key) else key.removeprefix(_PREFIX)


def read_activity(
    office: Office, activity_id: str | None, key: str, note: str = "draft_note"
) -> Opened:
    """Return an activity and its draft; a draft whose activity is gone is that of a new one.

    Raises KnownError `activity_gone` where there is no draft either.
    """
    draft = next((each for each in keep_draft.all_drafts(office) if each.key == key), None)
    at = AtWork(place=DraftPlace(key))
    if activity_id is not None:
        try:
            at = _recorded(office, activity_id, key)
        except KnownError:
            if draft is None:
                raise
            note = "gone_note"
    text = at.base
    if draft is not None:
        text = at.kept = from_json(draft.content)
        at.kept_at, at.note = draft.saved_at, note
        at.facts = {"when": instants.day_and_minute(draft.saved_at)}
    return Opened(at, text, prepare_form.pieces(office, text.evidence_ids))


def _recorded(office: Office, activity_id: str, key: str) -> AtWork:
    activity = edit_activity.load(office, activity_id)
    base = text_of(edit_activity.form_of(office, activity), office.surroundings().catalogue)
    return AtWork(activity_id, activity.code, base, DraftPlace(key))


def read_copy(office: Office, activity_id: str) -> Opened:
    """Return a form with what is true of the next activity too; its day is typed anew."""
    activity = edit_activity.load(office, activity_id)
    form = edit_activity.duplicate_form(office, activity)
    text = replace(text_of(form, office.surroundings().catalogue), when="")
    return Opened(AtWork(note="copy_note", facts={"code": activity.code}), text, ())


def keep_text(office: Office, at: AtWork, text: ActivityFormText) -> int:
    """Keep a draft; a new activity's gets the first key that no other draft bears."""
    if at.place.key is None:
        at.place.key = _free_key(office)
    keep_draft.save(office, at.place.key, to_json(text))
    return office.clock.now_ms()


def drop_text(office: Office, place: DraftPlace) -> None:
    """Throw a draft away, if there is one."""
    if place.key is not None:
        keep_draft.discard(office, place.key)


def _free_key(office: Office) -> str:
    taken = {draft.key for draft in keep_draft.all_drafts(office)}
    new = keep_draft.key_of()
    keys = (new, *(f"{new}:{number}" for number in range(2, len(taken) + 3)))
    return next(key for key in keys if key not in taken)


def record_text(office: Office, at: AtWork, form: ActivityForm) -> tuple[Activity, int]:
    """Record what is in the form, with its draft; return it, and the instant.

    What is typed from now on is a draft of the recorded activity. Raises as recording does.
    """
    if at.activity_id is None:
        activity = record_activity.record(office, form, draft=at.place.key)
    else:
        activity = edit_activity.save(office, at.activity_id, form, draft=at.place.key)
    at.place.key = keep_draft.key_of(activity.id)
    return activity, office.clock.now_ms()
