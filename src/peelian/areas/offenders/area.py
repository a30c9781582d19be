"""Offenders and suspects: who is wanted, on bail or managed, and what is due about each."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="offenders",
    title="Offenders and suspects",
    summary=(
        "Who is wanted, on bail, under investigation or managed, what has to be done about each "
        "by when, and how often it was done in time."
    ),
    owner="Head of public protection",
    ledger=(
        "OFF-01",
        "OFF-02",
        "OFF-03",
        "OFF-04",
        "OFF-05",
        "OFF-06",
        "OFF-07",
        "OFF-08",
        "OFF-09",
        "OFF-10",
        "OFF-11",
        "OFF-12",
        "OFF-13",
        "OFF-28",
        "OFF-29",
        "OFF-30",
    ),
)
