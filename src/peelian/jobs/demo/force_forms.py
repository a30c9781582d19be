"""Use of force forms of the demo: invented rows, as the extract of a system would hold them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from peelian.jobs.demo.encounter_people import local, person, reviewed_at, supervisor_of, who
from peelian.jobs.demo.extract import Line
from peelian.jobs.demo.searches import WHOM, search_reference

FORMS = 25
# About three weeks of them, two to an incident.
MINUTES_APART = 1201

# (tactics in order, main reason, injury)
TACTICS: Final = (
    (("Compliant handcuffing",), "Arrest", "None"),
    (
        ("Tactical communication", "Non-compliant handcuffing", "Ground restraint"),
        "Arrest",
        "Minor",
    ),
    (("Unarmed skills",), "Self", "None"),
    (("Compliant handcuffing",), "Search", "None"),
    (("Taser drawn", "Taser red-dotted", "Compliant handcuffing"), "Public", "None"),
    (("Irritant spray drawn", "Irritant spray used", "Ground restraint"), "Self", "Minor"),
    (("Taser drawn", "Taser red-dotted", "Taser fired"), "Public", "Minor"),
)

FORCE_HEADER: Final = (
    "Form no",
    "Log no",
    "Search record no",
    "Custody no",
    "Used at",
    "Unit",
    "Officer",
    "Also present",
    "Nominal no",
    *(f"Tactic {place}" for place in range(1, 7)),
    "Main reason",
    "Impact factors",
    "Place",
    "Age seen",
    "Gender seen",
    "Ethnicity seen",
    "Disability seen",
    "Injury",
    "Officer injury",
    "Medical",
    "Outcome",
    "BWV",
    "No BWV because",
    "Account",
    "Reviewed",
    "Reviewer",
)


def forms(at: datetime) -> Iterator[Line]:
    """Every second form has a second one of the same incident, by another officer."""
    for number in range(1, FORMS + 1):
        incident = (number + 1) // 2
        used = at - timedelta(minutes=MINUTES_APART * 2 * incident - 5 * (number % 2))
        officer, present = who(number + 3)
        tactics, reason, injury = TACTICS[number % len(TACTICS)]
        video = number % 5 != 4
        reviewer = supervisor_of(officer.unit)
        reviewed = reviewed_at(number + 11, used, at, reviewer, present)
        yield (
            f"DEMO-FORCE{number:03}",
            f"DEMO-I{incident:03}",
            search_reference(number * 2) if reason == "Search" else "",
            f"DEMO-C{number:03}" if reason == "Arrest" else "",
            local(used),
            officer.unit,
            officer.number,
            present,
            person(incident),
            *(tactics + ("",) * 6)[:6],
            reason,
            ("Alcohol", "Possession of a weapon", "Mental health,Drugs", "")[number % 4],
            ("Street", "Dwelling", "Custody", "Licensed")[number % 4],
            ("11-17", "18-34", "35-49", "50-64")[number % 4],
            "Female" if number % 6 == 0 else "Male",
            WHOM[number % len(WHOM)][2],
            ("None", "None", "Mental", "Not known")[number % 4],
            injury,
            "Minor" if number % 8 == 0 else "None",
            "None needed" if injury == "None" else ("Given", "Refused")[number % 2],
            ("Arrested", "Other", "S136", "Hospital")[number % 4],
            f"DEMO-BWV{100 + number}" if video else "",
            "" if video else "Invented: not on duty with a camera",
            f"Invented account {number}: nobody used force on anybody.",
            reviewed,
            reviewer if reviewed else "",
        )
