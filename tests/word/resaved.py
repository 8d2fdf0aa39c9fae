"""A written file as others leave it: its document's text changed, its package made anew."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOCUMENT = "word/document.xml"


def resaved(
    content: bytes,
    *changes: tuple[str, str],
    moved: Mapping[str, str] | None = None,
    head: bytes = b"",
    relations: tuple[bytes, bytes] = (b"", b""),
) -> BytesIO:
    """Return a file without compression whose document has each text replaced once.

    `moved` renames parts, `relations` is replaced in the package's own; `head` goes before the
    document's root.
    """
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in reversed(old.namelist()):
            part = old.read(name)
            if name == DOCUMENT:
                part = _changed(part.decode(), changes, head)
            if name == "_rels/.rels":
                part = part.replace(*relations)
            new.writestr((moved or {}).get(name, name), part)
    target.seek(0)
    return target


def _changed(text: str, changes: Sequence[tuple[str, str]], head: bytes) -> bytes:
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    declared, rest = text.split("?>", 1)
    return f"{declared}?>".encode() + head + rest.encode()
