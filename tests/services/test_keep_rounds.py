"""Rounds made, changed, removed: by the rule where nothing is said, and never under a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.round_desk import LETTER, cut_year, done, submit, titles
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.round import Regime, annual_round
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_rounds
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.keep_rounds import Stage
from ttdn_desktop.services.known_rounds import asked_round, asking_body, round_by_id, yearly
from ttdn_desktop.services.round_form import RoundForm
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.store import changes

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

HALF = RoundForm(regime=Regime.HALF_YEAR, year=2026)
THEME = RoundForm(
    regime=Regime.THEMATIC,
    year=2026,
    period=Span(date(2026, 3, 1), date(2026, 10, 10)),
    sending_day=date(2026, 10, 20),
    name="Quản lý phóng viên nước ngoài",
    letter=LETTER,
    addressee="Sở Văn hóa, Thể thao và Du lịch; Công an tỉnh",
    items=("1.12", "1.10"),
)


def test_that_a_year_begins_with_its_own_round_alone(office: Office) -> None:
    (own,) = keep_rounds.of_year(office, 2026)
    assert own.round == annual_round(2026, asking_body(office))
    assert (own.recorded, own.stage) == (False, Stage.OPEN)
    assert own.internal_day == date(2026, 12, 7)


def test_that_a_round_keeps_all_that_was_said_of_it(office: Office) -> None:
    made = keep_rounds.add(office, THEME)
    known = round_by_id(office, made.id)
    assert known == made
    assert known.terms.letter == LETTER
    assert known.sending_day == date(2026, 10, 20)
    (_year, line) = keep_rounds.of_year(office, 2026)
    assert (line.round, line.recorded, line.items) == (made, True, ("1.10", "1.12"))
    assert keep_rounds.form_of(office, made) == replace(
        THEME, cutoff=date(2026, 10, 10), items=("1.10", "1.12")
    )


def test_that_what_is_not_said_is_by_the_rule(office: Office) -> None:
    made = keep_rounds.add(office, HALF)
    assert made.period == Span(date(2025, 12, 15), date(2026, 6, 14))
    assert (made.cutoff, made.sending_day) == (date(2026, 6, 14), date(2026, 6, 15))
    third = keep_rounds.add(office, RoundForm(regime=Regime.QUARTER, year=2026, part=3))
    assert third.period == Span(date(2026, 6, 15), date(2026, 9, 14))


def test_that_a_set_round_is_the_one_its_days_ask_for(office: Office) -> None:
    made = keep_rounds.add(office, HALF)
    assert asked_round(office, 2026, made.period) == made


def test_that_the_year_asked_for_is_as_it_was_set(office: Office) -> None:
    made = cut_year(office, 2026, date(2026, 11, 30))
    assert made.id == annual_round(2026, asking_body(office)).id
    assert asked_round(office, 2026, None) == made
    assert yearly(office, 2027).cutoff == date(2027, 12, 14)


def test_that_a_state_set_before_hinders_no_cut_off(office: Office) -> None:
    set_state(office, 2026, ["3.6"], TaskState.NONE, "")
    assert cut_year(office, 2026, date(2026, 11, 30)).cutoff == date(2026, 11, 30)


def test_that_the_same_round_is_not_made_twice(office: Office) -> None:
    keep_rounds.add(office, HALF)
    with pytest.raises(KnownError, match="round_known"):
        keep_rounds.add(office, HALF)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        (replace(HALF, year=1999), "year_impossible"),
        (replace(HALF, regime=Regime.ADHOC), "round_days_missing"),
        (replace(HALF, part=3), "round_days_missing"),
        (replace(THEME, name=" "), "round_name_missing"),
        (replace(THEME, period=Span(date(2026, 3, 2), date(2026, 3, 1))), "end_before_start"),
        (replace(THEME, period=Span(date(2024, 3, 1), date(2024, 4, 1))), "period_outside_year"),
        (replace(THEME, cutoff=date(2026, 10, 11)), "cutoff_outside"),
        (replace(THEME, sending_day=date(2026, 10, 9)), "sending_before_cutoff"),
        (replace(THEME, items=("9.9",)), "item_unknown"),
    ],
)
def test_that_what_cannot_be_is_refused_and_nothing_written(
    office: Office, form: RoundForm, key: str
) -> None:
    with pytest.raises(KnownError, match=key):
        keep_rounds.add(office, form)
    assert len(keep_rounds.of_year(office, 2026)) == 1


def test_that_a_change_of_terms_keeps_the_round(office: Office, tmp_path: Path) -> None:
    submit(office, 2026, tmp_path)
    own = yearly(office, 2026)
    form = replace(keep_rounds.form_of(office, own), cutoff=date(2026, 11, 30), estimate=True)
    changed = keep_rounds.change(office, own.id, form)
    assert (changed.id, changed.cutoff) == (own.id, date(2026, 11, 30))
    assert yearly(office, 2026).terms.estimate
    assert keep_rounds.line(office, own).stage is Stage.SUBMITTED


def test_that_other_days_make_another_round_in_its_place(office: Office) -> None:
    made = keep_rounds.add(office, THEME)
    later = Span(date(2026, 3, 1), date(2026, 9, 30))
    changed = keep_rounds.change(office, made.id, replace(THEME, period=later))
    assert changed.id != made.id
    assert [each.round for each in keep_rounds.of_year(office, 2026)][1:] == [changed]


def test_that_a_submitted_round_keeps_its_days_and_stays(office: Office, tmp_path: Path) -> None:
    own = submit(office, 2026, tmp_path)
    days = Span(date(2025, 12, 1), date(2026, 11, 30))
    form = replace(keep_rounds.form_of(office, own), period=days, cutoff=days.last)
    with pytest.raises(KnownError, match="round_in_use"):
        keep_rounds.change(office, own.id, form)
    with pytest.raises(KnownError, match="round_in_use"):
        keep_rounds.remove(office, own.id)
    assert yearly(office, 2026) == own


def test_that_no_round_takes_the_days_of_another(office: Office) -> None:
    half, theme = keep_rounds.add(office, HALF), keep_rounds.add(office, THEME)
    with pytest.raises(KnownError, match="round_known"):
        keep_rounds.change(office, theme.id, HALF)
    assert {each.round.id for each in keep_rounds.of_year(office, 2026)} >= {half.id, theme.id}


def test_that_a_round_nothing_hangs_on_is_removed_and_may_come_back(office: Office) -> None:
    made = keep_rounds.add(office, THEME)
    keep_rounds.remove(office, made.id)
    assert len(keep_rounds.of_year(office, 2026)) == 1
    take_back(office)
    assert round_by_id(office, made.id) == made
    assert check(office).ok


def test_that_the_year_s_own_round_is_not_removed(office: Office) -> None:
    with pytest.raises(KnownError, match="round_usual"):
        keep_rounds.remove(office, yearly(office, 2026).id)


def test_that_making_and_changing_a_round_are_taken_back(office: Office) -> None:
    made = cut_year(office, 2026, date(2026, 11, 30))
    form = replace(keep_rounds.form_of(office, made), cutoff=date(2026, 11, 20))
    keep_rounds.change(office, made.id, form)
    assert take_back(office) == "Sửa kỳ báo cáo năm 2026"
    assert yearly(office, 2026).cutoff == date(2026, 11, 30)
    assert take_back(office) == "Thêm kỳ báo cáo năm 2026"
    assert yearly(office, 2026).cutoff == date(2026, 12, 14)
    assert not keep_rounds.of_year(office, 2026)[0].recorded


def test_that_a_round_in_use_is_not_undone_from_under_its_states(office: Office) -> None:
    made = cut_year(office, 2026, date(2026, 11, 30))
    set_state(office, 2026, ["3.6"], TaskState.NONE, "")
    with office.store.read() as connection:
        (_stated, (first, refusal)) = changes.looked_at(connection, 2)
    assert first.label == "Thêm kỳ báo cáo năm 2026"
    assert refusal is not None
    assert refusal.key == "undo_blocked"
    assert yearly(office, 2026) == made


def test_that_an_unknown_round_is_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="round_unknown"):
        round_by_id(office, "00000000-0000-5000-8000-000000000000")


def test_that_the_internal_day_follows_the_setting_unless_it_is_set(office: Office) -> None:
    keep_rounds.write_internal_days(office, 3)
    assert keep_rounds.line(office, yearly(office, 2026)).internal_day == date(2026, 12, 9)
    own = replace(THEME, internal_day=date(2026, 10, 1))
    assert keep_rounds.line(office, keep_rounds.add(office, own)).internal_day == date(2026, 10, 1)


def test_that_a_cut_off_moves_what_comes_after_into_the_next_year(office: Office) -> None:
    for day in ("14/12/2025", "15/12/2025", "30/11/2026", "1/12/2026", "14/12/2026", "15/12/2026"):
        done(office, f"Họp {day}", day)
    this = cut_year(office, 2026, date(2026, 11, 30))
    assert titles(office, this) == ["Họp 15/12/2025", "Họp 30/11/2026"]
    assert titles(office, yearly(office, 2027)) == [
        "Họp 1/12/2026",
        "Họp 14/12/2026",
        "Họp 15/12/2026",
    ]
