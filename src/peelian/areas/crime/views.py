"""Crimes joined to what became of them. Rows stay crimes; only answers are added.

The two files share the crime's identifier. A crime can have many outcome rows, exact copies among
them, so outcomes are first brought down to one row for each identifier: a crime row then meets one
of them or none, and stays one row.
"""

from typing import Any

import ibis

from peelian.engines.measures.declared import Tables, View
from peelian.spine.crime import Crime
from peelian.spine.outcome import SUSPECT_CHARGED, Outcome

CHARGE_WINDOW_MONTHS = 2


def _charged_soon(tables: Tables) -> Any:
    crimes: Any = tables(Crime)
    charges = _charges(tables)
    charges = charges.select(reached_id=charges.crime_id, given=_number(charges.month)).distinct()
    # A charge reaches the crimes of its own month and of the months before it: one row for each.
    reached: Any = ibis.union(
        *(
            charges.select("reached_id", reached_month=charges.given - delay)
            for delay in range(CHARGE_WINDOW_MONTHS + 1)
        ),
        distinct=True,
    )
    joined = crimes.left_join(
        reached,
        [crimes.crime_id == reached.reached_id, _number(crimes.month) == reached.reached_month],
    )
    return joined.select(*crimes.columns, charged_within_2_months=joined.reached_id.notnull())


def _charged(tables: Tables) -> Any:
    crimes: Any = tables(Crime)
    charges = _charges(tables)
    charged = charges.select(charged_id=charges.crime_id).distinct()
    joined = crimes.left_join(charged, crimes.crime_id == charged.charged_id)
    return joined.select(*crimes.columns, charged=joined.charged_id.notnull())


def _settled(tables: Tables) -> Any:
    crimes: Any = tables(Crime)
    outcomes: Any = tables(Outcome)
    settled = outcomes.select(settled_id=outcomes.crime_id).distinct()
    settled = settled.filter(settled.settled_id.notnull())
    joined = crimes.left_join(settled, crimes.crime_id == settled.settled_id)
    return joined.select(*crimes.columns, has_outcome=joined.settled_id.notnull())


def _charges(tables: Tables) -> Any:
    outcomes: Any = tables(Outcome)
    return outcomes.filter(outcomes.outcome_type == SUSPECT_CHARGED, outcomes.crime_id.notnull())


def _number(month: Any) -> Any:
    """Months since the year 0 of a YYYY-MM text, so that months can be subtracted."""
    return month.left(4).cast("int64") * 12 + month.right(2).cast("int64")


CRIMES_CHARGED_SOON = View(
    key="crimes_charged_soon",
    title="Crimes, with whether someone was charged within two months",
    base=Crime,
    reads=(Crime, Outcome),
    adds={
        "charged_within_2_months": (
            "A 'Suspect charged' outcome of this crime was given in the month of the report or in "
            "one of the two after it."
        ),
    },
    build=_charged_soon,
)

CRIMES_AND_CHARGES = View(
    key="crimes_and_charges",
    title="Crimes, with whether someone was charged so far",
    base=Crime,
    reads=(Crime, Outcome),
    adds={
        "charged": "A 'Suspect charged' outcome of this crime stands in any outcomes file loaded."
    },
    build=_charged,
)

CRIMES_AND_OUTCOMES = View(
    key="crimes_and_outcomes",
    title="Crimes, with whether any outcome was given",
    base=Crime,
    reads=(Crime, Outcome),
    adds={"has_outcome": "Any outcome of this crime stands in any outcomes file loaded."},
    build=_settled,
)
