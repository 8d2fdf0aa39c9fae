"""Vietnamese from before Unicode: letters of TCVN3 and VNI fonts, noticed and converted.

Such a text comes as the Latin letters that its bytes stand for elsewhere: "Së Th«ng tin" is
TCVN3 (TCVN 5712:1993, third table; the fonts .VnTime, .VnArial), "Sôû Thoâng tin" is VNI.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.domain.syllable import is_syllable
from ttdn_desktop.domain.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST_WORDS = 2
_LEAST_SHARE = 0.7
"""Of the words that speak for or against an encoding, how many must speak for it."""

# fmt: off
_TCVN3_LETTERS = (
    ("àáảãạ", "µ¸¶·¹"), ("ăằắẳẵặ", "¨»¾¼½Æ"), ("âầấẩẫậ", "©ÇÊÈÉË"), ("đ", "®"),
    ("èéẻẽẹ", "ÌÐÎÏÑ"), ("êềếểễệ", "ªÒÕÓÔÖ"), ("ìíỉĩị", "×ÝØÜÞ"),
    ("òóỏõọ", "ßãáâä"), ("ôồốổỗộ", "«åèæçé"), ("ơờớởỡợ", "¬êíëìî"),
    ("ùúủũụ", "ïóñòô"), ("ưừứửữự", "\xadõøö÷ù"), ("ỳýỷỹỵ", "úýûüþ"),
    ("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦"), ("à", "μ"),  # a Greek mu is what some programs make of the micro sign
)
_VNI_TONES, _VNI_Y_TONES = "øùûõï", "øùûõ"
_VNI_LETTERS = (
    ("àáảãạ", "a", _VNI_TONES), ("âầấẩẫậ", "a", "âàáåãä"), ("ăằắẳẵặ", "a", "êèéúüë"),
    ("èéẻẽẹ", "e", _VNI_TONES), ("êềếểễệ", "e", "âàáåãä"),
    ("òóỏõọ", "o", _VNI_TONES), ("ôồốổỗộ", "o", "âàáåãä"), ("ờớởỡợ", "ô", _VNI_TONES),
    ("ùúủũụ", "u", _VNI_TONES), ("ừứửữự", "ö", _VNI_TONES), ("ỳýỷỹ", "y", _VNI_Y_TONES),
)
_VNI_SINGLE = ("ìíỉĩịơưỵđ", "ìíæóòôöîñ")
# fmt: on

_TCVN3 = {
    ord(old): new for news, olds in _TCVN3_LETTERS for new, old in zip(news, olds, strict=True)
}
_VNI = {
    base + mark: new
    for news, base, marks in _VNI_LETTERS
    for new, mark in zip(news, marks, strict=True)
}
_VNI |= dict(zip(_VNI_SINGLE[1], _VNI_SINGLE[0], strict=True))
_VNI_MARKED = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)

_WORD = re.compile(r"[^\s\x00-@\[-`{-\x7f“”‘’–—…]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROARED = re.compile("[a-zà-ỹ][A-Z]|[A-Z].*[A-Z]")
_ASCII = re.compile("[A-Za-z]")
_SMALL = re.compile("[a-z]")


def converted(text: str, encoding: LegacyEncoding, *, capitals: bool = False) -> str:
    """Return the text in Unicode, NFC; what is no letter of the encoding stays as it is.

    TCVN3 has no capitals with tones: they were printed by fonts of capitals (.VnTimeH), which
    a text does not tell; `capitals` is for such. A word typed in capitals gets them all.
    """
    if encoding == LegacyEncoding.VNI:
        whole = _VNI_MARKED.sub(_vni_letter, text)
    else:
        whole = _LETTERS.sub(_same_capitals, text.translate(_TCVN3))
    return nfc(whole.upper() if capitals else whole)


def noticed(texts: Iterable[str]) -> LegacyEncoding | None:
    """Return the encoding that most of the accented words are kept in; None where none is.

    A word speaks for an encoding that makes a Vietnamese syllable of what was none, and against
    it when it is Vietnamese as it stands, or is so in no way; words read in both ways are mute.
    """
    words = {word for text in texts if not text.isascii() for word in _WORD.findall(nfc(text))}
    marked = [word for word in words if not word.isascii()]
    shares = {encoding: _share(marked, encoding) for encoding in LegacyEncoding}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _LEAST_SHARE else None


def _share(words: list[str], encoding: LegacyEncoding) -> float:
    """Return how much of what the words say speaks for the encoding; 0 where too few speak."""
    spoken = [speaks for word in words if (speaks := _speaks_for(word, encoding)) is not None]
    count = sum(spoken)
    return count / len(spoken) if count >= _LEAST_WORDS else 0


def _speaks_for(word: str, encoding: LegacyEncoding) -> bool | None:
    proper = is_syllable(word) and word in (word.lower(), word.upper(), word.capitalize())
    new = converted(word, encoding)
    becomes = new != word and _ASCII.search(word) is not None and is_syllable(new)
    same = new == word and encoding == LegacyEncoding.VNI and _VNI_MARKED.search(word) is not None
    return None if proper and (becomes or same) else becomes


def _vni_letter(found: re.Match[str]) -> str:
    letter = _VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter


def _same_capitals(found: re.Match[str]) -> str:
    word = found[0]
    return word.upper() if not _SMALL.search(word) and _ROARED.search(word) else word
