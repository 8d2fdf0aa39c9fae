"""What a template of the office's own brings into a report, and what of it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """The key of a sentence ("template.<key>") and its facts; `taken` tells what is used."""

    key: str
    taken: bool
    facts: Mapping[str, object] = field(default_factory=dict)
