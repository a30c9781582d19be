"""Street and outcomes files: the same crimes by the month of the report and of the outcome."""

from dataclasses import replace

import numpy as np
import pyarrow as pa

from peelian.records import months
from peelian.sources.synthetic import targets
from peelian.sources.synthetic.cases import LONGEST_DELAY, NO_OUTCOME, Cases, cases
from peelian.sources.synthetic.columns import Column, degrees, emptied, words
from peelian.sources.synthetic.draws import Flags, Ints
from peelian.sources.synthetic.ground import POINTS_IN_AREA
from peelian.sources.synthetic.keys import keys
from peelian.sources.synthetic.lot import Lot
from peelian.sources.synthetic.order import HOME
from peelian.sources.synthetic.streets import NOWHERE, STREETS
from peelian.spine.crime import CRIME_TYPES, Crime
from peelian.spine.outcome import OUTCOME_TYPES, SUSPECT_CHARGED, Outcome

# Street files are made so many months after their month, and say what was known then.
KNOWN_AFTER = 2
UNDER_INVESTIGATION = "Under investigation"
NOT_UPDATED, NOT_UPDATED_SHARE = "Status update unavailable", 0.3
# What a charge has become by the time a street file is made.
AFTER_A_CHARGE, AFTER_WEIGHTS = ("Awaiting court outcome", "Court result unavailable"), (0.4, 0.6)
MARCH = "03"
# Staffordshire's outcomes files name streets in capitals, mostly.
CAPITALS_SHARE = 0.9
SHOUTED = tuple(street.replace("On or near ", "On or near |").split("|") for street in STREETS)
CAPITALS = tuple(f"{before}{name.upper()}" for before, name in SHOUTED)


def street_rows(lot: Lot) -> pa.Table:
    """The street file of one force and month."""
    made = cases(lot)
    crime = np.arange(made.size) < made.crimes
    everything = np.arange(made.size)
    return lot.table(
        Crime,
        made.size,
        {
            "crime_id": emptied(_identifiers(lot, made.numbers), ~crime),
            "month": lot.month,
            **_who_and_where(lot, made, everything, np.zeros(made.size, dtype=bool)),
            "crime_type": words(made.types.astype(np.int64), CRIME_TYPES.codes),
            "last_outcome": _last_outcomes(lot, made, crime),
        },
    )


def outcome_rows(lot: Lot) -> pa.Table:
    """The outcomes file of one force and month, with copies of some of its rows."""
    draws = lot.draws("outcome")
    tables = []
    for delay in range(LONGEST_DELAY + 1):
        before = replace(lot, month=months.shift(lot.month, -delay))
        made = cases(before)
        given = np.flatnonzero((made.outcomes != NO_OUTCOME) & (made.delays == delay))
        shouted = lot.slug == HOME
        capitals = draws.chance(CAPITALS_SHARE if shouted else 0.0, len(given))
        tables.append(
            pa.table(
                {
                    "crime_id": _identifiers(before, made.numbers[given]),
                    **_who_and_where(lot, made, given, capitals),
                    "outcome_type": words(
                        made.outcomes[given].astype(np.int64), OUTCOME_TYPES.codes
                    ),
                }
            )
        )
    whole = pa.concat_tables(tables).unify_dictionaries().combine_chunks()
    often = lot.slug == HOME and lot.month.endswith(MARCH)
    share = (targets.COPIES_IN_MARCH if often else targets.COPIES).value
    # So that copies are this share of the rows of the file.
    twice = draws.chance(share / (1.0 - share), len(whole))
    order = np.sort(np.concatenate((np.arange(len(whole)), np.flatnonzero(twice))))
    found = whole.take(pa.array(order)).combine_chunks()
    columns = {name: found[name].combine_chunks() for name in found.column_names}
    return lot.table(Outcome, len(found), {**columns, "month": lot.month})


def _identifiers(lot: Lot, numbers: Ints) -> pa.Array:
    return keys(numbers, lot.seed, lot.scale, lot.slug, lot.month, "crime_id", digits=64)


def _who_and_where(lot: Lot, made: Cases, rows: Ints, capitals: Flags) -> dict[str, Column]:
    points, nowhere = made.points[rows], made.nowhere[rows]
    places = points // POINTS_IN_AREA
    street = lot.ground.streets[points] + np.where(capitals, len(STREETS), 0)
    street = np.where(nowhere, 2 * len(STREETS), street)
    everywhere = np.zeros(len(rows), dtype=np.int64)
    name = words(everywhere, [lot.character.name])
    return {
        "reported_by": name,
        "falls_within": name,
        "longitude": degrees(lot.ground.longitudes[points], blank=nowhere),
        "latitude": degrees(lot.ground.latitudes[points], blank=nowhere),
        "location": words(street, (*STREETS, *CAPITALS, NOWHERE)),
        "lsoa_code": emptied(lot.ground.codes(places), nowhere),
        "lsoa_name": emptied(lot.ground.names(places), nowhere),
    }


def _last_outcomes(lot: Lot, made: Cases, crime: Flags) -> pa.Array:
    """The state of each case when the street file was made."""
    draws = lot.draws("last outcome")
    listed = (*OUTCOME_TYPES.codes, *AFTER_A_CHARGE)
    known = (made.outcomes != NO_OUTCOME) & (made.delays <= KNOWN_AFTER)
    waiting = np.where(
        draws.chance(NOT_UPDATED_SHARE, made.size),
        listed.index(NOT_UPDATED),
        listed.index(UNDER_INVESTIGATION),
    )
    state = np.where(known, made.outcomes, waiting).astype(np.int64)
    charged = state == listed.index(SUSPECT_CHARGED)
    after = np.array([listed.index(word) for word in AFTER_A_CHARGE])
    state[charged] = after[draws.pick(AFTER_WEIGHTS, int(charged.sum()))]
    return words(state, listed, blank=~crime)
