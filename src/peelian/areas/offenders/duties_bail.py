"""Bail before charge and release under investigation: a decision in time, and reviews (OFF-28)."""

from datetime import date

from peelian.areas.offenders import examples_bail as worked
from peelian.areas.offenders.bail import STANDARD
from peelian.areas.offenders.ladder import LADDERS, pace
from peelian.areas.offenders.settings import RUI_DAYS
from peelian.areas.offenders.words import (
    CHIEF,
    DAY,
    LINE,
    NOW,
    OFFICER,
    OWNER,
    REVIEW_BY,
    SINCE,
    SUPERVISOR,
    default,
)
from peelian.engines.duties.clocks import Days, OnDay
from peelian.engines.duties.rule import Ladder, Pause, Rule, Step, Terms
from peelian.spine.happenings import What

bail_decision = Rule(
    key="offenders.bail_decision",
    title="Decide before bail ends",
    why=(
        "Bail that lapses cannot be revived: its conditions stop protecting the victim, and nobody "
        "has decided that."
    ),
    about="suspect_ref",
    starts=(What.BAILED,),
    done_when=(
        What.BAILED,
        What.BAIL_ENDED,
        What.RELEASED_UNDER_INVESTIGATION,
        What.SUSPECT_SETTLED,
    ),
    one_at_a_time=True,
    terms=(
        Terms(
            since=date(2022, 10, 28),
            due=OnDay("ends_on"),
            authority=pace("s47ZA to s47ZG, for arrests from 28 October 2022"),
        ),
    ),
    pauses=(
        Pause(
            What.SENT_TO_PROSECUTOR,
            What.PROSECUTOR_ANSWERED,
            "The case is with the prosecutor for a decision on charge.",
            pace("s47ZL: bail under s37(7)(a)"),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-28 * DAY, OFFICER, "Bail ends in 28 days: what is still to be done before then?"),
        Step(-14 * DAY, OFFICER, "Bail ends in 14 days: ask whoever can extend it, or decide."),
        Step(-7 * DAY, LINE, "Bail ends in 7 days and nothing is decided."),
        Step(-2 * DAY, SUPERVISOR, "Bail ends in 2 days and nothing is decided."),
        Step(
            NOW,
            SUPERVISOR,
            "Bail has ended without a decision. It cannot be revived, and nobody has decided on a "
            "release under investigation: decide now and tell the victim.",
        ),
        Step(DAY, CHIEF, "Bail ended a day ago and still nothing is decided."),
    ),
    ladder=Ladder("starts_on", LADDERS, usual=STANDARD, by="case_kind"),
    risk="risk_band",
    proof="A charge, another ending, a longer period authorised in time, or a named decision.",
    next_step=(
        "Charge or end it. Until its last day is over it can be extended, after asking the suspect "
        "and the victim. A release under investigation is somebody's decision with a "
        "reason, never what is left when bail lapses."
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-28", "OFF-29", "OFF-30"),
    examples=worked.BAIL_DECISION,
)

rui_review = Rule(
    key="offenders.rui_review",
    title="Review a release under investigation",
    why="No law ends it and no condition protects anybody, so only a review keeps it moving.",
    about="suspect_ref",
    starts=(What.RELEASED_UNDER_INVESTIGATION, What.SUSPECT_REVIEWED),
    done_when=(What.SUSPECT_REVIEWED,),
    ends_when=(What.BAILED, What.SUSPECT_SETTLED),
    one_at_a_time=True,
    terms=(Terms(since=SINCE, due=Days(RUI_DAYS), authority=default("no law sets a time")),),
    owner=OFFICER,
    steps=(
        Step(-3 * DAY, OFFICER, "A suspect under investigation is due for review in 3 days."),
        Step(NOW, LINE, "The review of a suspect under investigation is late."),
        Step(7 * DAY, SUPERVISOR, "The review of a suspect under investigation is a week late."),
    ),
    risk="risk_band",
    proof="The day of the review in the record of the suspect.",
    next_step="Say why bail is not necessary, what is done next by whom, and tell the victim.",
    waived_by="Inspector",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-28", "OFF-30"),
    examples=worked.RUI_REVIEW,
)

RULES = (bail_decision, rui_review)
