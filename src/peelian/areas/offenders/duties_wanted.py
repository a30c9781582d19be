"""Suspects who are wanted, and arrest in domestic abuse: done, or said why not (OFF-01, OFF-06)."""

from peelian.areas.offenders import examples_suspects as worked
from peelian.areas.offenders.settings import ABUSE_HOURS, CIRCULATE_HOURS
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
    default,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Hours
from peelian.engines.duties.rule import Rule, Step, Terms
from peelian.spine.happenings import What

circulated = Rule(
    key="offenders.circulated",
    title="Circulate a wanted suspect",
    why="An officer who stops a wanted person can only arrest them if it is known.",
    about="suspect_ref",
    starts=(What.SUSPECT_WANTED,),
    done_when=(What.SUSPECT_CIRCULATED,),
    ends_when=(What.SUSPECT_ARRESTED, What.SUSPECT_SETTLED),
    terms=(
        Terms(
            since=SINCE,
            due=Hours(CIRCULATE_HOURS),
            authority=default("circulation follows the decision within a day"),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-4 * HOUR, OFFICER, "A suspect is to be circulated within four hours."),
        Step(NOW, LINE, "A suspect who is wanted is not circulated."),
    ),
    risk="risk_band",
    proof="The time of circulation on the Police National Computer.",
    next_step="Circulate on the Police National Computer, with warnings; cancel on arrest.",
    waived_by="Inspector",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-01",),
    examples=worked.CIRCULATED,
)

abuse_arrest = Rule(
    key="offenders.abuse_arrest",
    title="Arrest in domestic abuse, or say why not",
    why="Arrest is the default where there are grounds: whoever departs from it says why.",
    about="suspect_ref",
    starts=(What.SUSPECT_NAMED,),
    starts_facts={"domestic_abuse": (True,)},
    done_when=(What.SUSPECT_ARRESTED, What.ARREST_DECLINED),
    ends_when=(What.SUSPECT_SETTLED,),
    terms=(
        Terms(
            since=SINCE,
            due=Hours(ABUSE_HOURS),
            authority=Authority(
                Weight.POLICY,
                "The force's policy of positive arrest in domestic abuse. The hours are Peelian's "
                "default, until the force sets its own",
            ),
        ),
    ),
    owner=OFFICER,
    steps=(
        Step(-4 * HOUR, OFFICER, "Arrest is the default in domestic abuse: four hours are left."),
        Step(NOW, LINE, "No arrest in domestic abuse, and no reason why not."),
        Step(
            DAY, SUPERVISOR, "No arrest in domestic abuse for a day past its time, and no reason."
        ),
    ),
    risk="risk_band",
    proof="The time of the arrest, or the reason why there was none with its time.",
    next_step="Arrest where there are grounds, or write down why it was not necessary.",
    waived_by="Inspector",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-06",),
    examples=worked.ABUSE_ARREST,
)

RULES = (circulated, abuse_arrest)
