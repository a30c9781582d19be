"""Rules for work that people give each other, and for a source that does not deliver.

A task or a decision is a duty like any other: it has an owner, an end, and a chase. The force
itself sets its end, so it can be waived as its policy can.
"""

from dataclasses import replace
from datetime import date, timedelta

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Hours, OnDay
from peelian.engines.duties.owners import InUnit, NamedPost
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

SINCE = date(2020, 1, 1)
REVIEW_BY = date(2027, 11, 30)
A_DAY = timedelta(days=1)
# What a decision is about that is about no record.
OF_ITSELF = "decision"
GIVEN = Authority(Weight.POLICY, "The force's own work, as it was given")
FEED_HOURS = Setting(
    "work.feed.hours", "To ask where a delivery is that is late or short", 4, "hours"
)

TASK = Rule(
    key="work.task",
    title="A task",
    why="What is handed out is done by a day, by a post that is named.",
    about="task_ref",
    starts=(What.TASK_GIVEN,),
    done_when=(What.TASK_DONE,),
    terms=(Terms(SINCE, OnDay("due_on"), GIVEN),),
    owner=NamedPost(),
    steps=(
        Step(-A_DAY, NamedPost(), "A day is left."),
        Step(A_DAY, InUnit("supervisor"), "It was not done by its day."),
    ),
    risk="risk",
    by_hand=True,
    waived_by="Inspector",
    proof="",
    next_step="Do it, or hand it over, and say so here.",
    owned_by="Head of performance",
    review_by=REVIEW_BY,
    ledger=("CON-27", "OFF-13"),
    examples=(
        Example(
            "Given on a Thursday for the Friday, and open at midnight.",
            (("2026-03-26 09:00", What.TASK_GIVEN, {"due_on": "2026-03-27"}),),
            "2026-03-27",
            "2026-03-28 00:00",
            "Late",
        ),
        Example(
            "Done on its day, the one on which summer time begins.",
            (
                ("2026-03-26 09:00", What.TASK_GIVEN, {"due_on": "2026-03-29"}),
                ("2026-03-29 23:30", What.TASK_DONE, {}),
            ),
            "2026-03-29",
            "2026-03-30 09:00",
            "Met",
        ),
    ),
)

DECISION = Rule(
    key="work.decision",
    title="A decision to carry out",
    why="A meeting shows the next day whether what it decided was done.",
    about="decision_ref",
    starts=(What.DECISION_TAKEN,),
    done_when=(What.DECISION_DONE,),
    terms=(Terms(SINCE, OnDay("due_on"), GIVEN),),
    owner=NamedPost(),
    steps=(
        Step(-A_DAY, NamedPost(), "A day is left."),
        Step(timedelta(), InUnit("chief-officer"), "It was not done by its day."),
    ),
    risk="risk",
    by_hand=True,
    waived_by="Superintendent",
    proof="What was done, in words.",
    next_step="Carry it out and say here what was done.",
    owned_by="Head of performance",
    review_by=REVIEW_BY,
    ledger=("GOV-05",),
    examples=(
        Example(
            "Taken in the morning for the same day, and not done at midnight.",
            (("2028-02-29 08:30", What.DECISION_TAKEN, {"due_on": "2028-02-29"}),),
            "2028-02-29",
            "2028-03-01 00:00",
            "Late",
        ),
        Example(
            "Done a day after its end.",
            (
                ("2026-04-30 08:30", What.DECISION_TAKEN, {"due_on": "2026-04-30"}),
                ("2026-05-01 12:00", What.DECISION_DONE, {}),
            ),
            "2026-04-30",
            "2026-05-02 09:00",
            "Met late",
        ),
    ),
)

FEED = Rule(
    key="work.feed",
    title="A delivery of records is late or short",
    why="Whoever works by these records cannot tell a quiet hour from a broken line.",
    about="feed_ref",
    starts=(What.FEED_LATE,),
    done_when=(What.FEED_FRESH,),
    terms=(Terms(SINCE, Hours(FEED_HOURS), Authority(Weight.DEFAULT, "Set the force's own")),),
    owner=InUnit("analyst"),
    steps=(
        Step(-timedelta(hours=1), InUnit("analyst"), "An hour is left."),
        Step(timedelta(), InUnit("chief-officer"), "The delivery is still missing."),
    ),
    one_at_a_time=True,
    proof="The delivery itself: it ends the duty when it arrives.",
    next_step="Ask whoever runs the system why nothing came, and have it sent again.",
    owned_by="Head of data",
    review_by=REVIEW_BY,
    ledger=("GOV-09",),
    examples=(
        Example(
            "Late at six in the morning, delivered at nine.",
            (
                ("2026-12-25 06:00", What.FEED_LATE, {}),
                ("2026-12-25 09:00", What.FEED_FRESH, {}),
            ),
            "2026-12-25 10:00",
            "2026-12-25 12:00",
            "Met",
        ),
        Example(
            "Late in the night in which summer time ends: four true hours.",
            (("2026-10-25 00:30", What.FEED_LATE, {}),),
            "2026-10-25 03:30",
            "2026-10-25 03:30",
            "Late",
        ),
    ),
)

WORK_RULES = (TASK, DECISION, FEED)


def undeclared(key: str, title: str) -> Rule:
    """What stands in for the rule of a duty that is no longer declared, so that it is still seen.

    A rule is retired by a last day of its terms and never by taking it out.
    """
    return replace(
        TASK,
        key=key,
        title=title,
        why="The rule of this duty is no longer declared.",
        next_step="Ask whoever keeps Peelian: the rule of this duty is no longer declared.",
        by_hand=False,
        waived_by="",
        risk="",
    )
