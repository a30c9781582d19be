"""Breaches of notification: each is recorded as a crime, however small (OFF-12)."""

from peelian.areas.offenders import examples_managed as worked
from peelian.areas.offenders.settings import RECORD_HOURS
from peelian.areas.offenders.words import (
    DAY,
    HOUR,
    LINE,
    NOW,
    OFFICER,
    OWNER,
    REVIEW_BY,
    SINCE,
    SUPERVISOR,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Hours
from peelian.engines.duties.rule import Rule, Step, Terms
from peelian.spine.happenings import What

breach_recorded = Rule(
    key="offenders.breach_recorded",
    title="Record a breach as a crime",
    why="Small breaches that are not recorded hide the pattern that they make.",
    about="breach_ref",
    starts=(What.BREACHED,),
    done_when=(What.BREACH_RECORDED_AS_CRIME,),
    terms=(
        Terms(
            since=SINCE,
            due=Hours(RECORD_HOURS),
            authority=Authority(
                Weight.GUIDANCE,
                "National Crime Recording Standard: as soon as possible, within 24 hours",
            ),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-4 * HOUR, OFFICER, "A breach is to be recorded as a crime within four hours."),
        Step(NOW, LINE, "A breach is not recorded as a crime."),
        Step(DAY, SUPERVISOR, "A breach is not recorded as a crime, a day after its time."),
    ),
    proof="The reference of the crime, and when it was recorded.",
    next_step=(
        "Record the crime (Sexual Offences Act 2003 s91) and put its reference on the breach; no "
        "breach is too small."
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-12",),
    examples=worked.BREACH_RECORDED,
)

RULES = (breach_recorded,)
