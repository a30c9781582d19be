"""The duties that join the parts of a domestic abuse case."""

from datetime import date, timedelta

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Hours, WorkingDays
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.frameworks.domestic_abuse import examples as worked
from peelian.spine.happenings import What

OWNER, SINCE, REVIEW_BY = "Head of public protection", date(2026, 1, 1), date(2027, 11, 1)
DEFAULT = Authority(Weight.DEFAULT, "Peelian's default; set the force's own")
TOUR = Setting(
    "domestic_abuse.assessed_hours",
    "Hours from arrival to a risk assessment, as the end of the attending tour",
    9,
    "hours",
)
REFERRAL = Setting(
    "domestic_abuse.referral_days",
    "Working days to decide on a referral that a criterion calls for",
    1,
    "working days",
)
ORDERS = Setting(
    "domestic_abuse.orders_hours",
    "Hours to write down which orders were weighed when a case ends without charge",
    24,
    "hours",
)
SCHOOL = Setting(
    "domestic_abuse.school_days",
    "Working days to tell the school of a child in the home (Operation Encompass)",
    1,
    "working days",
)
OFFICER, SUPERVISOR = NamedOfficer(), InUnit("supervisor")


def link(  # one link of the chain
    key: str,
    title: str,
    why: str,
    *,
    about: str,
    starts: tuple[What, ...],
    done_when: tuple[What, ...],
    due: Hours | WorkingDays,
    reminds: timedelta,
    proof: str,
    next_step: str,
    ledger: tuple[str, ...],
    examples: tuple[Example, ...],
    narrowed: dict[str, tuple[str | int | bool | None, ...]] | None = None,
    by_hand: bool = False,
) -> Rule:
    """One duty of the chain: the officer's own, then the line's, then the unit's supervisor's."""
    return Rule(
        key=f"domestic_abuse.{key}",
        title=title,
        why=why,
        about=about,
        starts=starts,
        starts_facts=narrowed or {},
        done_when=done_when,
        terms=(Terms(SINCE, due, DEFAULT),),
        owner=OFFICER,
        steps=(
            Step(-reminds, OFFICER, f"Soon due: {title.lower()}."),
            Step(timedelta(0), LineOf(), f"Late: {title.lower()}."),
            Step(timedelta(hours=12), SUPERVISOR, f"Still late: {title.lower()}."),
        ),
        proof=proof,
        next_step=next_step,
        by_hand=by_hand,
        waived_by="Inspector",
        owned_by=OWNER,
        review_by=REVIEW_BY,
        ledger=ledger,
        examples=examples,
    )


RULES = (
    link(
        "risk_assessed",
        "Assess the risk of domestic abuse",
        "Danger that is not assessed at the door is assessed by nobody.",
        about="incident_ref",
        starts=(What.DOMESTIC_ABUSE_ATTENDED,),
        done_when=(What.RISK_ASSESSED, What.RISK_REFUSED),
        due=Hours(TOUR),
        reminds=timedelta(hours=2),
        proof="A risk assessment, or that it was declined with what was seen and is known",
        next_step="Make the DASH assessment. Where they decline, write down what you saw.",
        ledger=("VUL-01", "VUL-02"),
        examples=worked.ASSESSED,
    ),
    link(
        "referral_decided",
        "Decide on the referral that a criterion calls for",
        "A criterion that is met and not acted on is found after harm was done.",
        about="incident_ref",
        starts=(What.REFERRAL_CALLED_FOR,),
        done_when=(What.REFERRED, What.REFERRAL_DECLINED),
        due=WorkingDays(REFERRAL),
        reminds=timedelta(hours=4),
        proof="The referral, or a reason for none",
        next_step="Refer the case to the conference, or say why not.",
        ledger=("VUL-27",),
        examples=worked.REFERRED,
    ),
    link(
        "school_told",
        "Tell the school of a child in the home",
        "A teacher who knows can look after the child on the next morning.",
        about="incident_ref",
        starts=(What.RISK_ASSESSED,),
        narrowed={"children": (True,)},
        done_when=(What.SCHOOL_TOLD,),
        due=WorkingDays(SCHOOL),
        reminds=timedelta(hours=16),
        proof="When and whom at the school you told",
        next_step="Tell the school's named person before the school day begins.",
        ledger=("VUL-01",),
        examples=worked.SCHOOL,
        by_hand=True,
    ),
    link(
        "orders_considered",
        "Weigh protective orders when a case ends without charge",
        "Somebody who is let go may go home to the person they hurt.",
        about="suspect_ref",
        starts=(What.RELEASED_WITHOUT_CHARGE, What.SUSPECT_SETTLED),
        narrowed={
            "domestic_abuse": (True,),
            "state": ("Eliminated", "No further action"),
        },
        done_when=(What.ORDERS_CONSIDERED,),
        due=Hours(ORDERS),
        reminds=timedelta(hours=6),
        proof="Which orders were weighed, and why one was asked for or not",
        next_step="Write down which protective orders you weighed, and your reasons.",
        ledger=("VUL-31", "INV-24"),
        examples=worked.ORDERS,
    ),
)
