"""Worked examples of contact: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.areas.contact.models import Call
from peelian.engines.measures.declared import Example
from peelian.spine.area import DistrictLink, LsoaPopulation

ANSWERED_999_IN_10S = (
    Example(
        says=(
            "Ten seconds count, eleven do not. A call given up counts as not answered in time, a "
            "call with no time on the carrier's clock is not known, and 101 calls are not asked "
            "about."
        ),
        rows={
            Call: """
                line | abandoned | carrier_seconds | force_seconds
                999  | false     | 4               | 1
                999  | false     | 10              | 7
                999  | false     | 11              | 8
                999  | true      |                 |
                999  | false     |                 | 2
                101  | false     | 3               | 3
                """
        },
        shows="2 of 4, 50%, 1 unknown",
    ),
    Example(
        says="Where the carrier's clock is missing on every call, nothing is said: it is no 0%.",
        rows={
            Call: """
                line | abandoned | force_seconds
                999  | false     | 2
                999  | false     | 30
                """
        },
        shows="not_computable",
    ),
)

ANSWERED_999_FORCE_CLOCK = (
    Example(
        says=(
            "The force's clock starts later: a call of eleven seconds by the carrier can be one of "
            "eight by the force."
        ),
        rows={
            Call: """
                line | abandoned | carrier_seconds | force_seconds
                999  | false     | 4               | 1
                999  | false     | 11              | 8
                999  | false     | 40              | 37
                999  | true      |                 |
                999  |           |                 |
                """
        },
        shows="2 of 4, 50%, 1 unknown",
    ),
)

ANSWER_TIME_999 = (
    Example(
        says=(
            "The middle of 4, 8, 12 and 70 seconds is 10; nine in ten lie at 0.7 of the way from "
            "12 to 70. A call given up has no answer time."
        ),
        rows={
            Call: """
                line | abandoned | carrier_seconds
                999  | false     | 4
                999  | false     | 8
                999  | false     | 12
                999  | false     | 70
                999  | false     |
                999  | true      |
                """
        },
        shows=(
            "4, 10.0, 1 unknown; Nine in ten: 52.6 seconds or less; "
            "1 of 4 (25%) waited more than 60 seconds; "
            "Mean, which a few long ones move: 23.5 seconds"
        ),
    ),
)

ANSWER_TIME = (
    Example(
        says="Each line apart, by the force's own clock. Online reports are no calls.",
        rows={
            Call: """
                line          | abandoned | carrier_seconds | force_seconds
                999           | false     | 9               | 5
                999           | false     | 11              | 7
                101           | false     |                 | 100
                101           | false     |                 | 300
                101           | true      |                 |
                101           | false     |                 |
                Online report |           |                 | 3600
                """
        },
        by=("line",),
        shows=(
            "101: 2, 200.0, 1 unknown; Nine in ten: 280.0 seconds or less\n"
            "999: 2, 6.0; Nine in ten: 6.8 seconds or less"
        ),
    ),
)

WAIT_BEFORE_HANGING_UP = (
    Example(
        says="Only those who hung up are asked about; a wait that is not recorded is not known.",
        rows={
            Call: """
                line | abandoned | waited_seconds
                101  | true      | 5
                101  | true      | 45
                101  | true      | 125
                101  | true      |
                101  | false     | 600
                999  | true      | 2
                """
        },
        shows="3, 45.0, 1 unknown; Nine in ten: 109.0 seconds or less",
    ),
)

ABANDONED_101 = (
    Example(
        says="Every hang-up counts, that after one second too. Whether one hung up may be unknown.",
        rows={
            Call: """
                line | abandoned | waited_seconds
                101  | true      | 1
                101  | true      | 240
                101  | false     | 30
                101  | false     | 900
                101  |           | 10
                999  | true      | 5
                """
        },
        shows="2 of 4, 50%, 1 unknown",
    ),
    Example(
        says="Each queue apart: a caller lost in the second queue is lost too.",
        rows={
            Call: """
                line | queue        | abandoned
                101  | First answer | false
                101  | First answer | true
                101  | Second queue | true
                101  | Second queue | false
                101  | Second queue | false
                """
        },
        by=("queue",),
        shows="First answer: 1 of 2, 50%\nSecond queue: 1 of 3, 33%",
    ),
)

ABANDONED_101_AFTER_60S = (
    Example(
        says=(
            "A hang-up after 60 seconds is too soon, one after 61 counts. Those who hung up sooner "
            "stay among the calls; a hang-up without a wait is not known."
        ),
        rows={
            Call: """
                line | abandoned | waited_seconds
                101  | true      | 60
                101  | true      | 61
                101  | true      | 240
                101  | true      |
                101  | false     |
                """
        },
        shows="2 of 4, 50%, 1 unknown",
    ),
)

CALLS_RATE = (
    Example(
        says="999 calls answered or not, per 1,000 residents of the force's own area.",
        rows={
            Call: """
                line | abandoned
                999  | false
                999  | true
                999  |
                101  | false
                """,
            LsoaPopulation: """
                lsoa_code | lsoa_name     | year | residents
                E01000001 | Stafford 001A | 2020 | 600
                E01000002 | Stafford 001B | 2020 | 900
                """,
            DistrictLink: """
                district_code | district_name | police_area_code | edition
                E07000197     | Stafford      | E23000015        | 2016
                """,
        },
        shows="3 among 1,500 residents, 2.00",
    ),
)

CALLS = (
    Example(
        says="Every contact counts once, by line and hour; hours stand in order of size.",
        rows={
            Call: """
                line          | hour | abandoned
                999           | 9    | true
                101           | 17   | false
                101           | 17   | false
                Online report | 9    |
                """
        },
        by=("hour",),
        shows="9: 2\n17: 2",
    ),
)
