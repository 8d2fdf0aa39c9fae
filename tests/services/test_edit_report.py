"""The officer writes over the report, and decides where the records moved on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.domain.report_edit import OfferKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_draft, prepare_report
from ttdn_desktop.services.edit_activity import form_of, load, put_into_bin, save
from ttdn_desktop.services.edit_report import accept, draft_key, keep, revert, write
from ttdn_desktop.services.export_report import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.report_draft import Draft, draft
from ttdn_desktop.services.take_back import next_undo, take_back, take_back_change, undoable

if TYPE_CHECKING:
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

KEY, GAP = "ii.1.10.result", "ii.1.10.gap"
OWN = "Quan hệ hai bên tiếp tục được củng cố."


@pytest.fixture
def asked(office: Office) -> Round:
    """Return the round of 2026, with one activity in it."""
    record(office, form("đón đoàn tỉnh Attapư", "1.10", readings=("D1=3",)))
    return asked_round(office, 2026, None)


def text(made: Draft, key: str = KEY) -> str:
    """Return what is printed of a block."""
    return "\n".join(each.text for each in made.document.body if each.key.partition("~")[0] == key)


def test_that_what_is_written_is_printed_and_what_comes_later_too(
    office: Office, asked: Round
) -> None:
    write(office, asked, KEY, f"{text(draft(office, asked))} {OWN}")

    record(office, form("ký Bản ghi nhớ", "1.10", on="9/11/2026"))

    assert OWN in text(draft(office, asked))
    assert "ký Bản ghi nhớ" in text(draft(office, asked))


def test_that_each_is_one_change_that_is_taken_back(office: Office, asked: Round) -> None:
    before = text(draft(office, asked))
    write(office, asked, KEY, OWN)
    assert (next_undo(office) or "").startswith("Sửa lời văn trong báo cáo năm 2026: ")
    write(office, asked, KEY, f"{OWN} {OWN}")

    take_back(office)
    assert text(draft(office, asked)) == OWN
    take_back(office)

    assert text(draft(office, asked)) == before


def test_that_writing_what_is_generated_is_no_edit(office: Office, asked: Round) -> None:
    before = next_undo(office)

    assert not write(office, asked, KEY, text(draft(office, asked)))

    assert next_undo(office) == before


def test_that_writing_what_was_generated_ends_the_edit(office: Office, asked: Round) -> None:
    generated = text(draft(office, asked))
    write(office, asked, KEY, OWN)

    write(office, asked, KEY, generated)

    assert draft(office, asked).edited.edits == {}


def test_that_a_block_goes_back_to_what_is_generated(office: Office, asked: Round) -> None:
    generated = text(draft(office, asked))
    write(office, asked, KEY, OWN)

    assert revert(office, asked, KEY)
    assert text(draft(office, asked)) == generated
    assert not revert(office, asked, KEY)


def _moved_on(office: Office, asked: Round) -> str:
    """Write over a sentence, then change its figure in the records; return what was written."""
    wrote = text(draft(office, asked)).replace("Sở đã", "Sở đã chủ động")
    write(office, asked, KEY, wrote)
    activity = load(office, draft(office, asked).facts.activities[0].id)
    fresh = replace(form_of(office, activity), readings=(parse_reading("D1=5"),))
    save(office, activity.id, fresh)
    return wrote


def test_that_the_new_sentence_is_taken_as_one_change(office: Office, asked: Round) -> None:
    wrote = _moved_on(office, asked)
    (offer,) = draft(office, asked).offers[KEY]

    accept(office, asked, KEY, offer)

    assert "05 đoàn" in text(draft(office, asked))
    assert draft(office, asked).offers == {}
    assert (next_undo(office) or "").startswith("Dùng câu mới trong báo cáo năm 2026: ")
    take_back(office)
    assert text(draft(office, asked)) == wrote


def test_that_the_old_sentence_is_kept_as_one_change(office: Office, asked: Round) -> None:
    wrote = _moved_on(office, asked)
    (offer,) = draft(office, asked).offers[KEY]

    keep(office, asked, KEY, offer)

    assert text(draft(office, asked)) == wrote
    assert draft(office, asked).offers == {}
    take_back(office)
    assert draft(office, asked).offers[KEY] == (offer,)


def test_that_a_choice_is_made_once(office: Office, asked: Round) -> None:
    _moved_on(office, asked)
    (offer,) = draft(office, asked).offers[KEY]
    keep(office, asked, KEY, offer)

    with pytest.raises(KnownError) as refusal:
        accept(office, asked, KEY, offer)

    assert refusal.value.key == "offer_gone"


def test_that_what_is_to_be_decided_is_told_before_signing(office: Office, asked: Round) -> None:
    _moved_on(office, asked)

    told = {each.key: each.facts for each in prepare_report.outlook(office, 2026).notices}

    assert told["edits_open"] == {"count": 1}


def test_that_a_sentence_without_its_records_stays_and_is_told(
    office: Office, asked: Round
) -> None:
    write(office, asked, KEY, f"{text(draft(office, asked))} {OWN}".replace("Sở đã", "Đơn vị đã"))

    put_into_bin(office, draft(office, asked).facts.activities[0].id)

    made = draft(office, asked)
    assert OWN in text(made, GAP)
    assert OfferKind.GONE in {each.kind for each in made.offers[GAP]}


def test_that_a_gap_written_over_goes_on_as_the_result(office: Office, asked: Round) -> None:
    key = "ii.1.5.gap"
    write(office, asked, key, OWN)
    record(office, form("mở lớp tiếng Việt", "1.5"))
    (offer,) = draft(office, asked).offers["ii.1.5.result"]

    accept(office, asked, key, offer)

    told = text(draft(office, asked), "ii.1.5.result")
    assert OWN in told
    assert "mở lớp tiếng Việt" in told
    assert draft(office, asked).lost == ()


def test_that_one_paragraph_of_a_block_is_written(office: Office, asked: Round) -> None:
    write(office, asked, KEY, f"Một.\n{OWN}\nBa.")

    write(office, asked, f"{KEY}~2", "Hai.")
    write(office, asked, f"{KEY}~3", "")

    assert text(draft(office, asked)) == "Một.\nHai."


def test_that_a_block_is_taken_out_and_comes_back(office: Office, asked: Round) -> None:
    generated = text(draft(office, asked))

    write(office, asked, KEY, "")
    assert text(draft(office, asked)) == ""
    assert [each.key for each in draft(office, asked).edited.taken] == [KEY]
    revert(office, asked, KEY)

    assert text(draft(office, asked)) == generated


def test_that_head_and_foot_are_written_over(office: Office, asked: Round) -> None:
    write(office, asked, "closing.recipients", "Như trên\nBáo Quảng Ngãi\nLưu: VT")

    closing = draft(office, asked).document.closing
    assert closing.recipients == ("Như trên", "Báo Quảng Ngãi", "Lưu: VT")


@pytest.mark.parametrize("block", ["ii.7.result", "annex.tasks", ""])
def test_that_a_block_that_is_not_there_is_refused(
    office: Office, asked: Round, block: str
) -> None:
    with pytest.raises(KnownError) as refusal:
        write(office, asked, block, OWN)

    assert refusal.value.key == "block_unknown"


def test_that_writing_ends_the_draft_of_what_was_typed(office: Office, asked: Round) -> None:
    keep_draft.save(office, draft_key(asked, KEY), {"text": "Sở"})

    write(office, asked, KEY, OWN)

    assert keep_draft.load(office, draft_key(asked, KEY)) is None


def test_that_a_round_of_its_own_days_has_its_own_wording(office: Office, asked: Round) -> None:
    half = asked_round(office, 2026, Span(date(2026, 1, 1), date(2026, 6, 30)))

    write(office, half, KEY, OWN)

    assert text(draft(office, half)) == OWN
    assert OWN not in text(draft(office, asked))


def test_that_a_later_wording_is_named_where_it_stands_in_the_way_of_undo(
    office: Office, asked: Round
) -> None:
    write(office, asked, KEY, OWN)
    first = undoable(office, 1)[0].seq
    write(office, asked, KEY, f"{OWN} {OWN}")

    with pytest.raises(KnownError) as refusal:
        take_back_change(office, first)

    assert refusal.value.key == "undo_blocked"
    assert OWN in str(refusal.value.facts["record"])
