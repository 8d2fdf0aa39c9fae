"""Kinh phí: whole đồng by source and stage (plan, section III)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Where the money comes from."""

    INVESTMENT = "investment"
    RECURRENT = "recurrent"
    PROGRAMME = "programme"
    SOCIAL = "social"
    AID = "aid"
    OTHER = "other"


class Stage(StrEnum):
    """Dự toán or thực hiện."""

    PLANNED = "planned"
    SPENT = "spent"


STATE_SOURCES = frozenset({Source.INVESTMENT, Source.RECURRENT, Source.PROGRAMME})
"""The sources that are state budget; only these enter the share of the estimate spent."""


@dataclass(frozen=True, slots=True)
class Funding:
    """An amount in whole đồng; `in_kind` says what was given where it was not money."""

    source: Source
    amount: int
    stage: Stage = Stage.SPENT
    in_kind: str = ""
