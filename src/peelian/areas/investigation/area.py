"""Investigation of crime: what is open, who answers for it, and how far it has come."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="investigation",
    title="Investigation",
    summary=(
        "How many investigations are opened, by what and by unit, and whether each has an officer "
        "who answers for it, and how files and their outcomes stand when they are read."
    ),
    owner="Head of crime",
    ledger=("INV-01", "INV-11", "INV-12", "INV-13", "INV-14", "INV-18"),
)
