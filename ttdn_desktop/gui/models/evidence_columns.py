"""The columns of the list of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.gui.evidence_words import kind_word, size_of
from ttdn_desktop.gui.models.columns import TableColumn

if TYPE_CHECKING:
    from ttdn_desktop.domain.shelf import EvidenceRow
    from ttdn_desktop.gui.words import Words

CODE, NAME, KIND, DATED, SIZE, USED = range(6)


def evidence_columns(words: Words) -> tuple[TableColumn[EvidenceRow], ...]:
    """Return code, name, kind, day, size, and what it is used for."""

    def used(row: EvidenceRow) -> str:
        if row.first_activity is None:
            return words.say("evidence.unfiled_mark")
        if row.activities == 1:
            return row.first_activity.code
        return words.say("evidence.used_by", count=row.activities)

    def used_whole(row: EvidenceRow) -> str:
        first = row.first_activity
        return f"{first.code} · {first.title}" if first and row.activities == 1 else used(row)

    return (
        TableColumn(title=words.say("evidence.code"), text=lambda row: row.code, width=56),
        TableColumn(title=words.say("evidence.name"), text=_name, tip=_whole),
        TableColumn(
            title=words.say("evidence.kind"), text=lambda row: kind_word(words, row.kind), width=76
        ),
        TableColumn(title=words.say("evidence.dated"), text=_dated, width=88),
        TableColumn(
            title=words.say("evidence.size"),
            text=lambda row: size_of(words, row.kind, row.size),
            width=72,
            right=True,
        ),
        TableColumn(
            title=words.say("evidence.used"),
            text=used,
            width=108,
            tone=lambda row: "" if row.activities else "warn",
            tip=used_whole,
        ),
    )


def _name(row: EvidenceRow) -> str:
    excerpt = row.document.excerpt if row.document else ""
    return f"{row.name} {excerpt}" if excerpt and excerpt not in row.name else row.name


def _whole(row: EvidenceRow) -> str:
    return f"{_name(row)}\n{row.url}" if row.url and row.url != row.name else _name(row)


def _dated(row: EvidenceRow) -> str:
    return short(row.dated) if row.dated else ""
