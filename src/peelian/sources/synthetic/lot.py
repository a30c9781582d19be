"""What is made in one go: the rows of one force and month, with everything that they depend on."""

import calendar
from dataclasses import dataclass
from math import cos, exp, pi

import numpy as np
import pyarrow as pa

from peelian.records import months
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.invented import SYNTHETIC as KEY
from peelian.sources.synthetic.character import Character
from peelian.sources.synthetic.columns import Column, table_of
from peelian.sources.synthetic.draws import Draws
from peelian.sources.synthetic.ground import Ground
from peelian.sources.synthetic.keys import keys

# The middle of the year that the figures about calls are of: growth is reckoned from here.
MIDDLE = months.ordinal("2023-09") + 0.5
DAYS_IN_MONTH = 365.25 / 12
# How much months differ beyond season and chance, as the standard deviation of logarithms.
SCATTER_OF_MONTHS = 0.01


@dataclass(frozen=True)
class Lot:
    """One force and month under one seed. `scale` multiplies how much happens."""

    seed: int
    scale: float
    month: str
    ground: Ground
    character: Character

    @property
    def slug(self) -> str:
        return self.character.slug

    def draws(self, *names: str) -> Draws:
        """Random numbers that belong to this force, month and purpose alone."""
        return Draws(self.seed, self.scale, self.slug, self.month, *names)

    def number(
        self, draws: Draws, rate: float, *, season: float = 0.0, peak: int = 7, growth: float = 0.0
    ) -> int:
        """How many events there are, from their rate per 1,000 residents and year.

        `season` is how far the month `peak` stands above the year's mean, `growth` is by year.
        """
        year, month = int(self.month[:4]), int(self.month[5:])
        days = calendar.monthrange(year, month)[1]
        expected = rate * self.ground.residents / 12_000 * days / DAYS_IN_MONTH * self.scale
        expected *= 1.0 + season * cos(2.0 * pi * (month - peak) / 12)
        expected *= exp(growth * (months.ordinal(self.month) - MIDDLE) / 12)
        return draws.count(expected, SCATTER_OF_MONTHS)

    def keys(self, purpose: str, rows: int, *, digits: int = 32) -> pa.Array:
        """A key for each row of this force and month."""
        numbers = np.arange(rows, dtype=np.int64)
        return keys(numbers, self.seed, self.scale, self.slug, self.month, purpose, digits=digits)

    def table(self, model: type[Record], rows: int, given: dict[str, Column]) -> pa.Table:
        """The rows with their addresses, their source, their force and their month."""
        kind = type_key(model)
        common: dict[str, Column] = {
            "record_id": self.keys(f"{KEY}|{kind}", rows),
            "source": KEY,
            "force_id": self.slug,
        }
        return table_of(model, rows, common | given)
