"""What was typed, and the form it stands for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ttdn_desktop.domain.activity import Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.funding import Funding, Source, Stage
from ttdn_desktop.domain.indicator import Reading, Split
from ttdn_desktop.gui.activity_form_text import (
    ActivityFormText,
    FundingText,
    ObstacleText,
    PartText,
    ProposalText,
    ReadingText,
    from_json,
    to_json,
)
from ttdn_desktop.gui.read_form import Setting, read_form, text_of
from ttdn_desktop.services import shipped
from ttdn_desktop.services.prepare_form import FormDesk, ItemChoice

CATALOGUE = {each.code: each for each in shipped.indicators()}
DESK = FormDesk(
    (
        ItemChoice("a", "1.10", "Đoàn ra, đoàn vào", leads=True, concerns=True),
        ItemChoice("b", "1.5", "Ngoại giao văn hóa", leads=False, concerns=True),
    ),
    CATALOGUE,
    shipped.guidance(),
    shipped.splits(),
)
SETTING = Setting(DESK, 2026, date(2026, 12, 1))
LEAST = ActivityFormText(title="Tiếp đoàn Attapư", when="5/3", items=("1.10",))
WHOLE = replace(
    LEAST,
    when="5-7/3",
    part="advise",
    kind="Đón đoàn vào",
    place="phường Kon Tum",
    content="Nội dung",
    result="Kết quả",
    partners="Sở Du lịch; Công an tỉnh",
    audience="doanh nghiệp",
    highlight=True,
    good_practice=True,
    readings=(
        ReadingText(
            "D1",
            "",
            "3",
            "khoảng 14",
            (PartText("nuoc", "Lào", "2", "10"), PartText("nuoc", "khác", "1")),
        ),
        ReadingText("M1", "", "ước 1.250"),
    ),
    fundings=(
        FundingText("recurrent", "spent", "18,5 triệu"),
        FundingText("aid", "planned", "", "sách"),
    ),
    obstacles=(ObstacleText("Thiếu phiên dịch", "objective"), ObstacleText("  ")),
    proposals=(ProposalText("Bổ sung kinh phí", "UBND tỉnh", answered=True),),
    evidence_ids=("e1", "e2"),
)


def _errors(**typed: object) -> list[tuple[str, int | None, str]]:
    read = read_form(replace(LEAST, **typed), SETTING)  # type: ignore[arg-type]  # texts by name
    return [(each.field, each.row, each.error.key) for each in read.errors]


def test_that_everything_typed_is_read() -> None:
    form = read_form(WHOLE, SETTING).form

    assert form is not None
    assert (form.start.first, form.until) == (date(2026, 3, 5), date(2026, 3, 7))
    assert form.part is Part.ADVISE
    assert form.partners == ("Sở Du lịch", "Công an tỉnh")
    assert form.readings == (
        Reading("D1", Decimal(3)),
        Reading("D1N", Decimal(14), approximate=True),
        Reading("D1", Decimal(2), Split("nuoc", "Lào")),
        Reading("D1N", Decimal(10), Split("nuoc", "Lào")),
        Reading("D1", Decimal(1), Split("nuoc", "khác")),
        Reading("M1", Decimal(1250), estimate=True),
    )
    assert form.fundings == (
        Funding(Source.RECURRENT, 18_500_000),
        Funding(Source.AID, 0, Stage.PLANNED, "sách"),
    )
    assert form.obstacles == (Obstacle("Thiếu phiên dịch", Cause.OBJECTIVE),)
    assert form.proposals == (Proposal("Bổ sung kinh phí", "UBND tỉnh", answered=True),)
    assert form.evidence_ids == ("e1", "e2")


def test_that_a_form_shown_again_reads_the_same() -> None:
    form = read_form(WHOLE, SETTING).form

    assert form is not None
    assert read_form(text_of(form, CATALOGUE), SETTING).form == form


@pytest.mark.parametrize(("items", "part"), [(("1.10",), Part.LEAD), (("1.5",), Part.SUPPORT)])
def test_that_the_part_is_proposed_by_the_items_until_chosen(
    items: tuple[str, ...], part: Part
) -> None:
    form = read_form(replace(LEAST, items=items), SETTING).form

    assert form is not None
    assert form.part is part


def test_that_every_wrong_field_is_told_at_once() -> None:
    assert _errors(title=" ", when="31/2", items=()) == [
        ("when", None, "date_impossible"),
        ("title", None, "title_missing"),
        ("items", None, "item_missing"),
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (ReadingText("D1", "", "nhiều"), "number_unreadable"),
        (ReadingText("D1", "", "1,5"), "reading_not_whole"),
        (ReadingText("", "đoàn gì đó", "1"), "indicator_not_named"),
        (ReadingText("", "", "1"), "indicator_blank"),
        (ReadingText("D1", "", "", "", (PartText("nuoc", "Lào", "1"),)), "part_without_total"),
        (ReadingText("D1", "", "1", "", (PartText("nuoc", "Lào", "2"),)), "parts_above_total"),
        (ReadingText("D1", "", "1", "", (PartText("nuoc", " ", "1"),)), "share_blank"),
    ],
)
def test_that_a_wrong_figure_is_told_by_its_row(line: ReadingText, key: str) -> None:
    assert _errors(readings=(ReadingText("M1", "", "2"), line)) == [("readings", 1, key)]


def test_that_a_figure_is_named_by_its_words_not_its_code() -> None:
    line = ReadingText("D1", "", "1", "", (PartText("nuoc", "Lào", "2"),))

    (error,) = read_form(replace(LEAST, readings=(line,)), SETTING).errors

    assert error.error.facts == {"code": "Đoàn vào", "parts": "2", "total": "1"}


def test_that_a_figure_may_be_named_in_full_without_choosing_it() -> None:
    form = read_form(replace(LEAST, readings=(ReadingText("", "đoàn vào", "1"),)), SETTING).form

    assert form is not None
    assert form.readings == (Reading("D1", Decimal(1)),)


def test_that_the_same_figure_on_two_lines_is_told() -> None:
    lines = (ReadingText("D1", "", "1", "9"), ReadingText("D1N", "", "3"))

    assert _errors(readings=lines) == [("readings", 1, "reading_twice")]


def test_that_lines_without_a_value_say_nothing() -> None:
    assert _errors(readings=(ReadingText(), ReadingText("D1")), fundings=(FundingText(),)) == []


def test_that_half_of_a_dong_is_told_by_its_row() -> None:
    lines = (FundingText(amount="1 triệu"), FundingText(amount="1,5"))

    assert _errors(fundings=lines) == [("fundings", 1, "amount_not_whole")]


def test_that_a_draft_keeps_every_typed_sign() -> None:
    typed = replace(WHOLE, when="5/", readings=(ReadingText("", "Đo", "khoả"),))

    assert from_json(to_json(typed)) == typed


def test_that_a_draft_of_another_version_is_read_as_far_as_it_goes() -> None:
    kept = {"title": "Tiếp đoàn", "items": ["1.10"], "when": 5, "unknown": 1, "readings": [7]}

    assert from_json(kept) == ActivityFormText(title="Tiếp đoàn", items=("1.10",))
