"""Whether a word is built as Vietnamese words are: one syllable, its tone fitting its end."""

from __future__ import annotations

import re
import unicodedata

_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_STOPPED_TONES = frozenset("\u0301\u0323")
"""A syllable that ends in a stop bears the sharp or the heavy tone and no other."""

_ONSET = "(?:b|ch|c|d|đ|gh|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|r|s|th|tr|t|v|x)?"
_OPEN = (
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oai|oao|oay|oa|oeo|oe|oi|ôi|ơi|ua|uây|uê|ui|uôi|uơ|uya|uyu|"
    "uy|ưa|ưi|ưu|ươi|ươu|yêu|a|e|ê|i|o|ô|ơ|u|ư|y"
)
_NASAL = "(?:oa|oă|oe|uâ|uê|uô|uyê|uy|ươ|iê|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ng|nh|m|n)"
_STOPPED = "(?:oa|oă|oe|uâ|uê|uô|uyê|uy|ươ|iê|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|c|p|t)"
_NEVER = re.compile("[ăâơươuôoe](?:nh|ch)$|(?<!ư)ơ(?:ng|c)$|(?<![iy])ê(?:ng|c)$|i(?:ng|c)$")
_MISSPELT = re.compile("k[aăâoôơuư]|c[eêiy]|n?gh[aăâoôơuưy]|n?g[eê]")
_QU = "qu(?:ai|ao|au|ay|âu|ây|eo|êu|iu|a|e|ê|i|o|ô|ơ|y|yu)"
_GI = "gi(?:ai|ao|au|ay|âu|ây|eo|oi|ôi|ơi|ui|ua|ưa|uôi|ươi|a|e|ê|o|ô|ơ|u|ư)"
_OPEN_SYLLABLE = re.compile(f"{_ONSET}(?:{_OPEN})|{_QU}|{_GI}")
_NASAL_SYLLABLE = re.compile(f"(?:{_ONSET}|qu|gi){_NASAL}")
_STOPPED_SYLLABLE = re.compile(f"(?:{_ONSET}|qu|gi){_STOPPED}")


def is_syllable(word: str) -> bool:
    """Tell whether a word in any capitals and either Unicode form can be read as Vietnamese.

    Only its build is looked at: "nghoách" passes, "hôtel", "Th«ng" and "thời" + "t" do not.
    """
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    if len(tones) > 1:
        return False
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    if _MISSPELT.match(letters) or _NEVER.search(letters):
        return False
    if _OPEN_SYLLABLE.fullmatch(letters):
        return True
    if _STOPPED_SYLLABLE.fullmatch(letters):
        return bool(tones) and tones[0] in _STOPPED_TONES
    return _NASAL_SYLLABLE.fullmatch(letters) is not None
