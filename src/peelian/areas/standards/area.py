"""Professional standards: complaints and conduct matters, and how far they have come."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="standards",
    title="Professional standards",
    summary="How many complaints and conduct matters are recorded, and how many are finalised.",
    owner="Head of professional standards",
    ledger=("STD-01", "STD-02"),
)
