"""Kinh phí: whole đồng by source and stage (plan, section III)."""

from __future__ import annotations

from enum import StrEnum

from ttdn_desktop.domain.numbers import parse_amount
from ttdn_desktop.domain.text import fold
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable


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


@immutable
class Funding:
    """An amount in whole đồng; `in_kind` says what was given where it was not money."""

    source: Source
    amount: int
    stage: Stage = Stage.SPENT
    in_kind: str = ""


SPELLINGS = {
    "dau tu phat trien": Source.INVESTMENT,
    "chi dau tu phat trien": Source.INVESTMENT,
    "chi thuong xuyen": Source.RECURRENT,
    "thuong xuyen": Source.RECURRENT,
    "chuong trinh muc tieu": Source.PROGRAMME,
    "xa hoi hoa": Source.SOCIAL,
    "vien tro": Source.AID,
    "khac": Source.OTHER,
    "nguon khac": Source.OTHER,
}
STAGE_SPELLINGS = {"du toan": Stage.PLANNED, "thuc hien": Stage.SPENT}


def parse_funding(text: str) -> Funding:
    """Read "recurrent=18500000", "xã hội hóa=60 triệu" or "recurrent:planned=390 triệu".

    Raises KnownError `funding_unreadable`, `source_unknown`, or as `parse_amount` does.
    """
    left, equals, amount = text.partition("=")
    source, _colon, stage = left.partition(":")
    if not (equals and amount.strip()):
        raise KnownError("funding_unreadable", text=text)
    return Funding(_source(source), parse_amount(amount), _stage(stage))


def _source(text: str) -> Source:
    words = _words(text)
    if words in SPELLINGS:
        return SPELLINGS[words]
    try:
        return Source(words)
    except ValueError as wrong:
        known = ", ".join(Source)
        raise KnownError("source_unknown", source=text, known=known) from wrong


def _stage(text: str) -> Stage:
    words = _words(text)
    if not words:
        return Stage.SPENT
    try:
        return STAGE_SPELLINGS.get(words) or Stage(words)
    except ValueError as wrong:
        raise KnownError("stage_unknown", stage=text, known=", ".join(Stage)) from wrong


def _words(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())
