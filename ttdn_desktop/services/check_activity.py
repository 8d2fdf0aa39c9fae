"""A form checked: the activity it stands for, or why it cannot be recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import text
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.indicator import check_readings
from ttdn_desktop.domain.involvement import leads_any
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ttdn_desktop.domain.activity import Obstacle, Proposal
    from ttdn_desktop.services.office import Surroundings
    from ttdn_desktop.services.record_activity import ActivityForm


def checked(
    around: Surroundings, form: ActivityForm, activity_id: str, also: Sequence[str] = ()
) -> Activity:
    """Return the activity a form stands for, without code and evidence.

    `also` are items it serves beside those of the form. Raises KnownError `item_missing`,
    `item_unknown`, `title_missing`, `end_before_start`, or as `check_readings` does.
    """
    named = (around.item_id(code) for code in form.items)
    items = tuple(dict.fromkeys((*named, *also)))
    _check_form(form, items)
    check_readings(form.readings, around.catalogue)
    return Activity(
        id=activity_id,
        unit_id=around.unit.id,
        code="",
        title=text.tidy(form.title),
        start=form.start,
        item_ids=items,
        part=form.part or _usual_part(around, items, form.start.first),
        until=form.until,
        kind=text.tidy(form.kind),
        place=text.tidy(form.place),
        content=text.nfc(form.content.strip()),
        result=text.nfc(form.result.strip()),
        partners=_tidied(form.partners),
        audience=_tidied(form.audience),
        highlight=form.highlight,
        good_practice=form.good_practice,
        obstacles=tuple(_obstacles(form)),
        proposals=tuple(_proposals(form)),
        readings=form.readings,
        fundings=form.fundings,
    )


def _usual_part(around: Surroundings, items: Sequence[str], day: date) -> Part:
    leads = leads_any(around.unit, around.version, around.organisation, day, items)
    return Part.LEAD if leads else Part.SUPPORT


def _tidied(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.tidy(word) for word in words if word.strip()))


def _obstacles(form: ActivityForm) -> Iterator[Obstacle]:
    for each in form.obstacles:
        if words := text.tidy(each.text):
            yield replace(each, text=words)


def _proposals(form: ActivityForm) -> Iterator[Proposal]:
    for each in form.proposals:
        if words := text.tidy(each.text):
            yield replace(each, text=words, addressee=text.tidy(each.addressee))


def _check_form(form: ActivityForm, items: Sequence[str]) -> None:
    if not items:
        raise KnownError("item_missing")
    if not any(map(str.isalnum, form.title)):
        raise KnownError("title_missing")
    if form.until is not None and form.until < form.start.first:
        raise KnownError("end_before_start", start=short(form.start.first), end=short(form.until))
