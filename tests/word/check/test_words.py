"""Each rule has a title, and what it may say a sentence, in both languages."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.word.check.file import sound
from tests.word.check.planted import PLANTS
from ttdn_desktop.domain.format_finding import Finding, Spot
from ttdn_desktop.paths import resource
from ttdn_desktop.word import check
from ttdn_desktop.word.check.checker import FormatChecker
from ttdn_desktop.word.check.table import RULES

ROOM = Path(check.__file__).parent
BUILT = ("missing_", "align_", "no_")


def sentences(language: str) -> dict[str, str]:
    """Return the catalogue of a language."""
    found: dict[str, str] = json.loads(resource("i18n", f"{language}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_rules_and_places_have_words(language: str) -> None:
    words = sentences(language)
    named = {f"spot.{spot}" for spot in Spot} | {f"spot.{spot}_named" for spot in Spot}

    assert {f"rule.{rule.key}" for rule in RULES} == {k for k in words if k.startswith("rule.")}
    assert {k for k in words if k.startswith("spot.")} <= named | {"spot.more"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_what_is_said_of_a_planted_fault_has_a_sentence(language: str, tmp_path: Path) -> None:
    words = sentences(language)
    for plants in PLANTS.values():
        for plant in plants:
            file = sound()
            plant(file)
            for each in FormatChecker().check(file.store(tmp_path / "x.docx")).findings:
                assert told(each, words)


def told(each: Finding, words: dict[str, str]) -> bool:
    """Fill the sentences of a finding; KeyError where there is none, or no fact for a place."""
    found = words[f"found.{each.found.key}"].format(**each.found.facts)
    expected = words[f"expected.{each.expected.key}"].format(**each.expected.facts)
    spot = each.where.spot
    place = words[f"spot.{f'{spot}_named' if each.where.name else spot}"]
    facts = {"name": each.where.name, "number": each.where.number, "line": each.where.line}
    return bool(found and expected and place.format(**facts))


def test_that_every_key_in_the_source_has_a_sentence() -> None:
    words = sentences("vi")
    known = {key.partition(".")[2] for key in words if key.startswith(("found.", "expected."))}
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Notice":
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    assert key.value in known, path.name
