"""The organisation of the demo: units, posts and people that were invented and describe no one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from peelian.access.giving.typed import TYPED, new_address
from peelian.access.roles import ROLES
from peelian.records.derived import ZONE
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit

FORCE: Final = "staffordshire"
SINCE = date(2020, 1, 1)
UNITS = (
    ("DEMO", "Demo force", "Force", None),
    ("CONTACT", "Contact centre", "Department", "DEMO"),
    ("NORTH", "North", "Local policing area", "DEMO"),
    ("NORTH-R", "North response team", "Team", "NORTH"),
    ("NORTH-N", "North neighbourhood team", "Team", "NORTH"),
    ("NORTH-I", "North investigation team", "Team", "NORTH"),
    ("SOUTH", "South", "Local policing area", "DEMO"),
    ("SOUTH-R", "South response team", "Team", "SOUTH"),
    ("SOUTH-I", "South investigation team", "Team", "SOUTH"),
    ("STANDARDS", "Professional standards", "Department", "DEMO"),
    ("SUPPORT", "Business support", "Department", "DEMO"),
    ("OFFICE", "Commissioner's office", "Commissioner's office", "DEMO"),
    ("HOUSING", "Housing agency", "Partner agency", "DEMO"),
)
# Where the post with each role stands; an inspector holds none, since nobody here employs them.
UNIT_OF = {
    "call-handler": "CONTACT",
    "patrol-officer": "NORTH-R",
    "investigator": "NORTH-I",
    "offender-manager": "NORTH-N",
    "supervisor": "NORTH",
    "standards-investigator": "STANDARDS",
    "chief-officer": "DEMO",
    "commissioner-staff": "OFFICE",
    "panel-member": "OFFICE",
    "partner": "HOUSING",
}
WITHOUT_POST = frozenset({"inspector"})
LINE_OF = {"patrol-officer", "investigator", "offender-manager"}
# Colleagues without accounts: a role, a unit, and how many.
COLLEAGUES = (
    ("patrol-officer", "NORTH-R", 5),
    ("patrol-officer", "NORTH-N", 3),
    ("investigator", "NORTH-I", 3),
    ("patrol-officer", "SOUTH-R", 4),
    ("investigator", "SOUTH-I", 3),
    # Nobody supervises the south's investigators, so that a demo shows what is then said.
    ("supervisor", "SOUTH-R", 1),
)
# Ranks of those who are officers; the others are police staff or work elsewhere.
RANK_OF = {
    "patrol-officer": "Constable",
    "investigator": "Detective Constable",
    "offender-manager": "Constable",
    "supervisor": "Inspector",
    "standards-investigator": "Detective Sergeant",
    "chief-officer": "Assistant Chief Constable",
}
# Beginning and length of the three shifts, in local hours.
TURNS = ((7, 9), (14, 9), (22, 9))
DAYS_BEFORE, DAYS_AHEAD = 1, 14


@dataclass(frozen=True)
class Member:
    """Somebody of the demo's force: a number, a name that says it is invented, a role, a unit."""

    number: str
    name: str
    role: str
    unit: str


def members() -> tuple[Member, ...]:
    """One for each role that a post brings, then the colleagues."""
    with_accounts = [
        Member(number_of(key), f"Demo {role.title.lower()}", key, UNIT_OF.get(key, "SUPPORT"))
        for key, role in ROLES.items()
        if key not in WITHOUT_POST
    ]
    return (*with_accounts, *_colleagues())


def number_of(role: str) -> str:
    """The staff number of the demo person with this role."""
    return f"D-{role}"


def make_organisation() -> None:
    """Units, posts, people and who holds what; for a force that has none."""
    own = {"source": TYPED, "force_id": FORCE}
    Unit.objects.bulk_create(
        Unit(
            record_id=new_address(),
            unit_ref=ref,
            name=name,
            kind=kind,
            parent_ref=parent,
            starts_on=SINCE,
            **own,
        )
        for ref, name, kind, parent in UNITS
    )
    people = members()
    Officer.objects.bulk_create(
        Officer(
            record_id=new_address(),
            officer_ref=one.number,
            name=one.name,
            rank=RANK_OF.get(one.role),
            person_key=f"DEMO-{one.number}",
            joined_on=SINCE,
            **own,
        )
        for one in people
    )
    Post.objects.bulk_create(
        Post(
            record_id=new_address(),
            post_ref=f"POST-{one.number}",
            title=ROLES[one.role].title,
            unit_ref=one.unit,
            line_post_ref=_line(one),
            roles=one.role,
            starts_on=SINCE,
            **own,
        )
        for one in people
    )
    Holding.objects.bulk_create(
        Holding(
            record_id=new_address(),
            post_ref=f"POST-{one.number}",
            officer_ref=one.number,
            starts_on=SINCE,
            **own,
        )
        for one in people
    )


def make_attendance(at: datetime) -> int:
    """Shifts around this day, and two people away; the number of shifts, 0 if there are some."""
    today = at.astimezone(ZoneInfo(ZONE)).date()
    own = {"source": TYPED, "force_id": FORCE}
    if Shift.objects.filter(force_id=FORCE, starts_at__gte=at).exists():
        return 0
    Shift.objects.filter(force_id=FORCE, source=TYPED).delete()
    Absence.objects.filter(force_id=FORCE, source=TYPED).delete()
    away = ("D-patrol-officer-1", "D-investigator-9")
    made = Shift.objects.bulk_create(
        Shift(
            record_id=new_address(),
            officer_ref=one.number,
            unit_ref=one.unit,
            starts_at=begin,
            ends_at=end,
            **own,
        )
        for place, one in enumerate(members())
        if one.number not in away
        for begin, end in _turns(today, place)
    )
    Absence.objects.bulk_create(
        Absence(
            record_id=new_address(),
            officer_ref=number,
            unit_ref=unit,
            starts_on=today - timedelta(days=2),
            ends_on=until,
            kind=kind,
            **own,
        )
        for number, unit, until, kind in (
            (away[0], "NORTH-R", today + timedelta(days=DAYS_AHEAD), "Annual leave"),
            (away[1], "NORTH-I", None, "Sickness"),
        )
    )
    return len(made)


def _colleagues() -> Iterator[Member]:
    number = 0
    for role, unit, many in COLLEAGUES:
        for _ in range(many):
            number += 1
            yield Member(f"D-{role}-{number}", f"Invented officer {number}", role, unit)


def _line(one: Member) -> str | None:
    """Of the north, the supervisor's post; nobody is named for the others."""
    in_line = one.role in LINE_OF and one.unit.startswith("NORTH")
    return f"POST-{number_of('supervisor')}" if in_line else None


def _turns(today: date, place: int) -> Iterator[tuple[datetime, datetime]]:
    """The shifts of one person: early, late or night, by their place in the list."""
    for days in range(-DAYS_BEFORE, DAYS_AHEAD):
        first, hours = TURNS[place % len(TURNS)]
        begin = datetime.combine(today + timedelta(days=days), time(first), ZoneInfo(ZONE))
        yield begin, begin + timedelta(hours=hours)
