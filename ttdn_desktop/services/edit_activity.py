"""Changing what was recorded: an activity opened, saved, put into the bin, taken as a pattern."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.attach_evidence import attach
from ttdn_desktop.services.check_activity import checked
from ttdn_desktop.services.record_activity import ActivityForm
from ttdn_desktop.store import activities, activity_edits, drafts

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.changes import Tx


def load(office: Office, activity_id: str) -> Activity:
    """Return an activity with all that belongs to it.

    Raises KnownError `activity_gone` where there is none, or in the bin.
    """
    with office.store.read() as connection:
        if activities.year_of(connection, activity_id) is None:
            raise KnownError("activity_gone")
        return activities.by_ids(connection, (activity_id,))[0]


def save(
    office: Office, activity_id: str, form: ActivityForm, *, draft: str | None = None
) -> Activity:
    """Write a form over an activity: only what differs is changed, and nothing where nothing does.

    Its code and plan year stay as they were recorded. Items that the plan in force no longer has
    are named by the codes they bore last. The draft it was typed in, if any, goes in the same
    transaction. Raises KnownError
    `activity_gone`, or as `record` does; then nothing is changed.
    """
    before = load(office, activity_id)
    around = office.surroundings()
    unknown = tuple(item for item in before.item_ids if item not in around.codes)
    after = checked(around, form, activity_id, also=unknown)
    label = f"Sửa hoạt động {before.code}: {after.title}"
    with office.store.change(office.actor(), label) as tx:
        if draft is not None:
            drafts.discard(tx, draft)
        return _write(office, tx, form, replace(after, code=before.code, unit_id=before.unit_id))


def put_into_bin(office: Office, activity_id: str) -> Activity:
    """Put an activity into the bin, where it is neither counted nor found; return what it was.

    Raises KnownError `activity_gone` where there is none, or in the bin already.
    """
    activity = load(office, activity_id)
    label = f"Bỏ vào thùng rác: {activity.code} {activity.title}"
    with office.store.change(office.actor(), label) as tx:
        activities.bin_one(tx, activity_id)
    return activity


def form_of(office: Office, activity: Activity) -> ActivityForm:
    """Return the form that an activity is edited in; its evidence is held by its ids."""
    codes = office.surroundings().codes
    return replace(
        duplicate_form(office, activity),
        items=tuple(codes[item] for item in activity.item_ids if item in codes),
        until=activity.until,
        result=activity.result,
        highlight=activity.highlight,
        good_practice=activity.good_practice,
        obstacles=activity.obstacles,
        proposals=activity.proposals,
        readings=activity.readings,
        fundings=activity.fundings,
        evidence_ids=tuple(each.id for each in activity.evidence),
    )


def duplicate_form(office: Office, activity: Activity) -> ActivityForm:
    """Return a form for another activity of the same kind ("Nhân bản").

    It has the words that say what is done, for what and with whom; what came of the first one
    (result, figures, money, evidence, difficulties, proposals, marks) is not true of the next.
    """
    codes = {item.id: item.code for _kind, item in office.surroundings().version.items()}
    return ActivityForm(
        title=activity.title,
        items=tuple(codes[item] for item in activity.item_ids if item in codes),
        start=activity.start,
        part=activity.part,
        kind=activity.kind,
        place=activity.place,
        content=activity.content,
        partners=activity.partners,
        audience=activity.audience,
    )


def _write(office: Office, tx: Tx, form: ActivityForm, after: Activity) -> Activity:
    year = activities.year_of(tx.connection, after.id)
    if year is None:
        raise KnownError("activity_gone")
    evidence = attach(office, tx, after.unit_id, year, form)
    activity_edits.replace(tx, replace(after, evidence=evidence), year=year)
    return activities.by_ids(tx.connection, (after.id,))[0]
