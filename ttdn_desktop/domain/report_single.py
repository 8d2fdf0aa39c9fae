"""One activity in one running sentence: subject, "đã", verb, number, noun, "với" (rule 1).

No figure is said twice: what the title or the officer's result states is not told as a figure,
and a result that only repeats the rest is dropped.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_figure_words, report_words
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.report_case import flowing, joined, lower_first, sentence
from ttdn_desktop.domain.report_deeds import deed
from ttdn_desktop.domain.report_figure_words import BARE, MAIN
from ttdn_desktop.domain.report_figures import (
    COMPANIONS,
    NOUNS,
    amount,
    as_shared,
    expected,
    in_language,
    is_whole,
    named,
    parts,
)
from ttdn_desktop.domain.report_outcome import (
    begins_with_number,
    clauses,
    continues,
    is_handed_on,
    of_stocks,
    repeats,
    stands,
    states,
    without_verb,
)
from ttdn_desktop.domain.report_sums import main_codes, standing
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.report_facts import Body

_MOST_CLAUSES = 4
_LONGEST, _LONGEST_OF_TWO = 420, 300
"""Signs of a sentence that can still be read in one breath; what would pass it stands alone.

One that goes on with another subject ("; nội dung được đăng tải") is shorter.
"""

_SENDS = re.compile(r"(cử) (?=[^\W\d_].*\b(?:dự|tham dự|tham gia)\b)")
_SENT = ("T1N", "T2N", "E1N", "M4N", "D2N")
_PAPERS = "M8"
_COUNTED = (*(code for code in MAIN if code not in {"M1", "M6", "M8", "D6G", "P3H"}), "P4T")


@immutable
class Single:
    """An activity with its own figures; `own` tells that it was done for one's own duty.

    `worth` is what it brought in, told behind its figures: ", trị giá 60 triệu đồng".
    """

    body: Body
    activity: Activity
    figures: tuple[Figure, ...]
    own: bool = False
    worth: str = ""

    @property
    def flows(self) -> list[Figure]:
        """What is added over the round, whichever part the unit had in it."""
        return [_whoever(each) for each in self.figures if not stands(each)]


def told(single: Single, subject: str, *, dated: bool = False) -> list[str]:
    """Return the sentences of an activity; `dated` says its days, as of what stands out."""
    done, counted_by = _deed(single)
    place = words.where(single.activity)
    days = f" {words.when(single.activity)}" if dated else ""
    text = f"{subject} đã {done}{place}{days}"
    left = [each for each in single.flows if each is not counted_by]
    given = [each for each in clauses(_result(single)) if not of_stocks(each, single.figures)]
    if len(given) > _MOST_CLAUSES:
        return _at_length(single, text, left)
    given = [each for each in given if not is_handed_on(each)]
    said, more = _fitted(single, text, given, left)
    tail = [sentence(each) for each in standing(single.figures)]
    tail += [sentence(each) for each in map(expected, single.figures) if each]
    return [said, *more, *tail]


def _result(single: Single) -> str:
    activity = single.activity
    return activity.result or ("" if activity.readings else activity.content)


def _at_length(single: Single, text: str, left: list[Figure]) -> list[str]:
    """Return an activity whose result is a text of its own."""
    said = _result(single)
    figures = [each for each in left if not states(f"{text} {said}", each) and not _is_one(each)]
    return [
        sentence(f"{text}{_with(single, '', figures)}{single.worth}{''.join(_papers(single))}"),
        flowing(said),
    ]


def _fitted(
    single: Single, text: str, given: Sequence[str], left: Sequence[Figure]
) -> tuple[str, list[str]]:
    """Return the running sentence and what of the result stands behind it."""
    title = single.activity.title
    known = f"{text} {' '.join(_nouns_of_one(left))}"
    fresh = [without_verb(each, title) for each in given if not repeats(each, known)]
    said = f"{text} {'; '.join(fresh)}"
    figures = [each for each in left if not states(said, each)]
    figures = [each for each in figures if not _is_one(each) and not _is_named(single, each)]
    zero = [each for each in figures if each.value == 0]
    company, *rest = fresh if fresh and begins_with_number(fresh[0]) else ["", *fresh]
    rest += [each for each in _nothing_found(zero) if "vi phạm" not in said]
    figures = [each for each in figures if each.value != 0]
    basis, brackets = _papers(single)
    text += basis + _with(single, lower_first(company), figures) + single.worth
    rest = [each for each in rest if not repeats(each, text)]
    text += brackets
    while rest and len(text) + len(rest[0]) < (_LONGEST if continues(rest[0]) else _LONGEST_OF_TWO):
        text += f"; {lower_first(rest.pop(0))}"
    more = [flowing("\n".join(rest))] if rest else []
    return sentence(text), more


def _nouns_of_one(figures: Iterable[Figure]) -> list[str]:
    """Return the nouns of figures that only say that the activity took place."""
    return [NOUNS.get(each.indicator.code, "") for each in figures if _is_one(each)]


def _nothing_found(figures: Iterable[Figure]) -> list[str]:
    return ["không phát hiện vi phạm" for each in figures if each.indicator.code == "K2"]


def _with(single: Single, company: str, figures: Sequence[Figure]) -> str:
    """Return " với 85 lượt người dự": the words of the result, then figures they do not state."""
    codes = {each.indicator.code for each in figures}
    told_with = {
        each.indicator.pair
        for each in figures
        if each.indicator.pair in COMPANIONS and each.indicator.pair in codes
    }
    phrases = [_noun(single, each, figures) for each in figures
               if each.indicator.code not in told_with]  # fmt: skip
    given = [each for each in (company, *phrases) if each]
    return f" với {joined(given, _last(given))}" if given else ""


def _last(phrases: Sequence[str]) -> str:
    return "; " if any(", " in phrase for phrase in phrases[:-1]) else " và "


def _noun(single: Single, figure: Figure, figures: Sequence[Figure]) -> str:
    code, pair = figure.indicator.code, figure.indicator.pair
    number = amount(figure.value, approximate=figure.approximate)
    noun = COMPANIONS.get(code) or BARE.get(code)
    if noun and code == "T1N" and single.activity.part is Part.JOIN:
        noun = BARE[code]
    text = f"{number} {noun.replace('{staff}', single.body.staff)}" if noun else named(figure)
    for each in figures:
        if each.indicator.code == pair and pair in COMPANIONS and each.value:
            beside = amount(each.value, approximate=each.approximate)
            text += f" với {beside} {COMPANIONS[pair]}"
    return text + ("" if is_whole(figure) and not in_language(figure) else parts(figure))


def _papers(single: Single) -> tuple[str, str]:
    """Return " theo Kế hoạch số …" and " (Công văn số …)"; of help to others neither is told."""
    if is_issued(single) or (single.activity.part not in OWN_PARTS and not single.own):
        return "", ""
    papers = words.papers(single.activity, single.body.name)
    return (papers, "") if papers.startswith(" theo") else ("", papers)


def is_issued(single: Single) -> bool:
    """Tell whether the activity is a document's own issue, so that the document is the deed."""
    done = deed(single.activity, single.body.advised, own=single.own)
    return bool(words.issued(single.activity, done, single.body.name))


