"""Contact of the public with the police: how soon calls are answered, and how many give up."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="contact",
    title="Contact with the public",
    summary=(
        "How many people ring 999 and 101, how soon they are answered, how many hang up before "
        "that, and how many staff the next shift needs."
    ),
    owner="Head of contact management",
    ledger=(
        "CON-01",
        "CON-02",
        "CON-03",
        "CON-04",
        "CON-09",
        "CON-12",
        "CON-13",
        "CON-14",
        "CON-26",
    ),
    own_page=("Staffing: which quarters of an hour will miss ten seconds", "staffing"),
)
