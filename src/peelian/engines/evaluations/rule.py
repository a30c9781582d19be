"""A registered change gets its verdict, from whoever registered it, when its day has come."""

from datetime import date, timedelta
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import OnDay
from peelian.engines.duties.owners import LineOf, NamedOfficer
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

VERDICT_DAYS: Final = Setting(
    "evaluations.verdict_days",
    "Days from the check date of a change to the verdict on it",
    14,
    "days",
)
A_DAY: Final = timedelta(days=1)

VERDICT = Rule(
    key="evaluations.verdict",
    title="Give the verdict on a change",
    why="What was tried is kept, altered or stopped on its result, and not because nobody looked.",
    about="evaluation_ref",
    starts=(What.CHANGE_REGISTERED,),
    done_when=(What.CHANGE_JUDGED,),
    ends_when=(What.CHANGE_WITHDRAWN,),
    terms=(
        Terms(
            date(2026, 1, 1),
            OnDay("verdict_by"),
            Authority(Weight.DEFAULT, "Peelian's default; set the force's own number of days"),
        ),
    ),
    owner=NamedOfficer(),
    steps=(
        Step(-A_DAY * 14, NamedOfficer(), "The check date of a change has come: give the verdict."),
        Step(A_DAY * 7, LineOf(), "A change has no verdict a week after its day."),
    ),
    proof="The verdict itself, on the page of the evaluation.",
    next_step="Open evaluations, read what the figures say, and give the verdict there.",
    owned_by="Head of performance",
    review_by=date(2027, 11, 30),
    ledger=("INV-29", "WRK-24", "NEI-16"),
    examples=(
        Example(
            "Registered in March for a check in October, and open when its days are over.",
            (("2026-03-02 10:00", What.CHANGE_REGISTERED, {"verdict_by": "2026-10-15"}),),
            "2026-10-15",
            "2026-10-16 00:00",
            "Late",
        ),
        Example(
            "Judged on the last day, the hour before midnight.",
            (
                ("2026-03-02 10:00", What.CHANGE_REGISTERED, {"verdict_by": "2026-10-15"}),
                ("2026-10-15 23:10", What.CHANGE_JUDGED, {}),
            ),
            "2026-10-15",
            "2026-10-20 09:00",
            "Met",
        ),
    ),
)

EVALUATION_RULES = (VERDICT,)