def _deed(single: Single) -> tuple[str, Figure | None]:
    """Return what was done, with the number of what was held, and the figure that said it."""
    activity, body = single.activity, single.body
    done = deed(activity, body.advised, own=single.own)
    if issued := words.issued(activity, done, body.name):
        return issued, None
    if sent := _sent(single, done):
        return sent
    return _numbered(single, done)


def _sent(single: Single, done: str) -> tuple[str, Figure] | None:
    """Return "cử 03 lượt công chức dự …" where the title says who, a figure how many."""
    for figure in single.flows:
        if figure.indicator.code in _SENT and figure.value and _SENDS.search(done):
            number = amount(figure.value, approximate=figure.approximate)
            return _SENDS.sub(rf"\1 {number} lượt ", done, count=1), figure
    return None


def _numbered(single: Single, done: str) -> tuple[str, Figure | None]:
    what = lower_first(single.activity.title.rstrip(" .;,"))
    held = report_figure_words.EVENT.of(what)
    if not held or not done.endswith(f"tổ chức {what}"):
        return done, None
    codes = main_codes(single.activity)
    figure = next((each for each in single.flows if each.indicator.code in codes), None)
    one = figure is None or figure.indicator.code not in _COUNTED or not figure.value
    number = counted(Decimal(1) if one or figure is None or not figure.value else figure.value)
    noun = report_figure_words.EVENTS[held.casefold()] + what
    return f"{done.removesuffix(what)}{number} {noun}", None if one else figure


def _is_one(figure: Figure) -> bool:
    """Tell whether a figure says no more than that the activity took place."""
    return figure.value == 1 and figure.indicator.code in _COUNTED


def _is_named(single: Single, figure: Figure) -> bool:
    """Tell whether the title names the one thing that a figure counts: "Ký Bản ghi nhớ".

    One paper that is cited is not counted as well.
    """
    if figure.value == 1 and figure.indicator.code == _PAPERS:
        return len(words.references([single.activity])) == 1
    title = single.activity.title
    verb = report_words.VERBS.of(title)
    return figure.value == 1 and states(f"1 {title[len(verb) :]}", figure)


def _whoever(figure: Figure) -> Figure:
    return figure if figure.value is not None else as_shared(figure)
