"""A change on trial: a share of crimes by month, and how it is registered."""

from datetime import UTC, date, datetime

from ibis import _

from engines.measures.measure_samples import share
from peelian.engines.evaluations.design import Comparison, Design
from peelian.engines.evaluations.registering import register
from peelian.engines.measures.declared import Example
from peelian.engines.measures.examples import ExampleTables
from peelian.spine.crime import Crime

FORCE = "staffordshire"
# The day on which changes are registered, and the one on which they are judged.
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = datetime(2026, 8, 3, 10, tzinfo=UTC)
CHARGED = share(
    title="Crimes that led to a charge",
    words="led to a charge",
    among_words="crimes",
    counting=_.last_outcome == "Charged",
)
START = date(2026, 4, 1)
BEFORE = Design(Comparison.BEFORE, "2026-01", "2026-06", {"": START})


def crimes(*lines):
    """A store of crimes: each line a month, a type, how many, and how many of them were charged."""
    rows = ["month | crime_type | last_outcome"]
    for line in lines:
        month, kind, number, charged = (part.strip() for part in line.split("|"))
        rows += [f"{month} | {kind} | Charged"] * int(charged)
        rows += [f"{month} | {kind} | No suspect"] * (int(number) - int(charged))
    return ExampleTables(Example(says="", rows={Crime: "\n".join(rows)}, shows=""), "duckdb")


def evenly(kind, before, after, *, number=100):
    """The same number of crimes in each of six months, so many charged before April and after."""
    months = [f"2026-{month:02}" for month in range(1, 7)]
    return [
        f"{month} | {kind} | {number} | {before if month < '2026-04' else after}"
        for month in months
    ]


def registered(actor, tables, *, design=BEFORE, measure=CHARGED, **more):
    said = {
        "title": "Quality sergeants",
        "words": "A sergeant reads each file before it is closed.",
        "wanted": "up",
        "check_on": date(2026, 8, 3),
        "what_counts": "Five points more.",
        "accepted": True,
        "at": AT,
        "force_id": FORCE,
    }
    return register(measure, design, actor=actor, tables=tables, **said | more)
