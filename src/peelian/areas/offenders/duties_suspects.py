"""Suspects who are outstanding: reached in time, and never without a next step (OFF-01)."""

from peelian.areas.offenders import examples_suspects as worked
from peelian.areas.offenders.settings import HIGH_HOURS, MEDIUM_DAYS, STANDARD_DAYS
from peelian.areas.offenders.words import (
    CHIEF,
    DAY,
    HOUR,
    LINE,
    NOW,
    OFFICER,
    OWNER,
    REVIEW_BY,
    SINCE,
    SUPERVISOR,
    default,
)
from peelian.engines.duties.clocks import Days, DependsOn, Hours, OnDay
from peelian.engines.duties.rule import Rule, Step, Terms
from peelian.spine.happenings import What

next_action = Rule(
    key="offenders.next_action",
    title="Take the next step about a suspect",
    why="A suspect without a next step, somebody who takes it and a day is one nobody looks for.",
    about="suspect_ref",
    starts=(What.SUSPECT_ACTION_SET,),
    done_when=(What.SUSPECT_ACTION_SET, What.SUSPECT_ARRESTED, What.SUSPECT_INTERVIEWED),
    ends_when=(What.SUSPECT_SETTLED,),
    one_at_a_time=True,
    terms=(
        Terms(
            since=SINCE,
            due=OnDay("next_action_due"),
            authority=default("the day is the one that was set for this suspect"),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-DAY, OFFICER, "The next step about a suspect is due tomorrow."),
        Step(NOW, LINE, "The next step about a suspect is late."),
        Step(2 * DAY, SUPERVISOR, "The next step about a suspect is two days late."),
    ),
    risk="risk_band",
    proof="What was done, and the step after it with its day, in the record of the suspect.",
    next_step="Do what was set, write it down and set the step after it with a day.",
    waived_by="Sergeant",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-03", "OFF-04"),
    examples=worked.NEXT_ACTION,
)

reached = Rule(
    key="offenders.suspect_reached",
    title="Arrest or interview a named suspect",
    why="While a named suspect is free the victim is at risk and evidence goes.",
    about="suspect_ref",
    starts=(What.SUSPECT_NAMED,),
    done_when=(What.SUSPECT_ARRESTED, What.SUSPECT_INTERVIEWED),
    ends_when=(What.SUSPECT_SETTLED,),
    terms=(
        Terms(
            since=SINCE,
            due=DependsOn(
                "risk_band",
                ("High",),
                Hours(HIGH_HOURS),
                DependsOn("risk_band", ("Standard",), Days(STANDARD_DAYS), Days(MEDIUM_DAYS)),
            ),
            authority=default("the time for each band; without a band that of the middle counts"),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-6 * HOUR, OFFICER, "A named suspect is to be reached within six hours."),
        Step(NOW, LINE, "A named suspect was not reached in time: assess the risk again."),
        Step(DAY, SUPERVISOR, "A named suspect is still not reached, a day after the time."),
        Step(7 * DAY, CHIEF, "A named suspect is still not reached, a week after the time."),
    ),
    risk="risk_band",
    proof="The time of the arrest or of the interview under caution.",
    next_step=(
        "Arrest, or arrange an interview and say why no arrest is necessary. Where the suspect "
        "cannot be found, decide whether to circulate, and look at the victim's risk again."
    ),
    waived_by="Inspector",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-01", "OFF-02", "OFF-05"),
    examples=worked.REACHED,
)

RULES = (next_action, reached)
