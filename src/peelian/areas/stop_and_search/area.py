"""Stop and search: how often, on what power, with what result, and of whom."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="stop_and_search",
    title="Stop and search",
    summary=(
        "How often people and vehicles are searched, on which powers, how often the thing sought "
        "is found, and how rates differ between ethnic groups."
    ),
    owner="Stop and search lead",
    ledger=(
        "POW-01",
        "POW-03",
        "POW-07",
        "POW-08",
        "POW-09",
        "POW-10",
        "POW-11",
        "POW-12",
        "POW-25",
        "POW-26",
        "INS-08",
        "INS-09",
    ),
)
