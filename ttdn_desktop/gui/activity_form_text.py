"""An activity as it stands in the editor: plain typed words, kept as they are in a draft.

Half a date and a figure without its indicator are kept too; `read_form` says what they mean.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping


@immutable
class PartText:
    """A part of a figure ("trong đó"): by a split's name, which part, and its values."""

    split: str = ""
    share: str = ""
    value: str = ""
    pair_value: str = ""


@immutable
class ReadingText:
    """A line of figures: an indicator, its value, and that of its pair on the same line.

    `name` is what was typed where it is no indicator's; values are like "khoảng 250".
    """

    code: str = ""
    name: str = ""
    value: str = ""
    pair_value: str = ""
    parts: tuple[PartText, ...] = ()


@immutable
class FundingText:
    """A line of money; source and stage are codes, the amount as typed ("18,5 triệu")."""

    source: str = "recurrent"
    stage: str = "spent"
    amount: str = ""
    in_kind: str = ""


@immutable
class ObstacleText:
    """A difficulty; `cause` is "objective", "subjective" or ""."""

    text: str = ""
    cause: str = ""


@immutable
class ProposalText:
    """A proposal and the body it is made to."""

    text: str = ""
    addressee: str = ""
    answered: bool = False


@immutable
class ActivityFormText:
    """The whole form. `part` is "" until it is chosen by hand; `items` are codes."""

    title: str = ""
    when: str = ""
    items: tuple[str, ...] = ()
    part: str = ""
    kind: str = ""
    place: str = ""
    content: str = ""
    result: str = ""
    partners: str = ""
    audience: str = ""
    highlight: bool = False
    good_practice: bool = False
    readings: tuple[ReadingText, ...] = ()
    fundings: tuple[FundingText, ...] = ()
    obstacles: tuple[ObstacleText, ...] = ()
    proposals: tuple[ProposalText, ...] = ()
    evidence_ids: tuple[str, ...] = ()


_ROWS: dict[str, type[Any]] = {
    "parts": PartText,
    "readings": ReadingText,
    "fundings": FundingText,
    "obstacles": ObstacleText,
    "proposals": ProposalText,
}
_Typed = TypeVar("_Typed")


def to_json(text: ActivityFormText) -> dict[str, Any]:
    """Return a form as JSON values."""
    return asdict(text)


def from_json(content: Mapping[str, Any]) -> ActivityFormText:
    """Return a kept form; what another version of the program kept otherwise is left out."""
    return _read(ActivityFormText, content)


def _read(kind: type[_Typed], content: Mapping[str, Any]) -> _Typed:
    known = {each.name: each.default for each in fields(kind)}  # type: ignore[arg-type]  # a dataclass
    found = {
        name: _value(name, content[name])
        for name, default in known.items()
        if _fits(content.get(name), default)
    }
    return kind(**found)


def _fits(value: object, default: object) -> bool:
    return isinstance(value, list | tuple if isinstance(default, tuple) else type(default))


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 (a JSON value)
    if name in _ROWS:
        return tuple(_read(_ROWS[name], each) for each in value if isinstance(each, dict))
    return tuple(map(str, value)) if isinstance(value, list | tuple) else value
