"""Rounds at work: what a test needs to make, export and compose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.office_desk import form
from ttdn_desktop.desk import report_writer
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import Regime
from ttdn_desktop.services import keep_rounds
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.known_rounds import yearly
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.round_form import RoundForm

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

LETTER = "Công văn số 12/SVHTTDL-TT ngày 05/10/2026 của Sở Văn hóa, Thể thao và Du lịch"


def done(office: Office, title: str, on: str, *items: str) -> str:
    """Record an activity; return its id."""
    return record(office, form(title, *items, on=on)).id


def cut_year(office: Office, year: int, cutoff: date) -> Round:
    """End the figures of a year's round early."""
    return keep_rounds.add(office, RoundForm(regime=Regime.ANNUAL, year=year, cutoff=cutoff))


def titles(office: Office, asked: Round) -> list[str]:
    """Return what a round's report tells, by title."""
    return [each.title for each in gather(office, asked).activities]


def told(office: Office, asked: Round) -> Document:
    """Return the report of a round."""
    return compose(gather(office, asked))


def submit(office: Office, year: int, folder: Path) -> Round:
    """Export the report of a year; return its round."""
    export(office, report_writer(), year, None, folder / f"{year}.docx")
    return yearly(office, year)
