"""Workforce: what is owed to those who work for the police when somebody assaults them."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="workforce",
    title="Workforce",
    summary=(
        "Assaults on officers, staff and volunteers: whether each is investigated by somebody "
        "else, whether they were met, and whether everybody was told who should be."
    ),
    owner="Head of people services",
    ledger=("WRK-13", "WRK-14", "WRK-15", "INV-35"),
)
