"""Random numbers that depend on names alone, so that a part never depends on its neighbours.

Only uniform numbers are asked of the library; whatever else is needed is made of them here, since
its own ways of making them may change between versions and rows must not.
"""

import hashlib
from collections.abc import Sequence
from math import sqrt

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SEPARATOR = "\x1f"


class Draws:
    """A stream of random numbers for these names: the same names, the same numbers for ever."""

    def __init__(self, *names: object) -> None:
        digest = hashlib.sha256(SEPARATOR.join(map(str, names)).encode()).digest()
        seed = np.random.SeedSequence(int.from_bytes(digest[:16], "big"))
        self._stream = np.random.Generator(np.random.SFC64(seed))

    def uniform(self, size: int) -> Floats:
        """Numbers from 0 up to but not including 1."""
        return self._stream.random(size)

    def normal(self, size: int) -> Floats:
        """Numbers of the standard normal distribution."""
        radius = np.sqrt(-2.0 * np.log1p(-self.uniform(size)))
        return radius * np.cos(2.0 * np.pi * self.uniform(size))

    def one_normal(self) -> float:
        """One number of the standard normal distribution."""
        return float(self.normal(1)[0])

    def times(self, spread: float, size: int) -> Floats:
        """Factors around a mean of 1 whose logarithms have this standard deviation."""
        return np.exp(spread * self.normal(size) - spread**2 / 2.0)

    def waits(self, mean: float, size: int) -> Floats:
        """Exponential waits of this mean."""
        return -mean * np.log1p(-self.uniform(size))

    def chance(self, share: float | Floats, size: int) -> Flags:
        """True with this chance, which can differ from row to row."""
        return self.uniform(size) < share

    def below(self, limits: Ints, power: float = 1.0) -> Ints:
        """Whole numbers from 0 to below each limit; a higher power favours the low ones."""
        return np.floor(limits * self.uniform(len(limits)) ** power).astype(np.int64)

    def pick(self, weights: Floats | Sequence[float], size: int) -> Ints:
        """Places in a list, each as often as its weight says."""
        return _places(weights, self.uniform(size))

    def in_order(self, weights: Floats | Sequence[float], size: int) -> Ints:
        """The same with the places in order, as rows of an extract stand in order of time."""
        return _places(weights, np.sort(self.uniform(size)))

    def count(self, expected: float, spread: float = 0.0) -> int:
        """A number of events about this many, somewhat more scattered than chance alone."""
        mean = expected * float(self.times(spread, 1)[0])
        return max(0, round(mean + self.one_normal() * sqrt(mean)))


def _places(weights: Floats | Sequence[float], uniform: Floats) -> Ints:
    edges = np.cumsum(np.asarray(weights, dtype=np.float64))
    found: Ints = np.searchsorted(edges, uniform * edges[-1], side="right")
    np.minimum(found, len(edges) - 1, out=found)
    return found
