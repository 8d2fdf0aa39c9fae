"""What became of many kills, and the moments they came at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from tests.faults.forked import Ended

SLACK = 1.1
"""Kills are spread a little past the usual life, so that some commands end before theirs."""

LATE = 0.6
"""Where the last part of a life begins: there it is recorded and told, and there half aim."""

MEASURED = 5


@dataclass(slots=True)
class Tally:
    """Counts of one kind of kill. `stages` says how far the killed ones had come."""

    name: str
    kills: int = 0
    survived: int = 0
    told: int = 0
    lost: int = 0
    torn: int = 0
    unsound: int = 0
    stages: Counter[str] = field(default_factory=Counter)

    @property
    def ok(self) -> bool:
        """Tell whether nothing was lost, torn or unsound."""
        return not (self.lost or self.torn or self.unsound)

    @property
    def outlived(self) -> int:
        """Return after how many faults nothing was lost, torn or unsound."""
        return max(0, self.kills - self.lost - self.torn - self.unsound)

    def add(self, other: Tally) -> None:
        """Take the counts of another part of the same kind."""
        self.kills += other.kills
        self.survived += other.survived
        self.told += other.told
        self.lost += other.lost
        self.torn += other.torn
        self.unsound += other.unsound
        self.stages += other.stages

    def line(self) -> str:
        """Return the counts on one line."""
        stages = ", ".join(f"{name} {count}" for name, count in sorted(self.stages.items()))
        return (
            f"{self.name:<14} kills {self.kills:>4}  ended before {self.survived:>4}  "
            f"reported as saved {self.told:>4}  lost={self.lost}  torn={self.torn}  "
            f"doctor ok {self.kills - self.unsound}/{self.kills}  ({stages})"
        )


def life(command: Callable[[], Ended]) -> float:
    """Return how many seconds a command usually lives."""
    return median(command().seconds for _ in range(MEASURED))


def moments(kills: int, seconds: float, dice: random.Random) -> Iterator[float]:
    """Spread kills over a life, one in each of as many equal parts; half aim at its last part."""
    spread = [(number + dice.random()) / max(1, (kills + 1) // 2) for number in range(kills)]
    early = [share * SLACK for share in spread if share < 1]
    late = [LATE + (share - 1) * (SLACK - LATE) for share in spread if share >= 1]
    shares = [*early, *late]
    dice.shuffle(shares)
    return (share * seconds for share in shares)
