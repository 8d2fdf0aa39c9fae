"""An activity comes back as it was recorded, with all that belongs to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import OFFICE, YEAR, activity, file, record
from ttdn_desktop.domain.activity import Activity, Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.domain.evidence import DocumentReference, Evidence, EvidenceKind
from ttdn_desktop.domain.funding import Funding, Source, Stage
from ttdn_desktop.domain.indicator import Reading, Split
from ttdn_desktop.store import activities, evidence
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.store.engine import Store

LETTER = Evidence(
    id="evidence-2",
    code="E2",
    kind=EvidenceKind.DOCUMENT,
    name="Công văn số 12/SNgV-LS",
    document=DocumentReference(
        "Công văn số 12/SNgV-LS ngày 03/3/2026", "CV", "12/SNgV-LS", date(2026, 3, 3), "SNgV", "Về"
    ),
    dated=date(2026, 3, 3),
)
FULL = activity(
    1,
    "Đón đoàn Attapư",
    start=Moment(date(2026, 4, 1), Precision.QUARTER),
    until=date(2026, 6, 30),
    item_ids=("task-2", "task-1", "duty-1", "direction-3"),
    part=Part.ADVISE,
    kind="đoàn vào",
    place="Bờ Y",
    content="Trao đổi",
    result="02 biên bản",
    partners=("Sở Ngoại vụ Attapư", "Công an tỉnh"),
    audience=("cán bộ",),
    highlight=True,
    good_practice=True,
    obstacles=(Obstacle("Mưa lớn", Cause.OBJECTIVE), Obstacle("Thiếu người")),
    proposals=(Proposal("Thêm kinh phí", "Sở Tài chính", answered=True), Proposal("Tập huấn")),
    readings=(
        Reading("D1", Decimal("3.50")),
        Reading("D1", Decimal(2), Split("nuoc", "Lào"), approximate=True, estimate=True),
    ),
    fundings=(
        Funding(Source.RECURRENT, 9_000_000_000_000, Stage.PLANNED),
        Funding(Source.AID, 0, in_kind="10 máy tính"),
    ),
    evidence=(LETTER, file(1)),
)


def _titles(store: Store, query: ActivityQuery) -> list[str]:
    with store.read() as connection:
        return [one.title for one in activities.page(connection, query)]


def _record_full(store: Store) -> None:
    with store.change("Lan", "ghi") as tx:
        evidence.add_many(tx, (file(1), LETTER), unit_id=OFFICE.id, year=YEAR)
        activities.add(tx, FULL, year=YEAR)


def test_that_everything_recorded_comes_back_in_the_order_given(store: Store) -> None:
    _record_full(store)

    with store.read() as connection:
        assert activities.page(connection, ActivityQuery()) == (FULL,)
        assert activities.by_ids(connection, ["activity-1"]) == (FULL,)


@pytest.mark.parametrize(
    "text",
    [
        "\"Về\" \\ 'việc'",
        "dòng 1\ndòng 2\r\n\tdòng 3",
        "null",
        "[1, 2]",
        "Lào 🎉\u2028ກ",
        "a\x00b\x1f",
        " ",
    ],
)
def test_that_parts_come_back_letter_by_letter(store: Store, text: str) -> None:
    told = activity(
        1,
        obstacles=(Obstacle(text), Obstacle(f"{text} {text}", Cause.SUBJECTIVE)),
        proposals=(Proposal(text, text),),
        readings=(Reading("D1", Decimal(1), Split(text, text)),),
        fundings=(Funding(Source.AID, 1, in_kind=text),),
    )
    record(store, told)

    with store.read() as connection:
        (found,) = activities.by_ids(connection, [told.id])

    assert found == told


def test_that_dozens_of_parts_keep_their_order(store: Store) -> None:
    told = activity(1, obstacles=tuple(Obstacle(f"Việc {number}") for number in range(30, 0, -1)))
    record(store, told)

    with store.read() as connection:
        (found,) = activities.by_ids(connection, [told.id])

    assert found.obstacles == told.obstacles


def test_that_activities_come_in_the_order_asked_and_unknown_ones_not_at_all(
    store: Store,
) -> None:
    record(store, activity(1), activity(2), activity(3))

    with store.read() as connection:
        found = activities.by_ids(connection, ["activity-3", "nobody", "activity-1"])

    assert [one.code for one in found] == ["A3", "A1"]


def test_that_codes_count_up_by_unit_and_year(store: Store) -> None:
    with store.read() as connection:
        assert activities.next_code(connection, OFFICE.id, 2026) == "A1"
    record(store, activity(1), activity(2))
    with store.read() as connection:
        assert activities.next_code(connection, OFFICE.id, 2026) == "A3"
        assert activities.next_code(connection, OFFICE.id, 2027) == "A1"
        assert activities.next_code(connection, "unit-province", 2026) == "A1"


def _spread(store: Store) -> None:
    """Record one activity on 28 February, two on 5 March, one in the second quarter."""
    record(
        store,
        activity(1, "quý II", start=Moment(date(2026, 4, 1), Precision.QUARTER)),
        activity(2, "5/3 một"),
        activity(3, "28/2", start=Moment(date(2026, 2, 28)), item_ids=("task-2",)),
        activity(4, "5/3 hai", item_ids=("task-2", "duty-1")),
    )


def test_that_activities_come_by_the_day_they_start_or_the_newest_first(store: Store) -> None:
    _spread(store)

    by_day = ["28/2", "5/3 một", "5/3 hai", "quý II"]
    assert _titles(store, ActivityQuery()) == by_day
    assert _titles(store, ActivityQuery(newest_first=True)) == by_day[::-1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ActivityQuery(first=date(2026, 3, 5)), ["5/3 một", "5/3 hai", "quý II"]),
        (ActivityQuery(last=date(2026, 3, 4)), ["28/2"]),
        (
            ActivityQuery(first=date(2026, 3, 1), last=date(2026, 3, 31)),
            ["5/3 một", "5/3 hai"],
        ),
        (ActivityQuery(item_ids=("duty-1",)), ["5/3 hai"]),
        (ActivityQuery(item_ids=("task-2", "duty-1")), ["28/2", "5/3 hai"]),
    ],
)
def test_that_days_and_items_narrow_what_is_found(
    store: Store, query: ActivityQuery, expected: Sequence[str]
) -> None:
    _spread(store)

    assert _titles(store, query) == expected
    with store.read() as connection:
        assert activities.count(connection, query) == len(expected)


def test_that_pages_join_without_gap_or_double(store: Store) -> None:
    _spread(store)

    pages = [_titles(store, ActivityQuery(offset=start, limit=3)) for start in (0, 3, 6)]

    assert pages == [["28/2", "5/3 một", "5/3 hai"], ["quý II"], []]
    assert _titles(store, ActivityQuery(offset=2)) == ["5/3 hai", "quý II"]


def test_that_a_binned_activity_is_neither_listed_counted_nor_found(store: Store) -> None:
    record(store, activity(1, "Hội nghị"), activity(2, "Hội thảo"))

    with store.change("Lan", "bỏ") as tx:
        activities.bin_one(tx, "activity-1")

    assert _titles(store, ActivityQuery()) == ["Hội thảo"]
    assert _titles(store, ActivityQuery(search="hội")) == ["Hội thảo"]
    with store.read() as connection:
        assert activities.count(connection, ActivityQuery()) == 1


def _reads(store: Store) -> int:
    """Return how many statements SQLite runs for all activities."""
    statements: list[str] = []
    with store.read() as connection:
        raw = connection.connection.dbapi_connection
        raw.set_trace_callback(statements.append)  # type: ignore[union-attr]  # sqlite3's own
        activities.page(connection, ActivityQuery())
        raw.set_trace_callback(None)  # type: ignore[union-attr]  # sqlite3's own
    return len(statements)


def test_that_a_page_takes_as_many_reads_for_ten_activities_as_for_one(store: Store) -> None:
    record(store, activity(1))
    reads_for_one = _reads(store)
    record(store, *(activity(number) for number in range(2, 11)))

    assert _reads(store) == reads_for_one


def test_that_a_folder_holds_more_activities_than_one_statement_has_places(
    store: Store,
) -> None:
    many: list[Activity] = [activity(number + 1) for number in range(6000)]
    with store.change("Lan", "nhập") as tx:
        activities.add_many(tx, many, year=YEAR)

    with store.read() as connection:
        assert len(activities.page(connection, ActivityQuery())) == 6000
