"""A filled data folder to look at: a unit's year as its officer would have recorded it.

Nothing in it is real: no persons, no addresses, only titles and bodies. The same unit, plan,
year, count and seed give the same activities.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ttdn_desktop.domain.involvement import Involvement, involvements, must_answer
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.record_activity import record_all
from ttdn_desktop.services.sample_cast import cast
from ttdn_desktop.services.sample_clock import SampleClock
from ttdn_desktop.services.sample_dice import Dice
from ttdn_desktop.services.sample_proof import ProofBox
from ttdn_desktop.services.sample_script import Script
from ttdn_desktop.services.sample_templates import library
from ttdn_desktop.services.set_state import set_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import EvidenceMaker
    from ttdn_desktop.services.record_activity import ActivityForm
    from ttdn_desktop.services.sample_templates import Library

__all__ = [
    "SampleClock",
    "SampleFilled",
    "SampleWish",
    "Story",
    "fill",
    "officer",
    "story_forms",
    "unit_story",
]

BATCH = 500
"""Activities recorded as one change."""


@immutable
class SampleWish:
    """Which plan year is told, in how many activities, and the seed it grows from."""

    year: int
    activities: int
    seed: int


@immutable
class SampleFilled:
    """What was recorded: the unit's name, and how many activities and pieces of evidence."""

    unit: str
    year: int
    activities: int
    evidence: int


@immutable
class Story:
    """One unit's year before it is told. `roles` is its part in each item, by code.

    `quiet` is the item left without an activity, or "", and `reason` why.
    """

    unit: Unit
    roles: Mapping[str, Involvement]
    day: date
    quiet: str
    reason: str


def officer() -> str:
    """Return how the sample calls its officer: a role, never a person's name."""
    return library().officer


def fill(office: Office, maker: EvidenceMaker, wish: SampleWish) -> SampleFilled:
    """Record a year of the unit whose folder this is, in changes of BATCH activities.

    Raises KnownError as `record_all` and `set_state` do.
    """
    words = library()
    story = _story_of(office, wish.year, words)
    forms = story_forms(story, words, maker, wish)
    evidence: set[str] = set()
    told = 0
    while batch := tuple(islice(forms, BATCH)):
        label = f"Ghi hoạt động mẫu {told + 1} - {told + len(batch)}"
        recorded = record_all(office, batch, label)
        evidence.update(proof.id for activity in recorded for proof in activity.evidence)
        told += len(recorded)
    if story.quiet and told:
        set_state(office, wish.year, (story.quiet,), TaskState.NONE, story.reason)
    return SampleFilled(story.unit.name_on(story.day).name, wish.year, told, len(evidence))


def story_forms(
    story: Story, words: Library, maker: EvidenceMaker, wish: SampleWish
) -> Iterator[ActivityForm]:
    """Yield the forms of a story in order of time, all starting within the plan year."""
    dice = Dice(wish.seed, story.unit.id, wish.year, wish.activities)
    told = {code: role for code, role in story.roles.items() if code != story.quiet}
    script = Script(story.unit, words, frozenset(told), ProofBox(maker, words, story.day), dice)
    for scene in cast(told, words, wish.year, wish.activities, dice):
        yield script.form(scene, wish.year)


def unit_story(
    unit: Unit,
    version: PlanVersion,
    involved: Mapping[str, Involvement],
    year: int,
    words: Library,
) -> Story:
    """Return what there is to tell of a unit; `involved` is its part in each item, by id."""
    codes = {item.id: item.code for _kind, item in version.items()}
    roles = {codes[item_id]: role for item_id, role in involved.items()}
    day = annual_round(year, version.plan.coordinator_id).sending_day
    quiet = _quiet(roles, words)
    reason = words.quiet_reasons[roles[quiet]] if quiet else ""
    return Story(unit, roles, day, quiet, reason)


def _story_of(office: Office, year: int, words: Library) -> Story:
    around = office.surroundings()
    day = annual_round(year, around.version.plan.coordinator_id).sending_day
    involved = involvements(around.unit, around.version, around.organisation, day, year)
    return unit_story(around.unit, around.version, involved, year, words)


def _quiet(roles: Mapping[str, Involvement], words: Library) -> str:
    """Choose the one item left without an activity: one that must be answered but is not led."""
    fitting = [
        code for code, role in roles.items() if must_answer(role) and role is not Involvement.LEAD
    ]
    return next((code for code in words.quiet if code in fitting), "")
