"""Every sentence the program may need is there, in both languages, and no other."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.console.sentences import doubts, notices, places, refusals, said, steps
from ttdn_desktop.console.messages import LANGUAGES
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUES: dict[str, dict[str, str]] = {
    language: json.loads(resource("i18n", f"{language}.json").read_text("utf-8"))
    for language in LANGUAGES
}
VIETNAMESE = CATALOGUES["vi"]
REFUSALS = tuple(key for key in VIETNAMESE if key.startswith("error."))
SAFE = re.compile(
    r"chưa (ghi|mất) gì|an toàn|giữ nguyên|nguyên vẹn|vẫn còn|chưa bị|không( có gì)? bị",
    re.IGNORECASE,
)
"""How a refusal says what has become of the data."""


def needed() -> Iterator[tuple[str, frozenset[str]]]:
    """Return each key the code names by its whole, with the facts it brings."""
    yield from ((f"error.{key}", facts) for key, facts in refusals())
    yield from ((f"warning.{key}", facts) for key, facts in notices("domain/report_check.py"))
    for module in ("domain/issue_check.py", "services/issue_report.py"):
        yield from ((f"warning.{key}", facts) for key, facts in notices(module))
    yield from ((f"warning.{key}", facts) for key, facts in notices("services/report_draft.py"))
    contradictions = notices("domain/report_contradictions.py")
    yield from ((f"warning.{key}", facts) for key, facts in contradictions)
    yield from ((f"warning.{key}", facts) for key, facts in notices("domain/round_days.py"))
    yield from ((f"warning.{key}", facts) for key, facts in notices("services/take_word_back.py"))
    yield from ((f"problem.{key}", facts) for key, facts in notices("services/check_folder.py"))
    yield from ((f"repaired.{key}", facts) for key, facts in notices("services/mend_folder.py"))
    yield from ((f"read.{key}", facts) for key, facts in doubts())
    yield from ((f"state.{state}", frozenset[str]()) for state in TaskState)
    yield from ((f"step.{name}", frozenset[str]()) for name in steps())


NEEDED = sorted(needed(), key=str)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("key", "facts"), NEEDED, ids=[key for key, _ in NEEDED])
def test_that_what_the_code_tells_has_a_sentence_for_its_facts(
    key: str, facts: frozenset[str], language: str
) -> None:
    begun = key.endswith("_")
    found = [
        sentence
        for name, sentence in CATALOGUES[language].items()
        if name == key or (begun and name.startswith(key))
    ]

    assert found
    assert all(places(sentence) <= facts for sentence in found)


def test_that_both_languages_tell_the_same() -> None:
    vietnamese, english = ({k: places(s) for k, s in c.items()} for c in CATALOGUES.values())

    assert vietnamese == english


def test_that_every_sentence_is_told_somewhere() -> None:
    texts, beginnings = said()
    told = {key for key, _ in NEEDED} | texts
    begun = (*beginnings, *(key for key, _ in NEEDED if key.endswith("_")))
    own = tuple(text for text in begun if text not in {"error.", "warning.", "problem."})

    unused = {key for key in VIETNAMESE if key not in told and not key.startswith(own)}

    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_catalogue_is_in_order_and_in_nfc(language: str) -> None:
    text = resource("i18n", f"{language}.json").read_text("utf-8")
    keys = list(CATALOGUES[language])

    assert keys == sorted(keys)
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("key", REFUSALS)
def test_that_a_refusal_says_what_happened_what_is_safe_and_ends(key: str) -> None:
    sentence = VIETNAMESE[key]
    happened, _, then = sentence.partition(". ")

    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert happened
    assert SAFE.search(then)


@pytest.mark.parametrize("key", REFUSALS)
def test_that_a_refusal_says_what_to_do(key: str) -> None:
    _, semicolon, todo = VIETNAMESE[key].partition("; ")

    assert semicolon
    assert len(todo.split()) > 2
