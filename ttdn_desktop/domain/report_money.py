"""Kinh phí in words: the state budget with its share of the estimate, then the other sources."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting, report_raised
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.funding import STATE_SOURCES, Source
from ttdn_desktop.domain.numbers import grouped, in_millions
from ttdn_desktop.domain.report_blocks import gap
from ttdn_desktop.domain.report_case import joined, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.report_facts import ReportFacts

SOURCES = {
    Source.INVESTMENT: "chi đầu tư phát triển",
    Source.RECURRENT: "chi thường xuyên",
    Source.PROGRAMME: "chương trình mục tiêu, đề án",
    Source.SOCIAL: "xã hội hóa",
    Source.AID: "viện trợ",
    Source.OTHER: "khác",
}
_KEY = "ii.funding"


def money(facts: ReportFacts) -> Iterator[Block]:
    """Tell the round's money, or say that none was entered."""
    amounts = facts.money
    if not amounts:
        yield gap(_KEY, "Chưa nhập kinh phí thực hiện trong kỳ. Bổ sung trước khi trình ký")
        return
    records = tuple(dict.fromkeys(record for each in amounts for record in each.records))
    state = [each for each in amounts if each.source in STATE_SOURCES]
    other = [each for each in amounts if each.source not in STATE_SOURCES and each.spent]
    parts = [_state_budget(state)] if state else []
    alone = (
        report_raised.alone(facts) if [each.source for each in other] == [Source.SOCIAL] else None
    )
    if other:
        besides = "ngoài ra, đã " if state else f"trong kỳ, {facts.body.short} đã "
        parts.append(besides + (alone.text if alone else f"huy động {_raised(other)}"))
    if not parts:
        parts.append(f"trong kỳ, {facts.body.short} chưa sử dụng kinh phí")
    told = Sentence(sentence("; ".join(parts)), records)
    yield Block(_KEY, Role.BODY, (told, *(() if alone else report_raised.among(facts))))


def _state_budget(amounts: Sequence[counting.Money]) -> str:
    planned, spent = counting.state_budget(amounts)
    sources = f"từ nguồn {joined([SOURCES[each.source] for each in amounts])}"
    if not planned and not spent:
        return "trong kỳ không sử dụng kinh phí ngân sách nhà nước"
    if not spent:
        return f"dự toán kinh phí ngân sách nhà nước trong kỳ là {in_millions(planned)}, {sources}"
    text = f"kinh phí ngân sách nhà nước thực hiện trong kỳ là {in_millions(spent)}"
    if planned:
        text += f"/{in_millions(planned)} dự toán"
    if all(each.planned or not each.spent for each in amounts):
        text += f" (đạt {_share(spent, planned)}%)"
    return f"{text}, {sources}"


def _share(spent: int, planned: int) -> str:
    return grouped(round(Decimal(spent) * 100 / planned, 1))


def _raised(amounts: Sequence[counting.Money]) -> str:
    return joined(
        [f"{in_millions(each.spent)} từ nguồn {SOURCES[each.source]}" for each in amounts]
    )
