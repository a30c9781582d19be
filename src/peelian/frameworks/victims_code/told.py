"""Right 6: a victim is told what happens to a suspect within five working days, or within one.

One rule for each thing to be told, so that each has a measure of its own: a change of bail is what
is most often forgotten. A contact by a route that is known not to be the safe one meets no duty.
One of which that is not known does, since not every system records it; the measure of contacts by
the safe route shows how many those are.
"""

from peelian.areas.victims.models import (
    ARREST,
    BAIL_CONDITIONS,
    INTERVIEW,
    NOT_INVESTIGATED,
    ON_BAIL,
    RELEASE,
)
from peelian.engines.duties.rule import Each, Example, Retime, Rule, Terms
from peelian.frameworks.victims_code import told_examples as worked
from peelian.frameworks.victims_code.code import (
    OFFICER,
    OWNER,
    REVIEW_BY,
    SAFE,
    SAFELY,
    SINCE,
    STEPS,
    TOLD_WITHIN,
    code,
)
from peelian.spine.happenings import What

EVERY_VICTIM = Each("victim_ref", (What.VICTIM_RECORDED,))


def told_of(
    key: str, event: str, starts: tuple[What, ...], right: str, examples: tuple[Example, ...]
) -> Rule:
    """The duty to tell every victim of an investigation of one thing."""
    return Rule(
        key=f"victims_code.{key}",
        title=f"Tell the victim: {event.lower()}",
        why="Victims who learn it from elsewhere, or too late, are less safe and lose trust.",
        about="investigation_ref",
        each=EVERY_VICTIM,
        starts=starts,
        done_when=(What.VICTIM_UPDATED,),
        done_when_facts={"about": (event,), "by_safe_route": SAFE},
        ends_when=(What.CONTACT_ENDED,),
        retimed_by=(Retime(What.ENHANCED_RIGHTS, from_then=True),),
        terms=(Terms(SINCE, TOLD_WITHIN, code(right)),),
        owner=OFFICER,
        steps=STEPS,
        proof="A contact with the victim about it, by no other route than the one recorded as safe",
        next_step=f"Tell the victim, with the reasons, and write the contact down. {SAFELY}",
        risk="risk_band",
        owned_by=OWNER,
        review_by=REVIEW_BY,
        ledger=("INV-21", "INV-25"),
        examples=examples,
    )


RIGHT_6 = "Right 6, information about the investigation"
TOLD = (
    told_of("told_of_arrest", ARREST, (What.SUSPECT_ARRESTED,), RIGHT_6, worked.ARRESTED),
    told_of(
        "told_of_interview", INTERVIEW, (What.SUSPECT_INTERVIEWED,), RIGHT_6, worked.INTERVIEWED
    ),
    told_of("told_of_release", RELEASE, (What.RELEASED_WITHOUT_CHARGE,), RIGHT_6, worked.RELEASED),
    told_of(
        "told_of_bail",
        ON_BAIL,
        (What.BAILED, What.RELEASED_UNDER_INVESTIGATION),
        RIGHT_6,
        worked.BAILED,
    ),
    told_of(
        "told_of_bail_change",
        BAIL_CONDITIONS,
        (What.BAIL_CHANGED, What.BAIL_ENDED),
        RIGHT_6,
        worked.BAIL_CHANGED,
    ),
    told_of(
        "told_not_investigated",
        NOT_INVESTIGATED,
        (What.NOT_INVESTIGATED,),
        "Right 6, a decision not to investigate",
        worked.NOT_INVESTIGATED,
    ),
)
