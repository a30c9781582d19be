"""Duties towards victims that no code sets a time for: what a withdrawal leaves."""

from datetime import date, timedelta

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import WorkingDays
from peelian.engines.duties.owners import LineOf, NamedOfficer
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

RECORD_DAYS = Setting(
    "victims.withdrawal_days",
    "Working days to the record of a victim's withdrawal",
    2,
    "working days",
)

WITHDRAWAL_RECORDED = Rule(
    key="victims.withdrawal_recorded",
    title="Write down why a victim withdrew, and whether the case goes on",
    why="A withdrawal ends no duty to protect, and two of ten records gave no reason.",
    about="victim_ref",
    starts=(What.SUPPORT_WITHDRAWN,),
    done_when=(What.WITHDRAWAL_RECORDED,),
    terms=(
        Terms(
            date(2026, 1, 1),
            WorkingDays(RECORD_DAYS),
            Authority(Weight.DEFAULT, "Peelian's default; set the force's own"),
        ),
    ),
    owner=NamedOfficer(),
    steps=(
        Step(timedelta(hours=-12), NamedOfficer(), "A withdrawal is to be written down today."),
        Step(timedelta(0), LineOf(), "A withdrawal was not written down in time."),
    ),
    proof="The withdrawal record: own words, pressure explored, orders, the supervisor's view",
    next_step="See the victim alone, explore pressure and fear, and make the withdrawal record.",
    waived_by="Inspector",
    owned_by="Head of crime",
    review_by=date(2027, 11, 1),
    ledger=("INV-23", "INV-24", "VUL-31"),
    examples=(
        Example(
            "Withdrawn on the Thursday before Easter: by the end of the Wednesday after.",
            (("2027-03-25 17:00", What.SUPPORT_WITHDRAWN, {"victim_ref": "V1"}),),
            due="2027-03-31",
            seen="2027-03-31 22:00",
            state="Running",
        ),
    ),
)

RULES = (WITHDRAWAL_RECORDED,)
