"""The Code in force, and what its duties have in common. A later code is a further `Terms`."""

from datetime import date, timedelta
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import DependsOn, WorkingDays
from peelian.engines.duties.owners import LineOf, NamedOfficer
from peelian.engines.duties.rule import Step

# The Code of 2020 came into force on this day; every victim's clock that starts on it or later.
SINCE: Final = date(2021, 4, 1)
OWNER, REVIEW_BY = "Head of criminal justice", date(2027, 11, 1)
CODE: Final = "Code of Practice for Victims of Crime in England and Wales (2020)"
DEFAULT = Authority(Weight.DEFAULT, "Peelian's default; set the force's own")
# Five working days after the day; one where the victim has enhanced rights.
TOLD_WITHIN = DependsOn("enhanced_rights", (True,), WorkingDays(1), WorkingDays(5))

# By the safe route, or where that is not known; never by one that is known to be another.
SAFE: Final = (True, None)
SAFELY: Final = "Use the route that the victim's record names as safe."
OFFICER = NamedOfficer()
STEPS = (
    Step(timedelta(hours=-12), OFFICER, "A victim is to be told by the end of the day."),
    Step(timedelta(0), LineOf(), "A victim was not told in time."),
    Step(timedelta(days=2), LineOf(), "A victim has still not been told."),
)


def code(right: str) -> Authority:
    """A right of the Code."""
    return Authority(Weight.CODE, f"{CODE}, {right}")
