"""Which known body a name looks like that no body bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.known_bodies import Body, KnownBodies

_NEAREST = 3
_LEAST_SHARED = 0.45
_MOST_SLIPS = 2
_LEAST_SCORE = 0.85
_GRAM = 3
_SHORTEST_WORD = 3
"""A word of fewer letters is another word when one of them differs: "Hà", "Tô"."""


def alike(words: Sequence[str], known: KnownBodies) -> tuple[Body, float] | None:
    """Return the one body that is written so but for a slip of the keyboard, and a score below 1.

    Slips are a letter more, less, other or in the wrong place within a word, twice at most, and
    spaces within or between words. None where there is no such body, or more than one.
    """
    together = known.squeezed.get("".join(words))
    if together:
        return together, 1 - 1 / (len("".join(words)) + 1)
    found: dict[str | None, tuple[float, Body]] = {}
    for body in known.by_count.get(len(words), ()):
        slips = _slips(words, body.words)
        if slips is not None:
            score = 1 - slips / max(len(body.key), 1)
            identity = body.unit_id or body.class_id
            found[identity] = max(found.get(identity, (0.0, body)), (score, body), key=_score)
    if len(found) != 1:
        return None
    ((score, body),) = found.values()
    return (body, score) if score >= _LEAST_SCORE else None


def nearest(words: Sequence[str], known: KnownBodies) -> tuple[str, ...]:
    """Return up to three official names that share most with an unknown one, the best first."""
    grams = grams_of(words)
    shared = sorted(
        ((_dice(grams, own), name) for own, name in known.grams), key=_score, reverse=True
    )
    names = dict.fromkeys(name for score, name in shared if score >= _LEAST_SHARED)
    return tuple(names)[:_NEAREST]


def grams_of(words: Iterable[str]) -> frozenset[str]:
    """Return what of a name is compared: its letters by threes, its words apart."""
    text = f" {' '.join(words)} "
    return frozenset(text[k : k + _GRAM] for k in range(len(text) - _GRAM + 1))


def _score(scored: tuple[float, object]) -> float:
    return scored[0]


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _slips(written: Sequence[str], name: Sequence[str]) -> int | None:
    """Return how many letters of a name are amiss, or None where it is another name."""
    count = 0
    for one, other in zip(written, name, strict=True):
        if one == other:
            continue
        count += 1
        if count > _MOST_SLIPS or not _one_slip(one, other):
            return None
    return count


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter, or by two neighbours that changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) < _SHORTEST_WORD or len(long) - len(short) > 1 or not long.isalpha():
        return False
    same = next((k for k, letter in enumerate(short) if letter != long[k]), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    if short[same + 1 :] == long[same + 1 :]:
        return True
    swapped = long[same + 1 : same + 2] + long[same : same + 1]
    return short[same : same + 2] == swapped and short[same + 2 :] == long[same + 2 :]
