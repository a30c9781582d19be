"""Home visits to managed people, by each plan's own frequency and by two officers (OFF-08)."""

from peelian.areas.offenders import examples_managed as worked
from peelian.areas.offenders.settings import TRY_AGAIN_DAYS
from peelian.areas.offenders.visit import APPROVED, NOT_IN, REFUSED_ENTRY, SEEN, TWO
from peelian.areas.offenders.words import (
    CHIEF,
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
from peelian.engines.duties.clocks import Days, FromRecord
from peelian.engines.duties.rule import Retime, Rule, Step, Terms
from peelian.spine.happenings import What

home_visit = Rule(
    key="offenders.home_visit",
    title="Visit a managed person at home",
    why="What somebody does at home is seen at home, and only by going there.",
    about="plan_ref",
    starts=(What.MANAGED, What.PLAN_SET, What.VISITED),
    starts_facts={"reactive": (False, None)},
    done_when=(What.VISITED,),
    done_when_facts={"outcome": (SEEN,), "crew": (TWO, APPROVED)},
    ends_when=(What.MANAGEMENT_ENDED, What.MANAGED_REACTIVELY),
    retimed_by=(Retime(What.PLAN_SET),),
    one_at_a_time=True,
    terms=(
        Terms(
            since=SINCE,
            due=Days(FromRecord("visit_every_days")),
            authority=Authority(
                Weight.GUIDANCE,
                f"{MANAGING}: each plan sets its own frequency, and at least two people go",
            ),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-14 * DAY, OFFICER, "A home visit is due in two weeks."),
        Step(-2 * DAY, OFFICER, "A home visit is due in two days."),
        Step(NOW, LINE, "A home visit is late."),
        Step(7 * DAY, SUPERVISOR, "A home visit is a week late."),
        Step(28 * DAY, CHIEF, "A home visit is four weeks late."),
    ),
    risk="risk_band",
    proof=(
        "The record of a visit at which the person was seen, by two officers, or by one whom an "
        "inspector let go alone for a reason."
    ),
    next_step=(
        "Go unannounced with a second officer. Nobody in: try again. Entry refused twice: ask a "
        "superintendent to apply for a warrant (Sexual Offences Act 2003 s96B)."
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-07", "OFF-08"),
    examples=worked.HOME_VISIT,
)

visit_again = Rule(
    key="offenders.visit_again",
    title="Try a home visit again",
    why="Somebody who is never in, or lets nobody in, has not been seen.",
    about="plan_ref",
    starts=(What.VISITED,),
    starts_facts={"outcome": (NOT_IN, REFUSED_ENTRY)},
    done_when=(What.VISITED,),
    ends_when=(What.MANAGEMENT_ENDED,),
    retimed_by=(Retime(What.PLAN_SET),),
    one_at_a_time=True,
    terms=(
        Terms(
            since=SINCE,
            due=Days(TRY_AGAIN_DAYS),
            authority=default("the next attempt follows within a week"),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-DAY, OFFICER, "Try again tomorrow: nobody was seen at the last home visit."),
        Step(NOW, LINE, "Nobody was seen at the last home visit, and nobody tried again."),
    ),
    risk="risk_band",
    proof="The record of another visit, whatever came of it.",
    next_step=(
        "Go again at another hour. After two refusals a warrant to enter can be asked for "
        "(Sexual Offences Act 2003 s96B); look at the risk again at once."
    ),
    waived_by="Sergeant",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-08",),
    examples=worked.VISIT_AGAIN,
)

RULES = (home_visit, visit_again)
