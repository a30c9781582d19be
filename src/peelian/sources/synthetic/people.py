"""Who and where: people and addresses that turn up again and again, a few of them very often.

The low numbers of each neighbourhood are favoured, so that a small share of addresses and of
people accounts for a large share of what happens, in the same way on every record type.
"""

import numpy as np
import pyarrow as pa

from peelian.sources.synthetic.draws import Draws, Ints
from peelian.sources.synthetic.keys import keys
from peelian.sources.synthetic.lot import Lot

# A number within a neighbourhood, beside the number of the neighbourhood.
ROOM = 1_000_000
FAVOUR_PEOPLE, FAVOUR_ADDRESSES = 2.2, 2.0
DIGITS = 16


def people(lot: Lot, draws: Draws, places: Ints) -> pa.Array:
    """The key of one resident of the neighbourhood of each row."""
    return _keyed(lot, "person", places, draws.below(lot.ground.people[places], FAVOUR_PEOPLE))


def addresses(lot: Lot, draws: Draws, places: Ints) -> pa.Array:
    """The key of one address in the neighbourhood of each row."""
    limits = lot.ground.addresses[places]
    return _keyed(lot, "address", places, draws.below(limits, FAVOUR_ADDRESSES))


def _keyed(lot: Lot, what: str, places: Ints, numbers: Ints) -> pa.Array:
    whole = places.astype(np.int64) * ROOM + numbers
    return keys(whole, lot.seed, what, lot.slug, digits=DIGITS)
