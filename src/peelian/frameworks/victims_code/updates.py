"""Updates as agreed with each victim: their own number of days, from one update to the next."""

from datetime import timedelta

from peelian.engines.duties.clocks import Days, FromRecord
from peelian.engines.duties.owners import LineOf
from peelian.engines.duties.rule import Example, Retime, Rule, Step, Terms
from peelian.frameworks.victims_code.code import (
    OFFICER,
    OWNER,
    REVIEW_BY,
    SAFE,
    SAFELY,
    SINCE,
    code,
)
from peelian.records.happenings import Fact
from peelian.spine.happenings import What

VICTIM: dict[str, Fact] = {"victim_ref": "V1", "investigation_ref": "C1"}
TOLD: dict[str, Fact] = {**VICTIM, "about": "Progress", "by_safe_route": True}

UPDATED = Rule(
    key="victims_code.updated",
    title="Update the victim as agreed",
    why="Inspectors judge each promise by what this victim was promised.",
    about="victim_ref",
    starts=(What.CONTRACT_AGREED, What.VICTIM_UPDATED),
    done_when=(What.VICTIM_UPDATED,),
    done_when_facts={"by_safe_route": SAFE},
    ends_when=(What.CONTACT_ENDED,),
    retimed_by=(Retime(What.CONTRACT_AGREED, from_then=True),),
    one_at_a_time=True,
    # What was told before anything was agreed is no broken promise.
    goes_on=(What.VICTIM_UPDATED,),
    terms=(
        Terms(SINCE, Days(FromRecord("update_every_days")), code("Right 6, as agreed with them")),
    ),
    owner=OFFICER,
    steps=(
        Step(timedelta(days=-2), OFFICER, "A victim is due an update in two days."),
        Step(timedelta(0), LineOf(), "A promised update is late."),
        Step(timedelta(days=7), LineOf(), "A promised update is a week late."),
    ),
    proof="A contact with the victim, by no other route than the one recorded as safe",
    next_step=f"Tell the victim how it stands, even where nothing is new. {SAFELY}",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-21", "INV-25"),
    examples=(
        Example(
            "Agreed on the last day of January, every 29 days: by the end of the leap day.",
            (("2028-01-31 09:00", What.CONTRACT_AGREED, {**VICTIM, "update_every_days": 29}),),
            due="2028-02-29",
            seen="2028-03-01 00:00",
            state="Late",
        ),
        Example(
            "Told before anything was agreed: no promise, so no duty.",
            (("2027-03-01 09:00", What.VICTIM_UPDATED, TOLD),),
            due="",
            seen="2027-06-01 09:00",
            state="No duty",
        ),
        Example(
            "Told after 19 days of 28, the next is due 28 days later, in summer time.",
            (
                ("2027-03-01 09:00", What.CONTRACT_AGREED, {**VICTIM, "update_every_days": 28}),
                ("2027-03-20 10:00", What.VICTIM_UPDATED, TOLD),
            ),
            due="2027-04-17",
            seen="2027-04-17 23:30",
            state="Running",
        ),
        Example(
            "Told by a route that is not safe, the promise is not kept.",
            (
                ("2026-12-01 09:00", What.CONTRACT_AGREED, {**VICTIM, "update_every_days": 30}),
                (
                    "2026-12-20 10:00",
                    What.VICTIM_UPDATED,
                    {**TOLD, "by_safe_route": False},
                ),
            ),
            due="2026-12-31",
            seen="2027-01-01 00:00",
            state="Late",
        ),
        Example(
            "More often agreed on the way: seven days from then, and not the 28 of before.",
            (
                ("2027-03-01 09:00", What.CONTRACT_AGREED, {**VICTIM, "update_every_days": 28}),
                ("2027-03-10 09:00", What.CONTRACT_AGREED, {**VICTIM, "update_every_days": 7}),
            ),
            due="2027-03-17",
            seen="2027-03-17 23:00",
            state="Running",
        ),
    ),
)
