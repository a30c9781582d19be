"""Who was at an invented encounter of the demo, who supervises them, and when it was reviewed."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from peelian.jobs.demo.organisation import Member, members, number_of
from peelian.records.derived import ZONE

PEOPLE = 36
# What Peelian asks for until a force sets its own; older ones are reviewed, but for one in nine.
REVIEWED_WITHIN: Final = timedelta(hours=72)
FORGOTTEN_EVERY = 9
TEAMS: Final = ("NORTH-R", "SOUTH-R", "NORTH-N")


def who(number: int) -> tuple[Member, str]:
    """The officer, and who else was there: a colleague, now and then the supervisor."""
    unit = TEAMS[number % len(TEAMS)]
    here = [one for one in members() if one.unit == unit and one.role == "patrol-officer"]
    officer = here[number % len(here)]
    others = [one.number for one in here if one is not officer]
    beside = [others[number % len(others)]] if number % 2 and others else []
    if number % 13 == 4:
        beside.append(supervisor_of(unit))
    return officer, ",".join(beside)


def supervisor_of(unit: str) -> str:
    """Who supervises a team: of the south its own supervisor, of the north the demo's."""
    here = [one.number for one in members() if one.unit == unit and one.role == "supervisor"]
    return here[0] if here else number_of("supervisor")


def reviewed_at(number: int, done: datetime, at: datetime, reviewer: str, present: str) -> str:
    """When it was reviewed, as it is written; empty where the reviewer was there or forgot it."""
    if number % FORGOTTEN_EVERY == 0 or reviewer in present.split(","):
        return ""
    reviewed = done + timedelta(hours=20 + number * 7 % 50)
    return local(reviewed) if reviewed <= at and at - done > REVIEWED_WITHIN / 2 else ""


def person(number: int) -> str:
    """Key of an invented person, as the other extracts of the demo name them."""
    return f"DEMO-N{1 + number % PEOPLE:03}"


def local(moment: datetime | None) -> str:
    """A moment as the invented systems write it; nothing where there is none."""
    return moment.astimezone(ZoneInfo(ZONE)).strftime("%d/%m/%Y %H:%M") if moment else ""
