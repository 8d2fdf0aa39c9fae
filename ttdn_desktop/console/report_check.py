"""`report check`: is a Word file in the layout of Decree 30; no data folder is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import format_checker
from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.services import check_document

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.format_finding import Checked, Finding, Where


def run(given: argparse.Namespace, options: Options) -> Result:
    """Check a file, or write a repaired copy of it and tell what is still found there."""
    path, checker = place(given.file), format_checker()
    if given.out is None:
        return _checked(check_document.check(checker, path), options.messages)
    return _repaired(path, place(given.out), options.messages)


def _repaired(path: Path, target: Path, messages: Messages) -> Result:
    mended = check_document.repair(format_checker(), path, target)
    return {
        **_checked(mended.left, messages),
        "repaired": [_finding(each, messages) for each in mended.repaired],
        "file": str(target),
    }


def _checked(checked: Checked, messages: Messages) -> Result:
    findings = [_finding(each, messages) for each in checked.findings]
    return {"ok": checked.ok, "findings": findings}


def _finding(each: Finding, messages: Messages) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "where": where(each.where, each.more, messages),
        "found": messages.line(f"found.{each.found.key}", **each.found.facts),
        "expected": messages.line(f"expected.{each.expected.key}", **each.expected.facts),
        "severity": each.severity,
    }


def where(at: Where, more: int, messages: Messages) -> str:
    """Return a place on one line: 'mục II, đoạn thứ 3 "Sở đã…" (và 2 chỗ khác)'."""
    told = messages.line(f"spot.{at.key}", name=at.name, number=at.number, line=at.line)
    return messages.line("spot.more", place=told, count=more) if more else told


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say whether the layout is right, each finding on two lines, and where the copy is."""
    findings, repaired = result["findings"], result.get("repaired", ())
    for each in repaired:
        yield messages.line(
            "said.check.repaired", title=messages.say(f"rule.{each['rule']}"), **each
        )
    if "file" in result:
        yield messages.line("said.check.file", file=result["file"], count=len(repaired))
    key = "said.check.ok" if result["ok"] else "said.check.findings"
    yield messages.line(key, count=len(findings))
    for each in findings:
        title = messages.say(f"rule.{each['rule']}")
        yield messages.line(f"said.check.{Severity(each['severity'])}", title=title, **each)
