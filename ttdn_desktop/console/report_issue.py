"""`report slip`, `issue` and `verify`: before it is signed, once it is, and is a file ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days
from ttdn_desktop.console.arguments import place
from ttdn_desktop.console.report_export import word_file
from ttdn_desktop.desk import open_desk, report_files, report_writer
from ttdn_desktop.domain.dates import parse_day
from ttdn_desktop.domain.edition import EditionKind
from ttdn_desktop.services.issue_report import Numbered, issue
from ttdn_desktop.services.keep_template import own
from ttdn_desktop.services.verify_report import verify
from ttdn_desktop.services.write_slip import write_slip

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.word_changes import Difference


def run(given: argparse.Namespace, options: Options) -> Result:
    """Freeze the edition of a round, write its phiếu trình, or say what a file is."""
    return {"issue": issued, "slip": submitted, "verify": verified}[given.action](given, options)


def issued(given: argparse.Namespace, options: Options) -> Result:
    """Freeze the edition of a round."""
    numbered = Numbered(
        number=given.number,
        dated=parse_day(given.date),
        scan=None if given.scan is None else place(given.scan),
        kind=None if given.kind is None else EditionKind(given.kind),
        signer=given.signer,
        note=given.note,
    )
    with open_desk(options.data, writing=True) as desk:
        asked = round_days.asked(desk.office, given)
        writer = report_writer(own(desk.office))
        made = issue(desk.office, writer, report_files(), asked, numbered)
    return {
        "edition": made.edition.id,
        "code": made.edition.code,
        "sha256": made.edition.sha256,
        "kind": made.edition.kind,
        "number": made.edition.number,
        "file": str(made.file),
        "warnings": [
            options.messages.say(f"warning.{notice.key}", **notice.facts) for notice in made.notices
        ],
    }


def submitted(given: argparse.Namespace, options: Options) -> Result:
    """Write the phiếu trình of the round's last bản trình."""
    target = word_file(given.out)
    with open_desk(options.data, writing=False) as desk:
        asked = round_days.asked(desk.office, given)
        ordinal = write_slip(desk.office, report_writer(), asked, target)
    return {"file": str(target), "submission": ordinal}


def verified(given: argparse.Namespace, options: Options) -> Result:
    """Say what a file is to this folder."""
    with open_desk(options.data, writing=False) as desk:
        found = verify(desk.office, report_files(), place(given.file))
    return {
        "result": found.verdict,
        "code": found.code,
        "changed": [told(each, options.messages) for each in found.differences],
    }


def told(each: Difference, messages: Messages) -> str:
    """Return a difference in words: where, what stood there, what stands there now."""
    where = each.where
    name, row = where.name or messages.say("verify.annex"), where.row
    place_named = messages.say(f"verify.where.{where.spot}", name=name, row=row)
    key = "edited" if each.before and each.after else "added" if each.after else "removed"
    return messages.say(f"verify.{key}", where=place_named, before=each.before, after=each.after)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what was written, or issued and what to look at, or what the file is."""
    if "submission" in result:
        yield messages.say("said.slip", **result)
        return
    if "edition" in result:
        yield messages.say("said.issued", **result)
        yield from (messages.say("said.warning", text=text) for text in result["warnings"])
        return
    yield messages.say(f"said.verified.{result['result']}", code=result["code"] or "")
    yield from (messages.say("said.changed", text=text) for text in result["changed"])
