"""A written report as an officer edits it in Word, and what comes back of it."""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx

from tests.word.sample_report import REPORT
from ttdn_desktop.domain.word_compare import compare
from ttdn_desktop.word import bookmarks
from ttdn_desktop.word.read_back import read_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.word_return import Return

    Edit = Callable[[WordDocument], object]


def names_of(*documents: Document) -> dict[str, str]:
    """Return the keys of some reports' blocks by the names of their bookmarks."""
    keys = {bookmarks.NUMBER, bookmarks.PLACE_DATE, bookmarks.SUBJECT, bookmarks.SIGNER}
    for each in documents:
        keys.update(block.key for block in each.body)
        keys.update(annex.key for annex in each.annexes)
    return {bookmarks.name(key): key for key in keys}


def edited(content: bytes, edit: Edit) -> bytes:
    """Return a file after an edit by python-docx."""
    document = docx.Document(BytesIO(content))
    edit(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def returned(made: bytes, came: bytes, now: Document = REPORT, *, known: bool = True) -> Return:
    """Return what `came` differs in from the report; `known`: the file as it was made is kept."""
    base = read_back(BytesIO(made)) if known else None
    return compare(now, read_back(BytesIO(came)), names_of(now), base)


def with_text(document: WordDocument, text: str) -> Paragraph:
    """Return the first paragraph in which a text stands."""
    return next(each for each in document.paragraphs if text in each.text)


def reword(document: WordDocument, old: str, new: str) -> None:
    """Change words within a run, as typing does."""
    for run in with_text(document, old).runs:
        run.text = run.text.replace(old, new)


def add_after(document: WordDocument, text: str, new: str) -> Paragraph:
    """Add a paragraph of the same look behind another, without its bookmark."""
    above = with_text(document, text)
    made = above.insert_paragraph_before(new, above.style)
    above._p.addprevious(made._p)  # noqa: SLF001 (python-docx moves paragraphs in no other way)
    above._p.addnext(made._p)  # noqa: SLF001 (as above)
    return made


def remove(document: WordDocument, text: str) -> None:
    """Delete a whole paragraph."""
    take_out(with_text(document, text))


def split(document: WordDocument, at: str) -> None:
    """Press Enter before some words: the bookmark's end stays with the first half."""
    whole = with_text(document, at)
    first, second = whole.text.split(at, 1)
    half = deepcopy(whole._p)  # noqa: SLF001 (as above)
    whole._p.addnext(half)  # noqa: SLF001 (as above)
    for mark in half.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.getparent().remove(mark)
    whole.runs[0].text = first.rstrip()
    half.xpath(".//w:t")[0].text = at + second


def merge(document: WordDocument, first: str, second: str, *, marks: bool = True) -> None:
    """Delete the end of a paragraph, so that the next goes on in it."""
    into, gone = (with_text(document, text) for text in (first, second))
    into.add_run(" ")
    for child in list(gone._p):  # noqa: SLF001 (as above)
        tag = str(child.tag)
        if tag.endswith("}r") or (marks and "bookmark" in tag):
            into._p.append(child)  # noqa: SLF001 (as above)
    take_out(gone)


def take_out(gone: Paragraph) -> None:
    """Take a paragraph out of the file."""
    element = gone._p  # noqa: SLF001 (as above)
    above = element.getparent()
    assert above is not None
    above.remove(element)


def without_marks(document: WordDocument) -> None:
    """Lose every bookmark, as a text pasted into another file does."""
    for mark in document.element.body.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.getparent().remove(mark)


def without_properties(content: bytes) -> bytes:
    """Return a file whose own properties, and with them its code, are gone."""
    return _with_custom(content, lambda part: part.replace(b"TTDNCode", b"Khac"))


def with_code(content: bytes, code: str) -> bytes:
    """Return a file that bears another code."""
    return _with_custom(content, lambda part: re.sub(b"[0-9a-f]{12}<", f"{code}<".encode(), part))


def _with_custom(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    saved = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(saved, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name == "docProps/custom.xml" else part)
    return saved.getvalue()
