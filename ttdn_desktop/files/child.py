"""The process in which files of others are parsed: it reads one, tells of it, and ends.

It imports the reader of what the file is, and neither console nor Qt. Whatever happens to it
happens to it alone.
"""

from __future__ import annotations

import gc
import os
import traceback
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.confinement import confine, die_with
from ttdn_desktop.files.macros import holds_macros
from ttdn_desktop.files.request import Request
from ttdn_desktop.files.sniff import Kind, sniff
from ttdn_desktop.files.wire import Sender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid

    Reader = Callable[[Path], Iterable[Grid]]
    Teller = Callable[[Request, Sender], None]

READERS: Final = {
    Kind.DOCX: "ttdn_desktop.files.docx_tables:read",
    Kind.DOCM: "ttdn_desktop.files.docx_tables:read",
    Kind.DOC: "ttdn_desktop.files.doc_tables:read",
    Kind.PDF: "ttdn_desktop.files.pdf_tables:read",
    Kind.TEXT: "ttdn_desktop.files.delimited:read",
    Kind.HTML: "ttdn_desktop.files.html_tables:read_html_file",
}
"""Which function reads a kind: a path in, its grids out."""

TELLERS: Final = {
    Kind.XLSX: "ttdn_desktop.files.sheets:tell",
    Kind.XLSM: "ttdn_desktop.files.sheets:tell",
    Kind.XLSB: "ttdn_desktop.files.sheets:tell",
    Kind.XLS: "ttdn_desktop.files.sheets:tell",
    Kind.ODS: "ttdn_desktop.files.ods:tell",
}
"""Which function tells of a kind itself, row by row, since it may have many."""


def main(words: Sequence[str]) -> int:
    """Read the file that `words` ask for (`Request.words`) and tell of it on standard output.

    Standard input says nothing: it is closed when the one who asked is gone.
    """
    confine()
    gc.disable()  # it lives for seconds and makes hundred thousands of rows
    die_with(0)
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a library prints is no part of the answer
        _answer(Request.of(words), Sender(out))
    return 0


def _answer(request: Request, sender: Sender) -> None:
    try:
        _tell(request, sender)
        sender.end()
    except KnownError as error:
        sender.refuse(error)
    except MemoryError:
        sender.refuse(KnownError("file_too_heavy"))
    except OSError:
        sender.refuse(KnownError("file_unreadable"))
    except BaseException:  # noqa: BLE001 (a panic of Rust is no Exception)
        sender.fault(traceback.format_exc())


def _tell(request: Request, sender: Sender) -> None:
    kind = sniff(request.path)
    sender.kind(kind)
    if holds_macros(request.path, kind):
        sender.macros()
    if kind in TELLERS:
        teller: Teller = _function(TELLERS[kind])
        teller(replace(request, kind=kind), sender)
        return
    reader: Reader = _function(READERS[kind])
    for grid in reader(request.path):
        sender.grid(grid)


def _function(address: str) -> Any:  # noqa: ANN401 (what the tables above say)
    module, _, name = address.partition(":")
    return getattr(import_module(module), name)
