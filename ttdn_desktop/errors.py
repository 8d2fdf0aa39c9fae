"""The environment's fault, told in plain words.

`KnownError` carries the key of a sentence in `resources/i18n/<lang>.json` and the facts that
fill it: what happened, what is safe, what to do. Any other exception is a bug of ours.
"""

from __future__ import annotations


class KnownError(Exception):
    """Something an officer can be told in one line.

    `key` names the sentence, `facts` fills its places. Nothing has been changed when it is raised.
    """

    def __init__(self, key: str, **facts: object) -> None:
        """Keep the key of the sentence and its facts."""
        super().__init__(key, facts)
        self.key = key
        self.facts = facts
