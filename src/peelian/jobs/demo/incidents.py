"""Incidents of the demo: invented, written as a command and control system would write them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from peelian.jobs.demo.extract import Line, Table
from peelian.jobs.demo.organisation import Member, members, number_of
from peelian.records.derived import ZONE

INCIDENTS, PEOPLE = 40, 36
MINUTES_APART: Final = 337
RESPONSE = ("NORTH-R", "SOUTH-R")
# Earlier reports about one person, in days before now, so that a criterion is met by records.
EARLIER_DAYS = (60, 150)
REPEATED: Final = 5
# Only the newest incidents can still wait for somebody to come.
LATEST: Final = 18
# As handlers write them: thorough, hurried, and not at all.
ASSESSED: Final = (
    "Invented. T: he is outside and shouting. H: a bruise. R: has threatened to come back. I: "
    "doorbell camera, ask to keep. V: two children upstairs. E: ring next door, not her.",
    "Invented. T: none. H: none. R: low. I: n/a. V: none. E: yes.",
    "Invented. T: nobody there now. H: a window. R: third time this month. I: footprints, do not "
    "tidy. V: lives alone, 81. E: wants a visit tomorrow.",
    "",
)
INCIDENT_HEADER = (
    "Log no",
    "Created",
    "Source",
    "Type",
    "First grade",
    "Grade",
    "DA flag",
    "Deploy",
    "At scene",
    "Closed",
    "THRIVE",
    "Delay call",
    "Unit",
    "First officer",
    "Taken by",
    "Address key",
    "Nominal no",
)


def _incidents(at: datetime) -> Iterator[Line]:
    """One in four is domestic abuse, one in nine is settled by phone, one in seven waits."""
    for number in range(1, INCIDENTS + 1):
        created = at - timedelta(minutes=MINUTES_APART * number)
        person = REPEATED if number == 1 else 1 + number * 7 % PEOPLE
        waits, by_phone = number % 7 == 3 and number < LATEST, number % 9 == 0
        arrived = None if waits or by_phone else created + timedelta(minutes=20 + number * 11 % 240)
        unit = RESPONSE[number // 2 % len(RESPONSE)]
        yield _incident(number, unit, created, arrived, person=person, deploy=not by_phone)
    for place, days in enumerate(EARLIER_DAYS, start=INCIDENTS + 1):
        created = at - timedelta(days=days)
        arrived = created + timedelta(minutes=45)
        number = 4 * place + 1
        yield _incident(number, RESPONSE[0], created, arrived, person=REPEATED, deploy=True)


def _incident(
    number: int,
    unit: str,
    created: datetime,
    arrived: datetime | None,
    *,
    person: int,
    deploy: bool,
) -> Line:
    abuse = number % 4 == 1
    officer = _patrol(unit, number).number
    late = arrived is not None and arrived - created > timedelta(hours=1)
    return (
        incident_reference(number),
        in_words(created),
        ("999", "101", "SOH")[number % 3],
        "Domestic incident" if abuse else ("Assault", "Concern for safety", "Theft")[number % 3],
        "Priority",
        "Emergency" if number % 5 == 0 else "Priority",
        "DA" if abuse else "-",
        "Y" if deploy else "N",
        in_words(arrived),
        in_words(arrived + timedelta(hours=2)) if arrived and number > 4 else "",
        ASSESSED[number % len(ASSESSED)],
        "Y" if late and number % 2 else ("N" if late else ""),
        unit,
        officer if arrived else "",
        number_of("call-handler"),
        f"DEMO-A{person % 20}",
        person_key(person),
    )


def incident_table(at: datetime) -> Table:
    """The extract, dated back from this moment."""
    return Table("incidents.toml", INCIDENT_HEADER, _incidents(at))


def incident_reference(number: int) -> str:
    """What the demo's command and control system calls its incident of this number."""
    return f"DEMO-I{number:03}"


def person_key(number: int) -> str:
    """What the demo's systems call its person of this number."""
    return f"DEMO-N{number:03}"


def in_words(moment: datetime | None) -> str:
    """A moment as the demo's systems write it, local and with the day first; empty for none."""
    return moment.astimezone(ZoneInfo(ZONE)).strftime("%d/%m/%Y %H:%M") if moment else ""


def _patrol(unit: str, number: int) -> Member:
    here = [one for one in members() if one.unit == unit and one.role == "patrol-officer"]
    return here[number % len(here)]
