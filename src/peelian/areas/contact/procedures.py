"""THRIVE: how a contact is judged before it is graded. It has no formula; a person grades.

The elements are a versioned list, since some forces ask more of them. An assessment is made anew
on new facts, delay or another grade; the earlier one stays as it was.
"""

from datetime import date

from peelian.areas.contact.known_before import known_before
from peelian.areas.contact.models import Call
from peelian.areas.contact.thrive_questions import thrive_pages
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.procedures.declared import (
    MATCH,
    YES,
    Asked,
    Grades,
    Option,
    Procedure,
    Suggestion,
    Tells,
    Version,
)
from peelian.records.base import Record
from peelian.spine.happenings import What
from peelian.spine.incident import Incident

WHY = "The first minutes decide who is sent, how soon, and what is not lost."
THRIVE = Authority(
    Weight.DEFAULT, "Peelian's default: the six elements of THRIVE; a force may ask more"
)
VERSIONS = (Version(1, date(2026, 11, 22), "The six elements.", thrive_pages()),)


def no_formula(asked: Asked) -> Suggestion:
    """No grade: only which answers weigh towards a quicker response."""
    weighs = []
    if MATCH in (asked.answers.get("repeat"), asked.answers.get("vulnerable")):
        weighs.append("Records hold a match: they, or this place, were reported before.")
    if asked.answers.get("repeat-said") == YES:
        weighs.append("They say that it has happened before.")
    if asked.answers.get("vulnerable-said") == YES:
        weighs.append("Somebody there is vulnerable.")
    return Suggestion(
        "", (*weighs, "THRIVE has no formula. Give your reasons from the six elements.")
    )


GRADES = Grades(
    options=(
        Option("no-deployment", "Settled without sending anybody"),
        Option("scheduled", "Scheduled: by appointment"),
        Option("priority", "Priority: as soon as possible"),
        Option("emergency", "Emergency: at once"),
    ),
    suggest=no_formula,
    asks="How soon must somebody be there?",
)


def thrive(
    key: str, title: str, about: type[Record], ref: str, look_ups: tuple[str, ...]
) -> Procedure:
    """The same questions, of a call or of an incident."""
    return Procedure(
        key=key,
        title=title,
        why=WHY,
        about=about,
        versions=VERSIONS,
        authority=THRIVE,
        owned_by="Head of contact management",
        review_by=date(2027, 11, 1),
        ledger=("CON-11", "CON-15", "CON-16", "CON-17"),
        roles=("call-handler", "supervisor"),
        grades=GRADES,
        look_ups=look_ups,
        facts=known_before,
        tells=(Tells(What.CONTACT_ASSESSED, (ref,), ("unit_ref", "officer_ref")),),
        takes="About five minutes",
        then="The grade stands with your name. A new fact or a delay calls for a new assessment.",
    )


PROCEDURES = (
    thrive("contact.thrive", "THRIVE assessment of a call", Call, "call_ref", ("caller_key",)),
    thrive(
        "contact.thrive_incident",
        "THRIVE assessment of an incident",
        Incident,
        "incident_ref",
        ("person_key", "place_key"),
    ),
)
