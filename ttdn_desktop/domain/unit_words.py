"""A cell of bodies as words: what stands between them, and which of them may begin a name."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cached_property, lru_cache

from ttdn_desktop.domain.body_words import ACCENTED, BARE
from ttdn_desktop.domain.text import exact, fold, nfc, tidy
from ttdn_desktop.domain.unit_names import SHORT_FORMS

_WORD = re.compile(r"[^\W_]+|&")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NOTE = re.compile("\ue000[^\ue001]*\ue001|[\ue000-\uf8ff]")
_BRACKETS = re.compile(
    r"\((?!\s*(?i:có|co)\s*\))(?:[^()]|\([^()]*\))*(?:\)|\Z)|\[[^\[\]]*(?:\]|\Z)"
)
_BULLET = re.compile(r"(?m)^([^\S\n]*)[-+*•·▪●○►✓✔–—⁃](?=[^\S\n]*([^\W_]))")
_NUMBER = re.compile(r"((?:\A|(?<=[\n;,:]))\s*)(?:\d{1,2}[.)]|[a-zđ][.)]|[A-ZĐ]\))(?=\s*[^\W\d_])")
_INNER_NUMBER = re.compile(r"(?<=\s)\d{1,2}[.)](?=\s*[^\W\d_])")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]")
_VOWEL = re.compile(r"[aeiouy]")

AND = "va"
_LONGEST_PHRASE = 4


class Gap(Enum):
    """What stands between two words, the strongest sign first."""

    HARD = auto()
    COMMA = auto()
    MARK = auto()
    DASH = auto()
    LINE = auto()
    PLAIN = auto()


class Words:
    """The words of a cell in reading order, those in brackets left out.

    `remarks` are the texts of the brackets. `flat` are the folded words with short forms written
    out; word k begins at `at[k]` in it.
    """

    def __init__(self, text: str) -> None:
        """Read a cell's text, in whatever normal form it comes."""
        plain = _UNSEEN.sub("", nfc(text))
        plain = _NOTE.sub(lambda note: " " * len(note[0]), plain)
        self.remarks = tuple(found[0][1:].rstrip(")]") for found in _BRACKETS.finditer(plain))
        self.text = _without_marks(_BRACKETS.sub(lambda found: " " * len(found[0]), plain))
        self._spans = [found.span() for found in _WORD.finditer(self.text)]
        spelt = [_spelt(self.raw(k)) for k in range(len(self._spans))]
        self.folded = [folded for folded, _ in spelt]
        accents = [accented for _, accented in spelt]
        self.accented = accents != self.folded
        self.accents = tuple(accents)
        self.in_capitals = self.text.isupper()
        self._hushed = self.text.islower()
        self.said = BARE if not self.accented else ACCENTED
        self.flat: list[str] = []
        self.at: list[int] = []
        for word in self.folded:
            self.at.append(len(self.flat))
            self.flat.extend(SHORT_FORMS.get(word, word).split())
        self.at.append(len(self.flat))

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._spans)

    def raw(self, k: int) -> str:
        """Return a word as written."""
        start, end = self._spans[k]
        return self.text[start:end]

    def written(self, first: int, end: int) -> str:
        """Return the words from `first` to before `end` as the cell has them, on one line."""
        return tidy(self.text[self._spans[first][0] : self._closed(self._spans[end - 1][1])])

    def span(self, first: int, end: int) -> slice:
        """Return where in the text some words stand."""
        return slice(self._spans[first][0], self._spans[end - 1][1])

    def _closed(self, end: int) -> int:
        """Take in the bracket that "(có)" ends with."""
        return end + 1 if self.text[end : end + 1] == ")" and self.text[end - 3] == "(" else end

    def gap_text(self, k: int) -> str:
        """Return what stands before a word."""
        before = self._spans[k - 1][1] if k else 0
        return self.text[before : self._spans[k][0]]

    def colon_within(self, first: int, end: int) -> bool:
        """Tell whether a colon stands between some words: a name has none."""
        return ":" in self.text[self.span(first, end)]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What stands before each word."""
        return tuple(_gap(self.gap_text(k)) for k in range(len(self)))

    @cached_property
    def _token_ending(self) -> dict[int, int]:
        return {place: k for k, place in enumerate(self.at)}

    def word_at(self, place: int) -> int | None:
        """Return the word that begins at a place of `flat`; None within a short form."""
        return self._token_ending.get(place)

    def key(self, k: int) -> str:
        """Return a word as the vocabulary has it."""
        return self.accents[k] if self.accented else self.folded[k]

    def keys(self, first: int, end: int) -> str:
        """Return some words as the vocabulary has them."""
        return " ".join((self.accents if self.accented else self.folded)[first:end])

    def begins(self, k: int) -> bool:
        """Tell whether a word begins the name of a body."""
        if self.keys(k, k + 2) in self.said.not_beginnings:
            return False
        return self.key(k) in self.said.beginnings or self.keys(k, k + 2) in self.said.beginnings

    def breaks(self, k: int) -> bool:
        """Tell whether a line is broken within a word: "Hợp tác | xã", "Bộ đội | biên phòng"."""
        if self.keys(k - 1, k + 1) in self.said.compounds:
            return True
        small = self.raw(k).islower() and not self._hushed
        return small and self.key(k) not in self.said.plurals and not self.noun(k)

    def noun(self, k: int) -> bool:
        """Tell whether a word is a whole noun of a class, as "địa phương" of "sở, địa phương"."""
        for length in (2, 1):
            end = k + length
            if end <= len(self) and self.keys(k, end) in self.said.nouns:
                return end == len(self) or self._ends_noun(end)
        return False

    def _ends_noun(self, k: int) -> bool:
        return (
            self.gaps[k] not in {Gap.PLAIN, Gap.LINE}
            or self.folded[k] == AND
            or self.key(k) in self.said.qualifiers
            or (self.gaps[k] is Gap.LINE and self.begins(k))
        )

    def phrase(self, k: int, phrases: frozenset[str]) -> int:
        """Return where the longest of some phrases that begins at a word ends, or k."""
        for end in range(min(k + _LONGEST_PHRASE, len(self)), k, -1):
            if self.keys(k, end) in phrases:
                return end
        return k

    def acronym(self, k: int) -> bool:
        """Tell whether a word looks like initials: capitals among small letters, or no vowel."""
        return self._acronyms[k]

    @cached_property
    def _acronyms(self) -> tuple[bool, ...]:
        return tuple(
            _is_acronym(word, self.raw(k), self.accents[k], in_capitals=self.in_capitals)
            for k, word in enumerate(self.folded)
        )


def _is_acronym(folded: str, raw: str, accented: str, *, in_capitals: bool) -> bool:
    if len(folded) == 1 or not folded.isalpha():
        return False
    if not _VOWEL.search(folded):
        return True
    return raw.isupper() and not in_capitals and raw.lower() == accented


@lru_cache(maxsize=4_096)
def _spelt(word: str) -> tuple[str, str]:
    """Return a word folded and with its accents: the names of bodies are made of few."""
    return fold(word), exact(word)


def _without_marks(text: str) -> str:
    """Return the text with bullets and numbers of items as semicolons, as long as before."""
    bullets = [found[2] for found in _BULLET.finditer(text)]
    several = len(bullets) > 1 and not any(map(str.islower, bullets))
    if several or _BULLET.match(text):
        text = _BULLET.sub(r"\1;", text)
    if _NUMBER.match(text):
        text = _INNER_NUMBER.sub(lambda found: ";".ljust(len(found[0])), text)
    return _NUMBER.sub(lambda found: found[1] + ";".ljust(len(found[0]) - len(found[1])), text)


def _gap(text: str) -> Gap:
    if ";" in text or "|" in text:
        return Gap.HARD
    if "," in text:
        return Gap.COMMA
    if any(mark in text for mark in "/+:.…"):
        return Gap.MARK
    if _DASHES.search(text):
        return Gap.DASH
    return Gap.LINE if "\n" in text else Gap.PLAIN
