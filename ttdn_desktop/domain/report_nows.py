"""Bodies named as they were on the day of the activity, once with "(nay là …)" (rule 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.document import Block, Sentence


def with_names_of_today(
    blocks: Iterable[Block], activities: Iterable[Activity], now: Mapping[str, str]
) -> Iterator[Block]:
    """Yield the blocks with the first mention of each partner followed by what it is called now.

    `now` gives the name of today by the name as written; empty where it is not wanted.
    """
    if not now:
        yield from blocks
        return
    partners = {each.id: [name for name in each.partners if name in now] for each in activities}
    seen: set[str] = set()
    for block in blocks:
        told = tuple(_named(each, partners, now, seen) for each in block.sentences)
        yield replace(block, sentences=told)


def _named(
    told: Sentence, partners: Mapping[str, list[str]], now: Mapping[str, str], seen: set[str]
) -> Sentence:
    text = told.text
    for name in dict.fromkeys(name for record in told.records for name in partners.get(record, ())):
        if name not in seen and name in text:
            seen.add(name)
            text = text.replace(name, f"{name} (nay là {now[name]})", 1)
    return replace(told, text=text)
