"""Use of force: on whom, with what, why, and whether anybody looked at it afterwards."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="use_of_force",
    title="Use of force",
    summary=(
        "How often officers write that they used force, which tactics, for what reasons and on "
        "whom, and whether a supervisor has looked at each."
    ),
    owner="Use of force lead",
    ledger=("POW-04", "POW-21"),
)
