"""The seven-point plan for assaults on staff as duties of the supervisor (WRK-13 to WRK-15).

Point 1, the same care as for anybody else, is what all the others together are for.
"""

from peelian.areas.workforce import examples as worked
from peelian.areas.workforce.settings import (
    INVESTIGATOR_HOURS,
    MEETING_HOURS,
    NOTICE_HOURS,
    PROOF_DAYS,
    REPORT_DAYS,
    RIGHTS_DAYS,
)
from peelian.areas.workforce.words import (
    ABOVE,
    CHIEF,
    DAY,
    HOUR,
    LEDGER,
    NOTICES,
    NOW,
    OWNER,
    REVIEW_BY,
    SINCE,
    SUPERVISOR,
    plan,
)
from peelian.engines.duties.clocks import Clock, Hours, WorkingDays
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.spine.happenings import What


def _point(
    point: int,
    key: str,
    title: str,
    *,
    why: str,
    done: What,
    due: Clock,
    proof: str,
    next_step: str,
    examples: tuple[Example, ...],
    ledger: tuple[str, ...] = LEDGER,
) -> Rule:
    """One point of the plan: from the assault on, owned by the supervisor, told upwards if late."""
    return Rule(
        key=f"workforce.{key}",
        title=title,
        why=why,
        about="assault_ref",
        starts=(What.STAFF_ASSAULTED,),
        done_when=(done,),
        terms=(Terms(since=SINCE, due=due, authority=plan(point)),),
        owner=SUPERVISOR,
        steps=(
            Step(-4 * HOUR, SUPERVISOR, f"{title}: four hours are left."),
            Step(NOW, ABOVE, f"{title}: late."),
            Step(2 * DAY, CHIEF, f"{title}: two days late."),
        ),
        proof=proof,
        next_step=next_step,
        waived_by="Superintendent",
        owned_by=OWNER,
        review_by=REVIEW_BY,
        ledger=ledger,
        examples=examples,
    )


RULES = (
    _point(
        3,
        "investigator",
        "Name who investigates the assault, never the assaulted person",
        why="An investigator who is the victim puts the case in doubt and the harm upon them.",
        done=What.INVESTIGATOR_NAMED,
        due=Hours(INVESTIGATOR_HOURS),
        proof="The number of an investigator who is somebody else than the assaulted person.",
        next_step="Give it to somebody else, and have witnesses' statements taken by others too.",
        examples=worked.INVESTIGATOR,
    ),
    _point(
        4,
        "meeting",
        "Meet the assaulted person",
        why="Victims recover better with early care, and may play down what it did to them.",
        done=What.WELFARE_MET,
        due=Hours(MEETING_HOURS),
        proof="The time of the meeting.",
        next_step="Meet them as soon as practical, ask how they are and offer what there is.",
        examples=worked.MEETING,
    ),
    _point(
        2,
        "rights",
        "Explain the rights of a victim to the assaulted person",
        why="The Victims' Code holds for staff too: updates, and a say before the outcome.",
        done=What.RIGHTS_EXPLAINED,
        due=WorkingDays(RIGHTS_DAYS),
        proof="The time at which the rights were explained.",
        next_step="Explain the Code, agree on updates and ask for their view of outcomes.",
        examples=worked.RIGHTS,
    ),
    _point(
        5,
        "command_told",
        "Tell the local command or head of department",
        why="Welfare goes on after the shift of the supervisor who began it.",
        done=What.COMMAND_TOLD,
        due=Hours(NOTICE_HOURS),
        proof="The time at which they were told.",
        next_step="Tell the local command team or the head of department.",
        examples=worked.NOTICE[What.COMMAND_TOLD],
        ledger=NOTICES,
    ),
    _point(
        5,
        "executive_told",
        "Tell the executive office",
        why="Those who lead the force know who was hurt in its service.",
        done=What.EXECUTIVE_TOLD,
        due=Hours(NOTICE_HOURS),
        proof="The time at which it was told.",
        next_step="Tell the executive office.",
        examples=worked.NOTICE[What.EXECUTIVE_TOLD],
        ledger=NOTICES,
    ),
    _point(
        5,
        "association_told",
        "Tell the staff association or union",
        why="They give support day and night that the force cannot.",
        done=What.ASSOCIATION_TOLD,
        due=Hours(NOTICE_HOURS),
        proof="The time at which it was told.",
        next_step="Tell the Police Federation, the Superintendents' Association or Unison.",
        examples=worked.NOTICE[What.ASSOCIATION_TOLD],
        ledger=NOTICES,
    ),
    _point(
        6,
        "proof",
        "Check the points to prove, and offer a personal statement",
        why="Statements made in haste miss what a court needs.",
        done=What.PROOF_CHECKED,
        due=WorkingDays(PROOF_DAYS),
        proof="The time at which points to prove and the personal statement were looked at.",
        next_step="Check each point to prove, and that a personal statement was offered.",
        examples=worked.PROOF,
    ),
    _point(
        7,
        "accident_report",
        "Report the accident",
        why="What is not reported is not learned from; somebody else can and must do it.",
        done=What.ACCIDENT_REPORTED,
        due=WorkingDays(REPORT_DAYS),
        proof="The time of the report in the accident system, and who made it.",
        next_step="The assaulted person and you report; where they cannot, another person does.",
        examples=worked.REPORT,
        ledger=("WRK-14",),
    ),
)
