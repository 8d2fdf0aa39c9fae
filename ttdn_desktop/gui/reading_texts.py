"""Lines of figures as typed, and the readings they stand for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain.indicator import Reading, Split, check_readings
from ttdn_desktop.domain.numbers import grouped, parse_quantity
from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.activity_form_text import PartText, ReadingText
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.indicator import Indicator

    Catalogue = Mapping[str, Indicator]

_ESTIMATE = re.compile(r"ước(?:\s+(?:tính|đạt|cả năm))?\s*")
_ABOUT = re.compile(r"(?:khoảng|~)\s*")
ESTIMATE_WORD, ABOUT_WORD = "ước", "khoảng"


@immutable
class Value:
    """A value as typed: "ước khoảng 250"."""

    value: Decimal
    approximate: bool = False
    estimate: bool = False


def read_value(typed: str) -> Value:
    """Read a value with the words before it; raises KnownError as `parse_quantity` does."""
    words = tidy(typed).casefold()
    estimate = _ESTIMATE.match(words)
    words = words[estimate.end() :] if estimate else words
    about = _ABOUT.match(words)
    words = words[about.end() :] if about else words
    return Value(parse_quantity(words), approximate=bool(about), estimate=bool(estimate))


def typed_value(value: Decimal, *, approximate: bool, estimate: bool) -> str:
    """Return what would be typed for a value."""
    words = [ESTIMATE_WORD] * estimate + [ABOUT_WORD] * approximate + [grouped(value)]
    return " ".join(words)


def lines_of(readings: Sequence[Reading], catalogue: Catalogue) -> tuple[ReadingText, ...]:
    """Return the lines in which readings are edited: an indicator with its pair on one line."""
    typed = {(each.code, each.split): _typed(each) for each in readings}
    lines: dict[str, ReadingText] = {}
    paired: set[str] = set()
    for code in (each.code for each in readings if each.split is None):
        if code in paired:
            continue
        pair = catalogue[code].pair if code in catalogue else None
        if pair:
            paired.add(pair)
        parts = tuple(_parts_of(code, pair or "", readings, typed))
        pair_value = typed.get((pair or "", None), "")
        lines[code] = ReadingText(code, "", typed[code, None], pair_value, parts)
    return tuple(lines.values())


def _typed(reading: Reading) -> str:
    return typed_value(reading.value, approximate=reading.approximate, estimate=reading.estimate)


def _parts_of(
    code: str,
    pair: str,
    readings: Sequence[Reading],
    typed: Mapping[tuple[str, Split | None], str],
) -> Iterator[PartText]:
    splits = (each.split for each in readings if each.split and each.code in (code, pair))
    for split in dict.fromkeys(splits):
        value, pair_value = typed.get((code, split), ""), typed.get((pair, split), "")
        yield PartText(split.name, split.value, value, pair_value)


@immutable
class ReadLine:
    """What a line says: its readings, or what is wrong; `part` is the number of the wrong part."""

    readings: tuple[Reading, ...] = ()
    error: KnownError | None = None
    part: int | None = None


def read_line(line: ReadingText, catalogue: Catalogue) -> ReadLine:
    """Read one line; a blank one says nothing, and so does an indicator without a value."""
    indicator = catalogue.get(line.code) or named(line.name, catalogue)
    if indicator is None:
        blank = not (line.name.strip() or line.value.strip() or line.parts)
        key = "indicator_not_named" if line.name.strip() else "indicator_blank"
        return ReadLine() if blank else ReadLine(error=KnownError(key, name=line.name))
    readings: list[Reading] = []
    part: int | None = None
    try:
        readings += _totals(line, indicator)
        for number, each in enumerate(line.parts):
            part = number
            readings += _parts(each, indicator)
        part = None
        _check(readings, catalogue)
    except KnownError as error:
        return ReadLine(error=error, part=part)
    return ReadLine(tuple(readings))


def named(name: str, catalogue: Catalogue) -> Indicator | None:
    """Return the indicator of a name that was typed in full."""
    wanted = exact(tidy(name))
    return next((each for each in catalogue.values() if exact(each.name) == wanted), None)


def _totals(line: ReadingText, indicator: Indicator) -> Iterator[Reading]:
    for code, typed in ((indicator.code, line.value), (indicator.pair, line.pair_value)):
        if code and typed.strip():
            yield _reading(code, typed, None)


def _parts(part: PartText, indicator: Indicator) -> Iterator[Reading]:
    for code, typed in ((indicator.code, part.value), (indicator.pair, part.pair_value)):
        if code and typed.strip():
            if not part.share.strip():
                raise KnownError("share_blank")
            yield _reading(code, typed, Split(part.split, tidy(part.share)))


def _reading(code: str, typed: str, split: Split | None) -> Reading:
    read = read_value(typed)
    return Reading(code, read.value, split, read.approximate, read.estimate)


def _check(readings: Sequence[Reading], catalogue: Catalogue) -> None:
    """Check as recording does, and name the indicator where that names its code."""
    try:
        check_readings(readings, catalogue)
    except KnownError as wrong:
        code = str(wrong.facts.get("code", ""))
        facts = {
            key: grouped(fact) if isinstance(fact, Decimal) else fact
            for key, fact in wrong.facts.items()
        }
        name = catalogue[code].name if code in catalogue else code
        raise KnownError(wrong.key, **{**facts, "code": name}) from wrong
