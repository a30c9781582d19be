"""How often each interval holds the truth: worlds are invented, samples drawn, limits counted.

A likely range of 95% should hold the truth in 95 of 100 samples. No method keeps that for every
size and share, so the manual prints what each does. The same seed gives the same numbers.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import numpy as np

from peelian.numbers.coverage_worlds import World, worlds
from peelian.numbers.interval import Interval
from peelian.numbers.ratios import NotComputable

SEED: Final = 20_261_122
TRIALS: Final = 5_000


@dataclass(frozen=True)
class Coverage:
    """Of `trials` samples of the world that `words` describe, how many held the truth.

    `covered` of those that had one held the truth; `without` had none, since the method gives none
    for such a sample.
    """

    method: str
    words: str
    trials: int
    covered: int
    without: int

    @property
    def share(self) -> float:
        """Those that held the truth, as a fraction of those that had an interval."""
        return self.covered / (self.trials - self.without)


def coverage(trials: int = TRIALS, seed: int = SEED) -> tuple[Coverage, ...]:
    """Return how often each method of ``interval.METHODS`` held the truth, world by world."""
    # Each world has a stream of its own: one that is added changes none of the others.
    return tuple(_tried(world, trials, seed) for world in worlds())


def _tried(world: World, trials: int, seed: int) -> Coverage:
    stream = np.random.default_rng([seed, *f"{world.method} {world.words}".encode()])
    # Most samples come out alike: each outcome is reckoned once.
    known: dict[Hashable, bool | None] = {}
    covered = without = 0
    for _trial in range(trials):
        found = world.sample(stream)
        if found not in known:
            limits = _limits(world, found)
            known[found] = None if limits is None else limits.covers(world.truth)
        without += known[found] is None
        covered += known[found] is True
    return Coverage(world.method, world.words, trials, covered, without)


def _limits(world: World, found: Hashable) -> Interval | None:
    try:
        return world.limits(found)
    except NotComputable:
        return None
