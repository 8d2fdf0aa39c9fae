"""What the editor of an activity offers: the plan's items, the figures, and what usually fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.involvement import Involvement, involvements
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import shipped
from ttdn_desktop.services.show_items import round_of
from ttdn_desktop.store import evidence as proofs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.shipped import Guidance


@immutable
class ItemChoice:
    """An item of the plan to be chosen, by its whole title.

    `concerns` tells whether the unit has a part in it, `leads` whether it leads.
    """

    id: str
    code: str
    title: str
    leads: bool
    concerns: bool


@immutable
class FormDesk:
    """What is at hand while an activity is typed.

    `items` are the unit's own first, then the rest of the plan; `guidance` is by item code,
    `catalogue` by indicator, `splits` are suggested parts by the split's name.
    """

    items: tuple[ItemChoice, ...]
    catalogue: Mapping[str, Indicator]
    guidance: Mapping[str, Guidance]
    splits: Mapping[str, tuple[str, ...]]

    def leads_any(self, codes: Iterable[str]) -> bool:
        """Tell whether the unit leads one of the items."""
        wanted = set(codes)
        return any(item.leads for item in self.items if item.code in wanted)

    def kinds(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return what an activity for the items is usually called."""
        offers = (self.guidance[code].activity_kinds for code in codes if code in self.guidance)
        return tuple(dict.fromkeys(kind for offer in offers for kind in offer))

    def indicators(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of the figures that usually come of the items."""
        offers = (self.guidance[code].indicators for code in codes if code in self.guidance)
        return tuple(dict.fromkeys(code for offer in offers for code in offer))

    def proofs(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return what usually proves work for the items."""
        offers = (self.guidance[code].evidence for code in codes if code in self.guidance)
        return tuple(dict.fromkeys(proof for offer in offers for proof in offer))


def desk(office: Office, year: int) -> FormDesk:
    """Return what is offered in a plan year. Raises KnownError `year_impossible`."""
    around = office.surroundings()
    asked = round_of(around, year)
    day = asked.sending_day
    roles = involvements(around.unit_on(day), around.version, around.organisation, day, year)
    items = [
        ItemChoice(
            item.id,
            item.code,
            item.title.rstrip(" .;"),
            leads=roles.get(item.id) is Involvement.LEAD,
            concerns=item.id in roles,
        )
        for _kind, item in around.version.items()
    ]
    own_first = sorted(items, key=lambda item: not item.concerns)
    return FormDesk(tuple(own_first), around.catalogue, shipped.guidance(), shipped.splits())


def pieces(office: Office, evidence_ids: Sequence[str]) -> tuple[Evidence, ...]:
    """Return evidence by id, in the order asked; unknown and binned ones are left out."""
    with office.store.read() as connection:
        return proofs.by_ids(connection, evidence_ids)
