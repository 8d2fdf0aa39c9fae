"""What evidence is called in the window: its kind, a file's type, its size."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain.numbers import grouped

if TYPE_CHECKING:
    from ttdn_desktop.domain.evidence import EvidenceKind
    from ttdn_desktop.gui.words import Words

_TYPES = {
    "pdf": (".pdf",),
    "word": (".doc", ".docx", ".odt", ".rtf"),
    "sheet": (".xls", ".xlsx", ".ods", ".csv"),
    "slides": (".ppt", ".pptx", ".odp"),
    "picture": (
        ".jpg", ".jpeg", ".jfif", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".svg",
    ),
    "video": (".mp4", ".mov", ".avi", ".mkv", ".wmv"),
    "sound": (".mp3", ".m4a", ".wav", ".amr"),
    "archive": (".zip", ".rar", ".7z"),
    "mail": (".eml", ".msg"),
    "text": (".txt",),
}  # fmt: skip
_TYPE_OF = {ending: key for key, endings in _TYPES.items() for ending in endings}
_UNITS = ("B", "KB", "MB", "GB", "TB")
_STEP = 1024
_WHOLE_FROM = 10


def kind_word(words: Words, kind: EvidenceKind) -> str:
    """Return "tệp", "văn bản" or "liên kết"."""
    return words.say(f"evidence.kind.{kind.value}")


def type_word(words: Words, name: str) -> str:
    """Return what a file is by its name's ending: "Văn bản Word", or "Tệp DWG"."""
    known = _TYPE_OF.get(ending(name))
    if known is not None:
        return words.say(f"evidence.type.{known}")
    return words.say("evidence.type.other", ending=ending(name).removeprefix(".").upper()).strip()


def ending(name: str) -> str:
    """Return a name's ending in small letters with its dot, "" where it has none."""
    _stem, dot, last = name.rstrip(" .").rpartition(".")
    return f".{last.lower()}" if dot and " " not in last else ""


def size_of(words: Words, kind: EvidenceKind, size: int) -> str:
    """Return a piece's size; a file of nothing proves nothing, which is told."""
    if kind.value == "file" and not size:
        return words.say("evidence.empty_file")
    return size_word(size)


def size_word(size: int) -> str:
    """Return bytes as "845 KB" or "1,2 MB"; "" for none."""
    if not size:
        return ""
    number, step = Decimal(size), 0
    while number >= _STEP and step < len(_UNITS) - 1:
        number, step = number / _STEP, step + 1
    digits = 0 if number >= _WHOLE_FROM or not step else 1
    return f"{grouped(round(number, digits))} {_UNITS[step]}"
