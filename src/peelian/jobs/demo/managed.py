"""Managed people of the demo with their visits and breaches: invented, and no word of ViSOR.

Plans come as an extract; visits and breaches are kept here, where no system of the demo holds them.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from peelian.access.giving.typed import TYPED, new_address
from peelian.areas.offenders.breach import BREACHES, NotificationBreach
from peelian.areas.offenders.visit import (
    APPROVED,
    LONE,
    NOT_IN,
    REFUSED_ENTRY,
    SEEN,
    TWO,
    HomeVisit,
)
from peelian.jobs.demo.extract import Line, Table
from peelian.jobs.demo.organisation import FORCE, members, number_of
from peelian.records.derived import ZONE

PLANS: Final = 25
UNIT: Final = "NORTH-N"
BREACHED: Final = 3
MANAGED_HEADER = (
    "Plan no",
    "ViSOR ref",
    "Nominal",
    "Managed since",
    "Level",
    "Plan set",
    "Visit every (days)",
    "Frequency reason",
    "Frequency approved by",
    "Reactive",
    "Reactive since",
    "Reactive criteria",
    "Reactive approved by",
    "Reactive review",
    "Risk assessed",
    "Plan reviewed",
    "Ended",
    "Team",
    "Manager",
)
LEVELS = ("VH", "H", "M", "M", "L")
EVERY = {"VH": 30, "H": 91, "M": 182, "L": 365}
# One in so many is managed reactively, has a frequency of their own, or was last visited by one.
REACTIVE_EVERY, OWN_EVERY, LONE_EVERY = 12, 7, 9
# How far through the time to the next visit a plan is, in tenths: 11 is late.
THROUGH = (2, 9, 11, 5, 14, 8, 3)


def managed_table(at: datetime) -> Table:
    """The extract of plans, dated back from this moment."""
    return Table("managed-people.toml", MANAGED_HEADER, _plans(at))


def make_visits(at: datetime) -> int:
    """Visits and breaches of these plans, as typed records; 0 where there are some already."""
    if HomeVisit.objects.filter(force_id=FORCE).exists():
        return 0
    visits = HomeVisit.objects.bulk_create(
        visit for number in range(1, PLANS + 1) for visit in _visits(number, at)
    )
    breaches = NotificationBreach.objects.bulk_create(_breaches(at))
    return len(visits) + len(breaches)


def plan_reference(number: int) -> str:
    """What the demo's register calls its plan of this number."""
    return f"DEMO-P{number:03}"


def _plans(at: datetime) -> Iterator[Line]:
    for number in range(1, PLANS + 1):
        level = LEVELS[number % len(LEVELS)]
        reactive, own = number % REACTIVE_EVERY == 0, number % OWN_EVERY == 0
        yield (
            plan_reference(number),
            f"INVENTED-{number:05}",
            _person(number),
            _moment(at, _since(number)),
            level,
            _moment(at, _since(number)),
            str(_every(number)),
            "Invented reason." if own else "",
            number_of("supervisor") if own else "",
            "Y" if reactive else "N",
            _moment(at, 90) if reactive else "",
            "Invented criteria: low for three years." if reactive else "",
            number_of("supervisor") if reactive else "",
            _day(at, number - 14) if reactive else "",
            _moment(at, 40 * (number % 10) + 1),
            _moment(at, 25 * (number % 9) + 1),
            "",
            UNIT,
            _manager(number),
        )


def _visits(number: int, at: datetime) -> Iterator[HomeVisit]:
    """The last visit, an earlier one and, for some, an attempt since."""
    every, last = _every(number), _last(number)
    lone = number % LONE_EVERY == 0
    yield _visit(number, 1, at - timedelta(days=last + every), SEEN, TWO)
    yield _visit(number, 2, at - timedelta(days=last), SEEN, APPROVED if lone else TWO)
    if last > every:
        nobody = REFUSED_ENTRY if number % 2 else NOT_IN
        yield _visit(number, 3, at - timedelta(days=5), nobody, LONE if lone else TWO)


def _visit(number: int, place: int, visited: datetime, outcome: str, crew: str) -> HomeVisit:
    return HomeVisit(
        record_id=new_address(),
        source=TYPED,
        force_id=FORCE,
        visit_ref=f"DEMO-H{number:03}-{place}",
        plan_ref=plan_reference(number),
        person_key=_person(number),
        visited_at=visited,
        month=_month(visited),
        announced=False,
        outcome=outcome,
        crew=crew,
        officer_ref=_manager(number),
        second_ref=_second(number) if crew == TWO else None,
        lone_approved_by="Inspector" if crew == APPROVED else None,
        lone_because="Invented reason." if crew != TWO else None,
        devices_checked=outcome == SEEN,
        risk="No change" if outcome == SEEN else "Could not be judged",
        household="Invented household." if outcome == SEEN else None,
        unit_ref=UNIT,
    )


def _breaches(at: datetime) -> Iterator[NotificationBreach]:
    """Three of one person, which make a pattern, and one each of some others; two unrecorded."""
    days = ((1, 200.0), (1, 90.0), (1, 0.3), (4, 2.0), (8, 30.0), (11, 12.0))
    for place, (number, ago) in enumerate(days, start=1):
        found = at - timedelta(days=ago)
        recorded = ago > BREACHED
        yield NotificationBreach(
            record_id=new_address(),
            source=TYPED,
            force_id=FORCE,
            breach_ref=f"DEMO-NB{place:02}",
            plan_ref=plan_reference(number),
            person_key=_person(number),
            found_at=found,
            month=_month(found),
            what=BREACHES.codes[(place * 2) % len(BREACHES.codes)],
            details=f"Invented breach {place}: nobody has done anything.",
            crime_ref=f"DEMO-C{place:02}" if recorded else None,
            crime_recorded_at=found + timedelta(hours=place * 6) if recorded else None,
            unit_ref=UNIT,
            officer_ref=_manager(number),
        )


def _every(number: int) -> int:
    level = LEVELS[number % len(LEVELS)]
    return EVERY[level] // 2 if number % OWN_EVERY == 0 else EVERY[level]


def _last(number: int) -> int:
    """Days since the person was last seen at home."""
    return _every(number) * THROUGH[number % len(THROUGH)] // 10


def _since(number: int) -> int:
    """Days since management began, shortly before the first visit was due."""
    return _last(number) + _every(number) * 9 // 5


def _manager(number: int) -> str:
    """Most with the offender manager, the others with two colleagues, so that loads differ."""
    colleagues = [one.number for one in members() if one.unit == UNIT]
    mine = number_of("offender-manager")
    others = [one for one in colleagues if one != mine][:2]
    return (mine, mine, mine, *others)[number % (3 + len(others))]


def _second(number: int) -> str:
    """A colleague who goes with the manager."""
    colleagues = [one.number for one in members() if one.unit == UNIT]
    return next(one for one in colleagues if one != _manager(number))


def _person(number: int) -> str:
    return f"DEMO-M{number:03}"


def _day(at: datetime, days: int) -> str:
    return f"{_local(at - timedelta(days=days)):%d/%m/%Y}"


def _moment(at: datetime, days: int) -> str:
    return f"{_day(at, days)} 10:00"


def _month(moment: datetime) -> str:
    return f"{_local(moment):%Y-%m}"


def _local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(ZONE))
