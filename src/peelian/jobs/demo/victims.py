"""Victims of the demo and what they were told: invented, written as extracts would be, and loaded.

Some of what is due is late, so that every list of the demo has something to show.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from peelian.jobs.demo.extract import Line, Table, load_table
from peelian.jobs.demo.incidents import PEOPLE, in_words, incident_table, person_key
from peelian.jobs.demo.investigations import HOURS_APART, reference
from peelian.jobs.demo.organisation import COLLEAGUES, members
from peelian.jobs.demo.suspects import ROUNDS, SCENES, Scene
from peelian.records.load.report import LoadReport
from peelian.records.store.reader import open_reader
from peelian.sources.extracts.source import EXTRACTS

VICTIMS: Final = 36
# With so many victims, one was not told of something.
UNTOLD_EVERY: Final = 5
EVERY_DAYS = (7, 14, 28)
SAFE = ("Own mobile after 18:00", "Work email", "Through a friend", "Letter to a relative")


def load_demo_victims(at: datetime) -> tuple[LoadReport, ...]:
    """Load three extracts, dated back from this moment; a report for each.

    What is held already is delivered again as it was, so that a second demo has fresh feeds.
    """
    since = _first_loaded() or at
    tables = (
        incident_table(since),
        Table("victims.toml", VICTIM_HEADER, _victims(since)),
        Table("victim-contacts.toml", CONTACT_HEADER, _contacts(since)),
    )
    return tuple(load_table(table, at) for table in tables)


def _first_loaded() -> datetime | None:
    """When the demo's incidents were loaded first; None where they are not yet."""
    parts = open_reader(settings.STORE_ROOT).snapshot.parts_of("incident")
    own = (part.loaded_at for part in parts if part.source == EXTRACTS.key)
    return min((datetime.fromisoformat(one) for one in own), default=None)


VICTIM_HEADER = (
    "Victim no",
    "Crime no",
    "Log no",
    "Nominal no",
    "Recorded",
    "Enhanced",
    "Enhanced since",
    "Contract agreed",
    "Update every (days)",
    "Safe contact",
    "Needs assessed",
    "VPS offered",
    "Withdrawn",
    "Support referral",
    "Support declined",
    "Screened out",
    "Contact ended",
    "Unit",
    "Officer in case",
)


def _victims(at: datetime) -> Iterator[Line]:
    """One for each of the newest investigations; with one in six nothing is agreed yet."""
    for number in range(1, VICTIMS + 1):
        recorded = _recorded(number, at)
        agreed = _agreed(number, at)
        enhanced = number % 3 == 0
        declined = number % 10 == 4
        unit, officer = _case(number)
        yield (
            _victim(number),
            reference(number),
            "",
            person_key(1 + number % PEOPLE),
            in_words(recorded),
            "Y" if enhanced else "N",
            in_words(_by(recorded, at, hours=20)) if enhanced and number % 2 else "",
            in_words(agreed),
            str(EVERY_DAYS[number % len(EVERY_DAYS)]) if agreed else "",
            SAFE[number % len(SAFE)] if agreed else "",
            in_words(_by(recorded, at, hours=40)) if number % 9 else "",
            in_words(_by(recorded, at, hours=90)) if number % 4 else "",
            in_words(_by(recorded, at, hours=200)) if number % 11 == 0 else "",
            "" if declined or number % 8 == 5 else in_words(_by(recorded, at, hours=26)),
            in_words(_by(recorded, at, hours=26)) if declined else "",
            in_words(_screened(number, at)),
            "",
            unit,
            officer,
        )


CONTACT_HEADER = (
    "Entry no",
    "Victim no",
    "Crime no",
    "Nominal no",
    "Told",
    "Reason",
    "Method",
    "Safe contact used",
    "Note",
    "Unit",
    "By",
)


def _contacts(at: datetime) -> Iterator[Line]:
    """What each victim was told, after each event and as often as agreed, with some missed."""
    told = [
        (number, moment, reason)
        for number in range(1, VICTIMS + 1)
        for moment, reason in (*_of_events(number, at), *_as_agreed(number, at))
        if moment < at
    ]
    for entry, (number, moment, reason) in enumerate(told, start=1):
        unit, officer = _case(number)
        yield (
            f"DEMO-VC{entry:03}",
            _victim(number),
            reference(number),
            person_key(1 + number % PEOPLE),
            in_words(moment),
            reason,
            ("Phone", "SMS", "Email", "Visit")[entry % 4],
            "N" if entry % 25 == 7 else "Y",
            f"Invented note {entry}: nobody was told anything.",
            unit,
            officer,
        )


def _as_agreed(number: int, at: datetime) -> Iterator[tuple[datetime, str]]:
    """Updates a day before each is due; the last one of some victims was missed."""
    agreed = _agreed(number, at)
    if agreed is None:
        return
    every = timedelta(days=EVERY_DAYS[number % len(EVERY_DAYS)])
    until = at - every if number % UNTOLD_EVERY == 0 else at
    told = agreed + every - timedelta(days=1)
    while told < until:
        yield told, "Update"
        told += every


def _of_events(number: int, at: datetime) -> Iterator[tuple[datetime, str]]:
    """What happened to the suspects of the investigation, told on the day after."""
    if number % UNTOLD_EVERY == 0:
        return
    screened = _screened(number, at)
    if screened:
        yield screened + timedelta(hours=20), "Not investigated"
    scenes = SCENES * ROUNDS
    if number <= len(scenes):
        for days, reason in _events(scenes[number - 1]):
            yield at - timedelta(days=days) + timedelta(hours=20), reason


def _events(scene: Scene) -> Iterator[tuple[float, str]]:
    """Days before now, and what a victim is then to be told."""
    if scene.arrested is not None:
        yield scene.arrested, "Arrest"
    if scene.interviewed is not None:
        yield scene.interviewed, "Interview"
    if scene.released is not None:
        yield scene.released, "Bail or RUI"
    for period in scene.bail:
        authorised = period.authorised if period.authorised is not None else scene.arrested
        if authorised is not None:
            yield authorised, "Bail or RUI"


def _screened(number: int, at: datetime) -> datetime | None:
    """When it was decided not to investigate, in one of thirteen."""
    return _by(_recorded(number, at), at, hours=30) if number % 13 == 7 else None


def _recorded(number: int, at: datetime) -> datetime:
    return at - timedelta(hours=HOURS_APART * number) + timedelta(hours=2)


def _agreed(number: int, at: datetime) -> datetime | None:
    return None if number % 6 == 1 else _by(_recorded(number, at), at, hours=50)


def _by(since: datetime, at: datetime, *, hours: int) -> datetime | None:
    """A moment some hours later, where it has come."""
    then = since + timedelta(hours=hours)
    return then if then <= at else None


def _case(number: int) -> tuple[str, str]:
    """The unit and the officer of an investigation of the demo, as its own extract names them."""
    units = [unit for _, unit, _ in COLLEAGUES]
    unit = units[number % len(units)]
    here = [one.number for one in members() if one.unit == unit and one.role != "supervisor"]
    return unit, here[number % len(here)]


def _victim(number: int) -> str:
    return f"DEMO-V{number:03}"
