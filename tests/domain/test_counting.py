"""Every number comes from one place and counts once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.counting import Figure, alone, figures
from ttdn_desktop.domain.dates import Moment, Precision, Span
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, Reading, Split, parse_reading

DELEGATIONS = Indicator("1", "D1", "Đoàn vào", "đoàn", IndicatorKind.FLOW, ("nuoc",), "D1N")
GUESTS = Indicator("2", "D1N", "Khách đoàn vào", "lượt người", IndicatorKind.FLOW, ("nuoc",), "D1")
TREATIES = Indicator("3", "D3H", "Thỏa thuận", "văn bản", IndicatorKind.STOCK, ("nuoc",))
VISITS = Indicator("4", "M3", "Lượt truy cập", "lượt", IndicatorKind.SNAPSHOT, ("nen_tang",))
CATALOGUE = (DELEGATIONS, GUESTS, TREATIES, VISITS)
YEAR = Span(date(2025, 12, 15), date(2026, 12, 14))
LAOS, CAMBODIA = Split("nuoc", "Lào"), Split("nuoc", "Campuchia")


def _activity(
    name: str,
    *readings: str | Reading,
    part: Part = Part.LEAD,
    on: date = date(2026, 3, 5),
    items: tuple[str, ...] = ("1.10",),
) -> Activity:
    return Activity(
        id=name,
        unit_id="unit",
        code=name,
        title=name,
        start=Moment(on),
        item_ids=items,
        part=part,
        readings=tuple(parse_reading(each) if isinstance(each, str) else each for each in readings),
    )


def _figure(*activities: Activity) -> Figure:
    (figure,) = figures(activities, CATALOGUE)
    return figure


def test_that_an_activity_serving_two_tasks_is_counted_once() -> None:
    figure = _figure(_activity("a", "D1=1", items=("1.10", "1.5")), _activity("b", "D1=2"))
    assert figure.value == 3
    assert figure.records == ("a", "b")


def test_that_activities_that_share_the_very_readings_are_each_counted() -> None:
    first = _activity("a", "D1=1.5", "D1=1:nuoc=Lào")
    last = replace(first, id="c", code="c")

    figure = _figure(first, _activity("b", "D1=2", "D1=1:nuoc=Campuchia"), last)

    assert last.readings is first.readings
    assert figure.value == 5
    assert figure.parts == ((LAOS, Decimal(2)), (CAMBODIA, Decimal(1)))
    assert figure.records == ("a", "b", "c")


def test_that_figures_of_lead_and_advise_are_added() -> None:
    figure = _figure(_activity("a", "D1=1"), _activity("b", "D1=2", part=Part.ADVISE))
    assert (figure.value, figure.shared) == (Decimal(3), None)


def test_that_figures_of_support_and_join_are_shown_beside() -> None:
    figure = _figure(
        _activity("a", "D1=1"),
        _activity("b", "D1=2", part=Part.SUPPORT),
        _activity("c", "D1=4", part=Part.JOIN),
    )
    assert (figure.value, figure.shared) == (Decimal(1), Decimal(6))


def test_that_a_unit_that_only_supported_has_no_figure_of_its_own() -> None:
    figure = _figure(_activity("b", "D1=2", part=Part.SUPPORT))
    assert (figure.value, figure.shared, figure.parts) == (None, Decimal(2), ())


def test_that_parts_of_shared_figures_are_not_added_to_own_parts() -> None:
    figure = _figure(
        _activity("a", "D1=1", "D1=1:nuoc=Lào"),
        _activity("b", "D1=2", "D1=2:nuoc=Lào", part=Part.SUPPORT),
    )
    assert figure.parts == ((LAOS, Decimal(1)),)


def test_that_parts_are_never_added_to_the_total() -> None:
    figure = _figure(_activity("a", "D1=3", "D1=2:nuoc=Lào", "D1=1:nuoc=Campuchia"))
    assert figure.value == 3
    assert figure.parts == ((LAOS, Decimal(2)), (CAMBODIA, Decimal(1)))


def test_that_parts_are_complete_only_when_they_make_up_the_total() -> None:
    whole = _figure(_activity("a", "D1=3", "D1=2:nuoc=Lào", "D1=1:nuoc=Campuchia"))
    half = _figure(_activity("a", "D1=3", "D1=2:nuoc=Lào"))
    none = _figure(_activity("a", "D1=0"))
    assert whole.parts_complete("nuoc")
    assert not half.parts_complete("nuoc")
    assert not none.parts_complete("nuoc")
    assert not whole.parts_complete("cap")


def test_that_parts_of_one_activity_leave_another_s_total_open() -> None:
    figure = _figure(_activity("a", "D1=1", "D1=1:nuoc=Lào"), _activity("b", "D1=1"))
    assert figure.value == 2
    assert not figure.parts_complete("nuoc")


def test_that_zero_is_a_figure_and_blank_is_none() -> None:
    assert _figure(_activity("a", "D1=0")).value == 0
    assert figures([_activity("a")], CATALOGUE) == ()


def test_that_figures_come_in_the_catalogue_s_order_and_unknown_ones_not_at_all() -> None:
    found = figures([_activity("a", "M3=5", "D1N=2", "D1=1", "X1=9")], CATALOGUE)
    assert [figure.indicator.code for figure in found] == ["D1", "D1N", "M3"]


def test_that_a_stock_is_the_latest_and_never_added() -> None:
    figure = _figure(
        _activity("late", "D3H=8", "D3H=5:nuoc=Lào", on=date(2026, 9, 1)),
        _activity("early", "D3H=7", "D3H=4:nuoc=Lào", on=date(2026, 5, 1)),
    )
    assert figure.value == 8
    assert figure.parts == ((LAOS, Decimal(5)),)
    assert figure.as_of == date(2026, 9, 1)


def test_that_a_snapshot_is_never_added() -> None:
    figure = _figure(
        _activity("a", "M3=1000", on=date(2026, 5, 1)),
        _activity("b", "M3=400", on=date(2026, 11, 2)),
    )
    assert (figure.value, figure.as_of) == (Decimal(400), date(2026, 11, 2))


def test_that_of_two_stocks_on_one_day_the_one_recorded_later_counts() -> None:
    on = date(2026, 5, 1)
    assert _figure(_activity("b", "D3H=8", on=on), _activity("a", "D3H=7", on=on)).value == 8


def test_that_a_stock_known_to_the_month_counts_as_of_its_end() -> None:
    month = Moment(date(2026, 5, 1), Precision.MONTH)
    counted = _activity("a", "D3H=9")
    activity = Activity(
        counted.id, "unit", "A1", "a", month, ("1.10",), Part.LEAD, readings=counted.readings
    )
    figure = _figure(activity, _activity("b", "D3H=7", on=date(2026, 5, 20)))
    assert (figure.value, figure.as_of) == (Decimal(9), date(2026, 5, 31))


def _with_earlier(*earlier: Activity, now: tuple[Activity, ...] = ()) -> tuple[Figure, ...]:
    return figures(now, CATALOGUE, earlier=earlier, period=YEAR)


def test_that_a_stock_of_an_earlier_round_stands_until_it_is_read_anew() -> None:
    before = _activity("a", "D3H=7", "D3H=4:nuoc=Lào", on=date(2025, 5, 1))
    (kept,) = _with_earlier(before)
    assert (kept.value, kept.parts, kept.as_of) == (
        Decimal(7),
        ((LAOS, Decimal(4)),),
        date(2025, 5, 1),
    )
    assert kept.records == ("a",)
    (anew,) = _with_earlier(before, now=(_activity("b", "D3H=0"),))
    assert (anew.value, anew.parts, anew.records) == (Decimal(0), (), ("b",))


def test_that_flows_snapshots_and_estimates_of_earlier_rounds_stay_there() -> None:
    before = _activity("a", "D1=3", "M3=900", on=date(2025, 5, 1))
    expected = _activity("b", Reading("D3H", Decimal(9), estimate=True), on=date(2025, 5, 1))
    assert _with_earlier(before, expected) == ()


def test_that_of_earlier_stocks_the_latest_stands_whichever_order_they_come_in() -> None:
    old = _activity("b", "D3H=5", on=date(2024, 5, 1))
    new = _activity("a", "D3H=6", on=date(2025, 5, 1))
    assert [each.value for each in _with_earlier(new, old)] == [6]


def test_that_an_own_stock_stands_beside_one_that_is_shared_anew() -> None:
    own = _activity("a", "D3H=7", on=date(2025, 5, 1))
    shared = _activity("b", "D3H=2", part=Part.SUPPORT, on=date(2026, 9, 1))
    (figure,) = _with_earlier(own, now=(shared,))
    assert (figure.value, figure.as_of) == (Decimal(7), date(2025, 5, 1))
    assert (figure.shared, figure.shared_as_of) == (Decimal(2), date(2026, 9, 1))


def test_that_no_day_of_a_stock_lies_outside_the_round_it_was_read_in() -> None:
    december = Moment(date(2025, 12, 1), Precision.MONTH)
    (before,) = _with_earlier(replace(_activity("a", "D3H=7"), start=december))
    assert before.as_of == date(2025, 12, 14)
    last = replace(december, first=date(2026, 12, 1))
    (now,) = _with_earlier(now=(replace(_activity("a", "D3H=7"), start=last),))
    assert now.as_of == date(2026, 12, 14)


def test_that_a_flow_has_no_day() -> None:
    assert _figure(_activity("a", "D1=1")).as_of is None


def test_that_estimates_stand_beside_what_was_done() -> None:
    estimate = Reading("D1", Decimal(12), estimate=True)
    figure = _figure(_activity("a", "D1=9", estimate), _activity("b", estimate, part=Part.SUPPORT))
    assert (figure.value, figure.estimate, figure.shared) == (Decimal(9), Decimal(12), None)


def test_that_estimates_of_a_stock_are_not_added() -> None:
    figure = _figure(
        _activity("a", Reading("D3H", Decimal(9), estimate=True), on=date(2026, 5, 1)),
        _activity("b", Reading("D3H", Decimal(10), estimate=True), on=date(2026, 9, 1)),
    )
    assert (figure.value, figure.estimate) == (None, Decimal(10))


def test_that_one_approximate_reading_makes_the_sum_approximate() -> None:
    assert _figure(_activity("a", "D1N=~250"), _activity("b", "D1N=3")).approximate
    assert not _figure(_activity("a", "D1N=250")).approximate


@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(Part)), min_size=1))
def test_that_own_and_shared_together_are_all_that_was_read(read: list[tuple[int, Part]]) -> None:
    activities = [
        _activity(f"a{place}", f"D1={value}", part=part) for place, (value, part) in enumerate(read)
    ]
    figure = _figure(*activities)
    assert (figure.value or 0) + (figure.shared or 0) == sum(value for value, _part in read)


_READ = st.builds(
    Reading,
    st.sampled_from([*(each.code for each in CATALOGUE), "UNKNOWN"]),
    st.integers(0, 99).map(Decimal),
    st.sampled_from([None, None, LAOS, CAMBODIA]),
    approximate=st.booleans(),
    estimate=st.booleans(),
)
_DAYS = st.dates(date(2025, 11, 1), date(2026, 12, 31))


@given(
    st.lists(_READ, max_size=6),
    st.sampled_from(Part),
    _DAYS,
    st.sampled_from([Precision.DAY, Precision.MONTH]),
    st.booleans(),
)
def test_that_an_activity_counted_alone_has_the_figures_it_has_by_itself(
    read: list[Reading],
    part: Part,
    day: date,
    precision: Precision,
    bounded: bool,  # noqa: FBT001 (given by the strategy)
) -> None:
    activity = replace(
        _activity("a", *read, part=part), start=Moment(day.replace(day=1), precision)
    )
    period = YEAR if bounded else None
    counted = figures((activity,), CATALOGUE, period=period)
    assert alone(CATALOGUE, period)(activity) == counted
