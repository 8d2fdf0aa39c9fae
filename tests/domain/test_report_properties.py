"""What holds for every report, whatever was recorded."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.report_desk import (
    CATALOGUE,
    DIRECTIONS,
    TITLES,
    act,
    everything,
    facts_of,
)
from ttdn_desktop.domain import counting
from ttdn_desktop.domain.activity import Activity, Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.document import RowKind
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.numbers import counted, grouped
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_text import compose

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ReportFacts

CODES = (*TITLES, *DIRECTIONS, "IV.1", "IV.3")
WORDS = st.sampled_from(
    [
        "Đón đoàn",
        "Hội nghị quán triệt.",
        "Ký Bản ghi nhớ",
        "Sở cử công chức dự",
        "a",
        "  Giao  lưu ",
    ]
)
FUNDINGS = ("recurrent=5000", "recurrent:planned=0", "social=60 triệu", "aid:planned=7")
DOCUMENTS = ("Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở", "Biên bản làm việc")
DAYS = st.dates(date(2025, 12, 15), date(2026, 12, 14)).map(str)


@st.composite
def _readings(draw: st.DrawFn) -> tuple[str, ...]:
    delegations, guests = draw(st.integers(0, 12)), draw(st.integers(0, 300))
    lao = draw(st.integers(0, delegations))
    possible = [
        f"D1={delegations}",
        f"D1N=~{guests}",
        f"D1={lao}:nuoc=Lào",
        "D3H=7",
        "K2=0",
        "X1=4",
    ]
    return tuple(draw(st.lists(st.sampled_from(possible), unique=True)))


@st.composite
def _activity(draw: st.DrawFn, number: int) -> Activity:
    words = draw(WORDS)
    return act(
        f"A{number}",
        words,
        *draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True)),
        on=draw(st.one_of(DAYS, st.sampled_from(["3/2026", "quý IV/2026"]))),
        part=draw(st.sampled_from(Part)),
        readings=draw(_readings()),
        fundings=tuple(draw(st.lists(st.sampled_from(FUNDINGS), unique=True))),
        documents=tuple(draw(st.lists(st.sampled_from(DOCUMENTS), unique=True))),
        kind=draw(st.sampled_from(["", "Đón đoàn vào"])),
        place=draw(st.sampled_from(["", "xã Bờ Y.", "Trực tuyến"])),
        result=draw(st.sampled_from(["", "- Ký biên bản\n- Trao quà.", "46 lượt người dự ."])),
        partners=tuple(draw(st.lists(st.sampled_from(["Công an tỉnh", "Sở Nội vụ"]), unique=True))),
        highlight=draw(st.booleans()),
        obstacles=tuple(Obstacle(words, cause) for cause in draw(st.lists(st.sampled_from(Cause)))),
        proposals=tuple(Proposal(words, to) for to in draw(st.lists(WORDS, max_size=2))),
    )


@st.composite
def _facts(draw: st.DrawFn) -> ReportFacts:
    count = draw(st.integers(0, 9))
    activities = [draw(_activity(number)) for number in range(1, count + 1)]
    states = st.sampled_from(TaskState)
    reasoned = st.tuples(states, st.sampled_from(["", "Chưa có hồ sơ."]))
    return facts_of(*activities, states=draw(st.dictionaries(st.sampled_from(CODES), reasoned)))


@given(_facts())
def test_that_each_key_is_there_once(facts: ReportFacts) -> None:
    document = compose(facts)
    keys = [each.key for each in document.body]
    keys += [row.key for annex in document.annexes for row in annex.table.rows]
    keys += [note.key for annex in document.annexes for note in annex.notes]
    assert len(set(keys)) == len(keys)


@given(_facts())
def test_that_each_record_named_exists_and_each_activity_is_told(facts: ReportFacts) -> None:
    document = compose(facts)
    told = {record for each in document.body for one in each.sentences for record in one.records}
    rows = [row for annex in document.annexes for row in annex.table.rows]
    named = told | {record for row in rows for record in row.records}
    known = {each.id for each in facts.activities}
    proofs = {proof.id for each in facts.activities for proof in each.evidence}
    assert told == known
    assert known <= named <= known | proofs


@given(_facts())
def test_that_the_annex_s_figures_are_those_of_the_counting(facts: ReportFacts) -> None:
    table = compose(facts).annexes[1].table
    shown = {row.key: row.cells[3:5] for row in table.rows if row.kind is RowKind.HEADING}
    expected = {
        f"annex.figures.{each.indicator.code}": (
            _cell(each.value, each.approximate),
            _cell(each.shared, each.shared_approximate),
        )
        for each in counting.figures(facts.activities, CATALOGUE)
    }
    money = [key for key in shown if key.startswith("annex.figures.money.")]
    assert {key: cells for key, cells in shown.items() if key not in money} == expected
    assert len(money) == len(counting.money(facts.activities))


def _cell(value: object, approximate: bool) -> str:  # noqa: FBT001 (as the figure has them)
    if value is None:
        return ""
    return f"khoảng {grouped(int(str(value)))}" if approximate else grouped(int(str(value)))


@given(st.lists(st.integers(1, 40), min_size=3, max_size=8), st.sampled_from(Part))
def test_that_the_text_s_sum_is_that_of_the_counting(values: list[int], part: Part) -> None:
    activities = [
        act(f"A{number}", "Đón đoàn", "1.10", readings=(f"D1={value}",), part=part)
        for number, value in enumerate(values)
    ]
    facts = facts_of(*activities)
    (figure,) = counting.figures(facts.activities, CATALOGUE)
    total = figure.value if figure.value is not None else figure.shared
    assert total == sum(values)
    told = next(each.text for each in compose(facts).body if each.key == "ii.1.10.result")
    assert told.endswith(f" {counted(total)} đoàn vào.")


@given(_facts())
def test_that_no_sentence_is_badly_set(facts: ReportFacts) -> None:
    for each in compose(facts).body:
        told = each.text.removeprefix("a) ").removeprefix("b) ").removeprefix("c) ")
        assert not re.search(r"  |\.\.|\s[.,;:)]|\(\s|[,;:]\.|\n|None", told), told
        assert told[0] == told[0].upper(), told
        assert all(told.count(left) == told.count(right) for left, right in ("()", "[]")), told
        assert "chủ trì chủ trì" not in told
        assert "phối hợp phối hợp" not in told


@given(_facts())
def test_that_what_is_reported_apart_leaves_no_trace(facts: ReportFacts) -> None:
    secret = replace(act("S1", "Diễn tập", "2.3", "1.10"), title="BÍ MẬT", result="BÍ MẬT")
    rest = [each for each in facts.activities if "2.3" not in each.item_ids]
    states = {"2.3": TaskState.SEPARATE}
    without = compose(facts_of(*rest, states=states))
    assert compose(facts_of(*rest, secret, states=states)) == without
    assert "BÍ MẬT" not in everything(without)


@given(_facts())
def test_that_the_same_facts_give_the_same_report(facts: ReportFacts) -> None:
    assert compose(facts) == compose(facts)


def test_that_the_small_catalogue_has_every_kind() -> None:
    assert {each.kind for each in CATALOGUE} == set(IndicatorKind)
