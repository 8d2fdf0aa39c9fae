"""A table's columns as data: what each shows of a row, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn(Generic[Row]):
    """One column. `tone` is a colour token of the text ("warn"), `tip` the text in whole.

    `width` is in pixels of the 100 % drawing; 0 takes what is left. `order` names what the header
    sorts by, "" where it sorts by nothing.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    right: bool = False
    center: bool = False
    bold: Callable[[Row], bool] | None = None
    tone: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    order: str = ""
