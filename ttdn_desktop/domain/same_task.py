"""Whether a task of the plan and one of a list say the same, field by field."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.domain.wording import comparable, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.plan import Assignee, Task
    from ttdn_desktop.domain.task_list import ReadTask

_RANGE_WORDS = frozenset({"từ", "năm", "đến", "giai", "đoạn"})

_COMPARED = attrgetter(
    "title",
    "code",
    "lead",
    "support",
    "lead_text",
    "support_text",
    "period_text",
    "first_year",
    "last_year",
    "product",
    "notes",
)


def is_alike(old: Task, new: ReadTask) -> bool:
    """Tell whether a task is alike to the letter, as most are."""
    return bool(_COMPARED(old) == _COMPARED(new))


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are one wording, however they were typed."""
    return one == other or comparable(one) == comparable(other)


def blank(text: str) -> bool:
    """Tell whether a cell says nothing."""
    return not text.strip()


def is_numbered(new: ReadTask) -> bool:
    """Tell whether the file numbers a task; a number that was only counted out is none."""
    return bool(new.code and new.written_code)


def named(bodies: Sequence[Assignee], text: str) -> bool:
    """Tell whether a cell names anybody."""
    return bool(bodies) or not blank(text)


def same_notes(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two tasks have the same footnotes."""
    return one == other or list(map(comparable, one)) == list(map(comparable, other))


def same_bodies(
    old: Sequence[Assignee], old_text: str, new: Sequence[Assignee], new_text: str
) -> bool:
    """Compare whom two cells name: their order, what parts them and remarks name nobody."""
    if old_text and same_words(old_text, new_text):
        return True
    if not old or not new:
        return not old and not new and same_words(old_text, new_text)
    return _bodies(old) == _bodies(new) or _written(old) == _written(new)


def _bodies(named: Sequence[Assignee]) -> set[str]:
    return {each.unit_id or each.class_id or _name(each) for each in named}


def _written(named: Sequence[Assignee]) -> set[str]:
    return set(map(_name, named))


def _name(each: Assignee) -> str:
    return comparable(fold(tidy(each.written)))


def same_period(old: Task, new: ReadTask) -> bool:
    """Tell whether two periods are the same, in whatever words their years are given."""
    if same_words(old.period_text, new.period_text):
        return True
    years = (old.first_year, old.last_year)
    return (
        None not in years
        and years == (new.first_year, new.last_year)
        and _is_years_only(old.period_text)
        and _is_years_only(new.period_text)
    )


def _is_years_only(text: str) -> bool:
    """Tell whether a period is nothing but years: "2024 - 2030", "Từ năm 2024 đến năm 2030"."""
    words = [word for word in words_of(text) if word not in _RANGE_WORDS]
    return all(word.replace("-", "").isdecimal() for word in words)
