"""What each victim is offered and agreed with: support, needs, contact, personal statement."""

from peelian.engines.duties.authority import Authority
from peelian.engines.duties.clocks import Clock, Days, WorkingDays
from peelian.engines.duties.rule import Example, Rule, Terms
from peelian.engines.duties.settings import Setting
from peelian.frameworks.victims_code.code import (
    DEFAULT,
    OFFICER,
    OWNER,
    REVIEW_BY,
    SINCE,
    STEPS,
    code,
)
from peelian.records.happenings import Fact
from peelian.spine.happenings import What

NEEDS_DAYS = Setting(
    "victims_code.needs_days", "Working days to a victim's needs assessment", 5, "working days"
)
CONTRACT_DAYS = Setting(
    "victims_code.contract_days", "Working days to what is agreed on contact", 5, "working days"
)
STATEMENT_DAYS = Setting(
    "victims_code.statement_days", "Days to the offer of a personal statement", 28, "days"
)
VICTIM: dict[str, Fact] = {"victim_ref": "V1", "investigation_ref": "C1"}


def offer(
    key: str,
    title: str,
    why: str,
    done_when: tuple[What, ...],
    due: Clock,
    authority: Authority,
    *,
    proof: str,
    next_step: str,
    ledger: tuple[str, ...],
    example: tuple[str, str, str],
) -> Rule:
    """Something that each victim is owed from the day on which they are recorded as one."""
    says, recorded, last = example
    return Rule(
        key=f"victims_code.{key}",
        title=title,
        why=why,
        about="victim_ref",
        starts=(What.VICTIM_RECORDED,),
        done_when=done_when,
        ends_when=(What.CONTACT_ENDED,),
        terms=(Terms(SINCE, due, authority),),
        owner=OFFICER,
        steps=STEPS,
        proof=proof,
        next_step=next_step,
        waived_by="Inspector" if authority.can_be_waived else "",
        owned_by=OWNER,
        review_by=REVIEW_BY,
        ledger=ledger,
        examples=(
            Example(
                says,
                ((recorded, What.VICTIM_RECORDED, VICTIM),),
                due=last,
                seen=f"{last} 23:00",
                state="Running",
            ),
        ),
    )


OFFERED = (
    offer(
        "support_referral",
        "Refer the victim to support, unless they decline",
        "Support that comes late is support for something else.",
        (What.SUPPORT_REFERRED, What.SUPPORT_DECLINED),
        WorkingDays(2),
        code("Right 4: referral within two working days of the report"),
        proof="The referral, or that the victim declined",
        next_step="Ask the victim, and refer them or write down that they decline.",
        ledger=("INV-20", "INV-25"),
        example=("Over New Year: Monday and Tuesday.", "2026-12-31 10:00", "2027-01-05"),
    ),
    offer(
        "needs_assessed",
        "Assess the victim's needs",
        "Special measures and safe contact must be known before the next step is taken.",
        (What.NEEDS_ASSESSED,),
        WorkingDays(NEEDS_DAYS),
        DEFAULT,
        proof="A dated needs assessment",
        next_step="Make the needs assessment with the victim.",
        ledger=("INV-20", "INV-25"),
        example=("Over Easter: Thursday, Tuesday to Friday.", "2027-03-24 09:00", "2027-04-02"),
    ),
    offer(
        "contact_agreed",
        "Agree with the victim how and how often they are told",
        "A promise can only be kept where it was made.",
        (What.CONTRACT_AGREED,),
        WorkingDays(CONTRACT_DAYS),
        DEFAULT,
        proof="What was agreed, with the route that is safe",
        next_step="Agree routes, times and how often with the victim, and write it down.",
        ledger=("INV-21", "INV-25"),
        example=("Over the early May holiday.", "2027-04-29 09:00", "2027-05-07"),
    ),
    offer(
        "statement_offered",
        "Offer the victim a personal statement",
        "It is the one place in which the court hears what the crime did to them.",
        (What.STATEMENT_OFFERED,),
        Days(STATEMENT_DAYS),
        DEFAULT,
        proof="That it was offered, and what they chose",
        next_step="Explain and offer the personal statement, and write down the choice.",
        ledger=("INV-22", "INV-25"),
        example=("Twenty-eight days reach the leap day.", "2028-02-01 12:00", "2028-02-29"),
    ),
)
