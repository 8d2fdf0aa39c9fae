"""The sample: a unit's year as its officer would have recorded it, the same for the same wish."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.citation import parse_reference
from ttdn_desktop.domain.dates import Precision
from ttdn_desktop.domain.funding import Source, Stage
from ttdn_desktop.domain.indicator import check_readings
from ttdn_desktop.domain.involvement import Involvement, involvements, must_answer
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.succession import Organisation, apply_confirmed
from ttdn_desktop.files.maker import SampleEvidence
from ttdn_desktop.services.sample import SampleWish, Story, story_forms, unit_story
from ttdn_desktop.services.sample_templates import library
from ttdn_desktop.services.shipped_indicators import (
    activity_guidance,
    shipped_indicators,
    shipped_splits,
)
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.shipped_successions import shipped_successions
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_units

if TYPE_CHECKING:
    from ttdn_desktop.services.record_activity import ActivityForm

WORDS = library()
PLAN = shipped_plan()
CATALOGUE = {indicator.code: indicator for indicator in shipped_indicators()}
CONFIRMED = tuple(replace(each, confirmed=True) for each in shipped_successions())
ORGANISATION = Organisation(
    apply_confirmed(shipped_units(), CONFIRMED), shipped_classes(), CONFIRMED
)
NAMES = [unit.names[0].name for unit in ORGANISATION.units]
PRAISE = ("hiệu quả", "tích cực", "kịp thời", "thành công", "xuất sắc", "tốt đẹp", "sôi nổi")


def _story(name: str, year: int) -> Story:
    unit = next(each for each in ORGANISATION.units if name in {n.name for n in each.names})
    involved = involvements(unit, PLAN, ORGANISATION, date(year, 12, 14), year)
    return unit_story(unit, PLAN, involved, year, WORDS)


def _forms(
    name: str = "Sở Ngoại vụ", year: int = 2026, count: int = 146, seed: int = 1
) -> list[ActivityForm]:
    told = _story(name, year)
    return list(story_forms(told, WORDS, SampleEvidence(), SampleWish(year, count, seed)))


def _said(form: ActivityForm) -> tuple[object, ...]:
    """Return all of a form but its files, of which only the names can be compared."""
    return (replace(form, files=()), tuple(file.name for file in form.files))


@pytest.mark.parametrize("year", range(2024, 2031))
def test_that_every_activity_starts_and_ends_within_the_plan_year(year: int) -> None:
    for form in _forms(year=year):
        assert plan_year(form.start.first) == year
        assert plan_year(form.until or form.start.first) == year
        assert form.until is None or form.until > form.start.first


@pytest.mark.parametrize("count", [0, 1, 5, 146, 1000])
def test_that_as_many_are_told_as_were_asked_for(count: int) -> None:
    assert len(_forms(count=count)) == count


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("year", [2024, 2026])
def test_that_any_body_of_the_plan_has_a_year_without_contradictions(name: str, year: int) -> None:
    guidance, splits = activity_guidance(), shipped_splits()
    for form in _forms(name, year, 60):
        check_readings(form.readings, CATALOGUE)
        assert not form.kind or form.kind in guidance[form.items[0]].activity_kinds
        for reading in form.readings:
            assert reading.split is None or reading.split.value in splits[reading.split.name]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_body_is_never_its_own_partner(name: str) -> None:
    assert not [form for form in _forms(name, count=80) if name in form.partners]


def test_that_parts_of_lead_support_and_join_fit_the_plan() -> None:
    roles = _story("Sở Ngoại vụ", 2026).roles
    own = {Part.LEAD, Part.ADVISE}
    for form in _forms():
        answers = roles[form.items[0]] in {Involvement.LEAD, Involvement.COMMON}
        assert (form.part in own) is answers


def test_that_all_that_must_be_answered_has_an_activity_but_the_one_left_quiet() -> None:
    told = _story("Sở Ngoại vụ", 2026)
    asked = {code for code, role in told.roles.items() if must_answer(role)}
    served = {code for form in _forms() for code in form.items}
    assert asked - served == {told.quiet} == {"2.3"}
    assert told.reason


def test_that_a_task_the_unit_leads_is_never_the_quiet_one() -> None:
    for name in NAMES:
        told = _story(name, 2026)
        assert not told.quiet or told.roles[told.quiet] is not Involvement.LEAD


def test_that_a_small_sample_tells_of_what_the_unit_leads() -> None:
    roles = _story("Sở Ngoại vụ", 2026).roles
    assert {roles[form.items[0]] for form in _forms(count=5)} == {Involvement.LEAD}


def test_that_no_title_is_told_twice() -> None:
    titles = Counter(form.title for form in _forms(count=3000))
    assert max(titles.values()) == 1


def test_that_every_slot_is_filled_and_nothing_praises() -> None:
    for name in ("Sở Ngoại vụ", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"):
        for form in _forms(name, count=300):
            words = repr(_said(form))
            assert "{" not in words
            assert not [word for word in PRAISE if word in words.casefold()]


def test_that_places_and_bodies_bear_the_names_of_their_year() -> None:
    before, after = repr(_forms(year=2024)), repr(_forms(year=2026))
    assert "thành phố Kon Tum" in before
    assert "Sở Thông tin và Truyền thông" in before
    assert "phường Kon Tum" not in before
    assert "phường Kon Tum" in after
    assert "Sở Thông tin và Truyền thông" not in after


def test_that_documents_are_the_unit_s_own_numbered_and_dated() -> None:
    references = [parse_reference(words) for form in _forms() for words in form.documents]
    assert len(references) > 30
    for reference in references:
        assert "SNgV" in reference.number
        assert reference.issued_on is not None
        assert reference.issuer == "Sở Ngoại vụ"


def test_that_no_number_is_given_to_two_documents() -> None:
    written = {words for form in _forms(count=2000) for words in form.documents}
    numbers = Counter(
        (reference.number, reference.issued_on and reference.issued_on.year)
        for reference in map(parse_reference, written)
    )
    assert max(numbers.values()) == 1


def test_that_links_can_never_be_real() -> None:
    links = [link for form in _forms(count=400) for link in form.links]
    assert links
    assert all(link.startswith("https://sngv.example/tin-tuc/") for link in links)
    assert all(link.isascii() for link in links)


def test_that_there_is_a_piece_of_evidence_for_one_or_two_activities() -> None:
    forms = _forms()
    pieces = sum(len(form.files) + len(form.links) + len(form.documents) for form in forms)
    assert len(forms) / 2 <= pieces <= len(forms) * 1.2


def test_that_few_files_are_distinct_however_many_activities_there_are() -> None:
    files = [file for form in _forms(count=1500) for file in form.files]
    assert len(files) > 300
    assert len({file.open().read() for file in files}) <= 60


def test_that_some_highlights_and_obstacles_are_told_once_each() -> None:
    forms = _forms(count=2000)
    assert 2 <= sum(form.highlight for form in forms) <= 4
    assert sum(form.good_practice for form in forms) == 1
    for told in (
        [obstacle.text for form in forms for obstacle in form.obstacles],
        [proposal.text for form in forms for proposal in form.proposals],
    ):
        assert len(told) == len(set(told)) >= 2


def test_that_no_more_is_spent_than_was_planned() -> None:
    spent, planned = 0, 0
    for form in _forms():
        for funding in form.fundings:
            if funding.source is Source.RECURRENT:
                spent += funding.amount if funding.stage is Stage.SPENT else 0
                planned += funding.amount if funding.stage is Stage.PLANNED else 0
    assert 0.8 * planned < spent <= planned


def test_that_most_days_are_exact_and_some_are_months_or_quarters() -> None:
    precision = Counter(form.start.precision for form in _forms())
    assert precision[Precision.DAY] > 110
    assert precision[Precision.MONTH] >= 3
    assert precision[Precision.QUARTER] >= 1


def test_that_the_year_is_spread_and_nobody_works_at_tet() -> None:
    days = [form.start.first for form in _forms(count=1000)]
    assert len({day.month for day in days}) == 12
    assert not [day for day in days if date(2026, 2, 15) <= day <= date(2026, 2, 22)]


def test_that_the_same_wish_tells_the_same_and_another_seed_another() -> None:
    assert list(map(_said, _forms())) == list(map(_said, _forms()))
    assert list(map(_said, _forms())) != list(map(_said, _forms(seed=2)))
