"""Domestic abuse from the door to the order: a chain over response, vulnerability and victims."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="domestic_abuse",
    title="Domestic abuse",
    summary=(
        "Whether danger is assessed in the tour in which officers attended, a case that meets a "
        "criterion is decided on, schools are told, and orders are weighed before a case ends."
    ),
    owner="Head of public protection",
    ledger=("VUL-01", "VUL-27", "VUL-31"),
)
