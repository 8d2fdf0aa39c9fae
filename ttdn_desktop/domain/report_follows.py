"""What a report says of the one it follows: that it replaces or supplements it (Điều 18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.edition import EditionKind
from ttdn_desktop.domain.report_sentences import month
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


WORDS: Mapping[EditionKind, str] = {
    EditionKind.REPLACEMENT: "thay thế",
    EditionKind.SUPPLEMENT: "bổ sung",
}


@immutable
class Followed:
    """The report that is replaced or supplemented: số và ký hiệu, day, who issued it.

    `kind` is what the report that follows is to it; `issuer` is the name borne on its day.
    """

    kind: EditionKind
    number: str
    dated: date
    issuer: str


def sentence(followed: Followed) -> str:
    """Return "Báo cáo này thay thế Báo cáo số 45/BC-SNgV ngày 14 tháng 12 năm 2026 của …"."""
    return (
        f"Báo cáo này {WORDS[followed.kind]} Báo cáo số {followed.number} "
        f"{in_words(followed.dated)} của {followed.issuer}."
    )


def is_said(texts: Iterable[str], kind: EditionKind, number: str) -> bool:
    """Tell whether one of a report's paragraphs says what it is to the report of that number."""
    return any(number in text and WORDS[kind] in text for text in texts)


def in_words(day: date) -> str:
    """Return "ngày 05 tháng 12 năm 2026", as documents are dated (Decree 30, annex I, II.4b)."""
    return f"ngày {day:%d} {month(day)}"
