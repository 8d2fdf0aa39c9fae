"""Headers and footers of an office's own template, with what must not go along taken out."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.word.markup import RELATIONS, WORDML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ttdn_desktop.word.foreign import Foreign, Relation
    from ttdn_desktop.word.own_styles import OwnStyles

IMAGES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
"""Pictures that go along, by their ending, and their content type."""

PICTURES = "word/media/own_"
"""What the names of those pictures begin with."""

_W, _R = f"{{{WORDML}}}", f"{{{RELATIONS}}}"
_UNWRAPPED = ("sdt", "sdtContent", "ins", "smartTag", "customXml")
_DROPPED = (
    *("del", "moveFrom", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "numPr"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference"),
    *("endnoteReference", "proofErr", "sectPr"),
)
_OBJECTS = ("object", "control", "altChunk", "subDoc")
_PAGE = "PAGE"
_HARMLESS = frozenset({_PAGE, "NUMPAGES", "SECTIONPAGES", "DATE", "TIME", "STYLEREF", "TITLE"})
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(slots=True)
class Piece:
    """A header or footer: its root, its pictures by their new names, what was taken out of it."""

    root: _Element
    pictures: dict[str, bytes] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    @property
    def has_number(self) -> bool:
        """Whether it prints the page's number."""
        return any(_PAGE in _fields_of(each) for each in self.root.iter(f"{_W}p"))

    @property
    def is_empty(self) -> bool:
        """Whether it prints nothing at all."""
        shown = (f"{_W}t", f"{_W}drawing", f"{_W}pict", f"{_W}instrText", f"{_W}fldSimple")
        return not any(True for _ in self.root.iter(*shown))

    @property
    def xml(self) -> bytes:
        """The part."""
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)

    @property
    def relations(self) -> bytes:
        """What the part relates to: its pictures."""
        lines = "".join(
            f'<Relationship Id="{_own_id(name)}" Type="{RELATIONS}/image" '
            f'Target="{name.removeprefix("word/")}"/>'
            for name in sorted(self.pictures)
        )
        return f'<Relationships xmlns="{_NAMESPACE}">{lines}</Relationships>'.encode()

    def without_number(self) -> Piece:
        """Return a copy that prints no page number; a part always has a paragraph."""
        root = deepcopy(self.root)
        for paragraph in list(root.iter(f"{_W}p")):
            if _PAGE in _fields_of(paragraph):
                _empty(paragraph)
        return Piece(root, dict(self.pictures), set(self.left_out))


def piece(foreign: Foreign, part: str, styles: OwnStyles) -> Piece:
    """Return a header or footer fit to go along.

    Its `left_out` may name "objects", "fields" and "links".
    """
    made = Piece(foreign.parsed(part))
    for name in _UNWRAPPED:
        for each in list(made.root.iter(f"{_W}{name}")):
            _unwrap(each)
    for name in _DROPPED:
        for each in list(made.root.iter(f"{_W}{name}")):
            _take_out(each)
    for name in _OBJECTS:
        for each in list(made.root.iter(f"{_W}{name}")):
            _take_out(each)
            made.left_out.add("objects")
    for paragraph in list(made.root.iter(f"{_W}p")):
        if not _fields_of(paragraph) <= _HARMLESS:
            _empty(paragraph)
            made.left_out.add("fields")
    _relate(made, foreign, foreign.relations(part))
    styles.adopt(made.root)
    return made


def _relate(made: Piece, foreign: Foreign, relations: dict[str, Relation]) -> None:
    """Keep the pictures, under names of their own; take out what relates to anything else."""
    for each in list(made.root.iter()):
        for name in [name for name in each.attrib if str(name).startswith(_R)]:
            relation = relations.get(str(each.get(name)))
            target = relation.target if relation and relation.kind == "image" else ""
            ending = posixpath.splitext(target)[1].lower()
            if target and ending in IMAGES:
                picture = f"{PICTURES}{posixpath.basename(target)}"
                made.pictures[picture] = foreign.members[target]
                each.set(name, _own_id(picture))
                continue
            made.left_out.add("links")
            if each.tag == f"{_W}hyperlink":
                del each.attrib[name]
                _unwrap(each)
            else:
                _take_out(_run_around(each))
            break


def _own_id(picture: str) -> str:
    return "own_" + posixpath.basename(picture).replace(".", "_")


def _run_around(each: _Element) -> _Element:
    """Return the run that an element stands in, or itself."""
    return next((above for above in each.iterancestors() if above.tag == f"{_W}r"), each)


def _fields_of(paragraph: _Element) -> set[str]:
    """Return the names of the fields in a paragraph."""
    return {words.split()[0].upper() for words in _instructions(paragraph) if words.split()}


def _instructions(paragraph: _Element) -> Iterator[str]:
    told = ""
    for each in paragraph.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple"):
        if each.tag == f"{_W}fldSimple":
            yield str(each.get(f"{_W}instr", ""))
        elif each.tag == f"{_W}instrText":
            told += each.text or ""
        elif told:
            yield told
            told = ""
    yield told


def _empty(paragraph: _Element) -> None:
    for child in list(paragraph):
        if child.tag != f"{_W}pPr":
            paragraph.remove(child)


def _unwrap(each: _Element) -> None:
    parent = each.getparent()
    if parent is not None:
        place = parent.index(each)
        for child in reversed(list(each)):
            parent.insert(place, child)
        parent.remove(each)


def _take_out(each: _Element) -> None:
    parent = each.getparent()
    if parent is not None:
        parent.remove(each)
