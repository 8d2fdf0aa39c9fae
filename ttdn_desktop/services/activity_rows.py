"""The rows of a table of activities, each as a form, or with what is wrong in its cells."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Obstacle, Proposal
from ttdn_desktop.domain.activity_cells import (
    fundings_of,
    item_codes,
    listed,
    part_of,
    reading_of,
    readings_of,
)
from ttdn_desktop.domain.activity_sheet import Field
from ttdn_desktop.domain.dates import Moment
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.typed_when import When, read_when
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.record_activity import ActivityForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from typing import TypeVar

    from ttdn_desktop.domain.activity_sheet import ActivitySheet
    from ttdn_desktop.domain.grid import Place
    from ttdn_desktop.domain.indicator import Indicator, Reading
    from ttdn_desktop.services.shipped_columns import ActivityColumns

    T = TypeVar("T")

_TEN = "0"
_NUMBERED = 3
"""From how many cells on a row of nothing but numbers is the one that numbers the columns."""


@immutable
class TypedRow:
    """What an officer knows a row by, as it stands in the file; "" where there is nothing."""

    title: str = ""
    items: str = ""
    when: str = ""
    part: str = ""


@immutable
class Row:
    """One row: its form, or the cells that are wrong (none of both never)."""

    place: Place
    form: ActivityForm | None
    errors: tuple[tuple[Place, KnownError], ...] = ()
    typed: TypedRow = field(default=TypedRow())

    @property
    def number(self) -> int:
        """Where it stands, as its sheet counts."""
        return (self.place.row or 0) + 1


def read_rows(
    sheet: ActivitySheet,
    columns: ActivityColumns,
    catalogue: Mapping[str, Indicator],
    year: int,
    today: date,
) -> Iterator[Row]:
    """Yield each row below the heading that has something in a column we read."""
    for row in range(sheet.header + 1, len(sheet.grid.rows)):
        reading = _RowReading(sheet, row, columns, catalogue, (year, today))
        if reading.has_something():
            yield reading.read()


@immutable
class _RowReading:
    sheet: ActivitySheet
    row: int
    columns: ActivityColumns
    catalogue: Mapping[str, Indicator]
    setting: tuple[int, date]
    errors: list[tuple[Place, KnownError]] = field(default_factory=list)

    def has_something(self) -> bool:
        """Tell a row of the table from a blank one, and from the numbers of the columns."""
        texts = [
            self.sheet.grid.text(self.row, column).strip()
            for column, known in self.sheet.columns.items()
            if known is not Field.IGNORED
        ]
        filled = [text for text in texts if text]
        numbers = all(text.strip("()").isdigit() for text in filled)
        return bool(filled) and not (numbers and len(filled) >= _NUMBERED)

    def read(self) -> Row:
        place = self.sheet.grid.place(self.row)
        form = self._form()
        return Row(place, None if self.errors else form, tuple(self.errors), self._typed())

    def _typed(self) -> TypedRow:
        shown = (Field.TITLE, Field.ITEMS, Field.WHEN, Field.PART)
        return TypedRow(*(tidy(self._text(each)) for each in shown))

    def _form(self) -> ActivityForm:
        title, items = self._text(Field.TITLE), self._items()
        when = self._cell(Field.WHEN, lambda text: read_when(text, *self.setting))
        until = self._cell(Field.UNTIL, self._last_day)
        self._require(Field.TITLE, title, KnownError("row_title_missing"))
        self._require(
            Field.ITEMS, items or self._wrong(Field.ITEMS), KnownError("row_item_missing")
        )
        self._require(Field.WHEN, when or self._wrong(Field.WHEN), KnownError("date_missing"))
        parts = self._lists()
        start = when or When(Moment(self.setting[1]))  # only so that the other cells are read too
        return self._filled(title, items, start, until, parts)

    def _filled(
        self,
        title: str,
        items: tuple[str, ...],
        when: When,
        until: date | None,
        parts: Mapping[Field, tuple[str, ...]],
    ) -> ActivityForm:
        return ActivityForm(
            title=title,
            items=items,
            start=when.start,
            until=until or when.until,
            part=self._cell(Field.PART, lambda text: part_of(text, self.columns.parts)),
            kind=self._text(Field.KIND),
            place=self._text(Field.PLACE),
            content=self._text(Field.CONTENT),
            result=self._text(Field.RESULT),
            partners=parts[Field.PARTNERS],
            audience=parts[Field.AUDIENCE],
            obstacles=tuple(map(Obstacle, parts[Field.OBSTACLE])),
            proposals=tuple(map(Proposal, parts[Field.PROPOSAL])),
            readings=tuple(self._readings()),
            fundings=self._cell(Field.FUNDING, lambda text: tuple(fundings_of(text))) or (),
            links=parts[Field.LINK],
            documents=parts[Field.DOCUMENT],
        )

    def _lists(self) -> dict[Field, tuple[str, ...]]:
        several = (Field.PARTNERS, Field.AUDIENCE, Field.OBSTACLE, Field.PROPOSAL)
        return {each: listed(self._text(each)) for each in (*several, Field.LINK, Field.DOCUMENT)}

    def _last_day(self, text: str) -> date:
        when = read_when(text, *self.setting)
        return when.until or when.start.last

    def _items(self) -> tuple[str, ...]:
        """Return the items' codes; a number that Excel made of "1.10" is not taken for 1.1."""
        codes = self._cell(Field.ITEMS, self._known_items) or ()
        column = self._column(Field.ITEMS)
        if codes and column is not None and (self.row, column) in self.sheet.grid.numeric:
            ten = codes[0] + _TEN
            if ten in self.columns.known_codes:
                self._wrong_at(column, KnownError("code_maybe_ten", code=codes[0], other=ten))
        return codes

    def _known_items(self, text: str) -> tuple[str, ...]:
        codes = item_codes(text)
        for code in codes:
            if code not in self.columns.known_codes:
                raise KnownError("item_unknown", code=code)
        return codes

    def _readings(self) -> Iterator[Reading]:
        yield from (
            self._cell(Field.READINGS, lambda text: tuple(readings_of(text, self.catalogue))) or ()
        )
        for column, known in self.sheet.columns.items():
            text = self.sheet.grid.text(self.row, column).strip()
            if not isinstance(known, Field) and text:
                try:
                    yield reading_of(known, text)
                except KnownError as error:
                    self._wrong_at(column, error)

    def _cell(self, wanted: Field, read: Callable[[str], T]) -> T | None:
        """Read a cell; None where it is blank or wrong, which is kept."""
        text, column = self._text(wanted), self._column(wanted)
        if not text or column is None:
            return None
        try:
            return read(text)
        except KnownError as error:
            self._wrong_at(column, error)
            return None

    def _require(self, wanted: Field, given: object, error: KnownError) -> None:
        if not given:
            self._wrong_at(self._column(wanted), error)

    def _wrong(self, wanted: Field) -> bool:
        place = self.sheet.grid.place(self.row, self._column(wanted))
        return any(place == wrong for wrong, _error in self.errors)

    def _wrong_at(self, column: int | None, error: KnownError) -> None:
        self.errors.append((self.sheet.grid.place(self.row, column), error))

    def _text(self, wanted: Field) -> str:
        column = self._column(wanted)
        return "" if column is None else self.sheet.grid.text(self.row, column).strip()

    def _column(self, wanted: Field) -> int | None:
        return next((at for at, known in self.sheet.columns.items() if known is wanted), None)
