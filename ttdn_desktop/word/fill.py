"""A bản trình of ours with number, day and signer filled in: nothing else of it changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.filling import Places
from ttdn_desktop.word import bookmarks, package
from ttdn_desktop.word.markup import run
from ttdn_desktop.word.read_back import read_back

if TYPE_CHECKING:
    from typing import BinaryIO

    from ttdn_desktop.domain.filling import Filling
    from ttdn_desktop.domain.word_text import WordText

MARK_KEY = "head.mark"
"""The key of "DỰ THẢO" under the number: what is issued does not bear it."""

PLACES = Places(
    number=bookmarks.name(bookmarks.NUMBER),
    place_date=bookmarks.name(bookmarks.PLACE_DATE),
    signer=bookmarks.name(bookmarks.SIGNER),
    mark=bookmarks.name(MARK_KEY),
)


class WordFiles:
    """Reads back and fills in Word files of ours; see `services.ports.ReportFiles`."""

    places = PLACES

    def read(self, source: BinaryIO) -> WordText:
        """Return the text of a file from anywhere; raises as `read_back` does."""
        return read_back(source)

    def fill(self, source: BinaryIO, filling: Filling, target: BinaryIO) -> None:
        """Write a kept bản trình with its places filled in; the same input gives the same bytes.

        A file whose places are not marked is none of ours (ValueError).
        """
        members = package.read(source)
        text = members[package.DOCUMENT].decode()
        for name, words in (
            (PLACES.number, filling.number_line),
            (PLACES.place_date, filling.place_date),
            (PLACES.signer, filling.signer),
        ):
            text = _filled(text, name, words)
        with package.streamed(members, target) as stream:
            stream.write(_unmarked(text).encode())

    def parts(self, source: BinaryIO) -> dict[str, bytes]:
        """Return the members of a file of ours by name."""
        return package.read(source)


def _filled(text: str, name: str, words: str) -> str:
    """Return the document with what stands in a bookmark replaced."""
    start = re.search(f'<w:bookmarkStart w:id="([0-9]+)" w:name="{name}"/>', text)
    if start is None:
        raise ValueError(name)
    end = text.index(f'<w:bookmarkEnd w:id="{start[1]}"/>', start.end())
    return text[: start.end()] + run(words) + text[end:]


def _unmarked(text: str) -> str:
    """Return the document without the paragraph that marks a draft, where it has one."""
    place = text.find(f'w:name="{PLACES.mark}"')
    if place < 0:
        return text
    start, end = text.rindex("<w:p>", 0, place), text.index("</w:p>", place) + len("</w:p>")
    return text[:start] + text[end:]
