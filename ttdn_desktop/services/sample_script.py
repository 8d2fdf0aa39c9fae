"""Turns a scene of the sample into the form an officer would have filled in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.dates import MONTHS_A_QUARTER, short
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.report_sentences import month_of
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.services.record_activity import ActivityForm
from ttdn_desktop.services.sample_numbers import DocumentNumbers
from ttdn_desktop.services.sample_proof import ProofBox, link
from ttdn_desktop.services.sample_slots import Slots

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Obstacle, Proposal
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.attach_evidence import IncomingFile
    from ttdn_desktop.services.sample_cast import Scene
    from ttdn_desktop.services.sample_dice import Dice
    from ttdn_desktop.services.sample_templates import Library, Template

_LINK = "link"
_SPENT, _PLANNED = "tien", "du_toan"
"""Slots of money; what was planned is never less than what was spent."""
_CITED, _FILED, _LINKED = 0.35, 0.2, 0.2
"""How often a document is cited, a file attached, a link given, where the template has one."""
_FILED_ONE_OFF = 0.6
_MOST_HIGHLIGHTS, _MOST_GOOD_PRACTICES = 4, 1
_QUARTERS = ("I", "II", "III", "IV")
_OF_AN_AREA = frozenset({UnitKind.DISTRICT, UnitKind.COMMUNE})
_ITS_BODY = "Ủy ban nhân dân "
"""What a district or commune does, it does at home."""

_NO_ITEM = {"chu_de": "nhiệm vụ được giao", "chu_tri": "{dau_moi}"}


class Script:
    """Tells the scenes of one unit's year in order of time; remembers what was already told."""

    def __init__(
        self, unit: Unit, library: Library, items: frozenset[str], box: ProofBox, dice: Dice
    ) -> None:
        """Tell of `unit`, whose items have the codes `items`."""
        self._unit, self._library, self._items = unit, library, items
        self._box, self._dice = box, dice
        self._numbers = DocumentNumbers()
        self._told: Counter[str] = Counter()
        self._once: set[str] = set()
        self._highlights = self._good_practices = 0

    def form(self, scene: Scene, year: int) -> ActivityForm:
        """Return the form of a scene; titles are never told twice alike."""
        told, slots = scene.template, self._slots(scene, year)
        title = self._title(slots.fill(told.title))
        return ActivityForm(
            title=title,
            items=(scene.item, *(code for code in told.companions if code in self._items)),
            start=scene.start,
            until=scene.until,
            part=told.part or (Part.LEAD if told.leads else Part.SUPPORT),
            kind=told.kind,
            place=slots.fill(told.place),
            content=slots.fill(told.content),
            result=slots.fill(told.result),
            partners=self._others(slots.fill_all(told.partners)),
            audience=slots.fill_all(told.audience),
            highlight=self._is_highlight(told),
            good_practice=self._is_good_practice(told),
            obstacles=self._obstacles(told),
            proposals=self._proposals(told, slots),
            readings=tuple(map(parse_reading, slots.fill_all(told.readings))),
            fundings=tuple(map(parse_funding, slots.fill_all(told.funding))),
            links=self._links(scene, title),
            documents=self._documents(told, slots),
            files=self._files(told, slots),
        )

    def _slots(self, scene: Scene, year: int) -> Slots:
        day, told = scene.start.first, scene.template
        name = self._unit.name_on(day)

        def cite(slot: str) -> str:
            return self._numbers.cite(slot, name.abbreviation, day, issued=told.issued)

        slots = Slots(self._library, self._dice, day, cite)
        slots["don_vi"], slots["nam"], slots["ngay"] = name.name, str(year), short(day)
        slots["thang"] = f"{month_of(day)}/{day.year}"
        slots["quy"] = f"{_QUARTERS[(day.month - 1) // MONTHS_A_QUARTER]}/{day.year}"
        for slot, words in self._library.topics.get(scene.item, _NO_ITEM).items():
            slots[slot] = slots.fill(words)
        if self._unit.kind in _OF_AN_AREA:
            slots["noi"] = name.name.removeprefix(_ITS_BODY)
        self._draw_numbers(told, slots)
        return slots

    def _draw_numbers(self, told: Template, slots: Slots) -> None:
        drawn = {name: self._dice.between(low, high) for name, low, high in told.numbers}
        drawn |= {name: sum(drawn[part] for part in parts) for name, parts in told.sums}
        if _SPENT in drawn:
            drawn[_PLANNED] = drawn[_SPENT] + self._dice.between(0, drawn[_SPENT] // 8)
        slots.update({name: counted(value) for name, value in drawn.items()})

    def _title(self, title: str) -> str:
        self._told[title] += 1
        time = self._told[title]
        return title if time == 1 else f"{title}, đợt {time}"

    def _others(self, partners: tuple[str, ...]) -> tuple[str, ...]:
        own = {name.name for name in self._unit.names}
        return tuple(partner for partner in partners if partner not in own)

    def _is_highlight(self, told: Template) -> bool:
        marked = told.notable and self._highlights < _MOST_HIGHLIGHTS and self._first(told.title)
        self._highlights += marked
        return marked

    def _is_good_practice(self, told: Template) -> bool:
        marked = told.good and self._good_practices < _MOST_GOOD_PRACTICES
        self._good_practices += marked
        return marked

    def _obstacles(self, told: Template) -> tuple[Obstacle, ...]:
        if told.obstacle is None or not self._first(told.obstacle.text):
            return ()
        return (told.obstacle,)

    def _proposals(self, told: Template, slots: Slots) -> tuple[Proposal, ...]:
        if told.proposal is None or not self._first(told.proposal.text):
            return ()
        return (replace(told.proposal, addressee=slots.fill(told.proposal.addressee)),)

    def _first(self, words: str) -> bool:
        """Tell whether something is said for the first time; from now on it is not."""
        new = words not in self._once
        self._once.add(words)
        return new

    def _links(self, scene: Scene, title: str) -> tuple[str, ...]:
        if _LINK not in scene.template.proof or not self._dice.falls(_LINKED):
            return ()
        day = scene.start.first
        return (link(self._unit.name_on(day).abbreviation, title, day),)

    def _documents(self, told: Template, slots: Slots) -> tuple[str, ...]:
        """Cite documents: always those of what happens once or twice a year."""
        cited = _CITED if told.times is None else 1
        return tuple(slots.fill(words) for words in told.documents if self._dice.falls(cited))

    def _files(self, told: Template, slots: Slots) -> tuple[IncomingFile, ...]:
        filed = _FILED if told.times is None else _FILED_ONE_OFF
        return tuple(
            self._box.file(slots.fill(proof), self._dice)
            for proof in told.proof
            if proof != _LINK and self._dice.falls(filed)
        )
