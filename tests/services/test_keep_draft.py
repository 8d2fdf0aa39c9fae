"""What is typed is kept as typed, and goes when it is recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import edit_activity, keep_draft
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import next_undo

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

TYPED = {"title": "Đón đo", "start": "5/", "items": ["1.10"], "readings": {"D1": "~"}}
NEW = keep_draft.key_of()


def test_that_a_draft_comes_back_as_typed_and_replaces_the_one_before(office: Office) -> None:
    keep_draft.save(office, NEW, {"title": "Đ"})
    keep_draft.save(office, NEW, TYPED)

    assert keep_draft.load(office, NEW) == TYPED
    assert [draft.content for draft in keep_draft.all_drafts(office)] == [TYPED]


def test_that_there_is_no_draft_where_none_was_kept(office: Office) -> None:
    assert keep_draft.load(office, NEW) is None
    keep_draft.discard(office, NEW)


def test_that_drafts_come_newest_first_with_their_instants(office: Office) -> None:
    for key in ("activity:b", "activity:c", "activity:a", "activity:b"):
        keep_draft.save(office, key, TYPED)

    drafts = keep_draft.all_drafts(office)

    assert [draft.key for draft in drafts] == ["activity:b", "activity:a", "activity:c"]
    assert drafts[0].saved_at > drafts[1].saved_at > drafts[2].saved_at


def test_that_keeping_and_discarding_leave_no_history(office: Office) -> None:
    keep_draft.save(office, NEW, TYPED)
    keep_draft.discard(office, NEW)

    assert keep_draft.all_drafts(office) == ()
    assert next_undo(office) is None


def test_that_recording_takes_its_draft_away_and_no_other(office: Office) -> None:
    keep_draft.save(office, NEW, TYPED)
    keep_draft.save(office, "activity:x", TYPED)

    record(office, form("Đón đoàn"), draft=NEW)

    assert [draft.key for draft in keep_draft.all_drafts(office)] == ["activity:x"]


def test_that_a_refusal_keeps_the_draft(office: Office) -> None:
    keep_draft.save(office, NEW, TYPED)

    with pytest.raises(KnownError):
        record(office, replace(form("Đón đoàn"), links=("x",)), draft=NEW)

    assert keep_draft.load(office, NEW) == TYPED
    assert find(office) == ()


def test_that_saving_takes_its_draft_away_even_where_nothing_differs(office: Office) -> None:
    one = record(office, form("Đón đoàn"))
    key = keep_draft.key_of(one.id)
    keep_draft.save(office, key, TYPED)

    edit_activity.save(office, one.id, edit_activity.form_of(office, one), draft=key)

    assert keep_draft.all_drafts(office) == ()
    assert next_undo(office) == "Ghi hoạt động: Đón đoàn"
