"""The window's words: in both languages, all of them there, none of them of the console."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

import pytest

from tests.console.sentences import places, refusals, start, trees
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.words import Words
from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("vi", "en")
UNSAID = {"errors", "keys", "qt"}
"""Places whose sentences are said by a key that is not written in the code."""

OF_CONSOLE = ("--", "ttdn ")
"""What tells an officer nothing: options and commands of the console."""


def _sentences(language: str) -> dict[str, str]:
    """Return all sentences of the window, "place.key" to sentence."""
    folder = resource("i18n", language)
    return {
        f"{path.stem}.{key}": sentence
        for path in sorted(folder.glob("*.json"))
        for key, sentence in json.loads(path.read_text(encoding="utf-8")).items()
    }


SENTENCES = _sentences("vi")
PLACES = {key.partition(".")[0] for key in SENTENCES}


def _said() -> Iterator[tuple[str, bool]]:
    """Return every text of the window's code that reads like a key; whether it is only begun."""
    for tree in trees("gui"):
        inner = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        }
        for node in ast.walk(tree):
            begun = isinstance(node, ast.JoinedStr)
            if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in inner:
                text = start(node)
                if _is_key(text, begun=begun):
                    yield text, begun


def _is_key(text: str, *, begun: bool) -> bool:
    place, dot, name = text.partition(".")
    whole = name not in {"", "json"} and text.replace(".", "").replace("_", "").isalnum()
    return bool(dot) and place in PLACES and (whole or (begun and not name))


KEYS = {text for text, begun in _said() if not begun}
BEGINNINGS = {text for text, begun in _said() if begun}


REFUSALS = dict(refusals(("domain", "files", "gui", "services", "store", "word")))
"""Key and facts of each refusal that the window may have to tell."""


@pytest.mark.parametrize("place", sorted(PLACES))
def test_that_both_languages_say_the_same(place: str) -> None:
    vi, en = (
        {key: text for key, text in _sentences(language).items() if key.startswith(f"{place}.")}
        for language in LANGUAGES
    )
    if place == "qt":  # English is what Qt says by itself
        assert not en
        return

    assert set(vi) == set(en)
    assert {key: places(text) for key, text in vi.items()} == {
        key: places(text) for key, text in en.items()
    }


def test_that_every_key_of_the_code_has_a_sentence() -> None:
    assert sorted(KEYS - set(SENTENCES)) == []


def test_that_every_beginning_of_a_key_leads_to_sentences() -> None:
    lost = [text for text in BEGINNINGS if not any(key.startswith(text) for key in SENTENCES)]

    assert lost == []


def test_that_every_sentence_is_said_somewhere() -> None:
    unsaid = [
        key
        for key in SENTENCES
        if key.partition(".")[0] not in UNSAID
        and key not in KEYS
        and not any(key.startswith(text) for text in BEGINNINGS)
    ]

    assert unsaid == []


def test_that_a_sentence_is_given_the_facts_for_its_places() -> None:
    lacking = [
        (key, sorted(missing))
        for tree in trees("gui")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and _called(call) == "say"
        and call.args
        and (key := start(call.args[0])) in SENTENCES
        and isinstance(call.args[0], ast.Constant)
        and all(fact.arg for fact in call.keywords)
        and (missing := places(SENTENCES[key]) - {str(fact.arg) for fact in call.keywords})
    ]

    assert lacking == []


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_sentence_of_the_window_speaks_of_the_console(language: str) -> None:
    told = {key: text for key, text in _sentences(language).items() if _is_of_console(text)}

    assert told == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(REFUSALS))
def test_that_a_refusal_is_told_without_the_console(language: str, key: str) -> None:
    facts = {name: f"<{name}>" for name in REFUSALS[key]}
    told = Words(language).refusal(KnownError(key, **facts))

    assert told
    assert not _is_of_console(told)


def _is_of_console(text: str) -> bool:
    return any(word in text for word in OF_CONSOLE)
