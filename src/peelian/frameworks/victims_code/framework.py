"""The Code of Practice for Victims of Crime, as far as it puts the police under a clock."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="victims_code",
    title="Victims' Code",
    summary=(
        "Whether victims are told in time of what happens to a suspect, are referred to support, "
        "and are kept informed as was agreed with each."
    ),
    owner="Head of criminal justice",
    ledger=("INV-20", "INV-21", "INV-22", "INV-25"),
)
