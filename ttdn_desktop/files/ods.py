"""Spreadsheets of LibreOffice (.ods), read row by row out of their one stream of XML.

Rows and cells that repeat are repeated only as far as they hold something: the empty million at
the end of each sheet is one element.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal

from lxml import etree

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, zip_look
from ttdn_desktop.files.chosen_sheet import chosen
from ttdn_desktop.files.ods_sheet import OdsSheet
from ttdn_desktop.files.ods_styles import STYLE, TABLE, Styles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

    from ttdn_desktop.files.request import Request
    from ttdn_desktop.files.wire import Sender

Event = tuple[str, Any]

_BLOCK: Final = 1_000
_CONTENT, _STYLES = "content.xml", "styles.xml"
_STYLE, _TABLE, _ROW = f"{STYLE}style", f"{TABLE}table", f"{TABLE}table-row"
_PARSING: Final[Any] = {"resolve_entities": False, "no_network": True, "huge_tree": False}


def tell(request: Request, sender: Sender) -> None:
    """Tell of the sheets of a spreadsheet.

    Raises KnownError file_damaged, file_sheet_unknown, file_cell_far, file_without_sheet.
    """
    with zip_look.opened(request.path) as archive:
        wanted = None if request.sheet is None else _place_of(archive, request.sheet)
        told = _Telling(sender, wanted)
        for part in (_STYLES, _CONTENT):
            with _events(archive, part, ("start", "end"), (_STYLE, _TABLE, _ROW)) as events:
                told.take(events)
    if not told.sheets:
        raise KnownError("file_without_sheet")


def _place_of(archive: ZipFile, sheet: str) -> int:
    with _events(archive, _CONTENT, ("start",), (_TABLE,)) as events:
        names = [element.get(f"{TABLE}name", "") for _, element in events]
    return chosen(names, sheet)[0]


@contextmanager
def _events(
    archive: ZipFile, part: str, events: tuple[Literal["start", "end"], ...], tags: tuple[str, ...]
) -> Iterator[Iterator[Event]]:
    """Give the events of parsing a part; none where there is no such part."""
    try:
        if part not in archive.NameToInfo:
            yield iter(())
            return
        with archive.open(part) as stream:
            yield etree.iterparse(stream, events=events, tag=tags, **_PARSING)
    except (etree.XMLSyntaxError, *zip_look.BROKEN) as error:
        raise KnownError("file_damaged") from error


class _Telling:
    """The sheets of one spreadsheet as they are met."""

    def __init__(self, sender: Sender, wanted: int | None) -> None:
        self.sheets = 0
        self._sender = sender
        self._wanted = wanted
        self._styles = Styles()
        self._open: list[OdsSheet | None] = []
        self._rows: list[list[str]] = []

    def take(self, events: Iterator[Event]) -> None:
        """Take the events of one part, to its end."""
        for event, element in events:
            if element.tag == _TABLE:
                self._table(event, element)
            elif event == "end" and element.tag == _STYLE:
                self._styles.learn(element)
            elif event == "end" and element.tag == _ROW:
                self._row(element)

    def _table(self, event: str, element: Any) -> None:  # noqa: ANN401 (an element of lxml)
        if event == "start":
            self._open.append(None if self._open else self._begun(element))
        elif (sheet := self._open.pop()) is not None:
            self._tell_rows()
            self._sender.grid(sheet.finished())

    def _tell_rows(self) -> None:
        self._sender.rows(self._rows)
        self._rows = []

    def _begun(self, element: Any) -> OdsSheet | None:  # noqa: ANN401 (as above)
        self.sheets += 1
        if self._wanted not in {None, self.sheets - 1} or self.sheets > limits.GRIDS:
            return None
        hidden = self._styles.of(element.get(f"{TABLE}style-name")).hidden
        name = element.get(f"{TABLE}name", "")
        return OdsSheet(self.sheets, name, self._styles, hidden=hidden)

    def _row(self, element: Any) -> None:  # noqa: ANN401 (as above)
        if len(self._open) > 1:
            return  # of a table within a cell
        if self._open and self._open[0] is not None:
            self._rows.extend(self._open[0].rows(element))
            if len(self._rows) >= _BLOCK:
                self._tell_rows()
        parent = element.getparent()
        while element.getprevious() is not None:
            del parent[0]
        element.clear()
