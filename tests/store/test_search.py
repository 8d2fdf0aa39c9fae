"""What officers type is found as they mean it, with and without accents."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import OFFICE, YEAR, CountingClock, activity, file, fill, record
from ttdn_desktop.domain.activity import Obstacle, Proposal
from ttdn_desktop.domain.dates import Moment
from ttdn_desktop.domain.evidence import DocumentReference, Evidence, EvidenceKind
from ttdn_desktop.domain.text import fold
from ttdn_desktop.store import activities, engine, evidence
from ttdn_desktop.store.activities import ActivityQuery
from ttdn_desktop.store.tables import activities as activities_table
from ttdn_desktop.store.tables import evidence as evidence_table

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


def _found(store: Store, words: str, **narrow: object) -> list[str]:
    query = ActivityQuery(search=words, **narrow)  # type: ignore[arg-type]  # by name, in a test
    with store.read() as connection:
        hits = [one.title for one in activities.page(connection, query)]
        if query.limit is None and not query.offset:
            assert activities.count(connection, query) == len(hits)
    return hits


def _titled(store: Store, *titles: str) -> None:
    record(store, *(activity(number, title) for number, title in enumerate(titles, start=1)))


def test_that_an_accented_word_does_not_hit_the_plain_one(store: Store) -> None:
    _titled(store, "Ông Nam đi Lào", "Tổng kết năm 2026")

    assert _found(store, "năm") == ["Tổng kết năm 2026"]


def test_that_a_plain_word_hits_all_accents_the_plain_ones_first(store: Store) -> None:
    _titled(store, "Tổng kết năm 2026", "Ông Nam đi Lào", "Nấm rừng")

    assert _found(store, "nam") == ["Ông Nam đi Lào", "Tổng kết năm 2026", "Nấm rừng"]


@pytest.mark.parametrize("typed", ["doan", "DOAN", "đoàn", "ĐOÀN", "Đoàn"])
def test_that_d_and_capitals_are_no_hindrance(store: Store, typed: str) -> None:
    _titled(store, "Đoàn công tác", "Hội nghị")

    assert _found(store, typed) == ["Đoàn công tác"]


def test_that_decomposed_text_finds_and_is_found(store: Store) -> None:
    _titled(store, unicodedata.normalize("NFD", "Đón đoàn Attapư"))

    assert _found(store, "attapư") == ["Đón đoàn Attapư"]
    assert _found(store, unicodedata.normalize("NFD", "attapư")) == ["Đón đoàn Attapư"]


@pytest.mark.parametrize("typed", ["hoà bình", "hòa bình", "hoa binh", "thuỷ điện", "thủy điện"])
def test_that_both_placements_of_a_tone_are_one_word(store: Store, typed: str) -> None:
    _titled(store, "Hoà bình, Thủy điện")

    assert _found(store, typed) == ["Hoà bình, Thủy điện"]


def test_that_all_words_must_be_found_and_the_last_may_be_unfinished(store: Store) -> None:
    _titled(store, "Hội nghị xúc tiến du lịch", "Hội thảo du lịch")

    assert _found(store, "hoi du lich") == ["Hội nghị xúc tiến du lịch", "Hội thảo du lịch"]
    assert _found(store, "du lịch ngh") == ["Hội nghị xúc tiến du lịch"]
    assert _found(store, "ngh du lịch") == []


def test_that_a_search_with_and_without_accents_keeps_to_each(store: Store) -> None:
    _titled(store, "Đoàn Lào năm 2026", "Đoàn Lào, ông Nam", "Đoan Lào nấm")

    assert _found(store, "đoàn nam") == ["Đoàn Lào, ông Nam", "Đoàn Lào năm 2026"]


def test_that_a_number_with_punctuation_is_found_as_written_and_in_parts(store: Store) -> None:
    _titled(store, "Triển khai Kế hoạch 157/KH-UBND", "Kế hoạch 158/KH-UBND, 157 đại biểu")

    assert _found(store, "157/KH-UBND") == ["Triển khai Kế hoạch 157/KH-UBND"]
    assert _found(store, "157/kh") == ["Triển khai Kế hoạch 157/KH-UBND"]
    assert len(_found(store, "157")) == 2
    assert len(_found(store, "kh-ubnd")) == 2


@pytest.mark.parametrize("typed", ['"', "*", "---", "( ) :", "AND", 'đoàn" OR "x', "exact:", "^z"])
def test_that_what_fts_takes_for_orders_are_words_like_others(store: Store, typed: str) -> None:
    _titled(store, "Đoàn công tác")

    assert _found(store, typed) == []


def test_that_every_part_of_an_activity_is_found(store: Store) -> None:
    letter = Evidence(
        "evidence-2",
        "E2",
        EvidenceKind.DOCUMENT,
        "Công văn",
        document=DocumentReference("CV", number="77/SNgV-LS", excerpt="mời dự lễ"),
    )
    whole = activity(
        15,
        "tiêu đề",
        kind="triển lãm",
        place="cửa khẩu Bờ Y",
        content="ảnh biển đảo",
        result="900 lượt khách",
        partners=("Bảo tàng",),
        obstacles=(Obstacle("mưa kéo dài"),),
        proposals=(Proposal("cấp máy chiếu", "Sở Tài chính"),),
        evidence=(file(1, name="banner khai mạc.png"), letter),
    )
    with store.change("Lan", "ghi") as tx:
        evidence.add_many(
            tx, (file(1, name="banner khai mạc.png"), letter), unit_id=OFFICE.id, year=YEAR
        )
        activities.add(tx, whole, year=YEAR)

    typed = ["tiêu đề", "triển lãm", "bờ y", "biển đảo", "lượt khách", "bảo tàng", "mưa", "A15"]
    typed += ["máy chiếu", "tài chính", "banner", "77/SNgV", "mời dự", "E2"]
    assert [words for words in typed if _found(store, words) != ["tiêu đề"]] == []


def test_that_hits_come_by_day_in_both_orders_and_within_the_days_asked(store: Store) -> None:
    days = {
        "Đoàn ba": date(2026, 9, 9),
        "Đoàn một": date(2025, 12, 31),
        "Đoàn hai": date(2026, 3, 1),
    }
    for number, (title, day) in enumerate(days.items(), start=1):
        record(store, activity(number, title, start=Moment(day)))

    assert _found(store, "đoàn") == ["Đoàn một", "Đoàn hai", "Đoàn ba"]
    assert _found(store, "đoàn", newest_first=True) == ["Đoàn ba", "Đoàn hai", "Đoàn một"]
    assert _found(store, "doan", first=date(2026, 1, 1)) == ["Đoàn hai", "Đoàn ba"]
    assert _found(store, "doan", last=date(2026, 3, 1)) == ["Đoàn một", "Đoàn hai"]


def test_that_a_search_can_be_narrowed_to_items(store: Store) -> None:
    record(store, activity(1, "Đoàn một"), activity(2, "Đoàn hai", item_ids=("task-2",)))

    assert _found(store, "doan", item_ids=("task-2",)) == ["Đoàn hai"]


def test_that_pages_of_a_search_join_without_gap_or_double(store: Store) -> None:
    titles = ["năm 1", "nam 2", "nấm 3", "nam 4", "nám 5"]
    _titled(store, *titles)
    whole = ["nam 2", "nam 4", "năm 1", "nấm 3", "nám 5"]

    assert _found(store, "nam") == whole
    for size in (1, 2, 3, 4):
        pages = [_found(store, "nam", offset=start, limit=size) for start in range(0, 6, size)]
        assert [title for page in pages for title in page] == whole


def test_that_the_index_follows_every_change(store: Store) -> None:
    with store.change("Lan", "thêm") as tx:
        evidence.add(tx, file(1, name="ảnh.jpg"), unit_id=OFFICE.id, year=YEAR)
    record(store, activity(1, "Đoàn", evidence=(file(1, name="ảnh.jpg"),)))

    with store.change("Lan", "đổi tên") as tx:
        tx.update(evidence_table, "evidence-1", {"name": "khai mạc.jpg"})
        tx.update(activities_table, "activity-1", {"place": "Bờ Y", "start": date(2026, 8, 1)})

    assert _found(store, "khai mạc") == _found(store, "bờ y") == ["Đoàn"]
    assert _found(store, "ảnh") == []
    assert _found(store, "đoàn", first=date(2026, 8, 1)) == ["Đoàn"]


def test_that_an_index_folded_otherwise_is_rebuilt_on_opening(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    _titled(store, "Đoàn một", "Đoàn hai")
    database = store.folder.database
    store.close()
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM search_texts")
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'fold_version'")

    with engine.open(folder, clock=clock) as again:
        assert _found(again, "doan") == ["Đoàn một", "Đoàn hai"]


WORDS = st.sampled_from(
    ["nam", "năm", "nấm", "Nam", "doan", "đoàn", "Đoan", "hoa", "hoà", "hòa", "157/KH", "na"]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=5), typed=WORDS)
def test_that_one_plain_word_finds_what_begins_with_it_when_folded(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], typed: str
) -> None:
    folder = tmp_path_factory.mktemp("search") / "data"
    plain = fold(typed)
    with engine.create(folder, clock=CountingClock()) as store:
        fill(store)
        titles = [" ".join(words) for words in texts]
        _titled(store, *titles)
        hits = _found(store, plain)

    expected = [
        title for title in titles if any(word.startswith(plain) for word in fold(title).split())
    ]
    assert sorted(hits) == sorted(expected)
