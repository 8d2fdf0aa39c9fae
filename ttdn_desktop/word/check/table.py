"""All rules, in the order in which a reader meets what they are for."""

from __future__ import annotations

from ttdn_desktop.word.check import (
    body_rules,
    end_rules,
    everywhere_rules,
    head_rules,
    look_rules,
    page_rules,
)

RULES = (
    *page_rules.rules(),
    *everywhere_rules.rules(),
    *head_rules.rules(),
    *look_rules.rules(),
    *body_rules.rules(),
    *end_rules.rules(),
)
"""Every rule that the checker knows; its key is its name in findings and sentences."""
