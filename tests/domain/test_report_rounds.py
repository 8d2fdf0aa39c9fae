"""What a round's terms do to its report: the letter, some tasks only, what was missed before."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.report_desk import act, block, everything, facts_of, keys, text
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_check import notices
from ttdn_desktop.domain.report_facts import ReportFacts, arranged
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import annual_round

YEAR = annual_round(2026, "coordinator")
LETTER = "Công văn số 12/SVHTTDL-TT ngày 05/10/2026 của Sở Văn hóa, Thể thao và Du lịch"


def _only(facts: ReportFacts, *codes: str) -> ReportFacts:
    """Return the facts of a round that asks for some items only."""
    roles = {each.item.id: each.involvement for each in facts.items if each.involvement}
    states = {each.item.id: each.progress for each in facts.items if each.progress}
    done = (*facts.arranged.told, *facts.arranged.withheld)
    asked = replace(facts.round, terms=replace(facts.round.terms, item_ids=codes))
    return replace(facts, round=asked, arranged=arranged(facts.version, roles, states, done, codes))


def test_that_the_letter_stands_before_the_plan() -> None:
    asked = replace(YEAR, terms=replace(YEAR.terms, letter=f"{LETTER}."))
    opening = text(compose(facts_of(asked=asked)), "opening")
    assert opening.startswith(f"Thực hiện {LETTER}, căn cứ Kế hoạch số ……/KH-UBND")
    assert "báo cáo kết quả thực hiện năm 2026 như sau:" in opening


def test_that_only_the_tasks_asked_for_are_told() -> None:
    told = facts_of(act("A1", "Đón đoàn Lào", "1.10"), act("A2", "Giao lưu", "1.5"))
    document = compose(_only(told, "1.10"))
    assert "đón đoàn Lào" in everything(document)
    assert "giao lưu" not in everything(document).casefold()
    assert "ii.3.heading" in keys(document)
    assert "ii.1.heading" not in keys(document)
    assert not any("1.5" in key for key in keys(document))


def test_that_what_serves_a_task_reported_apart_stays_out_of_every_round() -> None:
    secret = act("A1", "Diễn tập", "1.10", "2.3")
    told = facts_of(secret, states={"2.3": TaskState.SEPARATE})
    assert "Diễn tập" not in everything(compose(_only(told, "1.10")))


def test_that_one_missed_before_is_told_so_in_its_place_and_in_the_annex() -> None:
    missed = act("A9", "Đón đoàn Lào", "1.10", on="20/11/2025")
    facts = replace(facts_of(missed), extras=frozenset({"A9"}))
    document = compose(facts)
    (first, *_) = block(document, "ii.1.10.result").sentences
    assert first.text.endswith("Lào (bổ sung kỳ trước).")
    assert "Đón đoàn Lào (bổ sung kỳ trước)" in everything(document)


def test_that_of_many_told_together_those_missed_before_are_counted_once() -> None:
    done = [act(f"A{n}", f"Đón đoàn {n}", "1.10", kind="Đón đoàn") for n in range(4)]
    document = compose(replace(facts_of(*done), extras=frozenset({"A0", "A2"})))
    assert "04 hoạt động đón đoàn (có 02 hoạt động bổ sung kỳ trước)" in text(
        document, "ii.1.10.result"
    )


def test_that_of_figures_summed_those_missed_before_are_counted_too() -> None:
    done = [
        act(f"A{n}", f"Đón đoàn {n}", "1.10", kind="Đón đoàn", readings=("D1=1", "D1N=5"))
        for n in range(3)
    ]
    told = text(compose(replace(facts_of(*done), extras=frozenset({"A0"}))), "ii.1.10.result")
    assert "03 đoàn vào với 15 lượt khách (có 01 hoạt động bổ sung kỳ trước)." in told


def test_that_a_stock_read_in_a_missed_one_is_no_stock_of_an_earlier_round() -> None:
    missed = act("A9", "Rà soát thỏa thuận", "1.10", on="20/11/2025", readings=("D3H=7",))
    carried = act("A1", "Rà soát", "1.10", on="20/5/2025", readings=("D3H=5",))
    facts = replace(facts_of(missed, earlier=(carried,)), extras=frozenset({"A9"}))
    assert not any(key.endswith(".standing") for key in keys(compose(facts)))


def test_that_a_wanted_estimate_is_missed_until_one_is_read() -> None:
    asked = replace(YEAR, terms=replace(YEAR.terms, estimate=True))
    told = act("A1", "Đón đoàn", "1.10", readings=("D1=3",))
    assert "estimate_missing" in [each.key for each in notices(facts_of(told, asked=asked))]
    about = replace(told, readings=(*told.readings, replace(told.readings[0], estimate=True)))
    assert "estimate_missing" not in [each.key for each in notices(facts_of(about, asked=asked))]
    assert "estimate_missing" not in [each.key for each in notices(facts_of(told))]
