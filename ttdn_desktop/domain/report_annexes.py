"""The report's annexes: what was done for every task, the figures, the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.document import Annex, Block, Orientation, Role, Sentence, Table
from ttdn_desktop.domain.report_annex_evidence import EVIDENCE_COLUMNS, evidence_rows
from ttdn_desktop.domain.report_annex_figures import figure_columns, figure_notes, figure_rows
from ttdn_desktop.domain.report_annex_tasks import TASK_COLUMNS, task_rows

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ReportFacts

NAMES = (
    ("Phụ lục I", "Kết quả theo nhiệm vụ"),
    ("Phụ lục II", "Số liệu tổng hợp"),
    ("Phụ lục III", "Danh mục tài liệu kiểm chứng"),
)


def annexes(facts: ReportFacts) -> tuple[Annex, ...]:
    """Return annex I (landscape), II and III."""
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
        ),
        Annex(
            "annex.evidence",
            *evidence,
            Orientation.PORTRAIT,
            Table(EVIDENCE_COLUMNS, tuple(evidence_rows(facts))),
            empty="Không có tài liệu kiểm chứng được ghi nhận trong kỳ.",
        ),
    )


def _guide(facts: ReportFacts) -> str:
    number = facts.head.number_line.removeprefix("Số:").strip()
    day = report_period.dated(facts.round, facts.day)
    return f"(Kèm theo Báo cáo số      {number} {day} của {facts.body.name})"


def _notes(key: str, texts: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(f"{key}.note.{number}", Role.ANNEX_NOTE, (Sentence(text),))
        for number, text in enumerate(texts, start=1)
    )
