"""Who may authorise bail before charge, and to which day: the statutory ladder of each case.

As in force for arrests from 28 October 2022 (PACE 1984 Part 4). Months begin with the first day of
bail, which is the day after the arrest.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from peelian.areas.offenders.bail import COMPLEX, COURT, CUSTODY, OTHER_AGENCY, STANDARD
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.calendars import A_DAY, Calendar, local_day, midnight
from peelian.engines.duties.clocks import Months
from peelian.engines.duties.reckoning import ends
from peelian.engines.duties.rule import Rung
from peelian.engines.duties.settings import Setting
from peelian.spine.ranks import RANKS, is_at_least

AGENCY: Final = "Decision maker of the other agency"


def pace(section: str) -> Authority:
    """A section of the Police and Criminal Evidence Act 1984."""
    return Authority(Weight.STATUTE, f"PACE 1984 {section}")


COURTS = (
    Rung(18, COURT, pace("s47ZF, where the case is exceptionally complex, or s47ZG")),
    Rung(24, COURT, pace("s47ZG")),
)
LADDERS: Mapping[str, tuple[Rung, ...]] = MappingProxyType(
    {
        STANDARD: (
            Rung(3, CUSTODY, pace("s47ZB")),
            Rung(6, "Inspector", pace("s47ZD")),
            Rung(9, "Superintendent", pace("s47ZDA")),
            Rung(12, COURT, pace("s47ZF")),
            *COURTS,
        ),
        COMPLEX: (
            Rung(3, CUSTODY, pace("s47ZB")),
            Rung(6, "Inspector", pace("s47ZD")),
            Rung(9, "Superintendent", pace("s47ZDA")),
            Rung(12, "Assistant Chief Constable", pace("s47ZE")),
            *COURTS,
        ),
        OTHER_AGENCY: (
            Rung(6, CUSTODY, pace("s47ZB(2)")),
            Rung(12, AGENCY, pace("s47ZDB")),
            *COURTS,
        ),
    }
)


def last_day(starts_on: date, months: int) -> date:
    """The last day of so many months of bail that begin with its first day."""
    clock = Months(months, "beginning with")
    return local_day(ends(clock, midnight(starts_on), {}, Calendar(), _no_setting)) - A_DAY


def highest(case_kind: str, authorised_by: str) -> Rung | None:
    """The highest rung that whoever authorised it can reach in such a case; None where none."""
    reached = [one for one in LADDERS[case_kind] if _can(authorised_by, one.by)]
    return reached[-1] if reached else None


def needed(case_kind: str, starts_on: date, ends_on: date) -> Rung | None:
    """The lowest rung whose months reach this last day; None where no law allows it."""
    for rung in LADDERS[case_kind]:
        if ends_on <= last_day(starts_on, rung.months):
            return rung
    return None


def _can(authorised_by: str, wanted: str) -> bool:
    if authorised_by == wanted:
        return True
    if wanted == CUSTODY:
        return authorised_by in RANKS
    return wanted in RANKS and is_at_least(authorised_by, wanted)


def _no_setting(setting: Setting, day: date) -> int:
    """Law leaves no number of these months to a force."""
    raise LookupError(f"{setting.key} on {day}: months of bail are set by law.")
