"""`round list`, `round add`, `round set`, `round remove`, `round check`, `round internal`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.console import round_shapes
from ttdn_desktop.console.round_days import days
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import Span, parse_day
from ttdn_desktop.domain.round import Regime
from ttdn_desktop.services import keep_rounds, round_days
from ttdn_desktop.services.known_rounds import round_by_id
from ttdn_desktop.services.round_form import RoundForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

LIST, ADD, SET, REMOVE, CHECK, INTERNAL = "list", "add", "set", "remove", "check", "internal"
ALL = "all"
"""What takes back a choice of tasks: all of the plan is asked for."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare listing, making, changing, removing, and looking at what a round holds."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser(LIST).add_argument("--year", type=int, required=True)
    adding = actions.add_parser(ADD)
    adding.add_argument("--year", type=int, required=True)
    adding.add_argument("--kind", choices=[regime.value for regime in Regime], required=True)
    adding.add_argument("--part", type=int, default=1)
    _terms(adding)
    setting = actions.add_parser(SET)
    setting.add_argument("--round", required=True)
    _terms(setting)
    actions.add_parser(REMOVE).add_argument("--round", required=True)
    checking = actions.add_parser(CHECK)
    checking.add_argument("--round", required=True)
    checking.add_argument("--take", action="append", default=[])
    actions.add_parser(INTERNAL).add_argument("--days", type=int, required=True)


def _terms(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first")
    parser.add_argument("--to", dest="last")
    for day in ("--cutoff", "--send", "--internal"):
        parser.add_argument(day)
    for words in ("--name", "--letter", "--to-whom"):
        parser.add_argument(words)
    parser.add_argument("--task", action="append", default=[])
    parser.add_argument("--estimate", action=argparse.BooleanOptionalAction, default=None)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Do what is asked of the rounds."""
    writing = given.action in {ADD, SET, REMOVE, INTERNAL} or bool(getattr(given, "take", ()))
    with open_desk(options.data, writing=writing) as desk:
        office = desk.office
        if given.action == LIST:
            listed = keep_rounds.of_year(office, given.year)
            return {"rounds": [round_shapes.line(each) for each in listed]}
        if given.action == INTERNAL:
            keep_rounds.write_internal_days(office, given.days)
            return {"internal_days": keep_rounds.internal_days(office)}
        if given.action == CHECK:
            return _checked(given, office, options)
        if given.action == REMOVE:
            gone = keep_rounds.remove(office, given.round)
            return {"removed": gone.id, "title": round_shapes.title(gone)}
        if given.action == ADD:
            form = RoundForm(regime=Regime(given.kind), year=given.year, part=given.part)
            made = keep_rounds.add(office, _filled(form, given))
        else:
            before = keep_rounds.form_of(office, round_by_id(office, given.round))
            made = keep_rounds.change(office, given.round, _filled(before, given))
        return _written(office, made, options)


def _filled(form: RoundForm, given: argparse.Namespace) -> RoundForm:
    """Return a form with what the options say; what they do not say stays."""
    estimate = form.estimate if given.estimate is None else given.estimate
    filled = replace(
        form,
        period=_period(form, given),
        cutoff=_day(given.cutoff, form.cutoff),
        sending_day=_day(given.send, form.sending_day),
        internal_day=_day(given.internal, form.internal_day),
        name=form.name if given.name is None else given.name,
        letter=form.letter if given.letter is None else given.letter,
        addressee=form.addressee if given.to_whom is None else given.to_whom,
        estimate=estimate,
    )
    if given.task:
        filled = replace(filled, items=() if given.task == [ALL] else tuple(given.task))
    return filled


def _period(form: RoundForm, given: argparse.Namespace) -> Span | None:
    known = form.period
    if known is None:
        return days(given.first, given.last)
    first, last = given.first or known.first.isoformat(), given.last or known.last.isoformat()
    return days(first, last)


def _day(written: str | None, otherwise: date | None) -> date | None:
    return otherwise if written is None else parse_day(written)


def _written(office: Office, made: Round, options: Options) -> Result:
    seen = round_days.look(office, made)
    return {
        "round": round_shapes.line(keep_rounds.line(office, made)),
        "warnings": round_shapes.warnings(seen, options.messages),
    }


def _checked(given: argparse.Namespace, office: Office, options: Options) -> Result:
    asked = round_by_id(office, given.round)
    if given.take:
        wanted = set(given.take)
        offered = round_days.look(office, asked).missed
        ids = {each.id for each in offered if each.taken or wanted & {each.id, each.code}}
        known = {name for each in offered for name in (each.id, each.code)}
        round_days.take(office, asked, ids | (wanted - known))
    return round_shapes.days(asked, round_days.look(office, asked), options.messages)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the rounds of a year, the one that was written, or what a round holds."""
    for each in result.get("rounds", ()):
        yield round_shapes.said(each, messages)
    if "internal_days" in result:
        yield messages.say("said.round.internal", days=result["internal_days"])
    if "removed" in result:
        yield messages.say("said.round.removed", title=result["title"])
    if isinstance(result.get("round"), dict):
        yield round_shapes.said(result["round"], messages)
    if "missed" in result:
        yield messages.say("said.round.holds", **result)
        for each in result["missed"]:
            key = "said.round.taken" if each["taken"] else "said.round.missed"
            yield messages.say(key, **each)
    yield from (messages.say("said.warning", text=text) for text in result.get("warnings", ()))
