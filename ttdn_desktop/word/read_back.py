"""A Word file of ours read back, whoever has opened and saved it in between.

Tracked changes count as accepted, fields as the result that stands in them. What Word and
LibreOffice do to runs, properties and the package is of no concern here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.domain.word_text import WordText
from ttdn_desktop.word.layout import LOOKS
from ttdn_desktop.word.opened import opened
from ttdn_desktop.word.properties import CODE_PROPERTY
from ttdn_desktop.word.told_text import TAGS, Telling, value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from ttdn_desktop.word.opened import Opened

_BESIDE = ("header", "footer", "footnotes", "endnotes")
_PROPERTIES = "custom-properties"


def read_back(source: BinaryIO) -> WordText:
    """Return the text of a .docx; `source` must be able to seek.

    Raises KnownError `word_unreadable` (no .docx, or broken), `word_too_large`, `file_encrypted`
    or `file_entities`, each with the file's `name`.
    """
    with opened(source) as parts:
        styles = _styles(parts)
        main = _told(parts, parts.main, styles)
        names = [name for kind in _BESIDE for name in parts.of_main.get(kind, ())]
        beside = [_told(parts, name, styles) for name in names]
        code = _code(parts)
    return WordText(
        code=code,
        marked=main.marked(),
        paragraphs=tuple(main.paragraphs),
        rows=tuple(row for table in main.tables for row in table),
        tables=tuple(main.tables),
        beside=tuple(text for each in beside if (text := each.outside_fields())),
    )


def _styles(parts: Opened) -> dict[str, str]:
    """Return the ids of our styles by those of this file: LibreOffice makes ids of the names."""
    ours = {look.name: str(element) for element, look in LOOKS.items()}
    found: dict[str, str] = {}
    for name in parts.of_main.get("styles", ()):
        for event, each in parts.parsed(name, "{*}name"):
            style, called = each.getparent(), value(each, "val")
            if event == "end" and style is not None and called in ours:
                found[value(style, "styleId")] = ours[called]
    return found


def _told(parts: Opened, name: str, styles: Mapping[str, str]) -> Telling:
    telling = Telling(styles)
    for event, element in parts.parsed(name, *TAGS):
        telling.take(event, element)
    return telling


def _code(parts: Opened) -> str | None:
    """Return the code that the file's own properties bear, or None."""
    for name in parts.of_package.get(_PROPERTIES, ()):
        for event, each in parts.parsed(name, "{*}property"):
            if event == "end" and each.get("name") == CODE_PROPERTY:
                return nfc("".join(each.itertext(None))).strip() or None
    return None
