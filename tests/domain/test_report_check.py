"""What to look at before signing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.report_desk import PLAN, ROLES, VERSION, act, facts_of
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_check import notices
from ttdn_desktop.domain.succession import Heir, Succession, SuccessionKind

BLANK = Notice("plan_number_blank")
UNSIGNED = Notice("signer_missing")
ANSWERED = dict.fromkeys(ROLES, TaskState.NONE)


def _merge(*, confirmed: bool, on: date) -> Succession:
    kind, heirs = SuccessionKind.MERGE, (Heir("heir"),)
    return Succession("id", "SO-NGV", kind, on, "", ("unit",), heirs, confirmed=confirmed)


def test_that_a_complete_report_has_nothing_to_look_at() -> None:
    complete = act(
        "A1",
        "Đón đoàn",
        result="Ký biên bản",
        documents=("Kế hoạch số 1/KH",),
        fundings=("recurrent=5",),
    )
    states = {code: state for code, state in ANSWERED.items() if code != "1.10"}
    facts = facts_of(complete, states=states)
    numbered = replace(facts, version=replace(VERSION, plan=replace(PLAN, number="2486")))
    signed = replace(numbered, closing=replace(facts.closing, signer="Nguyễn Văn A"))
    assert list(notices(signed)) == []
    assert list(notices(numbered)) == [UNSIGNED]
    assert list(notices(facts)) == [BLANK, UNSIGNED]


def test_that_gaps_are_named_by_code_in_plan_order() -> None:
    (gaps,) = [each for each in notices(facts_of()) if each.key == "gaps"]
    assert gaps.facts["codes"] == (
        "II.1, II.2, II.3, II.4, II.5, 1.5, 1.10, 1.12, 2.3, 2.4, 3.4, 3.5, IV.1"
    )
    assert gaps.item_ids[5:7] == (VERSION.item_id("1.5"), VERSION.item_id("1.10"))


def test_that_activities_without_proof_result_or_money_are_named() -> None:
    bare = [act(f"A{number}", "Đón đoàn") for number in (10, *range(1, 10), 11, 12)]
    found = {each.key: each.facts for each in notices(facts_of(*bare, states=ANSWERED))}
    shown = {"count": 12, "codes": "A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, …"}
    assert found["without_evidence"] == shown
    assert found["without_result"] == shown
    assert "without_funding" in found


def test_that_a_state_that_activities_contradict_is_named() -> None:
    facts = facts_of(act("A1", "Đón đoàn"), states=ANSWERED)
    (told,) = [each for each in notices(facts) if each.key == "state_overruled"]
    assert (told.facts, told.item_ids) == ({"codes": "1.10"}, (VERSION.item_id("1.10"),))


def test_that_withheld_activities_are_named_to_the_officer_alone() -> None:
    facts = facts_of(act("A1", "Diễn tập", "2.3"), states={"2.3": TaskState.SEPARATE})
    (told,) = [each for each in notices(facts) if each.key == "withheld"]
    assert told.facts == {"count": 1, "codes": "A1"}
    assert told.activity_ids == tuple(each.id for each in facts.arranged.withheld)


def test_that_open_proposals_and_an_ended_unit_are_named() -> None:
    before, after = date(2025, 3, 1), date(2027, 3, 1)
    open_one = facts_of(successions=(_merge(confirmed=False, on=before),), states=ANSWERED)
    ended = facts_of(successions=(_merge(confirmed=True, on=before),), states=ANSWERED)
    later = facts_of(successions=(_merge(confirmed=False, on=after),), states=ANSWERED)
    assert list(notices(open_one)) == [BLANK, UNSIGNED, Notice("unconfirmed", {"codes": "SO-NGV"})]
    assert list(notices(ended)) == [BLANK, UNSIGNED, Notice("unit_ended", {"unit": "Sở Ngoại vụ"})]
    assert list(notices(later)) == [BLANK, UNSIGNED]
