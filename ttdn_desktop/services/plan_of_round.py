"""The plan that a round is about: the version of its time, with all that was done in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan_bygone import with_bygone
from ttdn_desktop.domain.plan_in_year import version_in
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.office import REFERENCE_TABLES
from ttdn_desktop.store import bygone_tasks, plans

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.store.engine import Store

FIRST_YEAR, LAST_YEAR = 2000, 2100


def around_round(office: Office, asked: Round) -> Surroundings:
    """Return the surroundings with the plan version of a round in place of the one in force.

    Tasks that the version does not have and that activities of the round serve stand behind its
    own, so that nothing done is lost; they are asked of nobody.
    """
    around = office.surroundings()
    if len({each.version_id for each in around.adoptions}) == 1:
        return around
    version_id = version_in(around.adoptions, asked)
    version = around.version
    if version_id != version.id:
        version = office.kept(_Version(version_id), REFERENCE_TABLES) or version
    with office.store.read() as connection:
        done = bygone_tasks.served(connection, version.id, asked.period)
    return replace(around, version=with_bygone(version, done))


def around_year(office: Office, year: int) -> Surroundings:
    """Return the same for the yearly round of a plan year; raises KnownError `year_impossible`."""
    require_year(year)
    asked = annual_round(year, office.surroundings().version.plan.coordinator_id)
    return around_round(office, asked)


def require_year(year: int) -> None:
    """Refuse years that no plan can mean; raises KnownError `year_impossible`."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise KnownError("year_impossible", year=year)


@immutable
class _Version:
    """Reads one version; two that read the same are the same, so that it is read once."""

    version_id: str

    def __call__(self, store: Store) -> PlanVersion | None:
        with store.read() as connection:
            return plans.by_id(connection, self.version_id)
