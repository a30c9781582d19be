"""Duties of contact: what waits is looked at again until somebody is there."""

from datetime import date, timedelta

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Hours
from peelian.engines.duties.owners import InUnit
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

REASSESS = Setting(
    "contact.reassess_hours",
    "Hours after which an incident that nobody has reached is assessed again",
    4,
    "hours",
)
HOLDERS = InUnit("supervisor")

ASSESSED_AGAIN = Rule(
    key="contact.assessed_again",
    title="Assess again an incident that waits",
    why="Whoever waits for hours may be in more danger than when they called.",
    about="incident_ref",
    starts=(What.CONTACT_TAKEN, What.CONTACT_ASSESSED),
    done_when=(What.CONTACT_ASSESSED,),
    ends_when=(What.ATTENDED, What.CONTACT_CLOSED),
    one_at_a_time=True,
    # What is assessed and settled by phone waits for nobody.
    goes_on=(What.CONTACT_ASSESSED,),
    terms=(
        Terms(
            date(2026, 11, 1),
            Hours(REASSESS),
            Authority(Weight.DEFAULT, "Peelian's default; set the force's own"),
        ),
    ),
    owner=HOLDERS,
    steps=(
        Step(timedelta(minutes=-30), HOLDERS, "An incident waits and is due another assessment."),
        Step(timedelta(0), HOLDERS, "An incident waits and was not assessed again."),
    ),
    proof="A THRIVE assessment made after the last one",
    next_step="Call back, make a THRIVE assessment, and tell them how long it will take.",
    waived_by="Inspector",
    owned_by="Head of contact management",
    review_by=date(2027, 11, 1),
    ledger=("CON-11", "CON-20"),
    examples=(
        Example(
            "Four true hours over the night in which the clocks go forward.",
            (("2027-03-27 22:00", What.CONTACT_TAKEN, {"incident_ref": "I1"}),),
            due="2027-03-28 03:00",
            seen="2027-03-28 02:30",
            state="Running",
        ),
        Example(
            "Assessed again in the evening, it waits on: four hours from then.",
            (
                ("2026-11-30 19:00", What.CONTACT_TAKEN, {"incident_ref": "I1"}),
                ("2026-11-30 22:30", What.CONTACT_ASSESSED, {"incident_ref": "I1"}),
            ),
            due="2026-12-01 02:30",
            seen="2026-12-01 02:30",
            state="Late",
        ),
        Example(
            "Once somebody is there, nothing is due.",
            (
                ("2026-11-30 19:00", What.CONTACT_TAKEN, {"incident_ref": "I1"}),
                ("2026-11-30 20:00", What.ATTENDED, {"incident_ref": "I1"}),
            ),
            due="2026-11-30 23:00",
            seen="2026-11-30 21:00",
            state="Ended",
        ),
    ),
)

RULES = (ASSESSED_AGAIN,)
