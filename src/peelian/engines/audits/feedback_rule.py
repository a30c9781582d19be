"""Feedback is read and answered: by whoever it went to, by a day that was named with it."""

from datetime import date, timedelta

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import OnDay
from peelian.engines.duties.owners import LineOf, NamedOfficer
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

REPLY_DAYS = Setting(
    "audits.feedback.days",
    "Days for an answer to feedback of an audit or a panel, unless it names a day itself",
    14,
    "days",
)
SINCE = date(2026, 1, 1)
A_DAY = timedelta(days=1)

FEEDBACK_REPLY = Rule(
    key="audits.feedback_reply",
    title="Answer feedback on a file of yours",
    why="What a panel or an audit saw changes nothing unless it reaches whoever did the work, and "
    "nobody knows that it did without an answer.",
    about="feedback_ref",
    starts=(What.FEEDBACK_GIVEN,),
    done_when=(What.FEEDBACK_REPLIED,),
    terms=(
        Terms(
            SINCE,
            OnDay("reply_by"),
            Authority(Weight.DEFAULT, "Peelian's default; set the force's own policy on feedback"),
        ),
    ),
    owner=NamedOfficer(),
    steps=(
        Step(-A_DAY, NamedOfficer(), "A day is left to answer feedback."),
        Step(A_DAY * 7, LineOf(), "Feedback was not answered a week after its day."),
    ),
    waived_by="Inspector",
    proof="The answer itself, on the page of the record.",
    next_step="Open the record, read the feedback and answer it there.",
    owned_by="Head of performance",
    review_by=date(2027, 11, 30),
    ledger=("POW-16", "VUL-33"),
    examples=(
        Example(
            "Given on a Friday for two weeks later, and open at midnight after that day.",
            (("2026-11-06 10:00", What.FEEDBACK_GIVEN, {"reply_by": "2026-11-20"}),),
            "2026-11-20",
            "2026-11-21 00:00",
            "Late",
        ),
        Example(
            "Answered in the last hour of its day.",
            (
                ("2026-11-06 10:00", What.FEEDBACK_GIVEN, {"reply_by": "2026-11-20"}),
                ("2026-11-20 23:15", What.FEEDBACK_REPLIED, {}),
            ),
            "2026-11-20",
            "2026-11-25 09:00",
            "Met",
        ),
        Example(
            "Answered two days after its day: it counts as late for good.",
            (
                ("2026-02-14 09:00", What.FEEDBACK_GIVEN, {"reply_by": "2026-02-28"}),
                ("2026-03-02 08:00", What.FEEDBACK_REPLIED, {}),
            ),
            "2026-02-28",
            "2026-03-02 09:00",
            "Met late",
        ),
    ),
)

FEEDBACK_RULES = (FEEDBACK_REPLY,)
