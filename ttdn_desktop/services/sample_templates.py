"""The sample's stories as data: templates of activities and the words that fill them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.activity import Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import Precision
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

ANY_ITEM = "*"
"""The item of templates that tell of any item of the plan."""

_STORIES = ("foreign.json", "common.json", "tasks.json", "support.json")


@immutable
class Template:
    """One kind of activity that a unit may have had; its texts hold slots like "{ban}".

    `leads` tells whether the unit answers for the item or only supports it; `times` is how often
    it happens in a year, None for no limit; `often` its weight among those; `windows` are month
    and day from and to; `days` how many days more than one it may last; `numbers` least and most
    of each number; `sums` numbers that are the sum of others; `proof` is "kind:name".
    """

    item: str
    title: str
    leads: bool = True
    part: Part | None = None
    times: int | None = None
    often: int = 1
    kind: str = ""
    place: str = ""
    content: str = ""
    result: str = ""
    issued: bool = False
    windows: tuple[tuple[str, str], ...] = ()
    precision: Precision = Precision.DAY
    days: tuple[int, int] = (0, 0)
    numbers: tuple[tuple[str, int, int], ...] = ()
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()
    companions: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    notable: bool = False
    good: bool = False
    obstacle: Obstacle | None = None
    proposal: Proposal | None = None


@immutable
class Paper:
    """A paper attached as evidence, before its slots are filled."""

    title: str
    paragraphs: tuple[str, ...]


@immutable
class Library:
    """All the stories and words. `choices` gives, by slot, the entries that fill it.

    `dated` gives, by slot, names and the ISO day each begins to be used; `topics` the subject and
    the leading body by item code; `quiet` the items most likely left without an activity.
    """

    templates: tuple[Template, ...]
    choices: Mapping[str, tuple[Mapping[str, str], ...]]
    dated: Mapping[str, tuple[tuple[str, str], ...]]
    topics: Mapping[str, Mapping[str, str]]
    papers: Mapping[str, Paper]
    quiet: tuple[str, ...]
    quiet_reasons: Mapping[str, str]
    officer: str

    def name_on(self, slot: str, day: date) -> str:
        """Return the name that a body or place bears on a day."""
        return [name for since, name in self.dated[slot] if since <= day.isoformat()][-1]


def library() -> Library:
    """Read the stories that ship with the program."""
    words: dict[str, Any] = json.loads(_text("words.json"))
    return Library(
        templates=tuple(_template(row) for name in _STORIES for row in json.loads(_text(name))),
        choices=dict(_choices(words["choices"])),
        dated={slot: tuple(map(tuple, names)) for slot, names in words["dated"].items()},
        topics=words["topics"],
        papers={
            key: Paper(row["title"], tuple(row["paragraphs"]))
            for key, row in words["papers"].items()
        },
        quiet=tuple(words["quiet"]["preferred"]),
        quiet_reasons=words["quiet"]["reasons"],
        officer=words["officer"],
    )


def _text(name: str) -> str:
    return resource("sample", name).read_text("utf-8")


def _choices(lists: Mapping[str, list[Any]]) -> Iterator[tuple[str, tuple[dict[str, str], ...]]]:
    """Give each slot its entries; an entry of several slots fills them together."""
    for name, rows in lists.items():
        entries = tuple(row if isinstance(row, dict) else {name: row} for row in rows)
        yield from ((slot, entries) for slot in entries[0])


def _template(row: dict[str, Any]) -> Template:
    lists = ("partners", "audience", "readings", "funding", "documents", "proof")
    texts = ("item", "title", "kind", "place", "content", "result")
    least, most = row.get("days", (0, 0))
    plain: dict[str, Any] = {key: row.get(key, "") for key in texts}
    plain |= {key: tuple(row.get(key, ())) for key in lists}
    plain |= {key: row.get(key, False) for key in ("notable", "good", "issued")}
    return Template(
        **plain,
        leads=row.get("role", "lead") == "lead",
        part=Part(row["part"]) if "part" in row else None,
        times=row.get("times"),
        often=row.get("often", 1),
        windows=tuple((first, last) for first, last in row.get("window", ())),
        precision=Precision(row.get("precision", "day")),
        days=(least, most),
        numbers=tuple((name, low, high) for name, (low, high) in row.get("numbers", {}).items()),
        sums=tuple((name, tuple(of)) for name, of in row.get("sums", {}).items()),
        companions=tuple(row.get("with", ())),
        obstacle=_obstacle(row["obstacle"]) if "obstacle" in row else None,
        proposal=Proposal(**row["proposal"]) if "proposal" in row else None,
    )


def _obstacle(row: dict[str, str]) -> Obstacle:
    return Obstacle(row["text"], Cause(row["cause"]))
