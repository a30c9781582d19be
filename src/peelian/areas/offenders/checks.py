"""What is wrong with a record as it stands, in sentences: shown beside it, blocking no source.

Bail sergeants and supervisors read these where they would else read every record (OFF-10, OFF-29).
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from peelian.areas.offenders.bail import LAPSED, Bail
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.ladder import highest, last_day, needed
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.visit import APPROVED, TWO, HomeVisit
from peelian.engines.duties.calendars import A_DAY, local_day
from peelian.records.base import Record
from peelian.spine.ranks import is_at_least
from peelian.spine.suspect import Suspect

# Longest time between visits that each level had until plans set their own (2017), in days.
USUAL_DAYS: Final = MappingProxyType({"Very high": 31, "High": 92, "Medium": 184, "Low": 366})
A_PAIR: Final = 2


def bail_faults(bail: Bail) -> tuple[str, ...]:
    """Where a period of bail is not as the law would have it; empty where it is."""
    found = []
    first = local_day(bail.arrested_at) + A_DAY
    if bail.starts_on != first:
        found.append(
            f"Bail is said to start on {_day(bail.starts_on)}. It starts on the day after the "
            f"arrest, {_day(first)} (PACE 1984 s47ZB(4)(a))."
        )
    found += _beyond_authority(bail, first)
    if bail.conditions and not bail.conditions_for:
        found.append("There are conditions and nothing says what they are for: name the purpose.")
    if bail.how_ended == LAPSED:
        found.append(
            "It lapsed without a decision. It cannot be revived: decide now what becomes of the "
            "suspect, and tell the victim."
        )
    return tuple(found)


def _beyond_authority(bail: Bail, first: date) -> list[str]:
    """Whether it lasts longer than whoever authorised it could allow."""
    rung = highest(bail.case_kind, bail.authorised_by)
    wanted = needed(bail.case_kind, first, bail.ends_on)
    if wanted is None:
        return [f"It ends on {_day(bail.ends_on)}, which is longer than any court can allow."]
    who = f"{wanted.by} ({wanted.authority.source})"
    if rung is None:
        return [f"{bail.authorised_by} cannot authorise bail in such a case. It needs: {who}."]
    most = last_day(first, rung.months)
    if bail.ends_on <= most:
        return []
    return [
        f"It ends on {_day(bail.ends_on)}. {bail.authorised_by} can authorise bail to "
        f"{_day(most)}, {rung.months} months from its first day. Longer needs: {who}."
    ]


def extension_faults(earlier: Bail, later: Bail) -> tuple[str, ...]:
    """Where an extension came after the period had ended: what has lapsed cannot be revived.

    Bail stands still while the prosecutor has the case (PACE 1984 s47ZL).
    """
    until, since = earlier.with_prosecutor_until, earlier.with_prosecutor_from
    still = (local_day(until) - local_day(since)) if until and since else A_DAY * 0
    ended = earlier.ends_on + still
    with_prosecutor = since is not None and until is None
    if with_prosecutor or local_day(later.authorised_at) <= ended:
        return ()
    return (
        f"It was extended on {_day(local_day(later.authorised_at))}, after it had ended on "
        f"{_day(ended)}. Bail that has lapsed cannot be revived.",
    )


def suspect_faults(suspect: Suspect) -> tuple[str, ...]:
    """Where a release under investigation is nobody's decision, or has no reason (OFF-30)."""
    if suspect.under_investigation_at is None:
        return ()
    found = []
    if not suspect.under_investigation_by:
        found.append(
            "Released under investigation, and nobody is named who decided it. Bail never becomes "
            "that by itself: name who decided, or decide now."
        )
    if not suspect.under_investigation_because:
        found.append("Nothing says why bail is not necessary: write the reason down.")
    return tuple(found)


def managed_faults(person: ManagedPerson) -> tuple[str, ...]:
    """Where a plan departs from what is usual without a reason and an approver (OFF-10, OFF-11)."""
    found = []
    if person.reactive and not (
        person.reactive_because and person.reactive_by and person.reactive_review_on
    ):
        found.append(
            "Managed reactively without criteria, approver and a day to look at it again: visits "
            "go on until all three are recorded."
        )
    usual, days = USUAL_DAYS.get(person.level or ""), person.visit_every_days
    approved = person.frequency_because and person.frequency_by
    longer = usual is not None and days is not None and days > usual
    if longer and not person.reactive and not approved:
        found.append(
            f"The plan says every {days} days, and the level {person.level} suggests {usual} or "
            "less: record why, and who approved it."
        )
    return tuple(found)


def visit_faults(visit: HomeVisit) -> tuple[str, ...]:
    """Where a visit does not count because of who went (OFF-08)."""
    names = {visit.officer_ref, visit.second_ref} - {None, ""}
    if visit.crew == TWO and len(names) < A_PAIR:
        return (
            "It is said that two officers went, and two are not named: name the second. Until "
            "then the visit does not count.",
        )
    rank_is_enough = is_at_least(visit.lone_approved_by, "Inspector")
    if visit.crew == APPROVED and not (rank_is_enough and visit.lone_because):
        return (
            "One officer went, and no inspector or higher is recorded as having approved it with "
            "a reason. Until then the visit does not count.",
        )
    return ()


def breach_faults(breach: NotificationBreach) -> tuple[str, ...]:
    """Where a breach is said to be a crime that nobody can find (OFF-12)."""
    if breach.crime_recorded_at is not None and not breach.crime_ref:
        return ("It is said to be recorded as a crime: put the reference of that crime here.",)
    return ()


CHECKS: Mapping[type[Record], Callable[[Any], tuple[str, ...]]] = MappingProxyType(
    {
        Bail: bail_faults,
        Suspect: suspect_faults,
        ManagedPerson: managed_faults,
        HomeVisit: visit_faults,
        NotificationBreach: breach_faults,
    }
)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
