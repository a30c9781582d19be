"""Plans of managed people: risk assessed anew, plans reviewed, reactive management looked at."""

from peelian.areas.offenders import examples_managed as worked
from peelian.areas.offenders.settings import (
    PLAN_HIGH_MONTHS,
    PLAN_LOW_MONTHS,
    PLAN_MEDIUM_MONTHS,
    RISK_MONTHS,
)
from peelian.areas.offenders.words import (
    DAY,
    LINE,
    MANAGING,
    NOW,
    OFFICER,
    OWNER,
    REVIEW_BY,
    SINCE,
    SUPERVISOR,
    default,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import DependsOn, Months, OnDay
from peelian.engines.duties.rule import Rule, Step, Terms
from peelian.spine.happenings import What

risk_review = Rule(
    key="offenders.risk_review",
    title="Assess the risk of a managed person again",
    why="Risk changes; a plan that rests on last year's is a guess.",
    about="plan_ref",
    starts=(What.MANAGED, What.RISK_REVIEWED),
    done_when=(What.RISK_REVIEWED,),
    ends_when=(What.MANAGEMENT_ENDED,),
    one_at_a_time=True,
    terms=(
        Terms(since=SINCE, due=Months(RISK_MONTHS), authority=default("yearly, and on change")),
    ),
    owner=OFFICER,
    steps=(
        Step(-28 * DAY, OFFICER, "An assessment of risk is due in four weeks."),
        Step(NOW, LINE, "An assessment of risk is late."),
        Step(28 * DAY, SUPERVISOR, "An assessment of risk is four weeks late."),
    ),
    risk="risk_band",
    proof="The day of the assessment in the national system.",
    next_step="Assess the risk with what has changed since, and set the plan anew if it has.",
    waived_by="Inspector",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-09",),
    examples=worked.RISK_REVIEW,
)

plan_review = Rule(
    key="offenders.plan_review",
    title="Review the plan of a managed person",
    why="A supervisor who reads each plan sees the one that has stood still.",
    about="plan_ref",
    starts=(What.MANAGED, What.PLAN_REVIEWED),
    done_when=(What.PLAN_REVIEWED,),
    ends_when=(What.MANAGEMENT_ENDED,),
    one_at_a_time=True,
    terms=(
        Terms(
            since=SINCE,
            due=DependsOn(
                "level",
                ("Very high", "High"),
                Months(PLAN_HIGH_MONTHS),
                DependsOn("level", ("Low",), Months(PLAN_LOW_MONTHS), Months(PLAN_MEDIUM_MONTHS)),
            ),
            authority=default("how often depends on the level"),
        ),
    ),
    owner=LINE,
    steps=(
        Step(-14 * DAY, LINE, "The plan of a managed person is due for your review in two weeks."),
        Step(NOW, LINE, "The review of a plan is late."),
        Step(28 * DAY, SUPERVISOR, "The review of a plan is four weeks late."),
    ),
    risk="risk_band",
    proof="The day of the review in the national system, with what it found.",
    next_step="Read the plan: is it done, is it enough, is it in time? Say what changes.",
    waived_by="Inspector",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-10",),
    examples=worked.PLAN_REVIEW,
)

reactive_review = Rule(
    key="offenders.reactive_review",
    title="Look at reactive management again",
    why="Nobody visits somebody who is managed reactively, so somebody has to ask whether to.",
    about="plan_ref",
    starts=(What.MANAGED_REACTIVELY,),
    done_when=(What.PLAN_REVIEWED, What.MANAGED_REACTIVELY),
    ends_when=(What.MANAGEMENT_ENDED,),
    one_at_a_time=True,
    terms=(
        Terms(
            since=SINCE,
            due=OnDay("reactive_review_on"),
            authority=Authority(Weight.GUIDANCE, f"{MANAGING}: reactive management is reviewed"),
        ),
    ),
    owner=LINE,
    steps=(
        Step(-28 * DAY, LINE, "Reactive management is to be looked at within four weeks."),
        Step(NOW, SUPERVISOR, "Nobody has looked at reactive management by the day set for it."),
    ),
    risk="risk_band",
    proof="The review with its day, or a new decision with criteria, approver and next day.",
    next_step="Confirm each criterion or set visits again; any new intelligence ends it.",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-11",),
    examples=worked.REACTIVE_REVIEW,
)

RULES = (risk_review, plan_review, reactive_review)
