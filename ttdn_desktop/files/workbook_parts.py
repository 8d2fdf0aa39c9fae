"""Where the parts of an .xlsx lie: its sheets by name, its styles, its shared texts."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.files import zip_look
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from zipfile import ZipFile


@immutable
class WorkbookParts:
    """Names of members; "" where there is none."""

    sheets: Mapping[str, str]
    styles: str
    texts: str


def parts_of(archive: ZipFile) -> WorkbookParts:
    """Return where the parts lie; nothing where the package does not say."""
    main = _first(_relations(archive, ""), "officeDocument")
    relations = list(_relations(archive, main))
    places = {key: at for _, key, at in relations}
    sheets = {
        each.get("name", ""): places.get(_relation_key(each), "")
        for each in elements(zip_look.part(archive, main), "sheet")
    }
    return WorkbookParts(sheets, _first(relations, "styles"), _first(relations, "sharedStrings"))


def elements(xml: bytes, name: str) -> Iterator[etree._Element]:
    """Yield the elements of a local name; none of what is no XML."""
    try:
        tree = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    yield from tree.iterfind(f".//{{*}}{name}")


def _relations(archive: ZipFile, source: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, key and member name of what a part (the package: "") leads to inside."""
    folder, name = posixpath.split(source)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    for each in elements(zip_look.part(archive, where), "Relationship"):
        target = each.get("Target", "")
        if each.get("TargetMode") != "External":
            at = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield each.get("Type", "").rpartition("/")[2], each.get("Id", ""), at


def _first(relations: Iterable[tuple[str, str, str]], kind: str) -> str:
    return next((at for found, _, at in relations if found == kind), "")


def _relation_key(element: etree._Element) -> str:
    return next((str(key) for name, key in element.items() if str(name).endswith("}id")), "")
