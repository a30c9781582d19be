"""What the duties of the assault plan say of themselves in the same words."""

from datetime import date, timedelta
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.owners import InUnit, NamedOfficer

OWNER: Final = "Head of people services"
REVIEW_BY: Final = date(2027, 11, 1)
SINCE: Final = date(2020, 1, 1)
LEDGER: Final = ("WRK-13", "INV-35")
NOTICES: Final = ("WRK-15",)

# The supervisor of whoever was assaulted sees to the plan; never the assaulted person themselves.
SUPERVISOR = NamedOfficer("supervisor_ref")
ABOVE = InUnit("supervisor", never=("assaulted_ref",))
CHIEF = InUnit("chief-officer", never=("assaulted_ref",))
NOW = timedelta(0)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def plan(point: int) -> Authority:
    """A point of the force's own seven-point plan; its time is Peelian's until the force sets it.

    The plan of Staffordshire Police is on the force's page about People Services.
    """
    return Authority(
        Weight.POLICY,
        f"Force's plan on assaults on staff, point {point} of 7. The plan names no number: the "
        "time is Peelian's default, until the force sets its own",
    )
