"""Kinh phí in words: the state budget with its share of the estimate, then the other sources."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting, report_annexes
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.funding import STATE_SOURCES
from ttdn_desktop.domain.numbers import grouped, in_millions
from ttdn_desktop.domain.report_blocks import gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.report_facts import ReportFacts


def money(facts: ReportFacts) -> Iterator[Block]:
    """Tell the round's money, or say that none was entered."""
    amounts = counting.money(facts.activities)
    if not amounts:
        yield gap(
            "ii.5.funding", "Chưa nhập kinh phí thực hiện trong kỳ. Bổ sung trước khi trình ký"
        )
        return
    records = tuple(dict.fromkeys(record for each in amounts for record in each.records))
    text = words.sentence("; ".join(_money_parts(amounts)))
    yield Block("ii.5.funding", Role.BODY, (Sentence(text, records),))


def _money_parts(amounts: Sequence[counting.Money]) -> Iterator[str]:
    planned, spent = counting.state_budget(amounts)
    state = [each for each in amounts if each.source in STATE_SOURCES]
    if state:
        named = words.joined([report_annexes.SOURCES[each.source] for each in state])
        text = f"kinh phí ngân sách nhà nước thực hiện trong kỳ là {in_millions(spent)}"
        if planned:
            share = grouped(round(Decimal(spent) * 100 / planned, 1))
            text += f"/{in_millions(planned)} dự toán (đạt {share}%)"
        yield f"{text}, từ nguồn {named}"
    for each in amounts:
        if each.source not in STATE_SOURCES and each.spent:
            yield f"nguồn {report_annexes.SOURCES[each.source]}: {in_millions(each.spent)}"
