"""What a template of the office's own brings into a report, and what of it cannot be used."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping


@immutable
class TemplateFinding:
    """The key of a sentence ("template.<key>") and its facts; `taken` tells what is used."""

    key: str
    taken: bool
    facts: Mapping[str, object] = field(default_factory=dict)
