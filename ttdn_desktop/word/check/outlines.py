"""The markup of paragraphs as the file has it: where it is the same, so are their looks.

A tree is slow to compare, the bytes it was parsed from are quick. Where they cannot be laid beside
the tree beyond doubt there is nothing to compare, and each paragraph is read for itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ttdn_desktop.word.check.names import PARAGRAPH, TABLE
from ttdn_desktop.word.markup import WORDML

if TYPE_CHECKING:
    from lxml import etree

_DECLARATION: Final = rb'<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="\w+")?\s*\?>\s*'
_HEAD: Final = re.compile(
    rb"(?:" + _DECLARATION.replace(b'"', b"[\"']") + rb")?<w:document\b", re.IGNORECASE
)
_PREFIX: Final = re.compile(rb"xmlns:w\s*=")
_DECLARED: Final = f'xmlns:w="{WORDML}"'.encode()
_UNSEEN: Final = re.compile(rb"<[!?]")  # a comment may hold anything
_TABLE, _TABLE_END = b"<w:tbl>", b"</w:tbl>"
_START: Final = re.compile(rb"<w:p(?: [^>]*|/)?>")
_END: Final = b"</w:p>"
_OWN: Final = re.compile(rb"<w:(?:t[ >][^<]*(?=</w:t>)|r [^>]*>|bookmark[^>]*>)")
_STAND_IN: Final = b"."  # so that children keep their places


def outlines(body: etree._Element, source: bytes) -> dict[etree._Element, bytes]:
    """Return the markup of paragraphs outside of tables, but for their texts and names.

    Paragraphs of one outline have the same children, and these the same formatting. `source` is
    what the tree was parsed from, b"" where it has been changed since: then none is known.
    """
    if not _is_clear(source):
        return {}
    tables = next(body.iterchildren(TABLE), None) is not None
    outside = _outside_tables(source) if tables else source
    written = _START.split(_OWN.sub(_STAND_IN, outside))[1:]
    paragraphs = list(body.iterchildren(PARAGRAPH))
    if len(paragraphs) != len(written):  # some stand in boxes, or in what holds several
        return {}
    return {
        paragraph: outline[: end + len(_END)]
        for paragraph, outline in zip(paragraphs, written, strict=True)
        if (end := outline.rfind(_END)) >= 0
    }


def is_plain(outline: bytes) -> bool:
    """Tell whether all of an outline is WordprocessingML, whose tags mean the same everywhere."""
    return outline.count(b"<") == outline.count(b"<w:") + outline.count(b"</w:")


def _is_clear(source: bytes) -> bool:
    """Tell whether tags of WordprocessingML begin with "<w:", and nothing else does."""
    head = _HEAD.match(source)
    return (
        head is not None
        and source.count(WORDML.encode()) == 1
        and _DECLARED in source
        and len(_PREFIX.findall(source)) == 1
        and not _hides(source, head.end())
    )


def _hides(source: bytes, start: int) -> bool:
    """Tell whether there are comments, CDATA or instructions; one letter is sought much faster."""
    signs = source.find(b"!", start) >= 0 or source.find(b"?", start) >= 0
    return signs and _UNSEEN.search(source, start) is not None


def _outside_tables(source: bytes) -> bytes:
    """Return all but tables; one may stand in a cell of another."""
    first, *others = source.split(_TABLE)
    depth, outside = 0, [first]
    for each in others:
        depth += 1 - each.count(_TABLE_END)
        if depth == 0:
            outside.append(each.rpartition(_TABLE_END)[2])
    return b"".join(outside)
