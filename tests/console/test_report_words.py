"""The words of `report`: each of its actions explains what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.console.parser import LateParser, Parser
from ttdn_desktop.console.report_words import ABOUT_A_ROUND, TAKEN

if TYPE_CHECKING:
    from tests.console.told import Console


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("action", TAKEN)
def test_that_each_action_explains_itself(console: Console, action: str, language: str) -> None:
    told = console.bare("report", action, "--help", "--lang", language)

    assert (told.code, told.err) == (0, "")
    assert f"ttdn report {action}" in told.out.splitlines()[0]
    assert ("--round" in told.out) == (action in ABOUT_A_ROUND)


def test_that_only_the_action_that_is_given_is_declared() -> None:
    declared: list[str] = []
    parser = Parser(prog="ttdn x")
    actions = parser.add_subparsers(dest="action", parser_class=LateParser)
    for name in ("one", "other"):
        actions.add_parser(name, declare=lambda each: declared.append(each.prog))

    assert parser.parse_args(["other"]).action == "other"
    assert declared == ["ttdn x other"]
