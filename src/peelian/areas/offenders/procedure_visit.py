"""The record of a home visit: who went, who was seen, and the next lawful step (OFF-08)."""

from collections.abc import Mapping
from datetime import date

from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.visit import HomeVisit
from peelian.areas.offenders.visit_questions import SEEING, WHO
from peelian.areas.offenders.words import MANAGING, OWNER, REVIEW_BY
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.procedures.declared import Asked, Found, LookedInto, Procedure, Version

VISITOR = "visitor"


def _found(looked: LookedInto) -> Mapping[str, Found]:
    """Who writes, so that they do not name themselves as the second officer."""
    return {VISITOR: Found("You are the first officer.", fact=looked.actor.officer_ref)}


def _wrong(asked: Asked) -> Mapping[str, str]:
    second = asked.words.get("second", "").strip()
    if second and second == asked.facts.get(VISITOR):
        return {"second": "This is your own number: name the other officer who went."}
    return {}


visit = Procedure(
    key="offenders.visit",
    title="Home visit",
    why="Asks on the doorstep's other side what the plan needs to know, while it is fresh.",
    about=ManagedPerson,
    makes=HomeVisit,
    carries={"plan_ref": "plan_ref", "person_key": "person_key", "unit_ref": "unit_ref"},
    versions=(Version(1, date(2020, 1, 1), "First questions.", (WHO, SEEING)),),
    authority=Authority(Weight.GUIDANCE, f"{MANAGING}: home visits"),
    facts=_found,
    wrong=_wrong,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-08",),
    roles=("offender-manager", "supervisor"),
    takes="About three minutes",
    then="The next visit runs from this one, where the person was seen.",
)
