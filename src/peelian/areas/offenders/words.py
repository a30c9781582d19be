"""What the duties of this area say of themselves in the same words: owners, days, authorities."""

from datetime import date, timedelta
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer
from peelian.engines.measures.declared import Comparable, Version
from peelian.engines.measures.kinds import Profile

OWNER: Final = "Head of public protection"
REVIEW_BY: Final = date(2027, 11, 1)
# Duties of policy hold for all that starts from this day on.
SINCE: Final = date(2020, 1, 1)

OFFICER = NamedOfficer()
LINE = LineOf()
SUPERVISOR = InUnit("supervisor")
CHIEF = InUnit("chief-officer")

NOW = timedelta(0)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

MANAGING = "College of Policing APP, managing sexual offenders and violent offenders"


def default(says: str) -> Authority:
    """Of a number that no law and no force has set: it can be waived as a policy can."""
    return Authority(Weight.DEFAULT, f"Peelian's default, until the force sets its own: {says}")


# Of measures. Every row is about a person who is suspected or managed.
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)
PERSON: Profile = "person"
SENSITIVE: Profile = "sensitive"
AS_LOADED = "States are those of the day of the extract, not of the month shown."
OWN_PRACTICE = Comparable(
    allowed=False, reason="Forces name, band and manage people by rules of their own."
)
