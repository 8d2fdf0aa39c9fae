"""What a paged table of activities is brought, and in which order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.browsing import ActivityRow, Figure
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.gui.models.activity_columns import columns, figures, short_day
from ttdn_desktop.gui.models.page_feed import WAITING, PageFeed
from ttdn_desktop.gui.models.paged_model import PAGE_ROWS, PagedModel
from ttdn_desktop.gui.theme import Look
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.modeltest import ModelTester


def _row(number: int = 1, start: str = "5/3/2026", until: date | None = None) -> ActivityRow:
    return ActivityRow(
        str(number),
        f"A{number}",
        "Tiếp đoàn",
        parse_moment(start),
        until,
        Part.LEAD,
        "",
        ("1.10", "1.5"),
        (
            Figure("Đoàn vào", Decimal(1), "đoàn", approximate=False),
            Figure("Khách đoàn vào", Decimal(1400), "lượt người", approximate=True),
        ),
        0,
        has_result=False,
        highlight=False,
    )


def _model() -> PagedModel[ActivityRow]:
    return PagedModel(columns(Words("vi").say), Look())


class Worker:
    """Answers when it is told to."""

    def __init__(self) -> None:
        """Wait for questions."""
        self.asked: list[int] = []
        self._done: list[Callable[[Sequence[Any]], None]] = []

    def ask(self, offset: int, done: Callable[[Sequence[Any]], None]) -> None:
        """Take a question."""
        self.asked.append(offset // PAGE_ROWS)
        self._done.append(done)

    def answer(self) -> None:
        """Answer the oldest question."""
        self._done.pop(0)([_row(number) for number in range(PAGE_ROWS)])


def test_that_the_table_of_activities_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = _model()
    model.reset(250, [_row(number) for number in range(PAGE_ROWS)])

    qtmodeltester.check(model)


def test_that_one_page_is_asked_at_a_time_and_the_last_one_looked_at_first() -> None:
    model, worker = _model(), Worker()
    PageFeed(model, worker.ask)
    model.reset(100_000, [])
    for page in (1, 2, 3):
        model.row_at(page * PAGE_ROWS)

    worker.answer()
    worker.answer()

    assert worker.asked == [1, 3, 2]


def test_that_pages_scrolled_past_are_let_go_and_asked_again_when_looked_at() -> None:
    model, worker = _model(), Worker()
    PageFeed(model, worker.ask)
    model.reset(100_000, [])
    for page in range(1, 900):
        model.row_at(page * PAGE_ROWS)
    for _page in range(WAITING + 1):
        worker.answer()

    assert worker.asked == [1, 899, 898, 897]
    model.row_at(500 * PAGE_ROWS)
    assert worker.asked[-1] == 500


def test_that_a_question_about_an_older_list_is_not_asked_any_more() -> None:
    model, worker = _model(), Worker()
    PageFeed(model, worker.ask)
    model.reset(1000, [])
    model.row_at(100)
    model.row_at(200)

    model.reset(1000, [])
    model.row_at(300)
    worker.answer()

    assert worker.asked == [1, 3]
    assert model.row_at(100) is None


def test_that_days_are_short_and_figures_told_with_their_units() -> None:
    assert short_day(_row()) == "05/03"
    assert short_day(_row(until=date(2026, 3, 7))) == "05–07/03"
    assert short_day(_row(until=date(2026, 4, 1))) == "05/03–01/04"
    assert short_day(_row(start="3/2026")) == "03/2026"
    assert short_day(_row(start="quý II/2026")) == "quý II"
    assert figures(_row()) == "1 đoàn / ~1.400 lượt"


def test_that_lacking_evidence_is_told_in_words_and_in_a_tone() -> None:
    evidence = columns(Words("vi").say)[4]

    assert evidence.text(_row()) == "! thiếu"
    assert evidence.tone is not None
    assert evidence.tone(_row()) == "warn"
