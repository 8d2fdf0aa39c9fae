"""What is dropped or pasted, as files on their way into the vault: files, folders, screenshots.

Nothing is read here: the worker opens what it copies, and a picture is made a PNG only then.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from ttdn_desktop.services.attach_evidence import IncomingFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from PySide6.QtCore import QMimeData

_WEB = ("http", "https")


def holds_evidence(mime: QMimeData) -> bool:
    """Tell whether something lies there that may be evidence: files, links or a picture."""
    return bool(_paths(mime) or links_in(mime)) or mime.hasImage()


def is_meant_as_evidence(mime: QMimeData) -> bool:
    """Tell whether plain Ctrl+V in a text field means evidence: no text, but files or a picture."""
    if _paths(mime):
        return True
    return mime.hasImage() and not mime.hasText()


def files_in(mime: QMimeData, picture_name: str) -> list[IncomingFile]:
    """Return the files that lie there; of a folder those right in it.

    A picture that is no file, like a screenshot, becomes a PNG of the name given.
    """
    if paths := _paths(mime):
        return [file_at(path) for path in paths]
    image = cast("Any", mime.imageData()) if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [picture(image, picture_name)]
    return []


def links_in(mime: QMimeData) -> list[str]:
    """Return the web addresses that lie there."""
    return [url.toString() for url in mime.urls() if url.scheme() in _WEB]


def file_at(path: Path) -> IncomingFile:
    """Return a file of the disk."""
    return IncomingFile(path.name, lambda: path.open("rb"))


def picture(image: QImage, name: str) -> IncomingFile:
    """Return a picture as a PNG file."""
    kept = QImage(image)
    return IncomingFile(name, lambda: _png(kept))


def _png(image: QImage) -> BinaryIO:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return BytesIO(content.data())


def _paths(mime: QMimeData) -> list[Path]:
    local = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [path for place in local for path in _files_of(place)]


def _files_of(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    yield from (
        path
        for path in sorted(place.iterdir())
        if path.is_file() and not path.name.startswith((".", "~$"))
    )
