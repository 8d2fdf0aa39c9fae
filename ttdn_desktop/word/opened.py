"""A .docx from outside: its parts found by their relations, within limits, without entities."""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.errors import KnownError
from ttdn_desktop.word import relations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, BinaryIO

    from lxml.etree import _Element

MEMBERS = 5_000
"""Parts of a file."""

PART_BYTES = 96 << 20
"""Of one part, unpacked: the text of 20,000 activities takes about 60 million."""

_HEAD = 64 << 10
_ENCRYPTED = 0x1
_DECLARED = tuple(
    word.encode(form)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for form in ("ascii", "utf-16-le", "utf-16-be")
)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, EOFError, NotImplementedError, RuntimeError),
)
"""What zipfile and lxml raise at a file that is broken, or no package at all."""


class Opened:
    """The parts of a file of this name. Raises what `opened` turns into words."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Look at the list of members alone."""
        if len(archive.infolist()) > MEMBERS:
            raise KnownError("word_too_large", name=name)
        if any(each.flag_bits & _ENCRYPTED for each in archive.infolist()):
            raise KnownError("file_encrypted", name=name)
        self._archive, self._name = archive, name
        self._names = {name.lower(): name for name in archive.namelist()}
        self.of_package = self._relations("")
        self.main = self.of_package["officeDocument"][0]
        self.of_main = self._relations(self.main)

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the parts that the package or its main part calls by a kind ("footnotes")."""
        return (*self.of_package.get(kind, ()), *self.of_main.get(kind, ()))

    def parsed(self, name: str, *tags: str) -> Iterator[tuple[str, _Element]]:
        """Yield "start" and "end" with each element of these tags while a part is read."""
        with self._archive.open(self._names[name.lower()]) as stream:
            yield from etree.iterparse(
                _Guarded(stream, self._name),
                events=("start", "end"),
                tag=tags,
                no_network=True,
                resolve_entities=False,
                remove_comments=True,
                remove_pis=True,
                huge_tree=False,
            )

    def _relations(self, part: str) -> dict[str, tuple[str, ...]]:
        place = relations.place(part)
        if place.lower() not in self._names:
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for event, each in self.parsed(place, relations.NAME):
            target, kind = relations.target(part, each), relations.kind(each)
            if event == "start" and target.lower() in self._names:
                found[kind] = (*found.get(kind, ()), target)
        return found


class _Guarded:
    """A part as it is unpacked: refused where it is too long or declares entities."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream, self._name = stream, name
        self._left = PART_BYTES
        self._begun = False

    def read(self, size: int = _HEAD, /) -> bytes:
        chunk = self._stream.read(size if self._begun else max(size, _HEAD))
        self._left -= len(chunk)
        if self._left < 0:
            raise KnownError("word_too_large", name=self._name)
        if not self._begun and any(word in chunk for word in _DECLARED):
            raise KnownError("file_entities", name=self._name)
        self._begun = True
        return chunk


@contextmanager
def opened(source: BinaryIO) -> Iterator[Opened]:
    """Open a .docx for reading; `source` must be able to seek.

    Raises KnownError `word_unreadable`, `word_too_large`, `file_encrypted` or `file_entities`
    with the file's `name`, as far as the stream knows it.
    """
    name = PurePath(str(getattr(source, "name", ""))).name or ".docx"
    try:
        with zipfile.ZipFile(source) as archive:
            yield Opened(archive, name)
    except _DAMAGE as fault:
        raise KnownError("word_unreadable", name=name) from fault
