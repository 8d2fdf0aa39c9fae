"""What was typed, read into the form that is recorded; what is wrong is told field by field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import Moment
from ttdn_desktop.domain.funding import Funding, Source, Stage
from ttdn_desktop.domain.numbers import parse_amount
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.typed_when import read_when, typed_when
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.activity_form_text import (
    ActivityFormText,
    FundingText,
    ObstacleText,
    ProposalText,
)
from ttdn_desktop.gui.reading_texts import lines_of, read_line
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.record_activity import ActivityForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from ttdn_desktop.domain.indicator import Indicator, Reading
    from ttdn_desktop.domain.typed_when import When
    from ttdn_desktop.services.prepare_form import FormDesk

_BETWEEN = re.compile(r"[;\n]")


@immutable
class FieldError:
    """What is wrong in a field ("when") or in a row of one ("readings", 0, part 1)."""

    field: str
    error: KnownError
    row: int | None = None
    part: int | None = None


@immutable
class Setting:
    """What reading a form depends on: what is at hand, the plan year looked at, and today."""

    desk: FormDesk
    year: int
    today: date


@immutable
class ReadForm:
    """The form, or every field that is wrong."""

    form: ActivityForm | None
    errors: tuple[FieldError, ...] = ()


def read_form(text: ActivityFormText, setting: Setting, *, served: bool = False) -> ReadForm:
    """Read a form; `served` tells that it serves items already that no code names any more."""
    reading = _Reading(text, setting, [])
    when = reading.when()
    reading.require("title", text.title.strip(), "title_missing")
    reading.require("items", text.items or served, "item_missing")
    form = reading.form(when)
    return ReadForm(None if reading.errors else form, tuple(reading.errors))


def proposed_part(text: ActivityFormText, desk: FormDesk) -> Part:
    """Return the part that was chosen, else the usual one for the items."""
    if text.part:
        return Part(text.part)
    return Part.LEAD if desk.leads_any(text.items) else Part.SUPPORT


def text_of(form: ActivityForm, catalogue: Mapping[str, Indicator]) -> ActivityFormText:
    """Return what would be typed for a form."""
    return ActivityFormText(
        title=form.title,
        when=typed_when(form.start, form.until),
        items=form.items,
        part=form.part or "",
        kind=form.kind,
        place=form.place,
        content=form.content,
        result=form.result,
        partners="; ".join(form.partners),
        audience="; ".join(form.audience),
        highlight=form.highlight,
        good_practice=form.good_practice,
        readings=lines_of(form.readings, catalogue),
        fundings=tuple(map(_funding_text, form.fundings)),
        obstacles=tuple(ObstacleText(each.text, each.cause or "") for each in form.obstacles),
        proposals=tuple(
            ProposalText(each.text, each.addressee, each.answered) for each in form.proposals
        ),
        evidence_ids=form.evidence_ids,
    )


@immutable
class _Reading:
    text: ActivityFormText
    setting: Setting
    errors: list[FieldError]

    def require(self, field: str, given: object, key: str) -> None:
        if not given:
            self.errors.append(FieldError(field, KnownError(key)))

    def when(self) -> When | None:
        if not self.text.when.strip():
            self.errors.append(FieldError("when", KnownError("date_missing")))
            return None
        try:
            return read_when(self.text.when, self.setting.year, self.setting.today)
        except KnownError as error:
            self.errors.append(FieldError("when", error))
            return None

    def form(self, when: When | None) -> ActivityForm:
        text = self.text
        return ActivityForm(
            title=text.title,
            items=text.items,
            start=when.start if when else Moment(self.setting.today),
            until=when.until if when else None,
            part=proposed_part(text, self.setting.desk),
            kind=text.kind,
            place=text.place,
            content=text.content,
            result=text.result,
            partners=tuple(_listed(text.partners)),
            audience=tuple(_listed(text.audience)),
            highlight=text.highlight,
            good_practice=text.good_practice,
            obstacles=tuple(_obstacles(text.obstacles)),
            proposals=tuple(_proposals(text.proposals)),
            readings=tuple(self._readings()),
            fundings=tuple(self._fundings()),
            evidence_ids=text.evidence_ids,
        )

    def _readings(self) -> Iterator[Reading]:
        taken: set[str] = set()
        for row, line in enumerate(self.text.readings):
            read = read_line(line, self.setting.desk.catalogue)
            totals = [each.code for each in read.readings if each.split is None]
            twice = next((code for code in totals if code in taken), None)
            taken.update(totals)
            if read.error:
                self.errors.append(FieldError("readings", read.error, row, read.part))
            elif twice:
                name = self.setting.desk.catalogue[twice].name
                self.errors.append(
                    FieldError("readings", KnownError("reading_twice", code=name), row)
                )
            else:
                yield from read.readings

    def _fundings(self) -> Iterator[Funding]:
        for row, line in enumerate(self.text.fundings):
            try:
                if funding := read_funding(line):
                    yield funding
            except KnownError as error:
                self.errors.append(FieldError("fundings", error, row))


def read_funding(line: FundingText) -> Funding | None:
    """Read a line of money; what was given in kind needs no amount. None for a blank line.

    Raises KnownError as `parse_amount` does.
    """
    if not (line.amount.strip() or line.in_kind.strip()):
        return None
    amount = parse_amount(line.amount) if line.amount.strip() else 0
    return Funding(Source(line.source), amount, Stage(line.stage), tidy(line.in_kind))


def _funding_text(funding: Funding) -> FundingText:
    amount = f"{funding.amount:,}".replace(",", ".") if funding.amount else ""
    return FundingText(funding.source, funding.stage, amount, funding.in_kind)


def _listed(typed: str) -> Iterator[str]:
    yield from (name for each in _BETWEEN.split(typed) if (name := tidy(each)))


def _obstacles(lines: Iterable[ObstacleText]) -> Iterator[Obstacle]:
    for line in lines:
        if line.text.strip():
            yield Obstacle(line.text, Cause(line.cause) if line.cause else None)


def _proposals(lines: Iterable[ProposalText]) -> Iterator[Proposal]:
    for line in lines:
        if line.text.strip():
            yield Proposal(line.text, line.addressee, line.answered)
