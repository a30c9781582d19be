"""Worked examples of bail and release under investigation, by local clocks, worked by hand."""

from peelian.engines.duties.rule import Example
from peelian.spine.happenings import What

BAIL_DECISION = (
    Example(
        says="Arrested on 14 January: bail starts on the 15th and may last to the end of 14 April.",
        happened=(("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),),
        due="2026-04-14",
        seen="2026-04-14 23:59",
        state="Running",
    ),
    Example(
        says="At midnight after the last day nothing is decided: it is late, and no other duty.",
        happened=(("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),),
        due="2026-04-14",
        seen="2026-04-15 00:00",
        state="Late",
    ),
    Example(
        says="An inspector extends it in time: the new period is decided by its own last day.",
        happened=(
            ("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),
            ("2026-04-10 11:00", What.BAILED, {"ends_on": "2026-07-14"}),
        ),
        due="2026-07-14",
        seen="2026-05-01 09:00",
        state="Running",
    ),
    Example(
        says="Released under investigation by a named decision on the last day: met.",
        happened=(
            ("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),
            ("2026-04-14 17:30", What.RELEASED_UNDER_INVESTIGATION, {}),
        ),
        due="2026-04-14",
        seen="2026-04-20 09:00",
        state="Met",
    ),
    Example(
        says="The decision came two days after bail had lapsed: met late, and counted so.",
        happened=(
            ("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),
            ("2026-04-16 10:00", What.RELEASED_UNDER_INVESTIGATION, {}),
        ),
        due="2026-04-14",
        seen="2026-04-20 09:00",
        state="Met late",
    ),
    Example(
        says=(
            "Ten days with the prosecutor over the change to summer time: bail stood still and "
            "ends ten days later."
        ),
        happened=(
            ("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),
            ("2026-03-24 10:00", What.SENT_TO_PROSECUTOR, {}),
            ("2026-04-03 10:00", What.PROSECUTOR_ANSWERED, {}),
        ),
        due="2026-04-24",
        seen="2026-04-20 09:00",
        state="Running",
    ),
    Example(
        says="While the prosecutor has it the clock stands still, past what was the last day.",
        happened=(
            ("2026-01-14 21:10", What.BAILED, {"ends_on": "2026-04-14"}),
            ("2026-03-24 10:00", What.SENT_TO_PROSECUTOR, {}),
        ),
        due="",
        seen="2026-05-01 09:00",
        state="Paused",
    ),
    Example(
        says="Arrested the day before a leap day: three months from 29 February end on 28 May.",
        happened=(("2024-02-28 02:00", What.BAILED, {"ends_on": "2024-05-28"}),),
        due="2024-05-28",
        seen="2024-05-28 12:00",
        state="Running",
    ),
    Example(
        says="A bank holiday is a day like any other for bail: the last day is Good Friday.",
        happened=(("2026-01-03 23:30", What.BAILED, {"ends_on": "2026-04-03"}),),
        due="2026-04-03",
        seen="2026-04-04 00:30",
        state="Late",
    ),
    Example(
        says="Bail of before 28 October 2022 was under another law: no clock is made up for it.",
        happened=(("2022-10-27 12:00", What.BAILED, {"ends_on": "2022-11-24"}),),
        due="",
        seen="2022-11-30 09:00",
        state="No duty",
    ),
)

RUI_REVIEW = (
    Example(
        says="Released on 30 January: 28 days after it, over the end of the month.",
        happened=(("2026-01-30 16:00", What.RELEASED_UNDER_INVESTIGATION, {}),),
        due="2026-02-27",
        seen="2026-02-28 00:00",
        state="Late",
    ),
    Example(
        says="Reviewed on 20 March: the next review is due 28 days later, over summer time.",
        happened=(
            ("2026-02-25 16:00", What.RELEASED_UNDER_INVESTIGATION, {}),
            ("2026-03-20 09:00", What.SUSPECT_REVIEWED, {}),
        ),
        due="2026-04-17",
        seen="2026-04-17 23:00",
        state="Running",
    ),
    Example(
        says="Bailed again before the review: there is none to make.",
        happened=(
            ("2026-02-25 16:00", What.RELEASED_UNDER_INVESTIGATION, {}),
            ("2026-03-01 09:00", What.BAILED, {"ends_on": "2026-05-01"}),
        ),
        due="2026-03-25",
        seen="2026-04-17 23:00",
        state="Ended",
    ),
)
