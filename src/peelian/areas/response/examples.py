"""Worked examples of response: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from collections.abc import Mapping

from peelian.areas.response.models import ResponseLimit
from peelian.engines.measures.declared import Example
from peelian.records.base import Record
from peelian.spine.incident import Incident

# An hour for priority incidents until mid-March, then two; nothing is said of grade Scheduled.
LIMITS = """
    grade    | limit_minutes | from_date  | to_date
    Priority | 60            | 2020-01-01 | 2021-03-14
    Priority | 120           | 2021-03-15 |
    """

ATTENDANCE_TIME = (
    Example(
        says=(
            "The middle of 30, 90, 90 and 300 minutes is 90. Ninety minutes are over the limit of "
            "the 10th and within that of the 20th. A missing arrival is not known, and an incident "
            "settled by phone is not asked about."
        ),
        rows={
            Incident: """
                grade    | local_date | needs_attendance | minutes_to_arrival
                Priority | 2021-03-10 | true             | 30
                Priority | 2021-03-10 | true             | 90
                Priority | 2021-03-20 | true             | 90
                Priority | 2021-03-20 | true             | 300
                Priority | 2021-03-20 | true             |
                Priority | 2021-03-20 | false            | 5
                Priority | 2021-03-20 |                  | 5
                """,
            ResponseLimit: LIMITS,
        },
        by=("grade",),
        shows=(
            "Priority: 4, 90.0, 1 unknown; Nine in ten: 237.0 minutes (4.0 hours) or less; "
            "2 of 4 (50%) took longer than the force's own limit for their grade; "
            "Mean, which a few long ones move: 127.5 minutes (2.1 hours)"
        ),
    ),
    Example(
        says="By flag. No limit is loaded for this grade, so no share over it is made up.",
        rows={
            Incident: """
                grade     | local_date | needs_attendance | minutes_to_arrival | domestic_abuse
                Scheduled | 2021-03-10 | true             | 100                | true
                Scheduled | 2021-03-10 | true             | 300                | true
                Scheduled | 2021-03-10 | true             | 40                 | false
                Scheduled | 2021-03-10 | true             | 60                 |
                """,
            ResponseLimit: LIMITS,
        },
        by=("domestic_abuse",),
        shows=(
            "Flagged: 2, 200.0; Nine in ten: 280.0 minutes (4.7 hours) or less; "
            "Mean, which a few long ones move: 200.0 minutes (3.3 hours)\n"
            "Not flagged: 1, 40.0; Nine in ten: 40.0 minutes or less; "
            "Mean, which a few long ones move: 40.0 minutes\n"
            "not recorded: 1, 60.0; Nine in ten: 60.0 minutes or less; "
            "Mean, which a few long ones move: 60.0 minutes"
        ),
    ),
)

ATTENDED_WITHIN_LIMIT = (
    Example(
        says=(
            "Sixty minutes are within a limit of sixty. Without an arrival or a limit nothing is "
            "known, and another force's limit is not borrowed."
        ),
        rows={
            Incident: """
                force_id      | grade     | local_date | needs_attendance | minutes_to_arrival
                staffordshire | Priority  | 2021-03-14 | true             | 60
                staffordshire | Priority  | 2021-03-14 | true             | 61
                staffordshire | Priority  | 2021-03-15 | true             | 61
                staffordshire | Priority  | 2021-03-15 | true             |
                staffordshire | Scheduled | 2021-03-15 | true             | 10
                cheshire      | Priority  | 2021-03-15 | true             | 10
                """,
            ResponseLimit: LIMITS,
        },
        by=("force",),
        shows="cheshire: not_computable\nstaffordshire: 2 of 3, 67%, 2 unknown",
    ),
    Example(
        says="Where an older limit was never closed, the one that began later holds, once.",
        rows={
            Incident: """
                grade    | local_date | needs_attendance | minutes_to_arrival
                Priority | 2021-03-20 | true             | 90
                """,
            ResponseLimit: """
                grade    | limit_minutes | from_date  | to_date
                Priority | 60            | 2020-01-01 |
                Priority | 120           | 2021-03-15 |
                """,
        },
        shows="1 of 1, 100%",
    ),
)

ATTENDED_WITHIN_FIRST_LIMIT = (
    Example(
        says="Downgraded on the way: within the limit of its last grade, late by its first.",
        rows={
            Incident: """
                first_grade | grade    | local_date | needs_attendance | minutes_to_arrival
                Emergency   | Priority | 2021-03-20 | true             | 50
                Emergency   | Priority | 2021-03-20 | true             | 12
                            | Priority | 2021-03-20 | true             | 12
                """,
            ResponseLimit: LIMITS + "Emergency | 15 | 2020-01-01 |",
        },
        shows="1 of 2, 50%, 1 unknown",
    ),
)

_WAITS: Mapping[type[Record], str] = {
    Incident: """
        grade | needs_attendance | minutes_to_arrival
        2     | true             | 240
        2     | true             | 241
        2     | true             | 10080
        2     | true             | 10081
        2     | true             |
        2     | false            | 5
        """
}
ATTENDED_WITHIN_4_HOURS = (
    Example(
        says="Four hours to the minute are within four hours; a missing arrival is not known.",
        rows=_WAITS,
        shows="1 of 4, 25%, 1 unknown",
    ),
)
WAITED_OVER_7_DAYS = (
    Example(
        says="Seven days to the minute are not more than seven days.",
        rows=_WAITS,
        shows="1 of 4, 25%, 1 unknown",
    ),
)

DELAY_TOLD = (
    Example(
        says=(
            "Only incidents known to have passed their limit are asked about; one of which nobody "
            "noted whether the caller was told is not known."
        ),
        rows={
            Incident: """
                grade     | local_date | needs_attendance | minutes_to_arrival | told_of_delay
                Priority  | 2021-03-10 | true             | 90                 | true
                Priority  | 2021-03-10 | true             | 200                | false
                Priority  | 2021-03-10 | true             | 300                |
                Priority  | 2021-03-10 | true             | 20                 | false
                Priority  | 2021-03-10 | true             |                    | true
                Scheduled | 2021-03-10 | true             | 900                | true
                """,
            ResponseLimit: LIMITS,
        },
        shows="1 of 2, 50%, 1 unknown",
    ),
    Example(
        says="Without any limit loaded nothing is said: no limit is ever made up.",
        rows={
            Incident: """
                grade    | local_date | needs_attendance | minutes_to_arrival | told_of_delay
                Priority | 2021-03-10 | true             | 900                | true
                """
        },
        shows="not_computable",
    ),
)
