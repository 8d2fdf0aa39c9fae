"""A .docx taken apart, changed, and stored as another file."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from tests.word.check.sound import SOUND
from tests.word.sample_report import made

if TYPE_CHECKING:
    from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_W}}}"


@dataclass
class File:
    """The members of a .docx; parts are changed as trees and stored as another file."""

    members: dict[str, bytes]

    def __post_init__(self) -> None:
        """Parse the parts that faults are planted in."""
        self.trees = {
            name: etree.fromstring(content)
            for name, content in self.members.items()
            if name.startswith("word/") and name.endswith(".xml")
        }

    @property
    def root(self) -> etree._Element:
        """The root of the document."""
        return self.trees["word/document.xml"]

    def part(self, name: str) -> etree._Element:
        """Return the root of a part."""
        return self.trees[f"word/{name}.xml"]

    def paragraph(self, start: str) -> etree._Element:
        """Return the first paragraph whose text begins so."""
        return next(each for each in self.root.iter(f"{W}p") if text_of(each).startswith(start))

    def sections(self) -> list[etree._Element]:
        """Return the properties of each section."""
        return list(self.root.iter(f"{W}sectPr"))

    def running(self) -> etree._Element:
        """Return the paragraph of the page number."""
        for name, tree in self.trees.items():
            if name.startswith("word/header") and tree.find(f".//{W}instrText") is not None:
                return tree[0]
        raise LookupError

    def store(self, path: Path) -> Path:
        """Write the file as it stands now."""
        parts = {name: etree.tostring(tree) for name, tree in self.trees.items()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**self.members, **parts}.items():
                archive.writestr(name, content)
        return path


def text_of(paragraph: etree._Element) -> str:
    """Return a paragraph's text."""
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def sound() -> File:
    """Return the report without a fault; its legal grounds are made italic, as no role is."""
    with zipfile.ZipFile(BytesIO(made(SOUND).content)) as archive:
        file = File({name: archive.read(name) for name in archive.namelist()})
    for start in ("Căn cứ Nghị định", "Căn cứ Kế hoạch"):
        letters(file.paragraph(start), i="1")
    return file


def element(name: str, **values: str) -> etree._Element:
    """Return an element of WordprocessingML with attributes."""
    return etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in values.items()})


def letters(paragraph: etree._Element, **values: str) -> None:
    """Give all runs of a paragraph a property by its value: `sz="30"`."""
    for run in paragraph.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        if look is None:
            look = element("rPr")
            run.insert(0, look)
        for name, value in values.items():
            look.append(element(name, val=value))


def place(paragraph: etree._Element, name: str, **values: str) -> None:
    """Give a paragraph a property."""
    look = paragraph.find(f"{W}pPr")
    assert look is not None
    for old in look.findall(f"{W}{name}"):
        values = {key.rpartition("}")[2]: str(value) for key, value in old.attrib.items()} | values
        look.remove(old)
    look.append(element(name, **values))


def rewrite(paragraph: etree._Element, text: str) -> None:
    """Put a text in the place of a paragraph's."""
    for each in list(paragraph.iter(f"{W}t"))[1:]:
        each.text = ""
    next(paragraph.iter(f"{W}t")).text = text
