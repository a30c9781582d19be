"""Neighbourhood: what residents say of the police where they live, and of how they were treated."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="neighbourhood",
    title="Neighbourhood",
    summary=(
        "What residents say about seeing the police, being safe and being served, and how people "
        "who met the police were treated, in their own words."
    ),
    owner="Head of neighbourhood policing",
    ledger=("NEI-31", "NEI-43"),
)
