"""Capitals within a sentence (Decree 30/2020, annex II): names keep theirs, other words do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_words
from ttdn_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
"""What a Vietnamese word looks like once folded; a name of foreign spelling seldom does."""


def lower_first(text: str) -> str:
    """Return a text for the middle of a sentence."""
    words = text.strip()
    return words if _keeps_capital(words) else f"{words[:1].lower()}{words[1:]}"


def _keeps_capital(words: str) -> bool:
    first, _, rest = words.partition(" ")
    numbered = report_words.DOCUMENTS.of(words) and re.match(report_words.NUMBERED, words)
    if any(char.isupper() for char in first[1:]) or numbered or report_words.NAMES.of(words):
        return True
    if report_words.VERBS.of(words) or report_words.COMMON.of(words):
        return False
    return rest[:1].isupper() or not _SYLLABLE.fullmatch(fold(first.strip(".,;:()“”\"'")))


def upper_first(text: str) -> str:
    """Return a text for the start of a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def sentence(text: str) -> str:
    """Return the text with a capital first letter and one mark at its end."""
    words = " ".join(text.split()).rstrip(" .;,:")
    return upper_first(words) if words.endswith(("!", "?", "…")) else f"{upper_first(words)}."


def flowing(text: str) -> str:
    """Return what was typed in lines, with dashes or bullets, as running sentences."""
    told = ""
    for line in filter(None, (line.strip(" \t-–•+*") for line in text.splitlines())):
        if not told or told.endswith((".", "!", "?")):
            told += f" {upper_first(line)}"
        else:
            told += f"{'' if told.endswith((';', ':', ',')) else ';'} {lower_first(line)}"
    return sentence(told)


def spelled(text: str) -> str:
    """Return a text with the field's own short forms written out: no report explains them."""
    for short, full in report_words.SHORT_FORMS.items():
        text = text.replace(short, full)
    return text


def joined(words: Sequence[str], last: str = " và ") -> str:
    """Return "a, b và c"."""
    if not words[1:]:
        return "".join(words)
    return ", ".join(words[:-1]) + last + words[-1]
