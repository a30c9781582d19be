"""Crime as forces record it, and what became of it."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="crime",
    title="Crime and its outcomes",
    summary=(
        "How much crime and anti-social behaviour forces record, where, and how much of it leads "
        "to a charge or another outcome."
    ),
    owner="Force crime and incident registrar",
    ledger=("INS-14", "INV-17"),
)
