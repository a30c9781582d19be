"""Crimes before they are written down: each with its type, its place and what will become of it.

Street and outcomes files of different months speak of the same crimes, so both are written from
these, which can be made again for any month without making anything else.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from peelian.sources.synthetic import targets
from peelian.sources.synthetic.draws import Draws, Flags, Floats, Ints
from peelian.sources.synthetic.lot import Lot
from peelian.spine.crime import ANTI_SOCIAL_BEHAVIOUR, CRIME_TYPES
from peelian.spine.outcome import OUTCOME_TYPES, SUSPECT_CHARGED

CRIME_SEASON, ANTI_SOCIAL_SEASON = 0.05, 0.20
# Months from the report to the outcome, of crimes of March to June 2021 in Staffordshire's files.
CHARGE_DELAYS = (550.0, 416.0, 239.0, 113.0, 115.0, 100.0, 79.0, 54.0, 23.0)
OTHER_DELAYS = (9988.0, 4671.0, 1726.0, 910.0, 637.0, 486.0, 408.0, 247.0, 122.0)
LONGEST_DELAY = len(CHARGE_DELAYS) - 1
NO_OUTCOME = -1
# So many months of a few forces at once, with those before them whose crimes are still open.
REMEMBERED = 40

Small = np.ndarray[tuple[int], np.dtype[np.int8]]


@dataclass(frozen=True, eq=False)
class Cases:
    """The crimes of one force and month, then its anti-social behaviour, which has no outcome.

    `types` and `outcomes` are places in the lists of codes, `numbers` those of the identifiers:
    a few rows carry the number of the row before them.
    """

    crimes: int
    types: Small
    outcomes: Small
    delays: Small
    numbers: Ints
    points: Ints
    nowhere: Flags

    @property
    def size(self) -> int:
        """Rows of the street file."""
        return len(self.types)


@lru_cache(maxsize=REMEMBERED)
def cases(lot: Lot) -> Cases:
    """The crimes and the anti-social behaviour of one force and month."""
    draws = lot.draws("crime")
    crimes = lot.number(draws, lot.character.crimes, season=CRIME_SEASON)
    size = crimes + lot.number(draws, lot.character.anti_social, season=ANTI_SOCIAL_SEASON, peak=8)
    types, shares = _types()
    kinds = np.full(size, CRIME_TYPES.codes.index(ANTI_SOCIAL_BEHAVIOUR), dtype=np.int8)
    kinds[:crimes] = np.array(types)[draws.pick(shares, crimes)]
    outcomes, delays = _outcomes(draws, kinds, crimes)
    numbers = np.arange(size)
    again = np.flatnonzero(draws.chance(targets.TWICE.value, crimes))
    again = again[again > 0]
    numbers[again] -= 1
    # What became of such a crime is told by the row that had the number first.
    outcomes[again] = NO_OUTCOME
    places = np.concatenate(
        [
            draws.pick(lot.ground.intensity("crime", lot.seed), crimes),
            draws.pick(lot.ground.intensity("anti-social", lot.seed), size - crimes),
        ]
    )
    return Cases(
        crimes=crimes,
        types=kinds,
        outcomes=outcomes,
        delays=delays,
        numbers=numbers,
        points=lot.ground.points(draws, places),
        nowhere=draws.chance(targets.NO_POSITION.value, size),
    )


def _outcomes(draws: Draws, kinds: Small, crimes: int) -> tuple[Small, Small]:
    """What becomes of each crime, by its type, and how many months later."""
    outcomes = np.full(len(kinds), NO_OUTCOME, dtype=np.int8)
    for kind, (listed, weights) in _outcomes_by_type().items():
        of_kind = np.flatnonzero(kinds[:crimes] == kind)
        outcomes[of_kind] = np.array(listed)[draws.pick(weights, len(of_kind))]
    charged = outcomes == OUTCOME_TYPES.codes.index(SUSPECT_CHARGED)
    delays = np.where(
        charged, draws.pick(CHARGE_DELAYS, len(kinds)), draws.pick(OTHER_DELAYS, len(kinds))
    )
    return outcomes, delays.astype(np.int8)


@cache
def _types() -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Types of crime, by their place in the list, and how often each was reported."""
    rows = [row for row in _read("crime-types") if row["crime_type"] != ANTI_SOCIAL_BEHAVIOUR]
    return (
        tuple(CRIME_TYPES.codes.index(row["crime_type"]) for row in rows),
        tuple(float(row["rows"]) for row in rows),
    )


@cache
def _outcomes_by_type() -> Mapping[int, tuple[list[int], Floats]]:
    """For each type, its outcomes by their place in the list and how often each was given."""
    found: dict[int, tuple[list[int], list[float]]] = {}
    for row in _read("outcomes-by-crime-type"):
        listed, counts = found.setdefault(CRIME_TYPES.codes.index(row["crime_type"]), ([], []))
        named = row["outcome_type"]
        listed.append(OUTCOME_TYPES.codes.index(named) if named else NO_OUTCOME)
        counts.append(float(row["crimes"]))
    return {kind: (listed, np.array(counts)) for kind, (listed, counts) in found.items()}


def _read(name: str) -> list[dict[str, str]]:
    folder = files("peelian.sources.synthetic").joinpath("reference")
    text = folder.joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
