"""Response to incidents: how soon somebody comes, and whether those who wait are told."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="response",
    title="Response to incidents",
    summary=(
        "How long people wait for the police to arrive, by grade and for domestic abuse, how often "
        "a force keeps to its own limits, and whether callers are told of a delay."
    ),
    owner="Head of response",
    ledger=("CON-19", "CON-20", "VUL-03"),
)
