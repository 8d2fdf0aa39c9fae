"""The bytes of a text file become text: Unicode, Windows-1258, or letters of old fonts."""

from __future__ import annotations

import codecs
import re

from ttdn_desktop.domain.syllable import is_syllable
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.errors import KnownError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 1 << 20
"""Bytes from which the encoding is judged."""

_LEAST_ZEROS, _MOST_ZEROS = 0.3, 0.02
"""Of the high and of the low bytes of UTF-16: Latin letters have 0 in the high one alone."""

_MOST_CONTROLS = 0.001
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c\x1d]")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LEAST_UTF8 = 0.8
"""Of the bytes beyond ASCII, how many in whole letters of UTF-8 make the rest damage."""

_LEAST_WORDS, _LEAST_SYLLABLES = 2, 0.7
_WORD = re.compile(r"[^\W\d_]+")


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file; what is neither Unicode nor Windows-1258 is read as CP1252.

    Text in old fonts (TCVN3, VNI) so comes as the Latin letters of its bytes. Raises KnownError
    "file_not_text" for what is no text, "file_damaged" for Unicode that is cut or broken.
    """
    text = _unicode(data, name)
    if text is None:
        text = _of_one_byte(data, name)
    head = text[:_LOOKED_AT]
    if "\0" in text or len(_CONTROL.findall(head)) > len(head) * _MOST_CONTROLS:
        raise KnownError("file_not_text", name=name)
    return text


def _unicode(data: bytes, name: str) -> str | None:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    encoding = marked or _unmarked_utf16(data[:_LOOKED_AT])
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise KnownError("file_damaged", name=name) from error
        return None


def _unmarked_utf16(head: bytes) -> str:
    pairs = len(head) // 2
    first, second = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if second >= pairs * _LEAST_ZEROS and first <= pairs * _MOST_ZEROS:
        return "utf-16-le" if pairs else ""
    return "utf-16-be" if first >= pairs * _LEAST_ZEROS and second <= pairs * _MOST_ZEROS else ""


def _of_one_byte(data: bytes, name: str) -> str:
    head = data[:_LOOKED_AT]
    in_letters = sum(map(len, _UTF8_LETTER.findall(head)))
    if in_letters > len(_HIGH.findall(head)) * _LEAST_UTF8 or not _HIGH.search(head):
        raise KnownError("file_damaged", name=name)
    vietnamese = nfc(data.decode("cp1258", "replace"))
    if _is_vietnamese(vietnamese[:_LOOKED_AT]):
        return vietnamese
    return data.decode("cp1252", "replace")


def _is_vietnamese(text: str) -> bool:
    accented = {word for word in _WORD.findall(text) if not word.isascii()}
    syllables = sum(map(is_syllable, accented))
    return syllables >= max(_LEAST_WORDS, len(accented) * _LEAST_SYLLABLES)
