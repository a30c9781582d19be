"""Searches of the demo: invented rows, as the extract of a record system would hold them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from peelian.jobs.demo.encounter_people import local, person, reviewed_at, supervisor_of, who
from peelian.jobs.demo.extract import Line

SEARCHES = 60
# About three weeks of them.
MINUTES_APART = 503

# (power, object, saw, told, knew): every third is thin, as about one in five was found to be.
GROUNDS: Final = (
    (
        "S23 MDA",
        "Controlled drugs",
        "Invented: he handed a small bag to the driver of a silver car by the bridge, took folded "
        "notes for it, and pushed something into his sock when he saw us.",
        "",
        "Invented: briefing of the same day on dealing from cars at this bridge.",
    ),
    ("S23 MDA", "Controlled drugs", "Invented: known to police for drugs.", "", ""),
    (
        "S1 PACE",
        "Article for use in theft",
        "Invented: seen trying the handles of five parked vans with a torch, then crouching "
        "behind the last one.",
        "Invented: a resident rang at 02:10 about a man in a grey coat at the vans.",
        "",
    ),
    (
        "S1 PACE",
        "Offensive weapons",
        "Invented: the handle of a kitchen knife showed above his waistband when he reached up.",
        "Invented: a caller said that a man in a red coat had shown a knife to two boys.",
        "",
    ),
    ("S23 MDA", "Controlled drugs", "Invented: strong smell of cannabis from the car.", "", ""),
    (
        "S1 PACE",
        "Stolen goods",
        "Invented: she left the chemist at a run with boxes of razors, security tags still on, in "
        "an open holdall.",
        "Invented: the manager pointed at her and said that she had not paid.",
        "",
    ),
    (
        "S23 MDA",
        "Controlled drugs",
        "Invented: appeared nervous in a high crime area and avoided eye contact.",
        "",
        "",
    ),
    ("S60 CJPOA", "Anything to threaten or harm anyone", "", "", ""),
)
# (as the person says it, why not, as the officer saw it): never one for the other.
WHOM: Final = (
    ("W1", "", "White"),
    ("B1", "", "Black"),
    ("NS", "N4", "White"),
    ("A2", "", "Asian"),
    ("W9", "", "White"),
    ("NS", "N1", "Black"),
    ("M1", "", "Black"),
)

SEARCH_HEADER: Final = (
    "Record no",
    "Date",
    "Time",
    "Searched",
    "Location",
    "VRM",
    "Unit",
    "Officer",
    "Also present",
    "Nominal no",
    "Sex",
    "Age band",
    "SDE",
    "SDE not stated",
    "Observed",
    "Power",
    "Authority no",
    "Object",
    "Saw",
    "Told",
    "Knew",
    *"GOWISELY",
    "Result",
    "Linked",
    "JOG",
    "Copy",
    "Custody no",
    "BWV",
    "No BWV because",
    "Reviewed",
    "Reviewer",
)


def searches(at: datetime) -> Iterator[Line]:
    for number in range(1, SEARCHES + 1):
        searched = at - timedelta(minutes=MINUTES_APART * number)
        officer, present = who(number)
        power, sought, saw, told, knew = GROUNDS[number % len(GROUNDS)]
        said, why_not, seen = WHOM[number % len(WHOM)]
        found = number % 4 == 0
        video = number % 6 != 5
        reviewer = supervisor_of(officer.unit)
        reviewed = reviewed_at(number, searched, at, reviewer, present)
        day, time = local(searched).split()
        yield (
            search_reference(number),
            day,
            time,
            "Both" if number % 5 == 0 else "Person",
            f"Invented place {number % 20}",
            f"INVENTED {number}" if number % 5 == 0 else "",
            officer.unit,
            officer.number,
            present,
            person(number) if number % 3 == 0 else "",
            "F" if number % 7 == 0 else "M",
            ("10-17", "18-24", "25-34", "over 34")[number % 4],
            said,
            why_not,
            seen,
            power,
            "Invented authority 1" if power == "S60 CJPOA" else "",
            sought,
            saw,
            told,
            knew,
            *_told(number),
            ("Arrest", "CR", "Cannabis warning")[number % 3] if found else "NFA",
            "Y" if found else "N",
            "Y" if number % 17 == 0 else "N",
            "N" if number % 10 == 3 else "Y",
            f"DEMO-C{number:03}" if found and number % 3 == 0 else "",
            f"DEMO-BWV{number:03}" if video else "",
            "" if video else "Invented: the battery was empty",
            reviewed,
            reviewer if reviewed else "",
        )


def search_reference(number: int) -> str:
    """What the demo's record system calls its search of this number."""
    return f"DEMO-SEARCH{number:03}"


def _told(number: int) -> Line:
    """GOWISELY: all told, but the warrant card in uniform, the station now and then."""
    said = ["Y"] * 8
    said[2] = ""
    if number % 5 == 2:
        said[4] = "N"
    return tuple(said)
