"""What stands out among activities told as sums: "Nổi bật là đoàn đại biểu … từ ngày … đến ngày …".

The officer marks it; two at the most are told with a sum (rule 2), without figures, which the sum
has already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_figure_words, report_words
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.report_case import lower_first, sentence
from ttdn_desktop.domain.report_outcome import clauses, is_handed_on, numbers, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity

HIGHLIGHTS = 2
_OPENINGS = ("Nổi bật là", "Cùng với đó là")


def highlights(activities: Sequence[Activity]) -> Iterator[tuple[str, Activity]]:
    """Yield the sentence of each activity that stands out, the first two marked."""
    marked = [activity for activity in activities if activity.highlight][:HIGHLIGHTS]
    for opening, activity in zip(_OPENINGS, marked, strict=False):
        yield sentence(f"{opening} {_named(activity)}"), activity


def _named(activity: Activity) -> str:
    title = lower_first(activity.title.rstrip(" .;,"))
    name = f"{_class_of(title)}{title}{words.where(activity)} {words.when(activity)}"
    said = [each for each in clauses(activity.result) if not (numbers(each) or is_handed_on(each))]
    return "; ".join([name, *(lower_first(each) for each in said if not repeats(each, name))])


def _class_of(title: str) -> str:
    """Return the word that makes a noun of a title: "việc ký …", "buổi gặp mặt …"."""
    if event := report_figure_words.EVENT.of(title):
        return report_figure_words.EVENTS[event.casefold()]
    return "việc " if report_words.VERBS.of(title) else ""
