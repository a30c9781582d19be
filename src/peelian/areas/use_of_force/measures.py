"""How often officers write that they used force, with what, and whether there is video of it."""

from collections.abc import Collection
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any

from ibis import _

from peelian.areas.use_of_force import examples as worked
from peelian.areas.use_of_force.codes import COMPLIANT_CUFFS, NO_INJURY, TASER_DISCHARGED
from peelian.areas.use_of_force.dimensions import CIRCUMSTANCES, EVERY_WAY, WHOM
from peelian.areas.use_of_force.models import IN_ORDER, UseOfForce
from peelian.areas.use_of_force.words import (
    DOUBTFUL,
    EVENTS,
    FIRST,
    FORMS_ARE_NOT_INCIDENTS,
    OWN_PRACTICE,
    OWNER,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Count, Share


def any_tactic(tactics: Collection[str]) -> Any:
    """The condition that one of these tactics stands on the form, in whatever place."""
    return reduce(or_, (_[name].isin(tuple(tactics)).fill_null(False) for name in IN_ORDER))


EVERY_FORM = _.tactic_1.notnull()
ONLY_COMPLIANT = (_.tactic_1 == COMPLIANT_CUFFS) & _.tactic_2.isnull()

forms = Count(
    key="use_of_force.forms",
    title="Use of force forms",
    short="Forms",
    asks="How many forms did officers write about force that they used?",
    words="forms about use of force were written",
    definition=(
        "Forms by the month in which force was used: one for each officer, person and incident. "
        "By tactic, each form stands under the first one used."
    ),
    why="Force that nobody counts is force that nobody answers for.",
    of=UseOfForce,
    dated_by="month",
    counting=EVERY_FORM,
    by=EVERY_WAY,
    better="neither",
    counts="event",
    profile=EVENTS,
    comparable=OWN_PRACTICE,
    cautions=(FORMS_ARE_NOT_INCIDENTS, DOUBTFUL),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-21",),
    versions=FIRST,
    examples=worked.FORMS,
)

beyond_compliance = replace(
    forms,
    key="use_of_force.beyond_compliance",
    title="Use of force forms beyond compliant handcuffing",
    short="Beyond compliant handcuffs",
    asks="How many forms tell of more than handcuffs that the person accepted?",
    words="forms tell of more than compliant handcuffing",
    definition="Forms of which compliant handcuffing is not the only tactic.",
    why="Most forms are of handcuffs that were accepted; they hide the rest, so they stand apart.",
    counting=EVERY_FORM & ~ONLY_COMPLIANT,
    examples=worked.BEYOND_COMPLIANCE,
)

taser_discharged = replace(
    forms,
    key="use_of_force.taser_discharged",
    title="Use of force forms on which a Taser was discharged",
    short="Taser discharged",
    asks="On how many forms was a Taser discharged?",
    words="forms tell of a Taser that was discharged",
    definition=(
        "Forms that name 'Taser fired', a drive-stun or an angled drive-stun, in any place. A "
        "Taser that was drawn, aimed, arced or red-dotted and not discharged is not counted."
    ),
    why="To aim a Taser and to fire it are different uses of force.",
    counting=any_tactic(TASER_DISCHARGED),
    by=(*CIRCUMSTANCES, *WHOM),
    examples=worked.TASER_DISCHARGED,
)

with_video = Share(
    key="use_of_force.with_video",
    title="Use of force forms with body-worn video",
    short="With video",
    asks="How often is there body-worn video of force that was used?",
    among_words="use of force forms",
    words="name a body-worn video",
    definition="Of all forms, those that give the reference of a body-worn video.",
    why="Without video a review has one side of the story.",
    of=UseOfForce,
    dated_by="month",
    among=EVERY_FORM,
    counting=_.video_ref.notnull(),
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_PRACTICE,
    cautions=(FORMS_ARE_NOT_INCIDENTS,),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-21",),
    versions=FIRST,
    examples=worked.WITH_VIDEO,
)

person_injured = Share(
    key="use_of_force.person_injured",
    title="Use of force forms on which the person was injured",
    short="Person injured",
    asks="How often is the person injured where force is used?",
    among_words="use of force forms",
    words="say that the person was injured",
    definition="Of all forms, those that name an injury of the person. Blank is unknown, never no.",
    why="Force that injures is force that must be explained.",
    of=UseOfForce,
    dated_by="month",
    among=EVERY_FORM,
    counting=_.person_injury != NO_INJURY,
    known=_.person_injury.notnull(),
    by=EVERY_WAY,
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=OWN_PRACTICE,
    cautions=(
        FORMS_ARE_NOT_INCIDENTS,
        "An injury can stand on the forms of several officers, and need not come from the force.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-21",),
    versions=FIRST,
    examples=worked.PERSON_INJURED,
)

MEASURES = (forms, beyond_compliance, taser_discharged, with_video, person_injured)
