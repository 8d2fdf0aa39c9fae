"""What parts of a package refer to (ECMA-376, part 2, 9.3): read alike wherever one is opened."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def place(part: str) -> str:
    """Return the member that lists what a part refers to; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def kind(relation: _Element) -> str:
    """Return the last word of a relation's type: "styles", "officeDocument"."""
    return relation.get("Type", "").rpartition("/")[2]


def target(part: str, relation: _Element) -> str:
    """Return the member that a relation of a part leads to, "" where it leads out of the file.

    A way up ends at the package's root: no name leads out of it.
    """
    if relation.get("TargetMode") == "External":
        return ""
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
