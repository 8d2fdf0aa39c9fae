"""`report show`, `report edit`: the text block by block, and the officer's wording of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.console import round_days
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.report_apply import OUTSIDE, generated, key_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import edit_report
from ttdn_desktop.services.report_draft import draft

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.document import Sentence
    from ttdn_desktop.domain.report_edit import Offer
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.report_draft import Draft

Shape = dict[str, Any]


def run(given: argparse.Namespace, options: Options) -> Result:
    """Show the report, or write over a block of it."""
    return show(given, options) if given.action == "show" else edit(given, options)


def show(given: argparse.Namespace, options: Options) -> Result:
    """Return the report as it is printed, block by block, each with its choices."""
    with open_desk(options.data, writing=False) as desk:
        made = draft(desk.office, round_days.asked(desk.office, given))
    return {"blocks": [*_blocks(made)], "lost": [each.block for each in made.lost]}


def edit(given: argparse.Namespace, options: Options) -> Result:
    """Write over a block, let it be as generated again, or decide on a new sentence."""
    with open_desk(options.data, writing=True) as desk:
        office = desk.office
        asked = round_days.asked(office, given)
        changed = _done(office, asked, given)
        made = draft(office, asked)
    found = [each for each in _blocks(made) if key_of(each["key"]) == key_of(given.block)]
    return {"block": given.block, "changed": changed, "blocks": found}


def _done(office: Office, asked: Round, given: argparse.Namespace) -> bool:
    if given.text is not None:
        return edit_report.write(office, asked, given.block, given.text)
    if given.revert:
        return edit_report.revert(office, asked, given.block)
    number = given.keep if given.accept is None else given.accept
    offers = draft(office, asked).offers.get(key_of(given.block), ())
    if not 1 <= number <= len(offers):
        raise KnownError("offer_unknown", block=given.block, number=number)
    decide = edit_report.keep if given.accept is None else edit_report.accept
    return decide(office, asked, given.block, offers[number - 1])


def _blocks(made: Draft) -> Iterator[Shape]:
    """Yield what stands before the text, the text, what stands behind it, what was taken out."""
    before = [key for key in OUTSIDE if key.startswith("head.")]
    yield from (_outside(made, key) for key in before)
    for block in made.document.body:
        yield _shape(made, block.key, block.role, block.sentences)
    yield from (_outside(made, key) for key in OUTSIDE if key not in before)
    yield from (_shape(made, each.key, "taken_out", ()) for each in made.edited.taken)


def _outside(made: Draft, key: str) -> Shape:
    return _shape(made, key, key.partition(".")[0], generated(made.document, key) or (), "\n")


def _shape(
    made: Draft, key: str, role: str, told: tuple[Sentence, ...], between: str = " "
) -> Shape:
    marks = made.edited.marks.get(key, ())
    return {
        "key": key,
        "role": role,
        "text": between.join(each.text for each in told),
        "edited": key_of(key) in made.edited.edits,
        "sentences": [{"text": each.text, "records": list(each.records)} for each in told],
        "marks": list(map(str, marks)),
        "offers": [_offer(each) for each in made.offers.get(key_of(key), ())],
    }


def _offer(offer: Offer) -> Shape:
    base, new = offer.base, offer.new
    return {
        "kind": offer.kind,
        "base": base and base.text,
        "new": new and new.text,
        "stands": offer.stands,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say each block with its key, edited ones marked, and what is offered under it."""
    if "block" in result:
        yield messages.say("said.report_edit" if result["changed"] else "said.report_as_it_was")
    for block in result["blocks"]:
        mark = "*" if block["edited"] else " "
        yield f"{mark} {block['key']}: {block['text']}"
        for number, offer in enumerate(block["offers"], start=1):
            yield messages.say("said.report_offer", number=number, new=offer["new"] or "–")
