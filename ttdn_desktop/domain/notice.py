"""Something worth saying that refuses nothing: a warning before signing, a finding of a check."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping


@immutable
class Notice:
    """The key of a sentence in `resources/i18n` and the facts that fill it.

    The ids are those of the activities and plan items it speaks of, so that they can be opened.
    """

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    activity_ids: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()
