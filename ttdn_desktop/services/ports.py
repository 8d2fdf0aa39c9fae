"""What the services need from outside, as Protocols; `desk.py` hands them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.filling import Filling, Places
    from ttdn_desktop.domain.format_finding import Checked, Mended
    from ttdn_desktop.domain.grid import FileContent
    from ttdn_desktop.domain.plain_table import PlainTable
    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.domain.template_finding import TemplateFinding
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.domain.word_text import WordText


class Clock(Protocol):
    """The one source of time and randomness."""

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds."""

    def today(self) -> date:
        """Return today's date at +07:00."""

    def random(self, count: int) -> bytes:
        """Return `count` bytes of randomness for identities."""


class ReportWriter(Protocol):
    """Writes a document tree into a file's bytes."""

    def code(self, document: Document) -> str:
        """Return the first 12 hex digits of SHA-256 over tree, template and writer version."""

    def write(
        self, document: Document, target: BinaryIO, pictures: Callable[[str], bytes] | None = None
    ) -> None:
        """Write the whole file; the same document gives the same bytes.

        `pictures` gives the bytes of a picture by its digest.
        """


class ReportFiles(Protocol):
    """Reads Word files of ours back, and fills in what văn thư gives."""

    places: Places

    def read(self, source: BinaryIO) -> WordText:
        """Return the text of a .docx from anywhere.

        Raises KnownError `word_unreadable`, `word_too_large`, `file_encrypted`, `file_entities`.
        """

    def fill(self, source: BinaryIO, filling: Filling, target: BinaryIO) -> None:
        """Write a kept bản trình with its places filled in; the same input, the same bytes."""

    def parts(self, source: BinaryIO) -> dict[str, bytes]:
        """Return the parts of a kept file by name."""


class Checker(Protocol):
    """Holds a .docx of any office against Decree 30; raises KnownError where it cannot be read."""

    def check(self, path: Path, watch: Progress = ...) -> Checked:
        """Return what is not as the decree demands; the file is only read. Or raises Cancelled."""

    def repair(self, path: Path, target: BinaryIO, watch: Progress = ...) -> Mended:
        """Write a copy in which what is safe is put right; no word of the text is touched.

        Raises Cancelled, also with `target` half written.
        """


class TemplateReader(Protocol):
    """Tells what a report could take of an office's own template."""

    def __call__(self, content: bytes, name: str) -> tuple[TemplateFinding, ...]:
        """Return what is taken and what is not.

        Raises KnownError `word_unreadable`, `word_too_large`, `file_encrypted`, `file_entities`
        or `template_macros`.
        """


class WordReader(Protocol):
    """Reads Word files of ours that come back."""

    def read(self, source: BinaryIO) -> WordText:
        """Return the text of a .docx from anywhere.

        Raises KnownError `word_unreadable`, `word_too_large`, `file_encrypted`, `file_entities`.
        """

    def mark(self, key: str) -> str:
        """Return the name of the bookmark that a block is written in."""


@immutable
class Pasted:
    """What lay on a clipboard: its plain text, and its HTML where there was some."""

    text: str
    html: str = ""


class FileReader(Protocol):
    """Reads tables out of a file of any kind, or of what was pasted."""

    def __call__(
        self, source: Path | Pasted, sheet: str | None = None, watch: Progress = ...
    ) -> FileContent:
        """Return the grids; raises KnownError where they cannot be read, or Cancelled."""


class Reader(Protocol):
    """Reads a list of tasks out of a file of any kind, or of what was pasted."""

    def read(
        self,
        source: Path | Pasted,
        known: KnownBodies,
        choice: ReadingChoice,
        watch: Progress = ...,
    ) -> TaskList:
        """Return what it is understood as; raises KnownError where it cannot be read."""


class TableWriter(Protocol):
    """Writes a table into a file's bytes."""

    def __call__(self, table: PlainTable, target: BinaryIO) -> None:
        """Write the whole file."""


class EvidenceMaker(Protocol):
    """Makes small evidence files for the sample; the same arguments give the same bytes."""

    def photo(self, seed: int) -> bytes:
        """Return a PNG: a landscape for an even seed, a hall for an odd one."""

    def scan(self, seed: int) -> bytes:
        """Return a PDF of one scanned page."""

    def paper(self, title: str, paragraphs: Sequence[str]) -> bytes:
        """Return a .docx of a title and paragraphs."""


class Cancelled(KnownError):  # noqa: N818  (nothing went wrong: the officer wished it)
    """The officer has stopped a long work; it leaves nothing behind."""

    def __init__(self) -> None:
        """Say no more than that."""
        super().__init__("cancelled")


class Progress(Protocol):
    """Watches a long work, and may stop it."""

    def step(self, done: int, total: int) -> None:
        """Take note that `done` parts of `total` are done; raises Cancelled to stop the work."""


class Silence:
    """Watches nothing."""

    def step(self, done: int, total: int) -> None:
        """Let the work go on."""


SILENT = Silence()
