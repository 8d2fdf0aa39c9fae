"""The checker that `desk` hands in: findings of a file, and a repaired copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Checked, Finding, Mended, Severity
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.word.check import saving
from ttdn_desktop.word.check.opening import opened
from ttdn_desktop.word.check.placing import Places
from ttdn_desktop.word.check.reading import read
from ttdn_desktop.word.check.table import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.rule import Fault, Rule

_WEIGHT = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_PASSES = 3
"""A repair may bring another to light: a heading that is bold again is no prose any more."""
_CHECKING = 3
_REPAIRING = _PASSES + 3
"""The steps of a check (opened, read, held to the rules) and of a repair (saved at last)."""


class FormatChecker:
    """Checks .docx files of any office against Decree 30 as `layout` has it."""

    def check(self, path: Path, watch: Progress = SILENT) -> Checked:
        """Return what is found in a file; raises KnownError as `opening.opened`, or Cancelled."""
        package = opened(path)
        with package.archive:
            watch.step(1, _CHECKING)
            reading = read(package)
            watch.step(2, _CHECKING)
            return Checked(_findings(reading))

    def repair(self, path: Path, target: BinaryIO, watch: Progress = SILENT) -> Mended:
        """Write a copy with what can be put right; the file itself is only read."""
        package = opened(path)
        with package.archive:
            reading = read(package)
            watch.step(1, _REPAIRING)
            before = _findings(reading)
            touched: set[str] = set()
            for number in range(_PASSES):
                watch.step(2 + number, _REPAIRING)
                if not _repaired(reading):
                    break
                touched |= reading.touched
                reading = read(package)
            left = _findings(reading)
            watch.step(2 + _PASSES, _REPAIRING)
            saving.save(package, touched, target)
        still = {(each.rule, each.where.paragraph, each.where.number) for each in left}
        gone = (
            each
            for each in before
            if each.repairable and (each.rule, each.where.paragraph, each.where.number) not in still
        )
        return Mended(tuple(gone), Checked(left))


def _faults(reading: Reading) -> Iterator[tuple[Rule, Fault]]:
    for rule in RULES:
        if reading.parts.profile in rule.profiles:
            for fault in rule.check(reading):
                yield rule, fault


def _findings(reading: Reading) -> tuple[Finding, ...]:
    """Return one finding for all places where the same is found for the same rule."""
    places = Places(reading)
    alike: dict[object, list[tuple[Rule, Fault]]] = {}
    for rule, fault in _faults(reading):
        key = (rule.key, repr(fault.found), repr(fault.expected), _can(rule, fault))
        alike.setdefault(key, []).append((rule, fault))
    found = [_finding(rows, places) for rows in alike.values()]
    return tuple(sorted(found, key=lambda each: _WEIGHT.index(each.severity)))


def _finding(rows: list[tuple[Rule, Fault]], places: Places) -> Finding:
    rule, fault = rows[0]
    return Finding(
        rule.key,
        places.of(fault.at),
        fault.found,
        fault.expected,
        rule.severity,
        _can(rule, fault),
        len(rows) - 1,
        rule.source,
    )


def _can(rule: Rule, fault: Fault) -> bool:
    return rule.repair is not None and fault.repairable and bool(fault.elements)


def _repaired(reading: Reading) -> bool:
    """Put right what can be; tell whether anything was."""
    for rule, fault in list(_faults(reading)):
        if rule.repair is not None and _can(rule, fault):
            rule.repair(reading, fault)
            reading.touched.add(fault.part or reading.package.main)
    return bool(reading.touched)
