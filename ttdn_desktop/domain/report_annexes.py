"""The report's annexes: what was done for every task, the figures, the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.document import Annex, Block, Orientation, Role, Sentence, Table
from ttdn_desktop.domain.report_annex_evidence import EVIDENCE_COLUMNS, evidence_rows
from ttdn_desktop.domain.report_annex_figures import figure_columns, figure_notes, figure_rows
from ttdn_desktop.domain.report_annex_tasks import TASK_COLUMNS, task_rows
from ttdn_desktop.domain.report_chart import figure_chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.report_facts import ReportFacts

NAMES = (
    ("Phụ lục I", "Kết quả theo nhiệm vụ"),
    ("Phụ lục II", "Số liệu tổng hợp"),
    ("Phụ lục III", "Danh mục tài liệu kiểm chứng"),
)


PICTURES_NAME = ("Phụ lục IV", "Hình ảnh")


def names(facts: ReportFacts) -> tuple[tuple[str, str], ...]:
    """Return labels and titles of the annexes this report has, as its text refers to them."""
    return (*NAMES, PICTURES_NAME) if facts.pictures else NAMES


def annexes(facts: ReportFacts) -> tuple[Annex, ...]:
    """Return annex I (landscape), II and III, and IV where the officer has chosen pictures."""
    guide, totals = _guide(facts), facts.totals()
    (tasks, figures, evidence) = ((label, title.upper(), guide) for label, title in NAMES)
    return (
        Annex(
            "annex.tasks",
            *tasks,
            Orientation.LANDSCAPE,
            Table(TASK_COLUMNS, tuple(task_rows(facts))),
            empty="Không có nhiệm vụ, hoạt động được ghi nhận trong kỳ.",
        ),
        Annex(
            "annex.figures",
            *figures,
            Orientation.PORTRAIT,
            Table(figure_columns(facts), tuple(figure_rows(facts, totals))),
            notes=_notes("annex.figures", figure_notes(facts, totals)),
            empty="Không có số liệu được ghi nhận trong kỳ.",
            chart=figure_chart(facts, totals),
        ),
        Annex(
            "annex.evidence",
            *evidence,
            Orientation.PORTRAIT,
            Table(EVIDENCE_COLUMNS, tuple(evidence_rows(facts))),
            empty="Không có tài liệu kiểm chứng được ghi nhận trong kỳ.",
        ),
        *_pictures(facts, guide),
    )


def _pictures(facts: ReportFacts, guide: str) -> Iterator[Annex]:
    if facts.pictures:
        label, title = PICTURES_NAME
        none, portrait = Table((), ()), Orientation.PORTRAIT
        pictures = facts.pictures
        yield Annex(
            "annex.pictures", label, title.upper(), guide, portrait, none, pictures=pictures
        )


def _guide(facts: ReportFacts) -> str:
    number = facts.head.number_line.removeprefix("Số").lstrip(": ")
    day = report_period.dated(facts.round, facts.day)
    return f"(Kèm theo Báo cáo số      {number} {day} của {facts.body.name})"


def _notes(key: str, texts: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(f"{key}.note.{number}", Role.ANNEX_NOTE, (Sentence(text),))
        for number, text in enumerate(texts, start=1)
    )
