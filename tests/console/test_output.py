"""JSON of any length: what it says is the same, however it is laid out."""

from __future__ import annotations

import json
from decimal import Decimal

from ttdn_desktop.console.output import as_json

SHORT = {"file": "kế hoạch", "tasks": [{"code": "1.1", "notes": ["a\nb"]}], "sum": Decimal("1.5")}
LONG = {
    "tasks": [{"code": f"1.{n}", "title": "Đón đoàn"} for n in range(5_000)],
    "rows": {"a": [1]},
}


def test_that_a_short_result_is_indented() -> None:
    plain = {**SHORT, "sum": 1.5}

    assert "".join(as_json(SHORT)) == json.dumps(plain, ensure_ascii=False, indent=2)


def test_that_the_items_of_a_long_list_stand_on_a_line_each() -> None:
    text = "".join(as_json(LONG))

    assert json.loads(text) == LONG
    assert '    {"code": "1.4999", "title": "Đón đoàn"}\n  ],\n' in text
    assert text.endswith('\n  "rows": {\n    "a": [\n      1\n    ]\n  }\n}')


def test_that_a_long_list_is_never_made_as_a_whole() -> None:
    assert max(map(len, as_json(LONG))) < 100
