"""The parts of a .docx: found by their relations, parsed without entities, within limits."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

_STRICT = re.compile(rb"""(=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w*)""")
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)""")
_PLAIN = re.compile(rb"utf-?8|(us-)?ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
"""Encodings in which a DOCTYPE cannot be written in other bytes than its letters."""
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, EOFError, OSError, NotImplementedError, RuntimeError),
)
"""What zipfile and lxml raise at a file that is broken, encrypted or no package at all."""


class TooLargeError(Exception):
    """The file goes beyond one of the limits that stand at the top of these modules."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the libraries raise at a broken file into what an officer can be told.

    Errors: file_damaged, file_too_heavy, file_unreadable, with its name as `name`.
    """
    try:
        yield
    except TooLargeError as fault:
        raise KnownError("file_too_heavy", name=path.name) from fault
    except (FileNotFoundError, PermissionError, IsADirectoryError) as fault:
        raise KnownError("file_unreadable", name=path.name) from fault
    except _DAMAGE as fault:
        raise KnownError("file_damaged", name=path.name) from fault


class Package:
    """An open .docx. Parts are asked for by what they are to the main part, not by their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Find the main part. Raises KeyError where there is none."""
        self._archive = archive
        self._members = {_path(name): name for name in archive.namelist()}
        self._main = self._main_part()
        self._related = dict(self._relations(self._main))

    def main(self) -> bytes:
        """Return the main part in transitional names. Raises as `part` does."""
        return self._part(self._main)

    def related(self, kind: str) -> _Element | None:
        """Return the root of the part of this kind ("styles"); None where there is none."""
        name = self._related.get(kind)
        if name is None or name not in self._members:
            return None
        return etree.fromstring(self._part(name), _parser())

    def _main_part(self) -> str:
        found = dict(self._relations("")).get("officeDocument", "word/document.xml")
        if found not in self._members:
            raise KeyError(found)
        return found

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self._members:
            return
        for relation in etree.fromstring(self._part(relations), _parser()):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.join("/", folder, relation.get("Target", ""))
            yield posixpath.basename(relation.get("Type", "")), _path(target)

    def _part(self, name: str) -> bytes:
        with self._archive.open(self._members[name]) as stream:
            content = stream.read(limits.DOCX_PART_BYTES + 1)
        if len(content) > limits.DOCX_PART_BYTES:
            raise TooLargeError(name)
        return _readable(content)


def _path(name: str) -> str:
    """Return one spelling of a member's name, however slashes, capitals and letters are written."""
    return posixpath.normpath("/" + unquote(name).replace("\\", "/").lower()).lstrip("/")


def elements(content: bytes, *tags: str) -> Iterator[tuple[str, _Element]]:
    """Yield "start" and "end" with each element of these tags while a part is parsed."""
    return iter(
        etree.iterparse(
            io.BytesIO(content),
            events=("start", "end"),
            tag=tags,
            no_network=True,
            resolve_entities=False,
            remove_comments=True,
            remove_pis=True,
            huge_tree=False,
        )
    )


def _parser() -> etree.XMLParser[_Element]:
    return etree.XMLParser(
        no_network=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )


def _readable(content: bytes) -> bytes:
    """Return a part in UTF-8 or what it declares, in transitional names, without a DOCTYPE."""
    wide = _WIDE.get(content[:2])
    if wide is not None:
        text = content.decode(wide).lstrip("\ufeff")
        content = re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1).encode("utf-8")
    declared = _ENCODING.match(content)
    if b"<!DOCTYPE" in content or (declared and not _PLAIN.fullmatch(declared[1])):
        raise ValueError(content[:100])
    attributes = content.count(b'="') + content.count(b"='")
    if content.count(b"<") > limits.DOCX_PART_TAGS or attributes > limits.DOCX_PART_ATTRIBUTES:
        raise TooLargeError
    if b"purl.oclc.org/ooxml" in content:
        content = _STRICT.sub(_transitional, content)
    return content


def _transitional(found: re.Match[bytes]) -> bytes:
    """Return the name that a strict one had before: …/wordprocessingml/2006/main."""
    before, family, rest = found.groups()
    return before + _TRANSITIONAL + family + b"/2006/" + rest
