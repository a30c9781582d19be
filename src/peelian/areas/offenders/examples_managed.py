"""Worked examples of duties about managed people, by local clocks, worked by hand."""

from peelian.engines.duties.rule import Example
from peelian.spine.happenings import What

Facts = dict[str, str | int | bool | None]
MONTHLY: Facts = {"visit_every_days": 30, "reactive": False}
SEEN_BY_TWO: Facts = {"outcome": "Seen", "crew": "Two officers"}
SEEN_BY_ONE: Facts = {"outcome": "Seen", "crew": "One officer"}
NOT_IN: Facts = {"outcome": "Not in", "crew": "Two officers"}

HOME_VISIT = (
    Example(
        says="Every 30 days by the plan: 30 days after 30 January, over the end of February.",
        happened=(
            ("2026-01-30 10:00", What.MANAGED, {}),
            ("2026-01-30 10:00", What.PLAN_SET, MONTHLY),
        ),
        due="2026-03-01",
        seen="2026-03-01 23:59",
        state="Running",
    ),
    Example(
        says="Seen by two: the next 30 days begin, and in a leap year they end a day sooner.",
        happened=(
            ("2028-01-10 10:00", What.MANAGED, {}),
            ("2028-01-10 10:00", What.PLAN_SET, MONTHLY),
            ("2028-02-05 15:00", What.VISITED, SEEN_BY_TWO),
        ),
        due="2028-03-06",
        seen="2028-03-07 00:00",
        state="Late",
    ),
    Example(
        says="One officer alone, whom nobody let go: the visit is still due.",
        happened=(
            ("2026-01-30 10:00", What.PLAN_SET, MONTHLY),
            ("2026-02-20 15:00", What.VISITED, SEEN_BY_ONE),
        ),
        due="2026-03-01",
        seen="2026-03-02 00:00",
        state="Late",
    ),
    Example(
        says="One officer with an inspector's approval: seen, and the next visit runs.",
        happened=(
            ("2026-01-30 10:00", What.PLAN_SET, MONTHLY),
            (
                "2026-02-20 15:00",
                What.VISITED,
                {"outcome": "Seen", "crew": "One officer with approval"},
            ),
        ),
        due="2026-03-22",
        seen="2026-03-01 09:00",
        state="Running",
    ),
    Example(
        says="The plan is set anew, every seven days: the clock that runs is held to it.",
        happened=(
            ("2026-03-20 10:00", What.PLAN_SET, MONTHLY),
            ("2026-03-24 10:00", What.PLAN_SET, {"visit_every_days": 7, "reactive": False}),
        ),
        due="2026-03-27",
        seen="2026-03-28 00:00",
        state="Late",
    ),
    Example(
        says="Managed reactively from now on: no visit is due.",
        happened=(
            ("2026-03-20 10:00", What.PLAN_SET, MONTHLY),
            ("2026-03-25 10:00", What.MANAGED_REACTIVELY, {"reactive_review_on": "2026-09-25"}),
        ),
        due="2026-04-19",
        seen="2026-04-25 09:00",
        state="Ended",
    ),
    Example(
        says="A plan that says nothing of visits cannot lapse unseen: it is late at once.",
        happened=(("2026-03-20 10:00", What.PLAN_SET, {"visit_every_days": None}),),
        due="",
        seen="2026-03-20 10:00",
        state="Late",
    ),
)

VISIT_AGAIN = (
    Example(
        says="Nobody in on the Friday before Easter: seven days, holidays or not.",
        happened=(("2026-04-03 15:00", What.VISITED, NOT_IN),),
        due="2026-04-10",
        seen="2026-04-11 00:00",
        state="Late",
    ),
    Example(
        says="Again nobody in: that was the attempt, and the next one is due seven days later.",
        happened=(
            ("2026-04-03 15:00", What.VISITED, NOT_IN),
            ("2026-04-08 20:00", What.VISITED, NOT_IN),
        ),
        due="2026-04-15",
        seen="2026-04-15 12:00",
        state="Running",
    ),
    Example(
        says="Seen: nothing to try again.",
        happened=(
            ("2026-04-03 15:00", What.VISITED, NOT_IN),
            ("2026-04-08 20:00", What.VISITED, SEEN_BY_TWO),
        ),
        due="2026-04-10",
        seen="2026-04-15 12:00",
        state="Met",
    ),
)

RISK_REVIEW = (
    Example(
        says="Managed since a leap day: a year later the last day of February.",
        happened=(("2028-02-29 10:00", What.MANAGED, {}),),
        due="2029-02-28",
        seen="2029-03-01 00:00",
        state="Late",
    ),
    Example(
        says="Assessed early: the year counts from the assessment.",
        happened=(
            ("2026-01-05 10:00", What.MANAGED, {}),
            ("2026-08-31 10:00", What.RISK_REVIEWED, {}),
        ),
        due="2027-08-31",
        seen="2027-01-06 09:00",
        state="Running",
    ),
)

PLAN_REVIEW = (
    Example(
        says="High level, reviewed on 30 November: three months later is the end of February.",
        happened=(
            ("2026-09-10 10:00", What.MANAGED, {"level": "High"}),
            ("2026-11-30 10:00", What.PLAN_REVIEWED, {"level": "High"}),
        ),
        due="2027-02-28",
        seen="2027-03-01 00:00",
        state="Late",
    ),
    Example(
        says="Low level: twelve months, over both changes of the clocks.",
        happened=(("2026-03-29 00:30", What.MANAGED, {"level": "Low"}),),
        due="2027-03-29",
        seen="2027-03-29 12:00",
        state="Running",
    ),
    Example(
        says="Medium level: six months from 31 August end with February.",
        happened=(("2026-08-31 10:00", What.MANAGED, {"level": "Medium"}),),
        due="2027-02-28",
        seen="2027-02-28 12:00",
        state="Running",
    ),
)

REACTIVE_REVIEW = (
    Example(
        says="By the day that was set with the decision.",
        happened=(
            ("2026-03-25 10:00", What.MANAGED_REACTIVELY, {"reactive_review_on": "2026-09-25"}),
        ),
        due="2026-09-25",
        seen="2026-09-26 00:00",
        state="Late",
    ),
    Example(
        says="Reviewed before that day.",
        happened=(
            ("2026-03-25 10:00", What.MANAGED_REACTIVELY, {"reactive_review_on": "2026-09-25"}),
            ("2026-09-01 10:00", What.PLAN_REVIEWED, {}),
        ),
        due="2026-09-25",
        seen="2026-09-26 00:00",
        state="Met",
    ),
)

BREACH_RECORDED = (
    Example(
        says="Found in the evening before clocks go forward: 24 hours of true time.",
        happened=(("2026-03-28 18:00", What.BREACHED, {}),),
        due="2026-03-29 19:00",
        seen="2026-03-29 19:00",
        state="Late",
    ),
    Example(
        says="Recorded on the next morning, New Year's Day.",
        happened=(
            ("2026-12-31 17:00", What.BREACHED, {}),
            ("2027-01-01 09:00", What.BREACH_RECORDED_AS_CRIME, {}),
        ),
        due="2027-01-01 17:00",
        seen="2027-01-02 09:00",
        state="Met",
    ),
)
